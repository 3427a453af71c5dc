"""How the explorer does on a slow line: each direction takes 100 ms, and so many bytes a second get through.

    uv run python -m tests.bench.lagging FOLDER --home HOME [--json FILE]

FOLDER has to be indexed in HOME. The explorer runs at the far end of `tests.bench.slow_line`, which takes from it
whatever comes, as `sshd` does. For each rate and size of the window a walk: words typed at 8 keys a second, their first
article opened, `j` held in it for three seconds at 30 a second, then `k` and PgDn, then `j` in the results. Prints for
each step the kilobytes sent, and the seconds from its last key until nothing changes on the screen any more (still);
what the line itself takes for a key and its frame is at least 0.2.
"""

import argparse
import json
import sys
import time
from pathlib import Path
from typing import NamedTuple

from tests.bench.recording import Recording

_SIZES = ((80, 24), (120, 40), (200, 50))
_RATES = (100_000, 20_000)
_DELAY = 0.1
_WORDS = "oil price opec"
_TYPED, _HELD = 8.0, 30.0
_HELD_FOR = 3.0
_PAGE_DOWN = "\x1b[6~"


class Step(NamedTuple):
    """What came of some keys."""

    kilobytes: float
    frames: int
    still: float
    """Seconds from the last key to the last change."""


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--home", type=Path, required=True)
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures here too")
    options = parser.parse_args()
    figures = {}
    for rate in _RATES:
        for columns, rows in _SIZES:
            where = f"{rate // 1000} kB/s {columns}x{rows}"
            for name, step in walk(options.folder, options.home, columns, rows, rate).items():
                figures[f"{where} {name}"] = step._asdict()
                sent = f"{step.kilobytes:6.1f} KB in {step.frames:3} frames"
                print(f"{where:16} {name:16} {sent}, still after {step.still:5.2f} s", flush=True)
    if options.json:
        options.json.write_text(json.dumps(figures, indent=1), encoding="utf-8")


def walk(folder: Path, home: Path, columns: int, rows: int, rate: int) -> dict[str, Step]:
    """The steps at one size of the window over one line, by name."""
    line = [sys.executable, "-m", "tests.bench.slow_line", "--rate", str(rate), "--delay", str(_DELAY), "--"]
    command = [*line, sys.executable, "-m", "tui", str(folder)]
    with Recording(command, columns=columns, rows=rows, home=home) as recording:
        recording.settle(2.0, 60, until=lambda frame: "articles" in frame.lines[0])
        held = int(_HELD * _HELD_FOR)
        recording.send("/")
        recording.settle(1.0)
        steps = {"words typed": _pressed(recording, _WORDS, _TYPED)}
        steps["article opened"] = _pressed(recording, "\r", 1)
        steps["j held"] = _pressed(recording, "j" * held, _HELD)
        steps["k held"] = _pressed(recording, "k" * held, _HELD)
        steps["PgDn held"] = _pressed(recording, [_PAGE_DOWN] * held, _HELD)
        steps["to the results"] = _pressed(recording, "\x1b", 1)
        steps["j in the results"] = _pressed(recording, "j", 1)
        steps["j held there"] = _pressed(recording, "j" * held, _HELD)
    return steps


def _pressed(recording: Recording, keys: str | list[str], rate: float) -> Step:
    recording.frames()
    before = recording.screen.lines
    due = time.monotonic()
    for key in keys:
        last = recording.send(key)
        due += 1 / rate
        recording.watch(due)
    # Longer than the line and a related answer take together: what rests for so long is still.
    frames = recording.frames() + recording.settle(1.5, 60)
    changed = last
    for frame in frames:
        if frame.lines != before:
            changed, before = frame.time, frame.lines
    return Step(
        round(sum(frame.size for frame in frames) / 1000, 1), len(frames), round(max(0.0, changed - last), 2)
    )


if __name__ == "__main__":
    main()
