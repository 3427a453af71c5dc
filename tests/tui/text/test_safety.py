from hypothesis import given
from hypothesis import strategies as st

from tui.text.safety import printable


def test_shows_escape_sequences_instead_of_obeying_them() -> None:
    assert printable("a\x1b[31mb\x07\x9bc\x7f") == "a␛[31mb␇\ufffdc␡"


def test_lines_and_tabs_become_spaces() -> None:
    assert printable("a\tb\nc\u2028d") == "a b c d"


def test_marks_of_direction_and_lone_surrogates_lose_their_power() -> None:
    assert printable("a\u202eb\u2066c\ud800") == "a\u200bb\u200bc\ufffd"


@given(st.text())
def test_keeps_offsets_and_lets_no_control_character_through(text: str) -> None:
    safe = printable(text)
    assert len(safe) == len(text)
    assert not any(ord(c) < 0x20 or 0x7F <= ord(c) < 0xA0 for c in safe)
