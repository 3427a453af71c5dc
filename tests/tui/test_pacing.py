"""Frames are left out while the terminal is behind, and never where it does not answer."""

import asyncio

import pytest
from textual.app import App, ComposeResult
from textual.events import CursorPosition
from textual.widgets import Static

from tui.connection import Connected
from tui.pacing import QUESTION, Pace


class Clock:
    """A time that stands still until it is set."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def pace(clock: Clock) -> Pace:
    """Of a terminal that has answered once."""
    pace = Pace(clock)
    assert pace.sends(5_000) == QUESTION
    pace.answered()
    return pace


def test_small_frames_go_without_a_question(pace: Pace) -> None:
    assert [pace.sends(400) for _ in range(4)] == ["", "", QUESTION, ""]


def state(pace: Pace) -> tuple[bool, bool]:
    """Whether the terminal is behind, and whether an answer is to come."""
    return pace.behind, pace.asking


def test_it_is_behind_until_it_answers(pace: Pace, clock: Clock) -> None:
    pace.sends(6_000)
    assert state(pace) == (False, True)
    pace.sends(3_000)
    clock.now += 0.1
    assert state(pace) == (True, True)
    pace.answered()
    assert state(pace) == (False, True)
    pace.answered()
    assert state(pace) == (False, False)


def test_a_large_frame_goes_where_nothing_is_under_way(pace: Pace, clock: Clock) -> None:
    assert state(pace) == (False, False)
    pace.sends(50_000)
    assert state(pace) == (False, True), "a terminal at hand answers soon"
    clock.now += 0.1
    assert state(pace) == (True, True)


def test_who_has_never_answered_is_asked_once_and_gets_everything(clock: Clock) -> None:
    pace = Pace(clock)
    assert pace.sends(5_000) == QUESTION
    for _ in range(20):
        assert pace.sends(5_000) == ""
        assert not pace.behind
    clock.now += 11
    assert pace.sends(5_000) == ""


def test_who_falls_silent_is_not_waited_for(pace: Pace, clock: Clock) -> None:
    pace.sends(50_000)
    clock.now += 11
    assert not pace.behind
    assert pace.sends(5_000) == ""
    # A laptop was asleep, and says so late.
    pace.answered()
    assert pace.sends(5_000) == QUESTION


def test_another_program_had_the_terminal(pace: Pace) -> None:
    pace.sends(50_000)
    pace.forget()
    assert not pace.behind
    assert not pace.asking


class Changing(Connected):
    """Shows a text that changes."""

    def compose(self) -> ComposeResult:
        yield Static("before", id="text")


@pytest.fixture
def sent(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """What went to the terminal, in the order it went."""
    sent: list[object] = []
    monkeypatch.setattr(App, "_display", lambda _app, _screen, drawn: sent.append(drawn))
    return sent


async def test_what_was_left_out_is_sent_when_the_terminal_has_come_so_far(sent: list[object]) -> None:
    app = Changing()
    async with app.run_test() as pilot:
        app._pace.sends(5_000)
        app.post_message(CursorPosition(0, 0))
        await pilot.pause()
        app._pace.sends(50_000)
        await asyncio.sleep(0.1)
        sent.clear()
        app.query_one("#text", Static).update("after")
        await pilot.pause()
        assert not sent
        app.post_message(CursorPosition(0, 0))
        await pilot.pause()
        await pilot.pause()
        assert sent


async def test_the_terminal_is_left_once_no_answer_is_under_way(sent: list[object]) -> None:
    app = Changing()
    left: list[str] = []
    async with app.run_test() as pilot:
        app.leave_terminal(lambda: left.append("at once"))
        app._pace.sends(5_000)
        app.leave_terminal(lambda: left.append("answered"))
        sent.clear()
        app.query_one("#text", Static).update("after")
        await pilot.pause()
        assert left == ["at once"]
        assert not sent
        app.post_message(CursorPosition(0, 0))
        await pilot.pause()
        assert left == ["at once", "answered"]
