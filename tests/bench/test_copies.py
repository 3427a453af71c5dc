"""What `python -m tests.bench.copies` measures, on a few hundred invented texts."""

import random
from itertools import combinations

from index.copies.grouping import grouped
from index.copies.sketches import jaccard, shingles, sketch
from tests.bench.copies import pairs

_WORDS = [f"word{n}" for n in range(2000)]


def _texts() -> dict[int, str]:
    """Sixty stories of very different lengths, each printed four times with more and more words changed."""
    chance = random.Random(3)
    texts: list[str] = []
    for _ in range(60):
        story = chance.choices(_WORDS, k=chance.randrange(50, 600))
        texts += [
            " ".join(word if chance.random() >= changes else chance.choice(_WORDS) for word in story)
            for changes in (0, 0.01, 0.04, 0.1)
        ]
    return dict(enumerate(texts, start=1))


TEXTS = _texts()
SHINGLES = {revision: shingles(text) for revision, text in TEXTS.items()}


def test_no_pair_is_missed_by_its_rarest_shingles() -> None:
    for least in (0.8, 0.6):
        every = {(a, b) for a, b in combinations(TEXTS, 2) if jaccard(SHINGLES[a], SHINGLES[b]) >= least}
        assert pairs(SHINGLES, least).keys() == every
        assert len(every) > 60


def test_groups_hold_nearly_all_pairs_and_nothing_else() -> None:
    sketches = {revision: sketch(text) for revision, text in TEXTS.items()}
    group = grouped(sketches, {}, sketches, TEXTS.__getitem__)
    near, copied = pairs(SHINGLES, 0.8), pairs(SHINGLES, 0.6)
    assert sum(group.get(a, 0) == group.get(b, -1) for a, b in near) >= 0.99 * len(near)
    assert sum(group.get(a, 0) == group.get(b, -1) for a, b in copied) >= 0.97 * len(copied)
    assert all((a - 1) // 4 == (b - 1) // 4 for a, b in combinations(group, 2) if group[a] == group[b])
