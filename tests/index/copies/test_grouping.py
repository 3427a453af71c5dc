"""Groups of near-identical articles, as articles come and go."""

import random

from index.copies.grouping import grouped
from index.copies.sketches import sketch


def _words(seed: int) -> list[str]:
    return [f"w{random.Random(seed + n).randrange(10**6)}" for n in range(0, 200_000, 1000)]


def _changed(words: list[str], every: int) -> list[str]:
    return [f"{word}x" if n % every == 0 else word for n, word in enumerate(words)]


def _library() -> dict[int, str]:
    """Three versions of one text, of which the outer two are too unlike, two of another text, and others."""
    story, other = _words(1), _words(2)
    chain = [story[:150], story[20:170], story[50:200]]
    texts = [*chain, other, _changed(other, 100), *(_words(seed) for seed in range(3, 40))]
    return {revision: " ".join(text) for revision, text in enumerate(texts, start=1)}


TEXTS = _library()
SKETCHES = {revision: sketch(text) for revision, text in TEXTS.items()}


def test_what_pairs_join_is_a_group_named_by_its_first() -> None:
    assert grouped(SKETCHES, {}, SKETCHES, TEXTS.__getitem__) == {1: 1, 2: 1, 3: 1, 4: 4, 5: 4}


def test_one_by_one_gives_the_same_as_all_at_once() -> None:
    for seed in range(5):
        order = random.Random(seed).sample(sorted(SKETCHES), len(SKETCHES))
        here: dict[int, bytes] = {}
        groups: dict[int, int] = {}
        for revision in order:
            here[revision] = SKETCHES[revision]
            groups = grouped(here, groups, {revision}, TEXTS.__getitem__)
        assert groups == {1: 1, 2: 1, 3: 1, 4: 4, 5: 4}


def test_a_group_falls_apart_where_the_one_between_leaves() -> None:
    left = {revision: sketch for revision, sketch in SKETCHES.items() if revision != 2}
    before = {1: 1, 2: 1, 3: 1, 4: 4, 5: 4}
    assert grouped(left, before, {1, 3}, TEXTS.__getitem__) == {4: 4, 5: 4}


def test_only_what_is_due_is_read() -> None:
    read: list[int] = []

    def text_of(revision: int) -> str:
        read.append(revision)
        return TEXTS[revision]

    grouped(SKETCHES, {4: 4}, {5}, text_of)
    assert sorted(read) == [4, 5]


def test_nothing_to_group() -> None:
    assert grouped({}, {}, set(), TEXTS.__getitem__) == {}
    assert grouped({1: b""}, {}, {1}, TEXTS.__getitem__) == {}
