"""How surely copies are found: every pair of near-identical articles of an indexed folder against those found.

    uv run python -m tests.bench.copies FOLDER [--json FILE]

All pairs are found anew without sketches, by the shingles that two texts must share to be so alike (prefix filtering,
Bayardo et al. 2007), and compared exactly. Prints, for each likeness, the share of them that stand in one group
(recall), and the share of the pairs in groups that are so alike (precision).
"""

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Mapping
from itertools import combinations
from math import ceil
from pathlib import Path

from index.collection import Collection
from index.copies.sketches import LEAST_SHINGLES, Shingles, jaccard, shingles

_LIKENESSES = (0.8, 0.7, 0.6, 0.5)
Pairs = dict[tuple[int, int], float]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    figures = measure(options.folder)
    for name, figure in figures.items():
        print(f"{name}: {figure:.4f}")
    if options.json:
        options.json.write_text(json.dumps(figures), encoding="utf-8")


def measure(folder: Path) -> dict[str, float]:
    """Recall and precision of a folder's groups."""
    collection = Collection.open(folder)
    try:
        texts: dict[int, Shingles] = {}
        for revision in collection.revisions():
            loaded = collection.load(revision)
            if loaded is not None:
                texts[revision] = shingles(loaded.article.text)
        groups = {collection.group(revision) for revision in texts}
    finally:
        collection.close()
    found = {(a, b) for group in groups for a, b in combinations(sorted(group), 2)}
    there = {pair: jaccard(texts[pair[0]], texts[pair[1]]) for pair in found}
    figures = {"articles": float(len(texts)), "pairs found": float(len(found))}
    for likeness in _LIKENESSES:
        true = pairs(texts, likeness).keys()
        figures[f"pairs of {likeness}"] = float(len(true))
        figures[f"recall at {likeness}"] = len(found & true) / len(true) if true else 1.0
        alike = sum(own >= likeness for own in there.values())
        figures[f"precision at {likeness}"] = alike / len(found) if found else 1.0
    return figures


def pairs(texts: Mapping[int, Shingles], least: float) -> Pairs:
    """All pairs of texts of 40 words that are so alike or more, by their shingles alone."""
    own = {revision: text for revision, text in texts.items() if len(text) >= LEAST_SHINGLES}
    frequency: Counter[int] = Counter()
    for text in own.values():
        frequency.update(text.tolist())
    having: defaultdict[int, list[int]] = defaultdict(list)
    found: Pairs = {}
    for revision, text in sorted(own.items(), key=lambda item: len(item[1])):
        rarest = sorted(text.tolist(), key=lambda shingle: (frequency[shingle], shingle))
        size = len(rarest)
        # So alike a shorter text has one of these among its own such.
        prefix = rarest[: size - ceil(least * size) + 1]
        candidates = {other for shingle in prefix for other in having[shingle]}
        for other in candidates:
            if len(own[other]) >= least * size and (alike := jaccard(own[other], text)) >= least:
                found[min(other, revision), max(other, revision)] = alike
        for shingle in prefix:
            having[shingle].append(revision)
    return found


if __name__ == "__main__":
    main()
