"""The whole ledger: what is counted, on what occasion, how far the figures part, and which are just later."""

from pathlib import Path

from index.figures.ledger import ledger
from models.article import Article
from models.related import Ledger
from tests.index.figures.test_ledger import DAM
from tests.index.libraries import FILLER, MemoryLibrary, article


def whole(folder: Path, *articles: Article, figure: str) -> Ledger:
    library = MemoryLibrary(folder, [*articles, *FILLER])
    first = library.load(1)
    assert first is not None
    found = ledger(library, 1, next(f for f in first.annotations.figures if f.text == figure))
    assert found is not None
    return found


def dated(path: str, count: str, day: str | None, outlet: str) -> Article:
    return article(path, DAM.format(count), published=day).model_copy(update={"outlet": outlet})


def test_spread_occasion_and_dates(tmp_path: Path) -> None:
    found = whole(
        tmp_path,
        dated("a.txt", "1,640 people", "2021-08-15", "Herald"),
        dated("b.txt", "2,100 people", "2021-08-16", "Courier"),
        dated("c.txt", "1,640 people", None, "Post"),
        figure="1,640",
    )
    assert (found.counted, found.occasion) == ("people displaced", ("Orvane",))
    assert (found.least, found.most, found.outlets) == ("1,640", "2,100", 3)
    assert (found.first, found.last) == ("2021-08-15", "2021-08-16")
    assert [row.figure_class for row in found.rows] == ["differs", "same"]


def test_an_outlet_written_with_the_and_without_counts_once(tmp_path: Path) -> None:
    found = whole(
        tmp_path,
        dated("a.txt", "1,640 people", "2021-08-15", "Herald"),
        dated("b.txt", "2,100 people", "2021-08-16", "The Herald"),
        figure="1,640",
    )
    assert (found.outlets, found.articles) == (1, 2)


def test_a_toll_that_rises_is_told_as_such(tmp_path: Path) -> None:
    found = whole(
        tmp_path,
        dated("a.txt", "1,640 people", "2021-08-15", "Herald"),
        dated("b.txt", "2,100 people", "2021-08-16", "Courier"),
        dated("c.txt", "900 people", "2021-08-14", "Post"),
        dated("d.txt", "1,200 people", "2021-08-17", "Radio"),
        dated("e.txt", "3,000 people", None, "Wire"),
        figure="1,640",
    )
    assert {row.figure: row.update for row in found.rows} == {
        "2,100": "later", "900": "earlier", "1,200": None, "3,000": None,
    }  # fmt: skip


def test_a_figure_alone(tmp_path: Path) -> None:
    found = whole(tmp_path, dated("a.txt", "1,640 people", None, "Herald"), figure="1,640")
    assert (found.rows, found.least, found.most, found.first) == ((), "1,640", "1,640", None)


def test_an_article_that_is_gone_has_no_ledger(tmp_path: Path) -> None:
    library = MemoryLibrary(tmp_path, [dated("a.txt", "1,640 people", None, "Herald")])
    first = library.load(1)
    assert first is not None
    assert ledger(library, 7, first.annotations.figures[0]) is None
