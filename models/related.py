"""What other articles say about the same thing."""

from typing import Literal

from models.annotation import Figure, Speech
from models.base import Value
from models.version import Version

Relation = Literal[
    "same quotation",
    "copied text",
    "figure differs",
    "same figure",
    "same event",
    "same names",
    "same words",
    "same story",
]
"""Strongest first. "same story" is said of articles where the passages themselves have nothing in common to show."""

FigureClass = Literal["same", "same-units", "differs", "other-occasion", "other-measure"]


class Related(Value):
    """A passage of another article, at the precision of a sentence or two, and why it is shown."""

    rank: int
    score: float
    path: str
    part: int
    title: str | None
    outlet: str | None
    published: str | None
    passage: int
    start: int | None
    end: int | None
    text: str
    relation: Relation
    reasons: tuple[str, ...]
    """Chips: the shared names, the words quoted, "5,000 ↔ 3,200 troops"."""
    copies: int = 0
    """How many near-identical articles are folded into this row."""
    earliest: bool = False
    """The earliest dated of the rows that say the same thing."""
    altered: bool = False
    """The words are the same but for a figure, which is the first of the reasons: "42 ↔ 45"."""

    @property
    def badge(self) -> str:
        """The relation, and that a figure in it differs where the relation does not say so."""
        return f"{self.relation} · figure differs" if self.altered else self.relation


class ComparableFigure(Value):
    """A figure of another sentence that counts, or seems to count, the same thing."""

    path: str
    part: int
    title: str | None
    outlet: str | None
    start: int
    """Of the sentence; in passage 0, the headline, offsets count in the title, as those of `parsed` do."""
    end: int
    text: str
    """The sentence."""
    figure: str
    """The number in it, as written."""
    parsed: Figure
    figure_class: FigureClass
    published: str | None
    speaker: str | None
    passage: int
    update: Literal["later", "earlier"] | None = None
    """A conflict that time explains: a toll that had risen by then, or had not yet."""
    reason: str | None = None
    """Of another occasion: what parts them, "2019", "12 days apart", "undated"."""


class Ledger(Value):
    """One figure among those that count the same, or seem to, with what they all tell of."""

    asked: ComparableFigure
    """The figure itself, classed as "same"."""
    counted: str
    """What is counted or measured: "people displaced", "a fall", "price"; may be empty."""
    occasion: tuple[str, ...]
    """Names that those of its occasion share: places, events, bodies, persons."""
    least: str
    """The smallest of the figures of this occasion, as written; `most` is the same where all agree."""
    most: str
    outlets: int
    """How many outlets give a figure of this occasion; 0 where an article that does has no known outlet."""
    first: str | None
    """The day of the earliest of them that is dated, in ISO 8601."""
    last: str | None
    rows: tuple[ComparableFigure, ...]
    articles: int = 0
    """How many articles give a figure of this occasion."""
    doubtful: bool = False
    """Whether another number among those of other occasions may yet be of this one: no date or year parts them."""


Sameness = Literal["words", "translated", "retold"]
"""Whether a quotation's words appear, whole or cut, or what its speaker said is likely given in another translation, or
in the article's own words."""


class Appearance(Value):
    """One place where a quotation appears."""

    path: str
    part: int
    title: str | None
    outlet: str | None
    published: str | None
    passage: int
    start: int
    end: int
    text: str
    speaker: str | None
    likeness: float
    """0 to 1: the share of the shorter wording found in the longer; unless it is the words, the share of both
    wordings' weight that they have in common, which says how sure it is."""
    sameness: Sameness = "words"
    kind: Speech = "direct"
    """Whether the article gives the words as the speaker's own, as reported speech, or as its own."""
    cue: str | None = None
    """The word that attributes them."""


class PlaceOfOrigin(Value):
    """A dated place that has what was asked for."""

    path: str
    part: int
    outlet: str | None
    published: str
    passage: int
    start: int | None
    """Code points into the article's text; None in passage 0, the headline."""
    end: int | None


Sought = Literal["quotation", "words", "figure", "passage", "article"]
"""What may have an origin; "words" are those of reported speech, which is nobody's quotation."""


class Origin(Value):
    """The earliest known appearance of a quotation, reported speech, a figure, a passage or a whole article."""

    what: Sought
    earliest: PlaceOfOrigin | None = None
    """None where no article that has it is dated."""
    here: bool = False
    """Whether that is the article in which it was met."""
    tied: bool = False
    """Whether another has it on the same day, and the files do not tell which was first."""
    dated: int = 0
    """How many other dated articles have it."""
    undated: int = 0
    """How many other undated ones have it, which may be earlier or later."""
    telling: bool = True
    """False where the passage is too short to be told from everyday phrases."""


class CopyGroup(Value):
    """Near-identical articles, in order of path."""

    articles: tuple[str, ...]
    earliest: str | None
    """The path of the earliest dated; None where fewer than all but one are dated."""
    versions: tuple[Version, ...] = ()
    """The same article by article, the earliest first, the undated last."""
