"""How well weights find the names of texts that they did not learn from."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from index.annotating.names.statistics import Statistics
from index.annotating.network.recogniser import NetworkRecogniser
from index.annotating.network.weights import load
from index.annotating.training.corpora import Marked
from models.kind import Kind

_KINDS = {"PER": Kind.PERSON, "ORG": Kind.ORG, "LOC": Kind.PLACE}


def agreement(weights: Path, texts: Sequence[Marked]) -> dict[str, float]:
    """F1 of exact spans and kinds of people, bodies and places, by corpus and over "all"."""
    written = [text.text for text in texts]
    statistics = Statistics()
    statistics.add(written)
    found = NetworkRecogniser(load(weights)).recognise(written, statistics)
    right: Counter[str] = Counter()
    named: Counter[str] = Counter()
    for text, mentions in zip(texts, found, strict=True):
        ours = {(m.start, m.end, m.kind) for m in mentions if m.kind in _KINDS.values()}
        theirs = {(start, end, _KINDS[kind]) for start, end, kind in text.spans if kind in _KINDS}
        for corpus in (text.family, "all"):
            right[corpus] += len(ours & theirs)
            named[corpus] += len(ours) + len(theirs)
    return {corpus: 2 * right[corpus] / max(named[corpus], 1) for corpus in sorted(named)}
