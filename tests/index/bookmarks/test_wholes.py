"""Changed words end where what is said ends, as the quote did."""

import pytest

from index.bookmarks.anchoring import anchor, nearest, place
from models.bookmark import Anchor
from tests.index.bookmarks.conftest import article_of

SIGNED = (
    'She read it out. "I may have signed it. I sign five hundred things a week," {who} said. "Ask the clerk."'
)
MILL = "The mayor spoke at noon. The mill closed in the spring and ninety people left. Nobody replied."


def found_again(before: str, words: str, after: str) -> str:
    """What is found of some words of one text in another."""
    kept, text = kept_in(before, words), article_of("Above it.", after, "Below it.").article.text
    found = nearest(kept, text)
    assert found is not None
    again = place(kept, text)
    assert again is None or again == found
    return text[found.start : found.end]


def kept_in(before: str, words: str) -> Anchor:
    article = article_of("Above it.", before, "Below it.").article
    start = article.text.index(words)
    return anchor(article, start, start + len(words))


def test_a_quotation_stays_a_quotation_though_its_end_was_rewritten() -> None:
    before = SIGNED.format(who="Ada Brill")
    after = before.replace("five hundred things a week", "far too many things")
    words = '"I may have signed it. I sign five hundred things a week,"'
    assert found_again(before, words, after) == '"I may have signed it. I sign far too many things,"'


def test_a_saying_that_its_verb_parts_stays_whole() -> None:
    before = "“We stay,” Brill said, “and wait for the water to fall by itself.” Nobody came."
    after = "“We will stay,” Brill said, “and wait for the river to go down.” Nobody came."
    assert found_again(before, before[:-13], after) == after[:-13]


def test_a_quotation_that_lost_its_marks_is_a_sentence() -> None:
    before = "“We count every boat that comes back to the harbour at night,” Brill said. Nobody came."
    after = "Asked, Brill said they count every boat that comes back to the harbour. Nobody came."
    found = found_again(before, before[: before.index(" Brill")], after)
    assert found == "Asked, Brill said they count every boat that comes back to the harbour."


@pytest.mark.parametrize("stop", [".", ""], ids=["with its full stop", "without"])
def test_a_sentence_stays_a_sentence(stop: str) -> None:
    after = MILL.replace("and ninety people left.", "the owners say, and sixty people let go!")
    found = found_again(MILL, f"The mill closed in the spring and ninety people left{stop}", after)
    whole = "The mill closed in the spring the owners say, and sixty people let go"
    assert found == whole + ("!" if stop else "")


def test_a_stray_word_of_the_sentence_before_does_not_bring_that_sentence() -> None:
    after = MILL.replace("The mayor spoke at noon.", "The mayor spoke at length of the mill.").replace(
        "The mill closed", "It closed"
    )
    found = found_again(MILL, "The mill closed in the spring and ninety people left.", after)
    assert found == "It closed in the spring and ninety people left."


def test_words_cut_out_of_a_sentence_stay_cut_out() -> None:
    after = MILL.replace("ninety people left", "ninety people left the town")
    assert found_again(MILL, "closed in the spring and ninety people", after.replace("closed", "shut")) == (
        "in the spring and ninety people"
    )


def test_words_without_surroundings_are_not_taken_for_a_sentence() -> None:
    words = "closed in the spring and ninety people left"
    kept = Anchor(exact=words, prefix="", suffix="", start=40, end=40 + len(words), passage=1)
    text = "The mill closed in the early spring and ninety people left at once, without pay."
    found = nearest(kept, text)
    assert found is not None
    assert text[found.start : found.end] == "closed in the early spring and ninety people left"


def test_where_nothing_whole_is_alike_the_words_stay_as_found() -> None:
    endless = f"Then we hold the line{' and so on, without end or pause, over the hills' * 6}."
    assert found_again("We hold the line.", "We hold the line.", endless) == "we hold the line"
