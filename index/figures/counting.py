"""What a figure counts and where, as far as its article's text and other figures tell: no names, no dates."""

import re
from dataclasses import dataclass
from functools import cached_property

from index.annotating.counting.measures import common
from index.catalogue.figured import FiguredText
from index.figures.aspects import fate, side
from index.figures.counted import MAGNITUDE, head_of
from index.figures.pieces import own_piece
from index.nearby.ranking import content
from index.sentences import sentence_around
from models.annotation import Figure

_DENIED = re.compile(
    r"\b(?:not|rather than|instead of)(?: (?:the|some|about|around|nearly))* $", re.IGNORECASE
)
_DENIED_REACH = 30
_QUESTION = re.compile(r"(?:^|.*[.!?][ \n])(?P<asked>[^.!?]+\?)", re.DOTALL)
_NEAR = 45
"""Code points around a figure whose words tell what it measures."""


@dataclass(frozen=True, eq=False)
class Counting:
    """A figure with what it counts."""

    written: FiguredText
    figure: Figure
    passage: int
    """0 where it stands in the headline, and its offsets count in the title."""
    start: int
    end: int
    measure: str
    """Of the unit: "length", "USD"; "" for a bare count."""
    size: float
    """The value in that measure."""
    head: str | None
    """The stem of what is counted; "people" and "troops" stand for all words for them."""

    @property
    def sentence(self) -> str:
        """The sentence around the figure."""
        return self.written.text[self.start : self.end]

    @cached_property
    def question(self) -> str:
        """The last question of the passage before the sentence, which the sentence may answer; else empty."""
        place = self.written.place_at(self.start)
        found = _QUESTION.search(self.written.text[place.start if place else self.start : self.start])
        return found.group("asked") if found else ""

    @cached_property
    def aspect(self) -> str | None:
        """What happened to the counted ("killed"), or which side of a thing is measured ("fall", "width")."""
        if self.measure:
            return side(self.written, self.figure, self.measure, self.start, self.end)
        if self.head == MAGNITUDE:
            return None
        return fate(self.written, self.figure, self.start, self.end)

    @cached_property
    def near(self) -> frozenset[str]:
        """The stems of the words right around the figure, numbers left out."""
        around = " ".join(own_piece(self.written, self.figure, self.start, self.end, _NEAR))
        return frozenset(s for s in content(around) if not s[0].isdigit())

    @cached_property
    def contrasted(self) -> tuple[Figure, ...]:
        """Those of its sentence that it is set against: the 40 of "60 people, not 40", and the 60 of the 40."""
        text, mine = self.written.text, _is_denied(self.written.text, self.start, self.figure)
        return tuple(
            f
            for f in self.written.figures
            if self.start <= f.start < self.end
            and f.unit == self.figure.unit
            and _is_denied(text, self.start, f) != mine
        )


def _is_denied(text: str, start: int, figure: Figure) -> bool:
    return bool(_DENIED.search(text[max(start, figure.start - _DENIED_REACH) : figure.start]))


def counting_of(written: FiguredText, figure: Figure) -> Counting:
    """What a figure of an article counts."""
    place = written.place_at(figure.start)
    start, end = sentence_around(written.text, figure.start, figure.end)
    if place:
        start, end = max(start, place.start), min(end, place.end)
    size, measure = common(figure.value, figure.unit)
    head = head_of(written, figure, place.start if place else start, start, end)
    return Counting(written, figure, place.number if place else 0, start, end, measure, size, head)
