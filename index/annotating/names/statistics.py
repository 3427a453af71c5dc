"""How words are written in the texts seen so far: evidence that no list can give."""

import re
from collections import Counter
from collections.abc import Iterable

_LOWER = re.compile(r"(?<![\w'’.-])[a-z][a-zß-ÿ]+")
_INSIDE = re.compile(r"(?<=[a-zß-ÿ0-9,;] )[A-ZÀ-ÖØ-Þ]\w+")
_LONGEST_LINE = 20_000


class Statistics:
    """Counts of words in small letters, and with a capital inside a sentence, over all texts added."""

    def __init__(self) -> None:
        self.lower: Counter[str] = Counter()
        self.capital: Counter[str] = Counter()

    def add(self, texts: Iterable[str]) -> None:
        """Count one batch."""
        for text in texts:
            self.lower.update(_LOWER.findall(text))
            self.capital.update(_INSIDE.findall(text))

    def lower_share(self, word: str) -> float | None:
        """The share of a word's uses inside sentences that are in small letters; None if it was never seen there."""
        lower, capital = self.lower[word.lower()], self.capital[word]
        return lower / (lower + capital) if lower + capital else None
