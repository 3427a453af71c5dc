"""Teaches the network: texts drawn by lot, each time in another variant, the step smaller and smaller."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random

import numpy as np
import torch
from torch.nn import functional

from index.annotating.network.encoder import GAP
from index.annotating.network.reading import Input, joined
from index.annotating.network.weights import Weights
from index.annotating.network.words import BUCKETS, FIRST_WORD, Vocabulary
from index.annotating.training.network import Forgetting, Network, Sizes
from index.annotating.training.prepare import IGNORED

COUNTS = {
    "own": 3.0, "re3d": 2.0, "gum": 1.0, "wikigold": 1.0, "scores": 1.0, "crossner": 0.6, "uner_ewt": 0.6, "btc": 0.3,
    "wnut17": 0.15,
}  # fmt: skip
"""How often a text of each corpus is read in one round, on average."""
_STEP, _ROUNDS, _TOGETHER = 2e-3, 9, 4000
_SMOOTHING = 0.03
_KEPT = 0.995
"""Of the mean of the numbers at each step; the mean is what is shipped, which single texts sway less."""
_FIRST_READING = 0.25
"""Share of readings in which a text stands as it was written."""


@dataclass(frozen=True, slots=True)
class Lesson:
    """One text with its tokens' classes, in all its variants; the first is the text as written."""

    corpus: str
    variants: list[tuple[Input, "np.ndarray"]]


def fitted(lessons: Sequence[Lesson], vocabulary: Vocabulary, word_rows: "np.ndarray", seed: int) -> Weights:
    """Weights that have learnt from the lessons; the same for the same seed on the same machine."""
    torch.manual_seed(seed)
    # The matrices are small: more threads wait for each other, and sum in another order.
    torch.set_num_threads(1)
    random = Random(seed)
    network = Network(FIRST_WORD + len(vocabulary.sums) + BUCKETS, word_rows, Sizes(), Forgetting())
    optimiser = torch.optim.AdamW(network.parameters(), lr=_STEP, weight_decay=0.005)
    batches = [list(_batches(lessons, random)) for _ in range(_ROUNDS)]
    steps = sum(len(of_round) for of_round in batches)
    step = 0
    mean = torch.optim.swa_utils.AveragedModel(
        network, multi_avg_fn=torch.optim.swa_utils.get_ema_multi_avg_fn(_KEPT)
    )
    for of_round in batches:
        for batch in of_round:
            _learn(network, optimiser, batch, _STEP * min(1, (step + 1) / 100) * _slowing(step / steps))
            mean.update_parameters(network)
            step += 1
    return weights_of(mean.module, vocabulary)


def _slowing(done: float) -> float:
    return max(0.02, 0.5 * (1 + math.cos(math.pi * done)))


def _batches(lessons: Sequence[Lesson], random: Random) -> Iterator[list[tuple[Input, "np.ndarray"]]]:
    drawn: list[tuple[Input, np.ndarray]] = []
    for lesson in lessons:
        count = COUNTS.get(lesson.corpus, 1.0)
        for _ in range(int(count) + (random.random() < count % 1)):
            as_written = random.random() < _FIRST_READING
            drawn.append(lesson.variants[0] if as_written else random.choice(lesson.variants))
    random.shuffle(drawn)
    batch: list[tuple[Input, np.ndarray]] = []
    size = 0
    for one in drawn:
        batch.append(one)
        size += len(one[1])
        if size >= _TOGETHER:
            yield batch
            batch, size = [], 0


def _learn(
    network: Network,
    optimiser: torch.optim.Optimizer,
    batch: Sequence[tuple[Input, "np.ndarray"]],
    rate: float,
) -> None:
    stream = joined([one for one, _ in batch], GAP)
    truth = np.full(len(stream.words), IGNORED, dtype=np.int64)
    for begin, (_, classes) in zip(stream.begins, batch, strict=True):
        truth[begin : begin + len(classes)] = classes
    network.train()
    for group in optimiser.param_groups:
        group["lr"] = rate
    places, scores = network(stream)
    loss = functional.cross_entropy(
        scores, torch.from_numpy(truth)[places], ignore_index=IGNORED, label_smoothing=_SMOOTHING
    )
    optimiser.zero_grad()
    loss.backward()
    torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
    optimiser.step()


def weights_of(network: Network, vocabulary: Vocabulary) -> Weights:
    """The network's numbers as they are shipped: the table in steps of 1/127 of each row's largest number."""
    state = {name: values.detach().numpy() for name, values in network.state_dict().items()}
    table = state["table.weight"].copy()
    table[0] = 0
    scale = np.maximum(np.abs(table).max(axis=1) / 127, 1e-4).astype(np.float16).astype(np.float32)
    size = len(state["first.bias"])
    first = state["first.weight"].T.reshape(3, -1, size)
    word = table.shape[1]
    layers = {
        "first_words": np.concatenate(list(first[:, :word]), axis=1),
        "first_told": first[:, word:],
        "first_bias": state["first.bias"],
        "second": state["second.weight"].T.reshape(3, size, size),
        "second_bias": state["second.bias"],
        "third": state["third.weight"].T.reshape(3, size, size),
        "third_bias": state["third.bias"],
        "pool": state["pool.weight"].T,
        "pool_bias": state["pool.bias"],
        "group": state["group.weight"].T,
        "text": state["text.weight"].T,
        "out": state["out.weight"].T,
        "out_bias": state["out.bias"],
    }
    rounded = np.clip(np.rint(table / scale[:, None]), -127, 127).astype(np.int8)
    return Weights(vocabulary, rounded, scale, layers)
