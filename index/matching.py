"""All passages that answer a query, where it does not matter which is the better."""

from functools import partial
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from index.dating import latest_day
from index.engine import Snapshot
from index.query.compiling import compile_query, ignored
from index.query.names import NameLookup
from index.query.parsing import parse
from index.query.plain import describe
from index.query.tree import AllOf


class Matching(NamedTuple):
    """The passages with all the words; where there are none, those with some."""

    tree: AllOf
    names: NameLookup
    rows: NDArray[np.int64]
    """Ascending."""
    scores: NDArray[np.float32]
    full: bool
    """Whether they have all that was asked for."""

    @property
    def understood(self) -> str:
        """The query in plain words."""
        return describe(
            self.tree, ignored=ignored(self.tree), names=self.names.names, outlets=self.names.outlets
        )


def matching(snapshot: Snapshot, names: NameLookup, query: str, *, typing: bool = False) -> Matching:
    """Find what answers a query.

    Args:
        snapshot: The rows searched.
        names: What names, outlets and marks in it mean.
        query: As typed.
        typing: The last word may be unfinished.
    """
    tree = parse(query, typing=typing, latest=partial(latest_day, snapshot))
    compiled = compile_query(tree, names)
    found = snapshot.evaluate(compiled.full)
    full = bool(len(found.rows)) or compiled.partial is None
    if not full and compiled.partial is not None:
        found = snapshot.evaluate(compiled.partial)
    return Matching(tree, names, found.rows, found.scores, full)
