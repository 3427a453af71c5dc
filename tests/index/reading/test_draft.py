import pytest

from index.reading.draft import Block, Draft, Left, assemble, told_mended
from index.reading.plain.mojibake import mended
from models.errors import UnreadableFile


def test_offsets_and_places_of_dropped_lines() -> None:
    long = "The convoy crossed the river at dawn and stopped before the customs house. " * 20
    draft = Draft(blocks=[Block("First."), Block(long.strip()), Block("Last.")])
    draft.left = [
        Left("menu", "navigation", 0),
        Left("advert", "advertisement", 2),
        Left("foot", "navigation", 3),
    ]
    article = assemble(draft, "a.txt")
    assert article.text == "\n\n".join(passage.text for passage in article.passages)
    assert all(article.text[passage.start : passage.end] == passage.text for passage in article.passages)
    assert [passage.number for passage in article.passages] == list(range(1, len(article.passages) + 1))
    last = len(article.passages)
    assert [line.before for line in article.dropped] == [1, last, last + 1]


def test_the_first_place_wins() -> None:
    draft = Draft()
    draft.note("title", "  ", "nowhere")
    draft.note("title", "A\x1b[1m title", "h1")
    draft.note("title", "Another", "meta")
    assert (draft.title, draft.found) == ("A title", {"title": "h1"})


def test_nothing_at_all() -> None:
    with pytest.raises(UnreadableFile, match="No article text"):
        assemble(Draft(), "a.txt")


def test_what_is_told_of_mending_can_be_shown() -> None:
    wrong = "The weir \u201cholds\u201d, she said.".encode().decode("latin-1")
    told = told_mended(mended(wrong))
    assert told.text
    assert told.text.isprintable()
