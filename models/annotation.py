"""What annotating adds to a text: mentions of names, quotations, figures. All offsets are code points."""

from typing import Literal

from models.article import Article
from models.base import Value
from models.kind import Kind
from models.version import Version

Speech = Literal["direct", "indirect", "passage"]
"""Whether words are somebody's own, what an outlet reports of somebody, or the outlet's."""


class Mention(Value):
    """One place in a text that names something. `entity` identifies the thing over the collection."""

    start: int
    end: int
    text: str
    kind: Kind
    entity: str | None = None


class Quotation(Value):
    """Words that the text gives as somebody's. `start` and `end` include the quotation marks."""

    start: int
    end: int
    text: str
    kind: Literal["direct", "indirect", "scare"]
    speaker: str | None = None
    """The speaker's fullest name in the article, or the role that the text gives; None where it does not say."""
    entity: str | None = None
    cue: str | None = None
    """The word that attributes the quotation: "said", "according to"."""


class Figure(Value):
    """A number with what it counts. `start` and `end` cover number and unit."""

    start: int
    end: int
    text: str
    value: float
    """In `unit`; the middle of a range."""
    unit: str | None = None
    """A base unit ("km", "kg", "%", "USD") where the text's unit has one, else None for a bare count."""
    of: str | None = None
    """What is counted, in the text's own words: "troops", "of the country's borders"."""
    bound: Literal["exactly", "about", "at least", "at most", "over", "under"] = "exactly"
    low: float | None = None
    high: float | None = None


class Annotations(Value):
    """All that annotating found in one text and its headline, in order of start."""

    mentions: tuple[Mention, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    figures: tuple[Figure, ...] = ()
    title_mentions: tuple[Mention, ...] = ()
    """Those of the headline, whose offsets count in the title."""
    title_figures: tuple[Figure, ...] = ()

    def of(self, passage: int) -> "Annotations":
        """What was found in what a passage's offsets count in: the title for passage 0, the headline, else the text."""
        if passage:
            return self
        return Annotations(mentions=self.title_mentions, figures=self.title_figures)


class AnnotatedArticle(Value):
    """An article with its annotations, whose offsets count in `article.text`."""

    article: Article
    annotations: Annotations = Annotations()
    paths: tuple[str, ...] = ()
    """Every file in which this same article was saved; the first is `article.path`."""
    copies: tuple[Version, ...] = ()
    """The articles that are near-identical to it, the earliest first, the undated last."""
    annotated: bool = True
    """Whether annotating has been done: texts can be read and searched before."""
