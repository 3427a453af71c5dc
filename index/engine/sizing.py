"""About how many rows a query tree has, by which an And takes its parts in turn; nothing is evaluated for it."""

from collections.abc import Callable
from typing import Any, Protocol

from whoosh import query

from index.engine.arrays import Array
from index.engine.caching import Cache
from index.engine.field import Field, with_prefix
from index.engine.passages import InPassages


class Index(Protocol):
    """What evaluation needs of a snapshot."""

    rows_total: int
    cache: Cache

    def field(self, name: str) -> Field | None:
        """A field, or None where there is none of that name."""

    def column(self, name: str) -> Array:
        """A number of each row."""

    def outlets_with(self, fits: Callable[[str], bool]) -> Array:
        """A mask over the numbers of the column "outlet": those with a word that fits."""


def asked_of_column(tree: Any, *, scored: bool) -> bool:
    """Whether a word is one of an outlet that filters only: then the column "outlet" knows all there is to know."""
    return tree.fieldname == "outlet" and not scored


def rows_at_most(index: Index, tree: query.Query, *, scored: bool) -> int:
    """At most how many rows a tree has, about; all of them where looking through a column finds them.

    Args:
        index: The rows.
        tree: What is asked.
        scored: Whether its words count for the score.
    """
    total = index.rows_total

    def size(tree: query.Query) -> int:
        return rows_at_most(index, tree, scored=scored)

    match tree:
        case query.Term() | query.Prefix() if asked_of_column(tree, scored=scored):
            return total
        case query.Term():
            field = index.field(tree.fieldname)
            return field.card(tree.text).frequency if field else 0
        case query.Prefix():
            field = index.field(tree.fieldname)
            return min(field.size(with_prefix(tree.text)), total) if field else 0
        case query.Or():
            return min(sum(map(size, tree)), total)
        case query.And():
            return min(map(size, tree), default=0)
        case query.Phrase():
            return min((size(query.Term(tree.fieldname, word)) for word in tree.words), default=0)
        case query.ConstantScoreQuery():
            return rows_at_most(index, tree.child, scored=False)
        case query.AndNot() | query.AndMaybe():
            return size(tree.a)
        case InPassages():
            return len(tree.codes)
        case query.Not():
            return total + 1
    return total
