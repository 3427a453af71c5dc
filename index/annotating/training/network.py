"""The network of `index.annotating.network.encoder` once more, in torch, so that it can learn."""

from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from index.annotating.network.evidence import OF_RULES, WIDTH
from index.annotating.network.labels import CLASSES
from index.annotating.network.reading import Stream


@dataclass(frozen=True, slots=True)
class Sizes:
    """How wide the layers are; see `index.annotating.network.encoder`."""

    word: int = 64
    layer: int = 128
    pool: int = 32


@dataclass(frozen=True, slots=True)
class Forgetting:
    """Shares of what the network is told that it does not see while learning, so that it relies on nothing alone."""

    word: float = 0.15
    """Words with a capital that look like unknown ones, in all of a stream."""
    rules: float = 0.1
    """Texts of which the rules say nothing."""
    layer: float = 0.3
    """Numbers of each layer; half of it for those of the input."""


class Network(nn.Module):
    """Classes of the tokens that may be in a name."""

    def __init__(self, rows: int, word_rows: "np.ndarray", sizes: Sizes, forgetting: Forgetting) -> None:
        """Start with small random numbers.

        Args:
            rows: Of the table.
            word_rows: int[words, SLOTS]: the rows of each word, 0 where there are fewer.
            sizes: Of the layers.
            forgetting: While learning.
        """
        super().__init__()
        self._rows = torch.from_numpy(np.asarray(word_rows, dtype=np.int64))
        self._forgetting = forgetting
        self.table = nn.Embedding(rows, sizes.word)
        nn.init.normal_(self.table.weight, 0, 0.08)
        self.first = nn.Linear(3 * (sizes.word + WIDTH), sizes.layer)
        self.second = nn.Linear(3 * sizes.layer, sizes.layer)
        self.third = nn.Linear(3 * sizes.layer, sizes.layer)
        self.pool = nn.Linear(sizes.layer, sizes.pool)
        self.group = nn.Linear(2 * sizes.pool, sizes.layer, bias=False)
        self.text = nn.Linear(sizes.pool, sizes.layer, bias=False)
        self.out = nn.Linear(sizes.layer, CLASSES)

    def forward(self, stream: Stream) -> tuple[Tensor, Tensor]:
        """The places that may be in a name, and the scores of their classes."""
        words, groups, texts = (torch.from_numpy(a) for a in (stream.words, stream.groups, stream.texts))
        real = words >= 0
        at_c = spread(groups >= 0, 2, 2) & real
        at_b = spread(at_c, 1, 1) & real
        at_a = spread(at_b, 2, 2) & real
        at_x = spread(at_a, 1, 1) & real
        x = self._input(words[at_x], groups[at_x], texts[at_x], torch.from_numpy(stream.told)[at_x])
        a = self._drop(functional.relu(self.first(torch.cat(_around(x, at_x, at_a, 1), 1))))
        around = _around(a, at_a, at_b, 2)
        b = self._drop(around[1] + functional.relu(self.second(torch.cat(around, 1))))
        around = _around(b, at_b, at_c, 1)
        elsewhere = self._elsewhere(around[1], groups[at_c], texts[at_c])
        c = around[1] + functional.relu(self.third(torch.cat(around, 1)) + elsewhere)
        return at_c.nonzero()[:, 0], self.out(self._drop(c))

    def _input(self, words: Tensor, groups: Tensor, texts: Tensor, told: Tensor) -> Tensor:
        unique, which = torch.unique(words, return_inverse=True)
        rows = self._rows[unique]
        spelled = (self.table(rows[:, 1:]) * (rows[:, 1:] > 0)[:, :, None]).sum(1)
        word = rows[:, 0][which]
        if self.training:
            capital = groups >= 0
            unknown = (torch.rand(len(unique)) < self._forgetting.word)[which] & capital
            unknown |= torch.rand(len(word)) < 0.03
            word = torch.where(unknown, torch.ones_like(word), word)
            silent = (torch.rand(int(texts.max()) + 1) < self._forgetting.rules)[texts]
            told = told.clone()
            told[silent, :OF_RULES] = 0
        x = torch.cat([spelled[which] + self.table(word), told], 1)
        return functional.dropout(x, self._forgetting.layer / 2, self.training)

    def _elsewhere(self, b: Tensor, groups: Tensor, texts: Tensor) -> Tensor:
        pooled = functional.relu(self.pool(b))
        count, width = int(groups.max()) + 1, pooled.shape[1]
        bins = torch.where(groups >= 0, groups, count)
        mean = _means(pooled, bins, count + 1)
        most = torch.zeros(count + 1, width).scatter_reduce(
            0, bins[:, None].expand(-1, width), pooled, "amax", include_self=True
        )
        of_group = torch.cat([mean, most], 1) * (torch.arange(count + 1) < count)[:, None]
        of_text = _means(pooled, texts, int(texts.max()) + 1)
        return self.group(of_group)[bins] + self.text(of_text)[texts]

    def _drop(self, layer: Tensor) -> Tensor:
        return functional.dropout(layer, self._forgetting.layer, self.training)


def spread(at: Tensor, before: int, behind: int) -> Tensor:
    """As in the encoder."""
    wide = at.clone()
    for by in range(1, before + 1):
        wide[:-by] |= at[by:]
    for by in range(1, behind + 1):
        wide[by:] |= at[:-by]
    return wide


def _around(rows: Tensor, at: Tensor, wanted: Tensor, by: int) -> list[Tensor]:
    filled = torch.cat([rows, torch.zeros(1, rows.shape[1])])
    row_of = torch.full((len(at),), len(rows), dtype=torch.long)
    row_of[at] = torch.arange(len(rows))
    places = wanted.nonzero()[:, 0]
    return [filled[row_of[places + step]] for step in (-by, 0, by)]


def _means(rows: Tensor, bins: Tensor, count: int) -> Tensor:
    sizes = torch.zeros(count).index_add(0, bins, torch.ones(len(bins)))
    return torch.zeros(count, rows.shape[1]).index_add(0, bins, rows) / sizes.clamp(min=1)[:, None]
