"""Which articles mention which names, counted as a search for both would find them."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from index.catalogue import Catalogue
from index.engine import Snapshot
from index.engine.matches import begins
from index.engine.passages import InPassages


class Mentioned(NamedTuple):
    """Pairs of a name and an article that mentions it, each once."""

    entities: tuple[str, ...]
    which: NDArray[np.int64]
    """For each pair the place of its name in `entities`."""
    articles: NDArray[np.int64]
    """For each pair the article, as the snapshot numbers it."""


def mentioned(
    snapshot: Snapshot,
    catalogue: Catalogue,
    rows: NDArray[np.int64],
    most: int,
    *,
    frequent_in: NDArray[np.int64] | None = None,
) -> Mentioned:
    """The names that some rows mention.

    Args:
        snapshot: Where the rows are.
        catalogue: What names stand for.
        rows: The rows looked at.
        most: Local names of which entities are looked for: the most frequent ones.
        frequent_in: Those of the rows in which they are frequent; None for all.
    """
    recast = catalogue.recast_locals()
    frequent = snapshot.frequent_terms("names", rows if frequent_in is None else frequent_in, most)
    known = catalogue.locals_beside([*frequent, *recast])
    number = {entity: i for i, entity in enumerate(dict.fromkeys(entity for _, entity in known))}
    entities = np.array([number[entity] for _, entity in known], np.int64)
    asked = [local if local not in recast else "" for local, _ in known]
    held, where = snapshot.terms_held("names", rows, asked)
    for place, (local, _) in enumerate(known):
        if local in recast:
            there = _mentioning(snapshot, catalogue, rows, local)
            held, where = np.append(held, np.full(len(there), place)), np.append(where, there)
    # Several rows of an article may mention it, under several local names.
    total = max(1, snapshot.articles.total)
    pairs = np.sort(entities.take(held) * total + snapshot.articles.number.take(where))
    pairs = pairs.take(begins(pairs))
    return Mentioned(tuple(number), pairs // total, pairs % total)


def _mentioning(
    snapshot: Snapshot, catalogue: Catalogue, rows: NDArray[np.int64], local: str
) -> NDArray[np.int64]:
    """Those of some rows whose passages mention a local name, as the catalogue has it and not the engine."""
    passages = InPassages(catalogue.passages_with([local]))
    return rows[passages.among(snapshot.column("article").take(rows), snapshot.column("passage").take(rows))]
