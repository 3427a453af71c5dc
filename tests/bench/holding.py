"""How far the panes lag behind a held `j`, in a real terminal.

    MORGUE_HOME=HOME uv run python -m tests.bench.holding FOLDER

FOLDER is indexed already. Opens articles by searching for them and goes down through each: every other one with the key
held, at 30 a second, the others calmly, at 3 a second. Then back up again, held, through what is known by now. For each
key two times, in milliseconds: until the cursor is on its passage or beyond (cursor), and until the panel shows what is
related to that passage, or to a later one where the cursor is by then (panel). What belongs to a passage is looked up
afterwards, by going down once more, slowly. The echo of an app with nothing but a text field, in the same run, shows
what the machine's other work costs.

Last, the memory of the explorer: its resident set, and of it what is shared with files, such as the index.
"""

import argparse
import re
import statistics
import sys
import time
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from tests.bench.recording import Frame, Recording

_COLUMNS, _ROWS = 140, 45
_HELD, _CALM = 30.0, 3.0
_QUERIES = (
    "labour election campaign", "oil price opec output", "trade deficit japan", "wheat exports subsidy",
    "champion final", "interest rate rise", "computer software security", "tax reform plan", "film awards",
    "world cup rugby", "merger shareholders", "dollar currency stability", "mobile phones", "budget deficit",
    "coffee quotas", "airline profits", "terror law human rights", "gulf shipping iran", "music charts",
    "house prices",
)  # fmt: skip
_MOST = 25
"""Passages of an article gone through, at most."""
_AT = re.compile(r" (?:(\d+)/(\d+)|headline) +\? help$")
"""Where the cursor is, as the last line says."""


class Step(NamedTuple):
    """A key, and where it brought the cursor."""

    sent: float
    passage: int


class Panel(NamedTuple):
    """Where the cursor is, and what the panel beside it says."""

    passage: int
    rows: tuple[str, ...]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("folder", type=Path)
    folder = parser.parse_args().folder
    figures: dict[str, list[float | None]] = {}
    with Recording([sys.executable, "-m", "tui", str(folder)], columns=_COLUMNS, rows=_ROWS) as recording:
        recording.settle(1.0, 60, until=lambda frame: "articles" in frame.lines[0])
        for number, query in enumerate(_QUERIES):
            for name, times in _article(recording, query, calm=bool(number % 2)).items():
                figures.setdefault(name, []).extend(times)
        memory = _memory(recording.pid)
    for name, times in sorted(figures.items()):
        print(f"{name:34} {_summary(times)}", flush=True)
    print(f"{'echo of a bare Textual app':34} {_summary(_bare())}")
    print("memory of the explorer, MB: " + ", ".join(f"{what} {size}" for what, size in memory.items()))


def _article(recording: Recording, query: str, *, calm: bool) -> dict[str, list[float | None]]:
    """Lags by name, of the article that is the first to answer a query."""
    recording.send("/")
    recording.send(f"\x15{query}\r")
    recording.settle(0.5, until=lambda frame: _passage(frame) >= 0)
    recording.send("g")
    recording.settle(0.5, until=lambda frame: _passage(frame) == 0)
    steps, frames = _steps(recording, "j", range(1, _MOST + 1), _CALM if calm else _HELD)
    last = _passage(recording.screen)
    down = [step for step in steps if step.passage <= last], frames
    up = _steps(recording, "k", range(last - 1, -1, -1), _HELD)
    belongs = _looked_up(recording, last)
    pace = "calmly" if calm else "held"
    return {
        f"{pace}, cursor": [_cursor(step, down[1]) for step in down[0]],
        f"{pace}, panel": [_panel(step, down[1], belongs) for step in down[0]],
        "held on the way back, cursor": [_cursor(step, up[1], back=True) for step in up[0]],
        "held on the way back, panel": [_panel(step, up[1], belongs, back=True) for step in up[0]],
    }


def _steps(
    recording: Recording, key: str, passages: Sequence[int], rate: float
) -> tuple[list[Step], list[Frame]]:
    steps = []
    due = time.monotonic()
    for passage in passages:
        steps.append(Step(recording.send(key), passage))
        due += 1 / rate
        recording.watch(due)
    frames = recording.frames()
    return steps, frames + recording.settle(0.5)


def _looked_up(recording: Recording, last: int) -> dict[int, Panel]:
    """What the panel says once all is known, by passage."""
    found = {0: _shown(recording.screen)}
    for passage in range(1, last + 1):
        recording.send("j")
        recording.settle(0.15, until=lambda frame, wanted=passage: _passage(frame) == wanted)  # type: ignore[misc]
        found[passage] = _shown(recording.screen)
    return found


def _shown(frame: Frame) -> Panel:
    beside = frame.lines[3].find("Related")
    return Panel(_passage(frame), tuple(line[beside:].rstrip(" ▁▂▃▄▅▆▇█") for line in frame.lines[4:-1]))


def _passage(frame: Frame) -> int:
    at = _AT.search(frame.lines[-1])
    return -1 if at is None else int(at.group(1) or 0)


def _cursor(step: Step, frames: Iterable[Frame], *, back: bool = False) -> float | None:
    for frame in frames:
        if frame.time > step.sent and _reached(_passage(frame), step.passage, back=back):
            return frame.time - step.sent
    return None


def _panel(
    step: Step, frames: Iterable[Frame], belongs: dict[int, Panel], *, back: bool = False
) -> float | None:
    for frame in frames:
        shown = _shown(frame)
        if (
            frame.time > step.sent
            and _reached(shown.passage, step.passage, back=back)
            and shown == belongs.get(shown.passage)
        ):
            return frame.time - step.sent
    return None


def _reached(passage: int, wanted: int, *, back: bool) -> bool:
    return 0 <= passage <= wanted if back else passage >= wanted


def _bare() -> list[float | None]:
    """The same key held in an app with nothing but a text field."""
    with Recording([sys.executable, "-m", "tests.bench.bare"], columns=_COLUMNS, rows=_ROWS) as recording:
        recording.settle(0.3, 60, until=lambda frame: frame.time > 0)
        steps, frames = _steps(recording, "j", range(1, 41), _HELD)
    return [
        next(
            (f.time - s.sent for f in frames if f.time > s.sent and f.lines[0].count("j") >= s.passage), None
        )
        for s in steps
    ]


def _summary(found: Sequence[float | None]) -> str:
    times = sorted(1000 * t for t in found if t is not None)
    if not times:
        return "never"
    late = times[int(0.95 * (len(times) - 1))]
    missed = f", never {len(found) - len(times)}" if len(times) < len(found) else ""
    return f"p50 {statistics.median(times):.0f}, p95 {late:.0f}, max {times[-1]:.0f} of {len(found)}{missed}"


def _memory(pid: int) -> dict[str, int]:
    """MB by kind, where the system tells it (Linux)."""
    status = Path(f"/proc/{pid}/status")
    if not status.exists():
        return {}
    sizes = dict(re.findall(r"^(\w+):\s+(\d+) kB$", status.read_text(encoding="ascii"), re.MULTILINE))
    return {name: int(sizes[name]) // 1000 for name in ("VmRSS", "RssAnon", "RssFile") if name in sizes}


if __name__ == "__main__":
    main()
