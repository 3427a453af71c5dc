"""What the network is told of a word by itself: how it is spelled, and the lists it is on."""

import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from index.annotating.names import cues, world
from index.annotating.names.gazetteer import COUNTRY_WEIGHT, REGION_WEIGHT, Gazetteer

if TYPE_CHECKING:
    import numpy as np

SLOTS = 20
"""Rows of the table that one word sums up at most."""
_READ = 24
"""Letters of a word that are looked at; what is longer is no name."""
_LISTS = (
    cues.TITLES,
    cues.ROLE_WORDS,
    cues.ORG_HEADS,
    cues.ORG_TAILS,
    cues.PLACE_HEADS,
    cues.PLACE_TAILS,
    cues.COMPASS,
    cues.EVENT_TAILS,
    cues.EVENT_HEADS,
    cues.SPEECH,
    cues.PLACE_LEFT,
    cues.NOT_NAMES,
    cues.CALENDAR,
    cues.GENERIC,
    cues.PARTICLES,
    cues.LINKS,
    cues.ORG_OPENERS,
    world.FUNCTION_WORDS,
    world.KNOWN_BODIES,
)
_PLACE_CLASSES = (COUNTRY_WEIGHT, REGION_WEIGHT, 2.0, 1.0)
_NOTHING, _UNKNOWN, _FLAGS = 0, 1, 2
"""Rows of the table: no word, a word that training did not see, then one for each list and class of place."""
_OF_GAZETTEER = 11
FIRST_WORD = _FLAGS + len(_LISTS) + _OF_GAZETTEER
"""The row of the vocabulary's first word; the hashed parts of words come after its last."""
BUCKETS = 8192


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words with a row of their own, as sorted CRC-32 sums of their small letters."""

    sums: "np.ndarray"
    """uint32, ascending."""

    @property
    def rows(self) -> int:
        """Rows of a table for these words."""
        return FIRST_WORD + len(self.sums) + BUCKETS

    def index(self) -> dict[int, int]:
        """Sums to their places."""
        return {total: place for place, total in enumerate(self.sums.tolist())}


class WordReader:
    """Gives the rows of the table that make up a word."""

    def __init__(self, vocabulary: Vocabulary, known: Gazetteer) -> None:
        self._index = vocabulary.index()
        self._buckets = FIRST_WORD + len(vocabulary.sums)
        self._known = known

    def rows(self, word: str) -> list[int]:
        """The rows of a word: at most `SLOTS`."""
        short = word[:_READ]
        lower = short.lower()
        place = self._index.get(crc(lower))
        found = [_UNKNOWN if place is None else FIRST_WORD + place]
        found += [self._buckets + crc(part) % BUCKETS for part in _spelling(short, lower)]
        found += self._flags(short)
        return found[:SLOTS]

    def _flags(self, word: str) -> Iterator[int]:
        known = self._known
        # A headline of capitals is looked up as other lines would write it.
        usual = word.title() if word.isupper() and len(word) > 3 else word
        of_gazetteer = FIRST_WORD - _OF_GAZETTEER
        weight = known.places.get(usual, 0.0)
        if weight:
            yield of_gazetteer + sum(weight < least for least in _PLACE_CLASSES)
        if usual in known.given_names:
            yield of_gazetteer + 5
        if usual in known.surnames:
            yield of_gazetteer + 6
        if usual in known.peoples:
            yield of_gazetteer + 7
        lower = word.lower()
        if lower in known.ordinary:
            yield of_gazetteer + 8
        elif known.is_ordinary(lower):
            yield of_gazetteer + 9
        for i, listed in enumerate(_LISTS):
            if usual in listed:
                yield _FLAGS + i


def crc(text: str) -> int:
    """The CRC-32 sum of a text's UTF-8 bytes, the same on every machine."""
    return zlib.crc32(text.encode("utf-8", "replace"))


def _spelling(word: str, lower: str) -> Iterator[str]:
    yield f"={shape(word)}"
    if not lower[0].isalpha():
        yield f"#{lower[:1]}"
        return
    size = len(lower)
    for n in (2, 3, 4):
        if size > n:
            yield f"<{lower[:n]}"
            yield f">{lower[-n:]}"
    if word[0].isupper():
        yield f"^{min(size, 8)}{word.isupper()}"


def shape(word: str) -> str:
    """A word's letters as X and x, digits as 9, marks as they are; what repeats counts once from the second on."""
    drawn: list[str] = []
    for letter in word:
        drawn_as = (
            "X" if letter.isupper() else "x" if letter.isalpha() else "9" if letter.isdigit() else letter
        )
        if len(drawn) < 2 or not drawn[-1] == drawn[-2] == drawn_as:
            drawn.append(drawn_as)
    return "".join(drawn)
