"""Names in common, by entity: "IS", "Isis" and "the Islamic State" are one name and, as words, three or none."""

import math
from collections import Counter
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from index.library import Library
from index.nearby.ranking import idf
from index.nearby.shelf import Excerpt, Opened, shelf_of


def by_names(library: Library, asked: Mapping[str, int], excerpts: Sequence[Excerpt]) -> NDArray[np.float32]:
    """What sentences name of what a question names, each name ln(1 + its count there) · idf among the sentences.

    Their articles are opened, which is too dear where there are thousands.
    """
    if not asked:
        return np.zeros(len(excerpts), np.float32)
    named = [_named(shelf_of(library).open(library, excerpt.revision), excerpt) for excerpt in excerpts]
    having = Counter(entity for entities in named for entity in entities)
    weights = {
        entity: math.log1p(count) * idf(len(excerpts), having[entity]) for entity, count in asked.items()
    }
    return np.array([sum(weights[e] for e in entities & weights.keys()) for entities in named], np.float32)


def _named(opened: Opened | None, excerpt: Excerpt) -> frozenset[str]:
    return frozenset(opened.named(excerpt.start, excerpt.end)) if opened else frozenset()
