"""Rows of the index to hits: what a reader sees of a passage, with the query's words lit."""

from collections.abc import Iterator
from itertools import count
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from index.catalogue import Catalogue
from index.engine import Snapshot
from index.query.compiling import ignored
from index.query.highlighting import Highlighter, merged
from index.query.names import NameLookup
from index.query.tree import AllOf, Named
from models.search import Hit


class Picked(Protocol):
    """Rows in the order they are shown."""

    @property
    def rows(self) -> NDArray[np.int64]:
        """Row numbers of the snapshot."""

    @property
    def scores(self) -> NDArray[np.float32]:
        """The score of each."""

    @property
    def passages(self) -> NDArray[np.int64]:
        """How many passages of the row's article match, itself among them."""


class Presenter:
    """Turns the rows found for one query into hits."""

    def __init__(self, snapshot: Snapshot, catalogue: Catalogue, tree: AllOf, names: NameLookup) -> None:
        self._article = snapshot.column("article")
        self._passage = snapshot.column("passage")
        self._catalogue = catalogue
        self._highlighter = Highlighter(tree, ignored(tree))
        self._named = frozenset(
            local for node in tree.nodes if isinstance(node, Named) for local in names.locals_named(node)
        )

    def hits(self, whole: Picked, rest: Picked) -> tuple[Hit, ...]:
        """Hits with ranks from 1: first what has all the words, then the rest."""
        ranks = count(1)
        return (*self._hits(whole, ranks, full=True), *self._hits(rest, ranks, full=False))

    def _hits(self, picked: Picked, ranks: Iterator[int], *, full: bool) -> Iterator[Hit]:
        for row, score, passages in zip(picked.rows, picked.scores, picked.passages, strict=True):
            revision, number = int(self._article[row]), int(self._passage[row])
            heading = self._catalogue.heading(revision)
            passage = self._catalogue.passage(revision, number)
            if heading is None or passage is None:
                # Committed by another process after this snapshot was opened.
                continue
            start, end, text = passage
            yield Hit(
                rank=next(ranks),
                score=round(float(score), 4),
                path=heading.key.path,
                part=heading.key.part,
                paths=heading.paths,
                title=heading.title,
                outlet=heading.outlet,
                published=heading.published,
                passage=number,
                start=start,
                end=end,
                text=text,
                highlights=self._highlights(revision, number, start, text),
                full=full,
                passages=int(passages),
            )

    def _highlights(
        self, revision: int, number: int, start: int | None, text: str
    ) -> tuple[tuple[int, int], ...]:
        found = self._highlighter.spans(text, headline=number == 0)
        if not self._named or start is None:
            return found
        mentions = self._catalogue.mentioned(revision, number)
        names = {(begin - start, end - start) for local, begin, end in mentions if local in self._named}
        return merged({*found, *names})
