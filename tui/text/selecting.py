"""A selection in an article or its headline: its anchor, and how it grows by words, sentences, passages."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from tui.text.wrapping import is_wide

if TYPE_CHECKING:
    from models.article import Article

Unit = Literal["word", "sentence", "passage"]

_JOINING = frozenset("'’-‐.,")
"""Signs that belong to the word when letters or digits stand on both sides: don't, 2,500, U.S."""
_JOINERS = "\u200d\ufe0e\ufe0f"
"""What ties the parts of one picture together."""
_PHRASE = 8
"""Words up to which a selection is searched for as a phrase; longer ones as what they speak of."""


@dataclass(frozen=True)
class Selection:
    """Code points of an article's text or headline, from where the reader began to where the selection was taken."""

    anchor: tuple[int, int]
    """What was selected first and stays selected: a word, or a character under the mouse."""
    head: int
    """The end that moves: at or after the anchor's end, or before its start."""
    headline: bool = False
    """Whether they are the headline's."""

    @property
    def start(self) -> int:
        """The first code point."""
        return min(self.anchor[0], self.head)

    @property
    def end(self) -> int:
        """The code point after the last."""
        return max(self.anchor[1], self.head)

    def moved(self, units: Sequence[tuple[int, int]], direction: Literal[1, -1]) -> Selection:
        """The moving end one unit on or back: to the ends of units after the anchor, to their starts before it.

        Args:
            units: Those around the moving end, as code points (start, end), in order.
            direction: 1 onwards, -1 back.
        """
        first, last = self.anchor
        starts, ends = [start for start, _ in units], [end for _, end in units]
        if direction == 1:
            if self.head < first:
                head = min((start for start in starts if self.head < start < first), default=last)
            else:
                head = min((end for end in ends if end > self.head), default=self.head)
        elif self.head > last:
            head = max((end for end in ends if last < end < self.head), default=last)
        else:
            before = min(self.head, first)
            head = max((start for start in starts if start < before), default=self.head)
        return replace(self, head=head)

    def reaching(self, start: int, end: int) -> Selection:
        """The same, reaching to what is under the mouse."""
        first, last = self.anchor
        return replace(self, head=end if end > last else start if start < first else last)

    def swapped(self, text: str) -> Selection:
        """The same, with the other end to be moved."""
        last = (list(words(text, self.start, self.end)) or [(self.start, self.end)])[-1]
        if self.head > self.anchor[1] and last[0] > self.start:
            return replace(self, anchor=(last[0], self.end), head=self.start)
        return begun(text, self.start, self.end, headline=self.headline)


def begun(text: str, start: int, end: int, *, headline: bool = False) -> Selection:
    """A selection of a stretch of text, whose end moves."""
    first = next(words(text, start, end), (start, end))
    return Selection((start, first[1]), end, headline)


def words(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The words of a stretch of text, and the signs between them, as code points.

    Scripts that are written without spaces go character by character. Accents stay with their letters.
    """
    begin = start
    kind = "space"
    for place in range(start, end):
        here = _kind(text, place, end)
        if here == "same" or (here == kind != "wide"):
            continue
        if kind != "space":
            yield begin, place
        begin, kind = place, here
    if kind != "space":
        yield begin, end


def _kind(text: str, place: int, end: int) -> str:
    character = text[place]
    category = unicodedata.category(character)
    if character in _JOINERS or category.startswith("M"):
        return "same"
    if character.isspace():
        return "space"
    if is_wide(character):
        return "wide"
    if character.isalnum() or character == "_":
        return "word"
    joins = character in _JOINING and place > 0 and place + 1 < end
    return "same" if joins and text[place - 1].isalnum() and text[place + 1].isalnum() else category[0]


def units(article: Article, unit: Unit, offset: int) -> list[tuple[int, int]]:
    """The words, sentences or passages of the passage that holds a code point, and of those beside it."""
    from index.sentences import sentences

    at = next((n for n, passage in enumerate(article.passages) if offset <= passage.end), -1)
    near = article.passages[max(0, at - 1) : at + 2]
    if unit == "passage":
        return [(passage.start, passage.end) for passage in near]
    split = words if unit == "word" else sentences
    return [found for passage in near for found in split(article.text, passage.start, passage.end)]


def headline_units(title: str, unit: Unit) -> list[tuple[int, int]]:
    """The words or sentences of a headline; as a passage it is the whole."""
    from index.sentences import sentences

    if unit == "passage":
        return [(0, len(title))]
    return list((words if unit == "word" else sentences)(title, 0, len(title)))


def query_for(text: str) -> str:
    """What to type to search for a selection: the phrase, or of more than a few words the words."""
    said = " ".join(text.replace('"', " ").replace("“", " ").replace("”", " ").split())
    said = said.strip(" .,;:!?…—–-‘’'«»„")
    several = 1 < len(said.split()) <= _PHRASE and "\n" not in text
    return f'"{said}"' if several else said


def count_words(text: str) -> str:
    """As "12 words"."""
    number = sum(text[start].isalnum() for start, _ in words(text, 0, len(text)))
    return "1 word" if number == 1 else f"{number:,} words"
