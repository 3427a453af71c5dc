"""The network itself: three convolutions over words, with what a text says elsewhere of the same word between them.

Only places that can matter are computed: a name has a capital or stands right beside one, so each layer computes the
places that the next one reads, and no others.

The sizes, with E the width of a word's vector, H that of a layer, P that of a pool, C the classes:

    x = (words, told)                         E + WIDTH
    a = relu(conv3(x))                        H
    b = a + relu(conv3 with every second(a))  H
    p = relu(b @ pool)                        P, as mean and maximum over the same word, as mean over the text
    c = b + relu(conv3(b) + group + text)     H
    out = c @ out                             C
"""

from typing import TYPE_CHECKING

from index.annotating.network.reading import Reader, Stream
from index.annotating.network.words import SLOTS

if TYPE_CHECKING:
    import numpy as np

    from index.annotating.network.weights import Weights

GAP = 6
"""Empty places between texts, so that none sees its neighbour: at least as far as a class depends on words."""
_BEFORE, _BEHIND = 2, 2
"""Tokens before and behind a word with a capital that can belong to the same name: "al-Shabaab", "Yong-jin"."""


class Encoder:
    """Computes the classes of tokens; remembers the first layer's part for each word the reader numbered."""

    def __init__(self, weights: "Weights", reader: Reader) -> None:
        self._weights, self._reader = weights, reader
        self.forget()

    def forget(self) -> None:
        """Forget the words, as the reader did."""
        import numpy as np

        width = self._weights.layers["first_words"].shape[1]
        self._first = np.zeros((0, width), dtype=np.float32)

    def scores(self, stream: Stream) -> tuple["np.ndarray", "np.ndarray"]:
        """The places of a stream that may be in a name, and for each the logarithms of its classes' probabilities."""
        import numpy as np

        layers = self._weights.layers
        capital, real = stream.groups >= 0, stream.words >= 0
        at_c = _spread(capital, _BEFORE, _BEHIND) & real
        at_b = _spread(at_c, 1, 1) & real
        at_a = _spread(at_b, 2, 2) & real
        if not at_c.any():
            return np.zeros(0, dtype=np.int64), np.zeros((0, layers["out"].shape[1]), dtype=np.float32)
        places_a, places_b, places_c = (np.flatnonzero(at) for at in (at_a, at_b, at_c))
        a = np.maximum(self._first_layer(stream, places_a), 0)
        around = _around(a, at_a, places_b, 2)
        b = around[1] + np.maximum(_convolved(around, layers["second"]) + layers["second_bias"], 0)
        around = _around(b, at_b, places_c, 1)
        pooled = np.maximum(around[1] @ layers["pool"] + layers["pool_bias"], 0)
        elsewhere = _of_groups(pooled, stream.groups[places_c]) @ layers["group"]
        elsewhere += (_means(pooled, stream.texts[places_c]) @ layers["text"])[stream.texts[places_c]]
        c = around[1] + np.maximum(_convolved(around, layers["third"]) + layers["third_bias"] + elsewhere, 0)
        out = c @ layers["out"] + layers["out_bias"]
        out -= out.max(axis=1, keepdims=True)
        out -= np.log(np.exp(out).sum(axis=1, keepdims=True))
        return places_c, out

    def _first_layer(self, stream: Stream, places: "np.ndarray") -> "np.ndarray":
        layers = self._weights.layers
        self._learn_words()
        size = len(layers["first_bias"])
        total: np.ndarray = stream.told[places] @ layers["first_told"][1] + layers["first_bias"]
        for i, by in enumerate((-1, 0, 1)):
            # The row behind the last is nought: it stands for gaps, whose word is -1.
            total += self._first[stream.words[places + by], i * size : (i + 1) * size]
            if by:
                total += stream.told[places + by] @ layers["first_told"][i]
        return total

    def _learn_words(self) -> None:
        import numpy as np

        known = max(len(self._first) - 1, 0)
        if len(self._reader.rows) == known and len(self._first):
            return
        weights = self._weights
        rows = np.asarray(self._reader.rows[known:], dtype=np.int64).reshape(-1, SLOTS)
        vectors = (weights.table[rows] * weights.scale[rows][:, :, None]).sum(axis=1)
        new = vectors @ weights.layers["first_words"]
        self._first = np.concatenate(
            [self._first[:known], new, np.zeros((1, new.shape[1]), dtype=np.float32)]
        )


def _spread(at: "np.ndarray", before: int, behind: int) -> "np.ndarray":
    """Also the places up to `before` before and `behind` behind those marked."""
    wide = at.copy()
    for by in range(1, before + 1):
        wide[:-by] |= at[by:]
    for by in range(1, behind + 1):
        wide[by:] |= at[:-by]
    return wide


def _around(rows: "np.ndarray", at: "np.ndarray", places: "np.ndarray", by: int) -> list["np.ndarray"]:
    """The rows `by` before each place, at it and `by` behind it; rows stand for the places marked, others are 0."""
    import numpy as np

    filled = np.concatenate([rows, np.zeros((1, rows.shape[1]), dtype=rows.dtype)])
    row_of = np.full(len(at), -1, dtype=np.int64)
    row_of[at] = np.arange(len(rows))
    return [filled[row_of[places + step]] for step in (-by, 0, by)]


def _convolved(around: list["np.ndarray"], layer: "np.ndarray") -> "np.ndarray":
    """The sum of three products; the layer is 3 by inputs by outputs."""
    before, here, behind = around
    total: np.ndarray = here @ layer[1]
    total += before @ layer[0]
    total += behind @ layer[2]
    return total


def _of_groups(pooled: "np.ndarray", groups: "np.ndarray") -> "np.ndarray":
    """For each row the mean and the maximum over its group, side by side; 0 for rows of group -1."""
    import numpy as np

    found = np.zeros((len(pooled), 2 * pooled.shape[1]), dtype=np.float32)
    members = np.flatnonzero(groups >= 0)
    if not len(members):
        return found
    order = members[np.argsort(groups[members], kind="stable")]
    sorted_groups = groups[order]
    begins = np.flatnonzero(np.r_[True, sorted_groups[1:] != sorted_groups[:-1]])
    sizes = np.diff(np.r_[begins, len(order)])
    rows = pooled[order]
    mean = np.add.reduceat(rows, begins) / sizes[:, None]
    most = np.maximum.reduceat(rows, begins)
    found[order] = np.repeat(np.concatenate([mean, most], axis=1), sizes, axis=0)
    return found


def _means(pooled: "np.ndarray", texts: "np.ndarray") -> "np.ndarray":
    """The mean of each text's rows; rows are in order of texts."""
    import numpy as np

    count = int(texts.max(initial=-1)) + 1
    means = np.zeros((count, pooled.shape[1]), dtype=np.float32)
    if count:
        begins = np.flatnonzero(np.r_[True, texts[1:] != texts[:-1]])
        sizes = np.diff(np.r_[begins, len(texts)])
        means[texts[begins]] = np.add.reduceat(pooled, begins) / sizes[:, None]
    return means
