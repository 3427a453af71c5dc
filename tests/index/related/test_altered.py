"""Figures that a copy gives otherwise."""

from pathlib import Path

import pytest

from index.related import related_to_passage
from index.related.altered import altered_figures
from tests.index.libraries import FILLER, MemoryLibrary, article

_SENTENCE = "The flood in the valley of Orvane left {} on Monday night, the River Board said in Lakeport."
_REST = (
    "Rescuers searched the lower town with boats and dogs until the early morning.",
    "Nora Vance, who keeps the bakery, lost her ovens and the mill behind the church.",
)


@pytest.mark.parametrize(
    ("mine", "theirs", "found"),
    [
        ("42 people dead", "45 people dead", True),
        ("1,200 people homeless", "1,300 people homeless", True),
        ("45 people dead", "forty-five people dead", False),
        ("the roads 10 km longer", "the roads 6.2 miles longer", False),
    ],
)
def test_another_value_in_the_same_words_is_found(mine: str, theirs: str, found: bool) -> None:
    assert bool(altered_figures(_SENTENCE.format(mine), _SENTENCE.format(theirs))) is found


def test_of_the_copies_of_the_open_article_the_one_that_altered_a_figure_is_shown(tmp_path: Path) -> None:
    library = MemoryLibrary(
        tmp_path,
        [
            article("wire.txt", _SENTENCE.format("42 people dead"), *_REST, published="2021-08-14"),
            article("post.txt", _SENTENCE.format("42 people dead"), *_REST, published="2021-08-15"),
            article("herald.txt", _SENTENCE.format("45 people dead"), *_REST, published=None),
            article(
                "echo.txt",
                "The River Board in Lakeport was blamed for the flood in Orvane.",
                published="2021-08-15",
            ),
            *FILLER,
        ],
    )
    rows = related_to_passage(library, 1, 1)
    own = [row for row in rows if row.path in ("post.txt", "herald.txt")]
    assert [row.path for row in own] == ["herald.txt"]
    assert own[0].badge == "copied text · figure differs"
    assert own[0].reasons[0].startswith("42")
    assert "↔ 45" in own[0].reasons[0]
    assert own[0].copies == 1
    assert any(row.path == "echo.txt" for row in rows)


def test_the_earliest_dated_stands_for_copies_of_another_article(tmp_path: Path) -> None:
    library = MemoryLibrary(
        tmp_path,
        [
            article(
                "asked.txt",
                "Orvane was flooded; the River Board in Lakeport blamed the rain.",
                published="2021-08-15",
            ),
            article("a.txt", _SENTENCE.format("42 people dead"), *_REST, published=None),
            article("b.txt", _SENTENCE.format("42 people dead"), *_REST, published="2021-08-16"),
            *FILLER,
        ],
    )
    row = next(r for r in related_to_passage(library, 1, 1) if r.path in ("a.txt", "b.txt"))
    assert (row.path, row.copies) == ("b.txt", 1)
