"""The same answers as Whoosh's own searcher, and as the documentation promises, for any small collection."""

from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from whoosh import index, query
from whoosh.filedb.filestore import RamStorage
from whoosh.searching import Searcher

from index.engine import Row, Snapshot, Writer
from index.engine.evaluating import Evaluator
from index.engine.schema import schema
from tests.index.engine.support import (
    collections,
    compiled_trees,
    holds,
    identities,
    likeness_trees,
    scored_trees,
    trees,
    write,
)


def whoosh_scores(searcher: Searcher, tree: query.Query) -> dict[int, float]:
    """What Whoosh's matchers say, without the optimisations that lose hits."""
    matcher = tree.matcher(searcher)
    found = {}
    while matcher.is_active():
        found[matcher.id()] = matcher.score()
        matcher.next()
    return found


def written_by_whoosh(rows: list[Row]) -> index.Index:
    """The rows in an index that Whoosh's own writer and codec made."""
    stock = RamStorage().create_index(schema())
    with stock.writer() as writer:
        for row in rows:
            writer.add_document(
                words=row.text,
                stems=row.text,
                title=row.title,
                names=sorted(set(row.names)),
                article=row.article,
            )
    return stock


@settings(max_examples=80, deadline=None)
@given(collections(), st.lists(st.one_of(scored_trees, likeness_trees), min_size=3, max_size=3))
def test_rows_and_scores_are_those_of_whoosh(rows: list[Row], asked: list[query.Query]) -> None:
    with TemporaryDirectory() as folder, written_by_whoosh(rows).searcher() as stock:
        half = len(rows) // 2
        write(Path(folder), rows[:half], rows[half:], optimize=True)
        snapshot = Snapshot.open(Path(folder))
        with index.open_dir(folder).searcher() as ours:
            for tree in asked:
                found = snapshot.evaluate(tree)
                scores = dict(zip(found.rows.tolist(), found.scores.tolist(), strict=True))
                assert scores == pytest.approx(whoosh_scores(stock, tree), rel=1e-5, abs=1e-5)
                assert scores == pytest.approx(whoosh_scores(ours, tree), rel=1e-5, abs=1e-5)


@settings(max_examples=120, deadline=None)
@given(collections(), st.lists(st.one_of(trees, compiled_trees), min_size=4, max_size=4), st.data())
def test_sets_hold_over_segments_and_deletions(
    rows: list[Row], asked: list[query.Query], data: st.DataObject
) -> None:
    articles = sorted({row.article for row in rows})
    deleted = set(data.draw(st.lists(st.sampled_from(articles), unique=True)))
    cuts = sorted(data.draw(st.lists(st.integers(0, len(rows)), min_size=1, max_size=3)))
    with TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        if data.draw(st.booleans()):
            patch.setattr("index.engine.writer.worth_merging", lambda *_: [])
        with Writer(Path(folder)) as writer:
            for low, high in pairwise([0, *cuts, len(rows)]):
                for row in rows[low:high]:
                    writer.add(row)
                writer.commit()
            for article in deleted:
                writer.delete(article)
        snapshot = Snapshot.open(Path(folder))
        alive = [row for row in rows if row.article not in deleted]
        assert snapshot.rows == len(alive)
        for tree in asked:
            expected = {(row.article, row.passage) for row in alive if holds(row, tree)}
            matches = snapshot.evaluate(tree)
            assert set(identities(snapshot, matches)) == expected
            top = snapshot.top(tree, 5)
            days = snapshot.column("day")[matches.rows]
            order = np.lexsort((matches.rows, -days, -matches.scores))[:5]
            assert (top.rows.tolist(), top.total) == (matches.rows[order].tolist(), len(expected))
            assert top.scores.tolist() == matches.scores[order].tolist()
            # Asked among few rows, a part gives what it gives by itself.
            few = np.arange(0, snapshot.rows_total, 2)
            kept = Evaluator(Snapshot.open(Path(folder)), 1.2, 0.75).among(few, tree)
            whole = Evaluator(snapshot, 1.2, 0.75).evaluate(tree)
            scores = dict(zip(whole.rows.tolist(), whole.scores.tolist(), strict=True))
            each = np.broadcast_to(kept.scores, len(kept.places))
            given_ = dict(zip(few[kept.places].tolist(), each.tolist(), strict=True))
            assert given_ == pytest.approx({row: s for row, s in scores.items() if row % 2 == 0}, rel=1e-5)
