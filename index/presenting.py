"""Rows of the index to hits: what a reader sees of a passage, with the query's words lit."""

from collections.abc import Collection, Mapping
from typing import Protocol, TypeAlias

import numpy as np
from numpy.typing import NDArray

from index.catalogue import Catalogue
from index.denials import Denials
from index.engine import Snapshot
from index.lighting import Lighter
from index.query.names import NameLookup
from index.query.tree import AllOf
from models.search import Hit

Groups: TypeAlias = Mapping[int, tuple[int, ...]]
"""Near-identical articles: the group of each that is in one, earliest first."""


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

    def __init__(
        self,
        snapshot: Snapshot,
        catalogue: Catalogue,
        tree: AllOf,
        names: NameLookup,
        groups: Groups,
        *,
        new: Collection[int] = (),
    ) -> None:
        self._article = snapshot.column("article")
        self._passage = snapshot.column("passage")
        self._catalogue = catalogue
        self._lighter = Lighter(catalogue, tree, names)
        self._denials = Denials(catalogue, tree, names)
        self._groups = groups
        self._new = new

    def hits(self, whole: Picked, rest: Picked) -> tuple[Hit, ...]:
        """Hits with ranks from 1: first what has all the words, then the rest."""
        rows = np.concatenate([whole.rows, rest.rows])
        revisions: list[int] = self._article.take(rows).tolist()
        numbers: list[int] = self._passage.take(rows).tolist()
        scores: list[float] = np.concatenate([whole.scores, rest.scores]).tolist()
        counts: list[int] = np.concatenate([whole.passages, rest.passages]).tolist()
        headings = self._catalogue.headings(revisions)
        texts = self._catalogue.passages(list(zip(revisions, numbers, strict=True)))
        names = self._lighter.names(headings)
        quoted = self._denials.quoted(headings)
        hits: list[Hit] = []
        for place, (revision, text) in enumerate(zip(revisions, texts, strict=True)):
            heading = headings.get(revision)
            if heading is None or text is None:
                # Committed by another process after this snapshot was opened.
                continue
            group = self._groups.get(revision)
            highlights = self._lighter.spans(numbers[place], text.text, text.start, names.get(revision, ()))
            hits.append(
                Hit(
                    rank=len(hits) + 1,
                    score=round(scores[place], 4),
                    path=heading.key.path,
                    part=heading.key.part,
                    paths=heading.paths,
                    title=heading.title,
                    outlet=heading.outlet,
                    published=heading.published,
                    passage=numbers[place],
                    start=text.start,
                    end=text.end,
                    text=text.text,
                    highlights=highlights,
                    full=place < len(whole.rows),
                    passages=counts[place],
                    group=group[0] if group else 0,
                    version=group.index(revision) if group else 0,
                    copies=len(group) - 1 if group else 0,
                    new=revision in self._new,
                    denial=self._denials.told(quoted.get(revision, ()), text.text, text.start, highlights),
                )
            )
        return tuple(hits)


def texts_of(snapshot: Snapshot, catalogue: Catalogue, rows: NDArray[np.int64]) -> list[str]:
    """The text of each row; none where its article was written anew after the snapshot was opened."""
    articles, passages = snapshot.column("article").take(rows), snapshot.column("passage").take(rows)
    found = catalogue.passages(list(zip(articles.tolist(), passages.tolist(), strict=True)))
    return [passage.text if passage else "" for passage in found]
