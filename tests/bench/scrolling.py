"""How smoothly an article of 20,000 words scrolls, in a real terminal.

    uv run python -m tests.bench.scrolling [--words 20000] [--json FILE]

Makes such an article, and a folder and an index of it alone, for the run. Holds `j`, then PgDn, at 15 and at 30 a
second, at three sizes of the window. For each key the milliseconds until the next frame that shows something else:
median, 95th percentile and the longest. The echo of an app with nothing but a text field, in the same run, shows what
the machine's other work costs.
"""

import argparse
import json
import random
import sys
import tempfile
import time
from pathlib import Path

from tests.bench.recording import Recording
from tests.bench.typing import summary

_SIZES = ((80, 24), (140, 45), (220, 60))
_RATES = (15, 30)
_KEYS = {"j": ("j", 60), "PgDn": ("\x1b[6~", 25)}
"""What is sent, and how often: the article must not end before."""
_WORDS = (
    "the harbour of Tolva was closed while crane drivers and the board spoke of wages rest and pay".split()
)
_PARAGRAPH = 60


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--words", type=int, default=20_000)
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures here too")
    options = parser.parse_args()
    figures: dict[str, float] = {}
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made, "articles")
        folder.mkdir()
        (folder / "long.txt").write_text(_article(options.words), encoding="utf-8")
        for columns, rows in _SIZES:
            for name, value in measure(folder, Path(made, "home"), columns, rows).items():
                figures[f"{columns}x{rows} {name}"] = value
                print(f"{columns}x{rows:<4} {name:36} {value}", flush=True)
    if options.json:
        options.json.write_text(json.dumps(figures, indent=1), encoding="utf-8")


def _article(words: int) -> str:
    chance = random.Random(7)
    paragraphs = [
        " ".join(chance.choices(_WORDS, k=_PARAGRAPH)).capitalize() + "." for _ in range(words // _PARAGRAPH)
    ]
    return "\n\n".join(["The long dispute at Tolva", *paragraphs]) + "\n"


def measure(folder: Path, home: Path, columns: int, rows: int) -> dict[str, float]:
    """Figures by name for one size of the window."""
    figures: dict[str, float] = {}
    command = [sys.executable, "-m", "tui", "--fresh", str(folder)]
    with Recording(command, columns=columns, rows=rows, home=home) as recording:
        recording.settle(1.5, 60, until=lambda frame: "1 article" in frame.lines[0])
        recording.send("\r")
        recording.settle(1.0)
        for name, (key, times) in _KEYS.items():
            for rate in _RATES:
                recording.send("g")
                recording.settle(0.5)
                changed = _pressed(recording, key, times, rate)
                figures |= summary(f"{name}, {rate} a second", changed)
    with Recording([sys.executable, "-m", "tests.bench.bare"], columns=columns, rows=rows) as recording:
        recording.settle(0.3, 60, until=lambda frame: frame.time > 0)
        figures |= summary("echo of a bare Textual app", _pressed(recording, "x", 60, _RATES[0]))
    return figures


def _pressed(recording: Recording, key: str, times: int, rate: float) -> list[float | None]:
    recording.frames()
    before = recording.screen.lines
    sent = []
    due = time.monotonic()
    for _ in range(times):
        sent.append(recording.send(key))
        due += 1 / rate
        recording.watch(due)
    changes = []
    for frame in recording.frames() + recording.settle():
        if frame.lines != before:
            changes.append(frame.time)
            before = frame.lines
    return [next((change - key for change in changes if change > key), None) for key in sent]


if __name__ == "__main__":
    main()
