"""Scores of classes to names: the best way through each stretch of tokens that keeps names whole."""

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from index.annotating.network.labels import BEGINS, CLASSES, ENDS, INSIDE, KINDS, WHOLE

if TYPE_CHECKING:
    import numpy as np

_SURE = -0.001
"""Logarithm of the probability from which a token is no part of a name whatever stands beside it."""
_IMPOSSIBLE = -1e9
_LONGEST = 64
"""Tokens of a stretch; longer ones, which no prose has, are cut."""


class Found(NamedTuple):
    """A name as the network sees it; places are those of its first and last token in the stream."""

    first: int
    last: int
    kind: str
    score: float
    """The probability of its kind, from 0 to 1: that of its least sure token."""
    named: float
    """The probability that its tokens are in a name of any kind: that of its least sure token."""


def decoded(places: "np.ndarray", scores: "np.ndarray") -> list[Found]:
    """The names in order.

    Args:
        places: Ascending places of tokens that may be in a name; all others are in none.
        scores: For each of them the logarithms of its classes' probabilities, float32[n, CLASSES].
    """
    import numpy as np

    open_ = np.flatnonzero(scores[:, 0] < _SURE)
    if not len(open_):
        return []
    at = places[open_]
    breaks = np.flatnonzero(np.diff(at) > 1) + 1
    begins = np.r_[0, breaks]
    sizes = np.diff(np.r_[begins, len(at)])
    begins, sizes = _cut(begins, sizes)
    best = _best_classes(scores[open_], begins, sizes)
    return _named(at, best, scores[open_])


def _cut(begins: "np.ndarray", sizes: "np.ndarray") -> tuple["np.ndarray", "np.ndarray"]:
    import numpy as np

    if sizes.max() <= _LONGEST:
        return begins, sizes
    parts = [(b, min(_LONGEST, begin + size - b)) for begin, size in zip(begins, sizes, strict=True)
        for b in range(begin, begin + size, _LONGEST)]  # fmt: skip
    pairs = np.asarray(parts)
    return pairs[:, 0], pairs[:, 1]


def _best_classes(scores: "np.ndarray", begins: "np.ndarray", sizes: "np.ndarray") -> "np.ndarray":
    """Viterbi's way through all stretches at once, the longest first so that each step reads a front part of them."""
    import numpy as np

    order = np.argsort(-sizes, kind="stable")
    begins, sizes = begins[order], sizes[order]
    follows, first, last = _rules()
    longest = int(sizes[0])
    value = scores[begins] + first
    back = np.zeros((longest, len(begins), CLASSES), dtype=np.int8)
    final = np.empty_like(value)
    for step in range(1, longest + 1):
        going = int(np.searchsorted(-sizes, -step, side="left"))
        final[going : len(value)] = value[going:]
        value = value[:going]
        if not going:
            break
        ways = value[:, :, None] + follows
        back[step, :going] = ways.argmax(axis=1)
        value = ways.max(axis=1) + scores[begins[:going] + step]
    classes = np.zeros(len(scores), dtype=np.int64)
    now = (final + last).argmax(axis=1)
    rows = np.arange(len(begins))
    for step in range(longest - 1, -1, -1):
        alive = int(np.searchsorted(-sizes, -step, side="left"))
        classes[begins[:alive] + step] = now[:alive]
        if step:
            now[:alive] = back[step, rows[:alive], now[:alive]]
    return classes


def _named(at: "np.ndarray", classes: "np.ndarray", scores: "np.ndarray") -> list[Found]:
    import numpy as np

    inside = np.flatnonzero(classes)
    likely = np.exp(scores[inside])
    # The first class is no name; the others are in rows of kinds, four positions each.
    of_kinds = likely[:, 1:].reshape(-1, len(KINDS), WHOLE).sum(axis=2)
    kinds = (classes[inside] - 1) // WHOLE
    of_kind = of_kinds[np.arange(len(inside)), kinds].tolist()
    of_name = of_kinds.sum(axis=1).tolist()
    found: list[Found] = []
    first, least, surely = 0, 1.0, 1.0
    for i, place, kind, score, named in zip(
        classes[inside].tolist(), at[inside].tolist(), kinds.tolist(), of_kind, of_name, strict=True
    ):
        position = (i - 1) % WHOLE + 1
        if position in (BEGINS, WHOLE):
            first, least, surely = place, 1.0, 1.0
        least, surely = min(least, score), min(surely, named)
        if position in (ENDS, WHOLE):
            found.append(Found(first, place, KINDS[kind], least, surely))
    return found


@lru_cache(maxsize=1)
def _rules() -> tuple["np.ndarray", "np.ndarray", "np.ndarray"]:
    """What may follow what, and stand first and last: 0 or `_IMPOSSIBLE`."""
    import numpy as np

    kind = (np.arange(CLASSES) - 1) // 4
    position = np.where(np.arange(CLASSES) > 0, (np.arange(CLASSES) - 1) % 4 + 1, 0)
    goes_on = np.isin(position, (BEGINS, INSIDE))
    is_continued = np.isin(position, (INSIDE, ENDS))
    same = kind[:, None] == kind[None, :]
    allowed = np.where(goes_on[:, None], is_continued[None, :] & same, ~is_continued[None, :])
    bad = np.float32(_IMPOSSIBLE)
    zero = np.float32(0)
    return np.where(allowed, zero, bad), np.where(is_continued, bad, zero), np.where(goes_on, bad, zero)
