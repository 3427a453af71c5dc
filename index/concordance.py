"""Each place where a query's words or names stand, as a line of its own with what is around it."""

from collections.abc import Iterable, Sequence
from typing import Literal

import numpy as np

from index.catalogue import Catalogue
from index.engine import Snapshot
from index.lighting import Lighter
from index.matching import matching
from index.query.asking import asks_for_articles
from index.query.names import NameLookup
from index.words import places, terms
from models.concordance import Line, LineOrder

CONTEXT = 160
"""Code points kept on each side; half of the widest terminals, and a fifth to spare for what takes no cell."""
_NO_DAY = 2**31


class Concordance:
    """The lines of one query as of one commit, article by article in order of date, made as far as they are asked for.

    Lines are of passages with all the words; where there are none, of those with some. Not to be used by two threads
    at once.
    """

    def __init__(
        self,
        snapshot: Snapshot,
        catalogue: Catalogue,
        names: NameLookup,
        query: str,
        *,
        typing: bool = False,
        order: Literal["newest", "oldest"] = "newest",
    ) -> None:
        """Find the passages, and read none of them yet.

        Args:
            snapshot: The rows searched.
            catalogue: The articles they belong to.
            names: What names, outlets and marks in the query mean.
            query: As typed.
            typing: The last word may be unfinished.
            order: Which articles come first; the undated come last either way.
        """
        found = matching(snapshot, names, query, typing=typing)
        self.query = query
        self.understood = found.understood
        """The query in plain words."""
        self.has_words = not asks_for_articles(query)
        """Whether the query asks for words or names at all; without any there is no line."""
        self.full = found.full
        """Whether the passages have all that was asked for."""
        rows = found.rows if self.has_words else found.rows[:0]
        articles, numbers = snapshot.column("article").take(rows), snapshot.column("passage").take(rows)
        days = snapshot.column("day").take(rows).astype(np.int64)
        dated = days if order == "oldest" else -days
        ordered = np.lexsort((numbers, articles, np.where(days == 0, _NO_DAY, dated)))
        self._places = np.stack([articles.take(ordered), numbers.take(ordered)], axis=1)
        self.passages = len(rows)
        """How many passages have lines, at most: of some only the article's headline or outlet was asked for."""
        self.looked_at = 0
        """How many of them `more` has been through."""
        self._catalogue = catalogue
        self._lighter = Lighter(catalogue, found.tree, names)

    @property
    def done(self) -> bool:
        """Whether all lines have been given."""
        return self.looked_at >= self.passages

    def more(self, passages: int) -> list[Line]:
        """The lines of the next so many passages."""
        wanted: list[tuple[int, int]] = [
            (article, number)
            for article, number in self._places[self.looked_at : self.looked_at + passages].tolist()
        ]
        self.looked_at += len(wanted)
        headings = self._catalogue.headings({revision for revision, _ in wanted})
        names = self._lighter.names(headings)
        lines: list[Line] = []
        for (revision, number), text in zip(wanted, self._catalogue.passages(wanted), strict=True):
            heading = headings.get(revision)
            if heading is None or text is None:
                # Gone since, by another process.
                continue
            base = text.start or 0
            lines += (
                Line(
                    heading.key,
                    number,
                    base + start,
                    base + end,
                    text.text[max(0, start - CONTEXT) : start],
                    text.text[start:end],
                    text.text[end : end + CONTEXT],
                    heading.outlet,
                    heading.published,
                )
                for start, end in self._lighter.spans(number, text.text, text.start, names.get(revision, ()))
            )
        return lines


def in_order(lines: Iterable[Line], order: LineOrder) -> list[Line]:
    """Lines in another order; those that are equal in it keep theirs.

    By a word means by it and then by those beyond it, as far as the third; lines that have none there come last.

    Args:
        lines: By date already, in the order that is wanted.
        order: By date leaves them as they are.
    """
    if order in {"newest", "oldest"}:
        return list(lines)
    first = int(order[0]) - 1

    def key(line: Line) -> tuple[bool, Sequence[str]]:
        found = terms(line.right)[first:3] if order[1] == "R" else terms(line.left)[::-1][first:3]
        return not found, found

    return sorted(lines, key=key)


def sorted_word(line: Line, order: LineOrder) -> tuple[int, int] | None:
    """Where the word stands by which a line is sorted, in what is left or right of the keyword; None without one."""
    if order in {"newest", "oldest"}:
        return None
    number = int(order[0])
    found = places(line.right) if order[1] == "R" else places(line.left)[::-1]
    return found[number - 1] if len(found) >= number else None
