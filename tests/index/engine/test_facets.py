"""Rows counted by outlet and month."""

from datetime import date
from pathlib import Path

import numpy as np

from index.engine import Row, Snapshot, Writer
from index.engine.facets import by_month

JUNE, JULY = date(2021, 6, 30).toordinal(), date(2021, 7, 1).toordinal()


def row(article: int, outlet: str, day: int) -> Row:
    return Row(article, 0, "A tanker ran aground.", outlet=outlet, day=day)


def test_outlets_and_months_agree_over_segments_merges_and_deletions(tmp_path: Path) -> None:
    with Writer(tmp_path) as out:
        for article in range(10):
            out.add(row(article, "The Courier" if article % 2 else "Zürcher Bote", JUNE))
        out.commit()
        out.add(row(20, "Zürcher Bote", JULY))
        out.add(row(21, "", 0))
        out.commit()
        out.delete(0)
    several = Snapshot.open(tmp_path)
    assert len(several.segments) > 1
    with Writer(tmp_path) as out:
        out.commit(optimize=True)
    for snapshot in (several, Snapshot.open(tmp_path)):
        live = snapshot.live()
        rows = np.arange(snapshot.rows_total) if live is None else np.flatnonzero(live)
        assert snapshot.facets(rows, "outlet") == [("The Courier", 5), ("Zürcher Bote", 5), ("", 1)]
        assert snapshot.facets(rows, "month") == [("2021-06", 9), ("2021-07", 1), ("", 1)]
        assert snapshot.facets(rows[:0], "outlet") == []
        assert snapshot.facets(rows[:0], "month") == []


def test_months_before_1970_and_empty_ones_between() -> None:
    days = [date(1969, 12, 31), date(1970, 2, 1), date(1912, 4, 15), date(1912, 4, 16)]
    found = by_month(np.array([day.toordinal() for day in days]))
    assert found == [("1912-04", 2), ("1969-12", 1), ("1970-02", 1)]


def test_an_empty_index_has_no_facets(tmp_path: Path) -> None:
    assert Snapshot.open(tmp_path).facets(np.empty(0, np.int64), "outlet") == []


def test_names_are_counted_over_segments_and_without_what_was_deleted(tmp_path: Path) -> None:
    def named(article: int, *names: str) -> Row:
        return Row(article, 1, "A tanker ran aground.", names=names)

    with Writer(tmp_path) as out:
        out.add(named(1, "PERSON:Ida Marsh", "PLACE:Tolva"))
        out.add(named(2, "PLACE:Tolva"))
        out.commit()
        out.add(named(3, "PERSON:Ida Marsh"))
        out.commit()
        out.delete(1)
    snapshot = Snapshot.open(tmp_path)
    live = snapshot.live()
    rows = np.arange(snapshot.rows_total) if live is None else np.flatnonzero(live)
    assert set(snapshot.frequent_terms("names", rows, 5)) == {"PERSON:Ida Marsh", "PLACE:Tolva"}
    wanted = ["PLACE:Tolva", "PERSON:Ida Marsh", "PERSON:nobody"]
    which, where = snapshot.terms_held("names", rows, wanted)
    found = {(wanted[i], int(snapshot.column("article")[row])) for i, row in zip(which, where, strict=True)}
    assert found == {("PLACE:Tolva", 2), ("PERSON:Ida Marsh", 3)}
    assert snapshot.frequent_terms("names", rows[:0], 5) == []
