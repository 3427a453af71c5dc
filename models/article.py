"""An article, its passages, and what reading left out of it."""

from functools import cached_property
from typing import Literal

from pydantic import Field

from models.base import Value
from models.key import ArticleKey
from models.provenance import Confidence, confidence_of


class Passage(Value):
    """One paragraph of an article, or a few sentences of an overlong one.

    `start` and `end` are code points into `Article.text`, end exclusive. Numbers run from 1;
    number 0 is kept for the headline, which is not part of the text.
    """

    number: int
    start: int
    end: int
    text: str
    kind: Literal["paragraph", "heading"] = "paragraph"


class Dropped(Value):
    """A line of the file that is not the article's, and why it was left out."""

    text: str
    reason: str
    before: int = 0
    """The number of the passage in front of which the line stood; one past the last at the end of a file."""


class Article(Value):
    """What one file, or one part of it, says. Whatever the file does not state is None or empty."""

    path: str
    part: int = 0
    title: str | None = None
    standfirst: str | None = None
    outlet: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    """ISO 8601: a day, or a moment with the zone where the file states one."""
    updated: str | None = None
    url: str | None = None
    language: str | None = None
    """ISO 639-1, as stated or as the words show."""
    credit: str | None = None
    """An agency or contributor line, such as "Additional reporting by agencies"."""
    passages: tuple[Passage, ...] = ()
    dropped: tuple[Dropped, ...] = ()
    found: dict[str, str] = Field(default_factory=dict)
    """Where each piece of metadata was found: field name to place, as "byline" or "meta og:title"."""

    @property
    def key(self) -> ArticleKey:
        """Where the article comes from."""
        return ArticleKey(self.path, self.part)

    def confidence(self, field: str) -> Confidence | None:
        """How far a field is to be trusted, by the place where it was found; None where nothing was."""
        place = self.found.get(field)
        return confidence_of(place) if place else None

    @cached_property
    def text(self) -> str:
        """The passages joined by blank lines, which all offsets count in."""
        return "\n\n".join(passage.text for passage in self.passages)

    def text_of(self, passage: int) -> str:
        """What a passage's offsets count in: the title for passage 0, the headline, else the text."""
        return self.text if passage else self.title or ""

    def passage_at(self, offset: int) -> Passage | None:
        """The passage that holds a code point of the text; None between passages and outside."""
        return next((p for p in self.passages if p.start <= offset < p.end), None)
