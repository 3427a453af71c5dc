"""The first opening of a folder, from nothing, and beside it Recoll's, where that is installed.

    uv run python -m tests.bench.first_opening FOLDER [--json FILE]

Reads FOLDER into a home of its own as the explorer has it read, and prints the seconds from the start of the process
until something can be searched, until all text can, and until all names, quotations and figures are found; the most
memory that each process had; and the size of what was written. Then the same of `recollindex`, one after the other.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Self

from models.status import Progress

_EVERY = 0.1
"""Seconds between two looks at the processes."""


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures here too")
    options = parser.parse_args()
    folder = options.folder.resolve()
    figures: dict[str, float] = {}
    for name, measure in (("morgue", morgue), ("recoll", recoll)):
        with tempfile.TemporaryDirectory() as home:
            for what, value in measure(folder, Path(home)).items():
                figures[f"{name}: {what}"] = value
                print(f"{f'{name}: {what}':48} {value:10,.1f}", flush=True)
    if options.json:
        options.json.write_text(json.dumps(figures, indent=1), encoding="utf-8")


def morgue(folder: Path, home: Path) -> dict[str, float]:
    """Figures by name of reading a folder with `morgue index`."""
    began = time.monotonic()
    figures: dict[str, float] = {}
    command = [sys.executable, "-m", "tui", "index", str(folder), "--progress"]
    environment = {**os.environ, "MORGUE_HOME": str(home)}
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment
    ) as child, Watching(child.pid) as watching:  # fmt: skip
        assert child.stdout is not None
        for line in child.stdout:
            progress, seconds = Progress.model_validate_json(line), time.monotonic() - began
            if progress.searchable:
                figures.setdefault("seconds to the first searchable", seconds)
            if progress.text_complete:
                figures.setdefault("seconds to all text searchable", seconds)
            if progress.stage == "done":
                figures["seconds to all annotated"] = seconds
                figures["articles"] = progress.searchable
    return {**figures, **watching.peaks(), "MB on disk": _size(home)}


def recoll(folder: Path, home: Path) -> dict[str, float]:
    """The same of `recollindex` as Debian configures it; nothing where it is not installed."""
    program = shutil.which("recollindex")
    if program is None:
        return {}
    (home / "recoll.conf").write_text(f"topdirs = {folder}\n", encoding="utf-8")
    began = time.monotonic()
    with subprocess.Popen(
        [program, "-c", str(home)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as child, Watching(child.pid) as watching:  # fmt: skip
        child.wait()
    seconds = time.monotonic() - began
    return {"seconds to all text searchable": seconds, **watching.peaks(), "MB on disk": _size(home)}


class Watching:
    """Looks at a process and all it started, for the most memory that each had at any time."""

    def __init__(self, pid: int) -> None:
        self._pid = pid
        self._peaks: dict[int, float] = {}
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._ended.set()
        self._thread.join()

    def peaks(self) -> Mapping[str, float]:
        """Megabytes, of the process itself and then of the largest among those it started."""
        own = self._peaks.pop(self._pid, 0.0)
        others = sorted(self._peaks.values(), reverse=True)
        return {
            "MB at most, the process itself": own,
            **{f"MB at most, child {number}": peak for number, peak in enumerate(others, 1)},
        }

    def _watch(self) -> None:
        while not self._ended.wait(_EVERY):
            for pid in _family(self._pid):
                if (peak := _peak(pid)) is not None:
                    self._peaks[pid] = peak


def _family(pid: int) -> list[int]:
    """A process and all that descend from it, by Linux's /proc."""
    try:
        listed = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii")
    except OSError:
        return []
    return [pid, *(p for child in listed.split() for p in _family(int(child)))]


def _peak(pid: int) -> float | None:
    """The most resident memory a process has had so far, in megabytes."""
    try:
        status = Path(f"/proc/{pid}/status").read_text(encoding="utf-8")
    except OSError:
        return None
    return next((int(line.split()[1]) / 1024 for line in status.splitlines() if "VmHWM" in line), None)


def _size(folder: Path) -> float:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) / 1e6


if __name__ == "__main__":
    main()
