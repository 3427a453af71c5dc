"""How many bytes each key has the explorer send to the terminal: what a slow line, as over SSH, has to carry.

    uv run python -m tests.bench.sending FOLDER --home HOME [--json FILE]

FOLDER has to be indexed in HOME. Each key is pressed several times, and all that is drawn until the screen rests counts
as its own. Prints, for three sizes of the window, the median and the most in kilobytes.
"""

import argparse
import json
import statistics
import sys
from pathlib import Path

from tests.bench.recording import Recording

_SIZES = ((80, 24), (120, 40), (200, 50))
_TYPED = "border patrol minister"
_TIMES = 8
_PAGE_DOWN, _ENTER, _ESCAPE = "\x1b[6~", "\r", "\x1b"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--home", type=Path, required=True)
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures here too")
    options = parser.parse_args()
    figures: dict[str, dict[str, tuple[float, float]]] = {}
    for columns, rows in _SIZES:
        sizes = measure(options.folder, options.home, columns, rows)
        figures[f"{columns}x{rows}"] = {
            name: (round(statistics.median(sent) / 1000, 1), round(max(sent) / 1000, 1))
            for name, sent in sizes.items()
        }
        for name, (median, most) in figures[f"{columns}x{rows}"].items():
            print(f"{columns}x{rows:<4} {name:24} median {median:5.1f} KB   most {most:5.1f} KB", flush=True)
    if options.json:
        options.json.write_text(json.dumps(figures, indent=1), encoding="utf-8")


def measure(folder: Path, home: Path, columns: int, rows: int) -> dict[str, list[int]]:
    """Bytes sent for each pressing of each kind of key, at one size of the window."""
    sent: dict[str, list[int]] = {}
    command = [sys.executable, "-m", "tui", str(folder)]
    with Recording(command, columns=columns, rows=rows, home=home) as recording:

        def press(name: str, keys: str) -> None:
            recording.send(keys)
            sent.setdefault(name, []).append(sum(frame.size for frame in recording.settle(0.4)))

        recording.settle(1.5, 60, until=lambda frame: "articles" in frame.lines[0])
        for _ in range(_TIMES):
            press("j in the results", "j")
        press("opening an article", _ENTER)
        for _ in range(_TIMES):
            press("j in the article", "j")
        press("to the results", _ESCAPE)
        press("to the search line", "/")
        for letter in _TYPED:
            press("a letter typed", letter)
        for _ in range(_TIMES // 2):
            press("opening an article", _ENTER)
            press("a page down", _PAGE_DOWN)
            press("a page down", _PAGE_DOWN)
            press("to the results", _ESCAPE)
            press("j in the results", "j")
    return sent


if __name__ == "__main__":
    main()
