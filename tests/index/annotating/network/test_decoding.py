"""Scores to names: names stay whole, whatever the scores of single tokens."""

import numpy as np

from index.annotating.network.decoding import decoded
from index.annotating.network.labels import CLASSES, KINDS, classes


def scores(*likely: int, sure: float = 0.9) -> np.ndarray:
    table = np.full((len(likely), CLASSES), (1 - sure) / (CLASSES - 1), dtype=np.float32)
    table[np.arange(len(likely)), likely] = sure
    return np.log(table)


def test_a_name_of_three_tokens_between_others() -> None:
    org = 1 + 4 * KINDS.index("ORG")
    (found,) = decoded(np.arange(10, 15), scores(0, org, org + 1, org + 2, 0))
    assert (found.first, found.last, found.kind) == (11, 13, "ORG")
    assert 0.9 < found.score < found.named < 1


def test_an_end_without_a_beginning_becomes_a_whole_name_or_none() -> None:
    (found,) = decoded(np.arange(2), np.log(np.exp(scores(0, 3)) + np.exp(scores(0, 4, sure=0.5))))
    assert (found.first, found.last, found.kind) == (1, 1, "PER")


def test_names_do_not_reach_over_places_left_out() -> None:
    places = np.array([0, 5])
    assert all(one.first == one.last for one in decoded(places, scores(1, 3)))


def test_stretches_of_every_length_are_read_together() -> None:
    whole = 4
    places = np.array([0, 2, 3, 6, 7, 8, 10])
    found = decoded(places, scores(*[whole] * 7))
    assert [one.first for one in found] == places.tolist()


def test_very_long_stretches() -> None:
    assert len(decoded(np.arange(1000), scores(*[4] * 1000))) == 1000


def test_nothing() -> None:
    assert decoded(np.zeros(0, dtype=np.int64), np.zeros((0, CLASSES), dtype=np.float32)) == []


def test_classes_of_marked_tokens() -> None:
    # "Davor Kern met them in Oslo": the spans are code points.
    starts, ends = [0, 6, 11, 15, 20, 23], [5, 10, 14, 19, 22, 27]
    found = classes(starts, ends, [(0, 10, "PER"), (23, 27, "LOC")])
    assert found == [1, 3, 0, 0, 0, 1 + 4 * KINDS.index("LOC") + 3]
