"""Trains the shipped weights: `python -m index.annotating.training CORPORA` (see README.md beside this file)."""

import argparse
import logging
from pathlib import Path
from random import Random

import numpy as np

from index.annotating.names.gazetteer import gazetteer
from index.annotating.network.reading import Reader
from index.annotating.network.weights import WEIGHTS, save
from index.annotating.training.corpora import Marked, licensed_texts, own_texts
from index.annotating.training.fit import Lesson, fitted
from index.annotating.training.held_out import agreement
from index.annotating.training.prepare import prepared, vocabulary
from index.annotating.training.scores import score_texts
from index.annotating.training.variation import Variation

_HELD_OUT = 0.12
_NEWS = frozenset({"own", "re3d", "gum", "scores"})
"""Corpora that a part is kept out of, to see what has been learnt."""
_VARIANTS = {"own": 5, "re3d": 5, "gum": 5, "wikigold": 5, "crossner": 1, "uner_ewt": 1}
_SCORE_PAGES = 400
_log = logging.getLogger("training")


def main() -> None:
    """Read the corpora, hold a part out, learn, say how well, write the weights."""
    parser = argparse.ArgumentParser(prog="python -m index.annotating.training", description=__doc__)
    parser.add_argument(
        "corpora", type=Path, help="folder with the licensed corpora, as README.md describes them"
    )
    parser.add_argument(
        "--out", type=Path, default=WEIGHTS, help="where the weights go; default: where they are shipped"
    )
    parser.add_argument("--without", action="append", default=[], metavar="CORPUS", help="leave a corpus out")
    parser.add_argument("--seed", type=int, default=0)
    arguments = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s", datefmt="%H:%M:%S")
    known = gazetteer()
    texts = [*own_texts(), *score_texts(known, _SCORE_PAGES, arguments.seed)]
    for file in sorted(arguments.corpora.glob("*.jsonl")):
        texts += licensed_texts(file)
    texts = [text for text in texts if text.family not in arguments.without]
    train, held = _parted(texts)
    words = vocabulary(train)
    reader = Reader(words, known)
    _log.info("%d texts to learn from, %d held out, %d words", len(train), len(held), len(words.sums))
    lessons = [
        Lesson(text.family, [one]) for text, one in zip(train, prepared(train, reader, known), strict=True)
    ]
    for i in range(max(_VARIANTS.values())):
        variation = Variation(known, train, seed=100 + i)
        chosen = [j for j, text in enumerate(train) if _VARIANTS.get(text.family, 0) > i]
        varied = [variation.varied(train[j]) for j in chosen]
        for j, one in zip(chosen, prepared(varied, reader, known), strict=True):
            lessons[j].variants.append(one)
        _log.info("variant %d of %d", i + 1, max(_VARIANTS.values()))
    rows = np.asarray(reader.rows, dtype=np.int64)
    weights = fitted(lessons, words, rows, arguments.seed)
    save(arguments.out, weights)
    _log.info("%.2f MB written to %s", arguments.out.stat().st_size / 1e6, arguments.out)
    for corpus, f1 in agreement(arguments.out, held).items():
        _log.info("held out, %s: F1 %.3f", corpus, f1)


def _parted(texts: list[Marked]) -> tuple[list[Marked], list[Marked]]:
    random = Random(5)
    train: list[Marked] = []
    held: list[Marked] = []
    for text in texts:
        (held if text.family in _NEWS and random.random() < _HELD_OUT else train).append(text)
    return train, held


if __name__ == "__main__":
    main()
