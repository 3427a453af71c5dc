"""Lines that are short of room."""

from tui.text.notices import fitted, hint_runs
from tui.text.painting import cells

HINTS = [("Enter", "narrow"), ("Tab", "months"), ("^f", "letters"), ("Esc", "close")]


def text(room: int, stays: tuple[str, str] | None = None) -> str:
    runs = hint_runs(HINTS, room, stays=stays)
    assert cells(runs) <= room
    return "".join(run.text for run in runs)


def test_keys_that_find_no_room_are_left_out_whole() -> None:
    assert text(60) == "Enter narrow  Tab months  ^f letters  Esc close"
    assert text(30) == "Enter narrow  Tab months"


def test_the_way_out_finds_room_before_the_others() -> None:
    assert text(40, HINTS[-1]) == "Enter narrow  Tab months  Esc close"
    assert text(12, HINTS[-1]) == "Esc close"
    assert text(60, HINTS[-1]) == text(60)


def test_the_longest_words_give_way_and_what_stays_is_whole() -> None:
    parts = ("Kept: ", "the crane that nobody greased", " — ", "Orla Quay", " · u undo")
    assert fitted(80, *parts) == "".join(parts)
    assert fitted(45, *parts) == "Kept: the crane that no… — Orla Quay · u undo"


def test_words_are_never_shortened_to_nothing() -> None:
    assert fitted(5, "Saved as ", "crane and ferry", " · u undo") == "Saved as crane a… · u undo"
