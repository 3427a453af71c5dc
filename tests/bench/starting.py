"""How soon the explorer first paints, beside the least that Textual can do: an app with one text field.

    uv run python -m tests.bench.starting FOLDER [--runs 10] [--json FILE]

Both are started in turn in a terminal of the same size. What is timed is from the start of the process to the end of
the first frame with something on it; FOLDER's own home is used, and its collection is not touched before that frame.
Prints milliseconds, and ratios; a busy machine changes that of the quickest least.
"""

import argparse
import json
import statistics
import sys
import time
from pathlib import Path

from tests.bench.recording import Recording


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--runs", type=int, default=10)
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures here too")
    options = parser.parse_args()
    bare, ours = [], []
    for _ in range(options.runs):
        bare.append(first_paint([sys.executable, "-m", "tests.bench.bare"]))
        ours.append(first_paint([sys.executable, "-m", "tui", str(options.folder)]))
    figures = {
        "bare Textual app, ms": round(statistics.median(bare)),
        "morgue, ms": round(statistics.median(ours)),
        "ratio of the quickest": round(min(ours) / min(bare), 2),
        "ratio of medians": round(statistics.median(ours) / statistics.median(bare), 2),
        "ratio, median of pairs": round(statistics.median(o / b for o, b in zip(ours, bare, strict=True)), 2),
    }
    for name, value in figures.items():
        print(f"{name:28} {value}")
    if options.json:
        options.json.write_text(json.dumps(figures, indent=1), encoding="utf-8")


def first_paint(command: list[str]) -> float:
    """Milliseconds from the start of a program to its first frame with something on it."""
    with Recording(command, columns=120, rows=40) as recording:
        while time.monotonic() - recording.began < 30:
            recording.watch(time.monotonic() + 0.05)
            for frame in recording.frames():
                if any(frame.lines):
                    return 1000 * (frame.time - recording.began)
    raise TimeoutError(f"{command} paints nothing")


if __name__ == "__main__":
    main()
