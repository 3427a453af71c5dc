"""Outlets as numbers of rows: each segment numbers its own, and a snapshot or merge makes the numbers agree."""

import json
from collections.abc import Sequence

import numpy as np

from index.engine.arrays import Array
from index.engine.postings import Sink
from index.engine.schema import COLUMNS
from index.engine.segments import OpenSegment
from index.words import terms


def add_outlets(sink: Sink, names: Sequence[str], numbers: Array) -> None:
    """Write the outlets, and the number of each row's."""
    sink.add("outlets", np.frombuffer(json.dumps(names).encode("ascii"), np.uint8))
    sink.add("column.outlet", numbers.astype(COLUMNS["outlet"]))


def common_outlets(segments: Sequence[OpenSegment]) -> tuple[list[str], list[Array]]:
    """The outlets of several segments numbered together, and for each segment the numbers of its rows' outlets."""
    number: dict[str, int] = {}
    columns = []
    for open_ in segments:
        common = [number.setdefault(name, len(number)) for name in open_.outlets]
        columns.append(np.array(common, COLUMNS["outlet"])[open_.column("outlet")])
    return list(number), columns


def by_word(names: Sequence[str]) -> dict[str, list[int]]:
    """The numbers of the outlets that each folded word stands in."""
    found: dict[str, list[int]] = {}
    for number, name in enumerate(names):
        for word in terms(name):
            found.setdefault(word, []).append(number)
    return found
