"""Which figure of an article `morgue figures` is asked about."""

from index.annotating.counting.figures import find_figures
from tui.commands.figures import nearest, places

TEXT = "Some 12 people fled.\n\nBy night 12 people\nhad drowned. Of 300 sheep none was saved."
FIGURES = find_figures(TEXT)
FIRST, SECOND, SHEEP = FIGURES


def test_the_sentence_decides_where_a_headline_was_counted_in() -> None:
    title = len("River takes the lower town of Orvane\n\n")
    spans = places("Some 12 people fled.", TEXT)
    assert nearest(FIGURES, "12", FIRST.start + title, spans) == FIRST
    assert nearest(FIGURES, "12", FIRST.start + title) == SECOND


def test_white_space_does_not_hide_a_sentence() -> None:
    assert nearest(FIGURES, "12", 0, places(" By night 12 people had  drowned.", TEXT)) == SECOND


def test_without_the_sentence_the_place_decides() -> None:
    for sentence in ("", "  ", "Nothing of the sort (was said.", "Some 12 people fled. And back"):
        assert nearest(FIGURES, "12", SECOND.start, places(sentence, TEXT)) == SECOND


def test_a_number_outside_its_sentence_is_found_all_the_same() -> None:
    assert nearest(FIGURES, "300", 0, places("Some 12 people fled.", TEXT)) == SHEEP
    assert nearest(FIGURES, "7", 0, places("Some 12 people fled.", TEXT)) is None


def test_of_a_sentence_said_twice_the_nearer_one_is_meant() -> None:
    text = "Kern fined 30 firms.\n\nNobody paid.\n\nKern fined 30 firms."
    first, second = find_figures(text)
    spans = places("Kern fined 30 firms.", text)
    assert len(spans) == 2
    assert nearest((first, second), "30", second.start, spans) == second
    assert nearest((first, second), "30", first.start, spans) == first
