"""Copies fold into one row and unfold below it."""

from models.search import Hit
from models.version import Version
from tui.text.folding import Unfolded, draw_unfolded, folded, row_of, unfolded
from tui.text.painting import Runs
from tui.text.results import by_article


def hit(path: str, group: int = 0, version: int = 0, *, full: bool = True) -> Hit:
    return Hit(
        rank=1, score=1.0, path=path, paths=(path,), part=0, title="Ferry aground", outlet=path, published=None,
        passage=2, start=0, end=5, text="Ferry", highlights=(), full=full, group=group, version=version,
        copies=2 if group else 0,
    )  # fmt: skip


def passage(path: str, number: int, group: int = 0) -> Hit:
    return hit(path, group).model_copy(update={"passage": number})


def version(path: str, title: str = "Ferry aground") -> Version:
    return Version(
        path=path, part=0, paths=(path,), title=title, outlet=path, published="2031-08-14", likeness=0.82
    )


VERSIONS = (version("first"), version("second"), version("third", "Sandbank holds ferry"))


def text(lines: list[Runs]) -> list[str]:
    return ["".join(run.text for run in line) for line in lines]


def test_the_earliest_stands_where_the_best_was() -> None:
    finds = by_article([hit("x"), hit("third", 7, 2), hit("y"), hit("first", 7, 0), hit("third", 7, 2)])
    rows = folded(finds, by_date=False)
    assert [row.best.path for row in rows] == ["x", "first", "y"]
    assert [other.best.path for other in rows[1].folded] == ["third"]
    assert len(rows[1].folded[0].hits) == 2


def test_by_date_the_first_of_the_list_stands_for_all() -> None:
    finds = by_article([hit("third", 7, 2), hit("x"), hit("first", 7, 0)])
    assert [row.best.path for row in folded(finds, by_date=True)] == ["third", "x"]


def test_one_that_matches_in_part_does_not_stand_for_one_that_matches() -> None:
    finds = by_article([hit("third", 7, 2), hit("x"), hit("first", 7, 0, full=False)])
    assert [row.best.path for row in folded(finds, by_date=False)] == ["third", "x"]


def test_all_versions_unfold_found_or_not() -> None:
    finds = folded(by_article([hit("second", 7, 1), hit("third", 7, 2), hit("x")]), by_date=False)
    assert unfolded(finds, {}) == finds
    rows = unfolded(finds, {7: VERSIONS})
    assert [row.key.path for row in rows] == ["second", "first", "third", "x"]
    assert [(row.passage, row.last) for row in rows if isinstance(row, Unfolded)] == [(0, False), (2, True)]


def test_other_passages_stand_below_the_best_in_reading_order_and_above_the_copies() -> None:
    hits = [passage("first", 5, 7), passage("x", 1), passage("first", 9, 7), passage("first", 0, 7)]
    hits += [passage("first", 3, 7), passage("first", 4, 7).model_copy(update={"full": False})]
    rows = unfolded(by_article(hits), {7: VERSIONS}, passages=True)
    assert [(row.key.path, row.passage) for row in rows] == [
        ("first", 5), ("first", 3), ("first", 9), ("second", 0), ("third", 0), ("x", 1)
    ]  # fmt: skip
    assert row_of(rows, rows[0].key, 9) == 2
    assert row_of(rows, rows[0].key, 4) == 0


def test_an_article_is_in_the_row_that_it_was_folded_into() -> None:
    finds = folded(by_article([hit("x"), hit("second", 7, 1), hit("third", 7, 2)]), by_date=False)
    third = finds[1].folded[0].key
    assert row_of(finds, third) == 1
    assert row_of(unfolded(finds, {7: VERSIONS}), third) == 3
    assert row_of(finds, None) is None


def test_a_copy_says_where_it_is_from_and_what_else_it_is_called() -> None:
    finds = folded(by_article([hit("first", 7)]), by_date=False)
    _, second, third = unfolded(finds, {7: VERSIONS})
    assert isinstance(second, Unfolded)
    assert isinstance(third, Unfolded)
    assert text(draw_unfolded(second, 60)) == [f"  └ 14 Aug 2031 · second{'82% alike':>36}"]
    assert text(draw_unfolded(third, 60))[1:] == ["    Sandbank holds ferry", ""]
    assert text(draw_unfolded(second, 30)) == ["  └ 14 Aug 2031 · second"]
