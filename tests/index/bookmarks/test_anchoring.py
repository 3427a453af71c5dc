import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.bookmarks.anchoring import WORTH_OFFERING, anchor, nearest, place
from models.annotation import AnnotatedArticle
from models.bookmark import Anchor
from tests.index.bookmarks.conftest import PARAGRAPHS, article_of

LONG = "40 of its 52 boats would stay in harbour until the spring"


def kept(article: AnnotatedArticle, words: str, nth: int = 0) -> Anchor:
    text, start = article.article.text, -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return anchor(article.article, start, start + len(words))


def test_an_anchor_holds_words_surroundings_and_passage(ferries: AnnotatedArticle) -> None:
    found = kept(ferries, "Nobody sails for nothing")
    assert found.exact == "Nobody sails for nothing"
    assert found.prefix.endswith("Tarrow. “")
    assert len(found.prefix) == 64
    assert found.suffix.startswith(".”\n\nPenhale")
    assert found.passage == 2


def test_unchanged_article_places_exactly(ferries: AnnotatedArticle) -> None:
    found = place(kept(ferries, LONG), ferries.article.text)
    assert found is not None
    assert (found.exactness, found.likeness) == ("exact", 1.0)
    assert ferries.article.text[found.start : found.end] == LONG


@pytest.mark.parametrize("nth", [0, 1])
def test_repeated_words_are_told_apart_by_their_surroundings(ferries: AnnotatedArticle, nth: int) -> None:
    words = "We will hold the line"
    moved = article_of("A new first paragraph stands here.", *PARAGRAPHS)
    found = place(kept(ferries, words, nth), moved.article.text)
    expected = kept(moved, words, nth)
    assert found is not None
    assert (found.start, found.end, found.exactness) == (expected.start, expected.end, "moved")


def test_edited_words_are_found_and_said_to_be_changed(ferries: AnnotatedArticle) -> None:
    edited = article_of("New.", PARAGRAPHS[0].replace("40 of its 52", "41 of its 52"), *PARAGRAPHS[1:])
    found = place(kept(ferries, LONG), edited.article.text)
    assert found is not None
    assert found.exactness == "changed"
    assert 0.7 <= found.likeness < 1
    assert edited.article.text[found.start : found.end] in {
        LONG.replace("40", "41"),
        LONG.removeprefix("40 "),
    }


def test_other_quotation_marks_change_the_quote_but_not_its_words(ferries: AnnotatedArticle) -> None:
    straight = article_of(*(text.replace("“", '"').replace("”", '"') for text in PARAGRAPHS))
    found = place(kept(ferries, "“Nobody sails for nothing.”"), straight.article.text)
    assert found is not None
    assert straight.article.text[found.start : found.end] == '"Nobody sails for nothing."'
    assert (found.exactness, found.likeness) == ("changed", 1.0)


def test_a_quote_that_is_gone_is_said_to_be_lost(ferries: AnnotatedArticle) -> None:
    other = article_of(
        "Snow fell on the high road, and the council of Brannock met to talk of salt and of ploughs."
    )
    assert place(kept(ferries, LONG), other.article.text) is None


def test_few_words_elsewhere_by_chance_are_not_the_quote(ferries: AnnotatedArticle) -> None:
    other = article_of(
        "A kite went up over the hill. It went the line of the wind, and the children cheered it on."
    )
    assert place(kept(ferries, "the line"), other.article.text) is None


def test_an_empty_article_holds_nothing(ferries: AnnotatedArticle) -> None:
    assert place(kept(ferries, LONG), "") is None


@given(text=st.text(min_size=2, max_size=200), data=st.data())
def test_any_span_of_any_text_is_placed_where_it_was(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    found = place(anchor(article_of(text).article, start, end), text)
    assert found is not None
    assert (found.start, found.end) == (start, end)


@given(quote=st.text(min_size=1, max_size=60), text=st.text(max_size=200))
def test_any_quote_in_any_text_is_placed_inside_it_or_lost(quote: str, text: str) -> None:
    found = place(anchor(article_of(quote).article, 0, len(quote)), text)
    assert found is None or 0 <= found.start < found.end <= len(text)


def test_what_is_too_unlike_to_be_the_quote_is_offered_as_the_nearest(ferries: AnnotatedArticle) -> None:
    gone = kept(ferries, LONG)
    rewritten = article_of("Forty boats would stay in harbour, the company said, until the spring came.")
    text = rewritten.article.text
    assert place(gone, text) is None
    found = nearest(gone, text)
    assert found is not None
    assert "boats would stay in harbour" in text[found.start : found.end]
    assert WORTH_OFFERING <= found.likeness < 0.7
    assert nearest(gone, "Nothing of the kind was ever said by anybody in this town.") is None
    assert nearest(gone, "") is None
    same = nearest(gone, ferries.article.text)
    assert same is not None
    assert same.exactness == "exact"


@pytest.mark.parametrize(
    ("quote", "text"),
    [
        ("people were moved", "On the quay people were waiting for the last boat."),
        (
            "The keeper of the weir had left the gate open at night.",
            "The keeper of the museum had a parrot that spoke, and it was open on Sundays.",
        ),
    ],
    ids=["two words in common", "less than six tenths"],
)
def test_a_few_common_words_are_not_offered(quote: str, text: str) -> None:
    gone = Anchor(exact=quote, prefix="Before dawn ", suffix=" again.", start=0, end=len(quote), passage=1)
    assert nearest(gone, text) is None


@given(words=st.text(max_size=60), text=st.text(max_size=200))
def test_the_nearest_lies_in_the_text(words: str, text: str) -> None:
    found = nearest(Anchor(exact=words, prefix="", suffix="", start=0, end=len(words), passage=1), text)
    assert found is None or 0 <= found.start < found.end <= len(text)
