"""The classes of queries, their words drawn from the collection with a fixed seed."""

import random
from collections import Counter
from collections.abc import Callable, Iterable
from typing import Literal, NamedTuple

from index.words import terms
from tests.bench.engine.corpus import DAYS, FIRST_DAY, OUTLETS, Document

Kind = Literal["any", "all", "phrase", "prefix", "fuzzy"]


class Question(NamedTuple):
    """What every engine is asked, each in its own words; top 50 and the exact total."""

    kind: Kind
    words: tuple[str, ...]
    """Of "prefix" and "fuzzy" the last is the beginning, or the misspelt word, and the others stand beside it."""
    boosts: tuple[float, ...] = ()
    days: tuple[int, int] | None = None
    outlet: str | None = None
    facets: bool = False

    def parts(self) -> "list[Question]":
        """Its words one by one: what is asked before it is asked warm."""
        if self.kind in {"prefix", "fuzzy"}:
            *beside, last = self.words
            return [*(Question("any", (word,)) for word in beside), Question(self.kind, (last,))]
        return [Question("any", (word,)) for word in self.words]


class Sample:
    """Words by how common they are, and texts to take phrases from."""

    def __init__(self, documents: Iterable[Document], rows: int) -> None:
        self._chance = random.Random(7)
        self._texts: list[list[str]] = []
        frequency: Counter[str] = Counter()
        for document in documents:
            words = [word for word in terms(document.text) if word.isascii() and "_" not in word]
            frequency.update(set(words))
            if len(words) > 30:
                self._texts.append(words)
        self.frequency = frequency
        ranked = sorted(frequency)
        self.rare = [t for t in ranked if 5 <= frequency[t] <= 50 and len(t) > 3 and t.isalpha()]
        self.middling = [
            t for t in ranked if rows / 500 <= frequency[t] <= rows / 20 and len(t) > 4 and t.isalpha()
        ]
        self.common = [t for t in ranked if rows / 6 <= frequency[t] <= rows / 2.5]

    def _word(self) -> str:
        return self._chance.choice(self.middling)

    def _several(self, number: int) -> tuple[str, ...]:
        return tuple(self._chance.sample(self.middling, number))

    def _phrase(self) -> Question:
        words = self._chance.choice(self._texts)
        start = self._chance.randrange(len(words) - 3)
        return Question("phrase", tuple(words[start : start + self._chance.choice((2, 3))]))

    def _misspelt(self) -> str:
        word = self._word()
        place = self._chance.randrange(1, len(word))
        return word[:place] + self._chance.choice("aeinrst") + word[place + 1 :]

    def _dated(self) -> Question:
        start = FIRST_DAY + self._chance.randrange(DAYS - 60)
        return Question("any", (self._word(),), days=(start, start + 60))

    def _like(self) -> Question:
        """The fifteen words of a passage that say most, weighted by how often they stand in it."""
        counts = Counter(self._chance.choice(self._texts))
        weighty = sorted(counts, key=lambda t: (-counts[t] / (self.frequency[t] + 20), t))[:15]
        return Question("any", tuple(weighty), boosts=tuple(1.0 + 0.5 * (counts[t] - 1) for t in weighty))

    def classes(self) -> dict[str, Callable[[], Question]]:
        """The classes by name, in the order they are shown."""
        chance = self._chance

        def prefix(letters: int) -> Callable[[], Question]:
            return lambda: Question("prefix", (self._word()[:letters],))

        return {
            "rare": lambda: Question("any", (chance.choice(self.rare),)),
            "common": lambda: Question("any", (chance.choice(self.common),)),
            "OR of 3": lambda: Question("any", self._several(3)),
            "AND of 3": lambda: Question("all", (chance.choice(self.common), *self._several(2))),
            "phrase": self._phrase,
            "prefix of 1": prefix(1),
            "prefix of 2": prefix(2),
            "prefix of 3": prefix(3),
            "prefix of 4": prefix(4),
            "term AND prefix": lambda: Question("prefix", (self._word(), self._word()[:3])),
            "fuzzy": lambda: Question("fuzzy", (self._misspelt(),)),
            "term + days": self._dated,
            "term + outlet": lambda: Question("any", (self._word(),), outlet=chance.choice(OUTLETS)),
            "facets": lambda: Question("any", (self._word(),), facets=True),
            "like this (15)": self._like,
        }
