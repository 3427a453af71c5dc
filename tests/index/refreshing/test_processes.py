import os
import signal
import threading
import time
from pathlib import Path

import pytest

from index.refreshing import bounds
from index.refreshing.processes import Workers
from index.refreshing.worker import Loss


def work(item: tuple[str, int]) -> str:
    """What an item asks for. It is found by other processes under this module's name."""
    what, number = item
    if what == "loop":
        bounds.allow(0.3)
        while True:
            pass
    if what == "hold the interpreter":
        bounds.allow(0.3)
        sum(range(10**12))
    if what == "wait":
        bounds.allow(0.02)
        time.sleep(60)
    if what == "memory":
        bytearray(2 * 1024**3)
    if what == "many pieces":
        return str(len([bytes(1000) for _ in range(3_000_000)]))
    if what == "crash":
        os.kill(os.getpid(), signal.SIGSEGV)
    if what == "crash once" and not (marker := Path(str(number))).exists():
        marker.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    if what == "slow":
        for _ in range(8):
            bounds.allow(0.3)
            until = time.process_time() + 0.1
            while time.process_time() < until:
                pass
    if what == "odd":
        raise LookupError(number)
    return f"{what} {number}"


def lost(item: tuple[str, int], reason: Loss) -> str:
    return f"{item[0]} {item[1]} lost: {reason}"


def outcome(*chunks: list[tuple[str, int]], stop: threading.Event | None = None) -> list[list[str]]:
    with Workers(stop or threading.Event(), 2) as workers:
        return list(workers.each(work, chunks, lost))


def test_results_come_in_order() -> None:
    chunks = [[("fine", 10 * chunk + item) for item in range(10)] for chunk in range(9)]
    assert outcome(*chunks) == [[f"fine {10 * chunk + item}" for item in range(10)] for chunk in range(9)]


@pytest.mark.parametrize(
    ("what", "reason"),
    [
        ("loop", "time"),
        ("hold the interpreter", "time"),
        ("wait", "time"),
        ("memory", "memory"),
        ("many pieces", "memory"),
        ("crash", "crash"),
    ],
)
def test_what_takes_too_much_costs_only_itself(what: str, reason: Loss) -> None:
    chunk = [("fine", 1), ("fine", 2), (what, 3), ("fine", 4)]
    assert outcome(chunk, [("fine", 5)]) == [
        ["fine 1", "fine 2", f"{what} 3 lost: {reason}", "fine 4"],
        ["fine 5"],
    ]


def test_several_of_a_chunk(tmp_path: Path) -> None:
    chunk = [("loop", 1), ("crash", 2), ("fine", 3), ("loop", 4)]
    assert outcome(chunk) == [["loop 1 lost: time", "crash 2 lost: crash", "fine 3", "loop 4 lost: time"]]


def test_what_goes_on_may_take_longer() -> None:
    assert outcome([("slow", 1)]) == [["slow 1"]]


def test_a_process_that_was_ended_from_outside_is_not_held_against_its_item(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert outcome([("fine", 1), ("crash once", 7), ("fine", 2)]) == [["fine 1", "crash once 7", "fine 2"]]


def test_an_error_of_the_work_is_raised() -> None:
    with pytest.raises(LookupError):
        outcome([("fine", 1), ("odd", 2)])


def test_closing_does_not_wait_for_work_in_hand() -> None:
    began = time.monotonic()
    stop = threading.Event()
    with Workers(stop, 1) as workers:
        results = workers.each(work, [[("fine", 1)], [("wait", 2)], *([("fine", n)] for n in range(5))], lost)
        assert next(results) == ["fine 1"]
        stop.set()
        assert list(results) == []
    assert time.monotonic() - began < 30
