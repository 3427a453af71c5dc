"""Texts to the arrays the network computes with."""

from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from index.annotating.names.gazetteer import Gazetteer
from index.annotating.network.evidence import WIDTH, form, of_rules, of_writing
from index.annotating.network.tokens import Tokens
from index.annotating.network.words import SLOTS, Vocabulary, WordReader

if TYPE_CHECKING:
    import numpy as np

    from index.annotating.names.recogniser import Reading

_MOST_WORDS = 200_000
"""Words remembered with their rows; past them all are forgotten at once."""


@dataclass(frozen=True, slots=True)
class Input:
    """One text as the network reads it; `n` tokens."""

    words: "np.ndarray"
    """int64[n]: the number of each token's word in the reader's table."""
    groups: "np.ndarray"
    """int64[n]: the same number for all ways to write one word, from 0 in this text; -1 for words in small letters."""
    told: "np.ndarray"
    """float32[n, WIDTH]."""


class Reader:
    """Numbers words, and remembers the rows of each."""

    def __init__(self, vocabulary: Vocabulary, known: Gazetteer) -> None:
        self._reader = WordReader(vocabulary, known)
        self._clear()

    def _clear(self) -> None:
        self._numbers: dict[str, int] = {}
        self._lower = array("q")
        self._lower_numbers: dict[str, int] = {}
        self._forms = array("q")
        self.rows: list[list[int]] = []
        """The rows of each numbered word, filled with 0 to `SLOTS`."""

    def start_batch(self) -> bool:
        """Forget all words if they have become too many; whether that was so. Numbers hold until then."""
        if len(self.rows) <= _MOST_WORDS:
            return False
        self._clear()
        return True

    def read(self, tokens: Tokens, reading: "Reading") -> Input:
        """The arrays of one text."""
        import numpy as np

        numbers = self._numbers
        words = np.asarray(
            [numbers[w] if w in numbers else self._add(w) for w in tokens.words], dtype=np.int64
        )
        # Views of what has been remembered so far: copying all of it for each text would take ever longer.
        lower = np.frombuffer(self._lower, dtype=np.int64)[words]
        forms = np.frombuffer(self._forms, dtype=np.int64)[words]
        _, local = np.unique(lower, return_inverse=True)
        told = np.empty((len(words), WIDTH), dtype=np.float32)
        rules = of_rules(tokens, reading)
        told[:, : rules.shape[1]] = rules
        told[:, rules.shape[1] :] = of_writing(tokens, local, forms)
        return Input(words, np.where(forms & 2, local, -1), told)

    def _add(self, word: str) -> int:
        number = self._numbers[word] = len(self.rows)
        lower = word.lower()
        self._lower.append(self._lower_numbers.setdefault(lower, len(self._lower_numbers)))
        self._forms.append(form(word))
        rows = self._reader.rows(word)
        self.rows.append(rows + [0] * (SLOTS - len(rows)))
        return number


@dataclass(frozen=True, slots=True)
class Stream:
    """Several texts behind one another, empty places before, between and behind them."""

    words: "np.ndarray"
    """int64: as in `Input`; -1 where empty."""
    groups: "np.ndarray"
    """int64: as in `Input`, but no two texts share one; -1 where there is none."""
    told: "np.ndarray"
    texts: "np.ndarray"
    """int64: the text of each place; -1 where empty."""
    begins: list[int]
    """Where each text begins."""


def joined(inputs: Sequence[Input], gap: int) -> Stream:
    """Several texts in one stream, `gap` empty places around each."""
    import numpy as np

    size = gap + sum(len(one.words) + gap for one in inputs)
    words, groups, texts = (np.full(size, -1, dtype=np.int64) for _ in range(3))
    told = np.zeros((size, WIDTH), dtype=np.float32)
    at, count = gap, 0
    begins = []
    for i, one in enumerate(inputs):
        begins.append(at)
        end = at + len(one.words)
        words[at:end] = one.words
        told[at:end] = one.told
        texts[at:end] = i
        groups[at:end] = np.where(one.groups >= 0, one.groups + count, -1)
        count += int(one.groups.max(initial=-1)) + 1
        at = end + gap
    return Stream(words, groups, told, texts, begins)
