import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tui.text.safety import printable
from tui.text.wrapping import index_at, truncate, wrap


def lines(text: str, width: int) -> list[str]:
    return [text[a:b] for a, b in wrap(text, width)]


def test_breaks_between_words_and_drops_the_spaces_there() -> None:
    assert lines("the quick  brown fox", 10) == ["the quick", "brown fox"]


def test_cuts_a_word_too_long_for_a_line_and_goes_on_behind_it() -> None:
    assert lines("see abcdefghijkl now", 5) == ["see", "abcde", "fghij", "kl", "now"]


def test_breaks_after_a_dash_but_not_before_it() -> None:
    assert lines("the harbour—closed—opened", 12) == ["the harbour—", "closed—", "opened"]


def test_does_not_break_at_a_no_break_space() -> None:
    assert lines("about 5\u00a0km away", 8) == ["about", "5\u00a0km", "away"]


def test_breaks_scripts_without_spaces_anywhere_but_before_closing_punctuation() -> None:
    assert lines("东京的港口。船只", 10) == ["东京的港", "口。船只"]


def test_keeps_accents_and_joined_emoji_whole() -> None:
    family = "\U0001f468\u200d\U0001f469\u200d\U0001f467"
    assert lines(f"e\u0301e\u0301e\u0301{family}", 2) == ["e\u0301e\u0301", "e\u0301", family]


def test_nothing_gives_no_lines() -> None:
    assert wrap("", 10) == ()
    assert wrap("   ", 10) == ()


@given(st.text(max_size=200), st.integers(2, 40))
def test_every_line_fits_and_no_letter_is_lost(text: str, width: int) -> None:
    safe = printable(text)
    cut = lines(safe, width)
    assert all(cell_len(line) <= width for line in cut)
    assert "".join("".join(cut).split()) == "".join(safe.split())


@given(st.text(max_size=80), st.integers(1, 40))
def test_what_is_truncated_fits(text: str, width: int) -> None:
    assert cell_len(truncate(printable(text), width)) <= width


@pytest.mark.parametrize(
    ("text", "width", "cut"), [("harbour", 7, "harbour"), ("harbour", 6, "harbo…"), ("东京的", 4, "东…")]
)
def test_marks_where_it_was_truncated(text: str, width: int, cut: str) -> None:
    assert truncate(text, width) == cut


def test_truncates_between_words_where_asked_to() -> None:
    assert truncate("waiting on the quays", 18, whole_words=True) == "waiting on the…"
    assert truncate("the quays · the locks", 14, whole_words=True) == "the quays…"


def test_finds_the_character_under_a_cell() -> None:
    assert [index_at("a东b", cell) for cell in range(5)] == [0, 1, 1, 2, 3]
