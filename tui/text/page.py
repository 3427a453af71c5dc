"""An article laid out as lines: the headline block, passages, and what cleaning left out where asked for."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePath
from typing import Literal, NamedTuple

from models.annotation import AnnotatedArticle
from models.article import Article, Dropped
from tui.text.dates import long_date
from tui.text.safety import printable
from tui.text.wrapping import wrap

MEASURE = 76
"""Cells in a line of text; more than about 80 tires the eye (Bringhurst: 45 to 75 characters)."""

WORDS_A_MINUTE = 238
"""Silent reading of English prose (Brysbaert 2019, a meta-analysis of 190 studies)."""

Role = Literal[
    "title", "untitled", "standfirst", "byline", "text", "heading", "dropped", "reason", "end", "blank"
]


class Line(NamedTuple):
    """One line of the page."""

    role: Role
    text: str
    passage: int
    """The passage that the line belongs to; blank lines belong to the passage above."""
    offset: int | None = None
    """The code point of the article's text, or of its title in passage 0, at which the line begins."""


@dataclass(frozen=True)
class Page:
    """Lines, and where each passage stands in them."""

    lines: tuple[Line, ...]
    places: dict[int, tuple[int, int]]
    """Passage number to its first line and the line after its last."""

    @property
    def numbers(self) -> list[int]:
        """The passages in order; 0 is the headline, which every page has."""
        return list(self.places)

    def line_of(self, passage: int, offset: int) -> int:
        """The line that shows a code point of a passage."""
        first, last = self.places.get(passage, (0, 1))
        found = first
        for number in range(first, last):
            start = self.lines[number].offset
            if start is not None and start <= offset:
                found = number
        return found


def lay_out(annotated: AnnotatedArticle, width: int, *, dropped: bool = False) -> Page:
    """Lay an article out for a column of `width` cells, with what was left out of it if `dropped`."""
    article = annotated.article
    lines = list(_lines(annotated, max(8, min(width, MEASURE)), dropped=dropped))
    places: dict[int, tuple[int, int]] = {0: (0, 1)}
    for number, line in enumerate(lines):
        if line.role in {"title", "untitled", "text", "heading"}:
            first, _ = places.get(line.passage, (number, number))
            places[line.passage] = (first, number + 1)
    assert len(places) <= len(article.passages) + 1
    return Page(tuple(lines), places)


def _lines(annotated: AnnotatedArticle, width: int, *, dropped: bool) -> Iterator[Line]:
    article = annotated.article
    yield from _headline(annotated, width)
    left_out = article.dropped if dropped else ()
    for passage in article.passages:
        yield from _left_out(left_out, passage.number, width)
        role: Role = "heading" if passage.kind == "heading" else "text"
        yield from _wrapped(role, passage.text, width, passage.number, passage.start)
        yield Line("blank", "", passage.number)
    last = article.passages[-1].number if article.passages else 0
    yield from _left_out(left_out, last + 1, width)
    yield Line("end", _credit(article), last)


def _headline(annotated: AnnotatedArticle, width: int) -> Iterator[Line]:
    article = annotated.article
    if article.title:
        yield from _wrapped("title", article.title, width, 0, 0)
    else:
        yield from _wrapped("untitled", f"No headline · {PurePath(article.path).name}", width, 0, None)
    if standfirst := standfirst_above(article):
        yield from _wrapped("standfirst", standfirst, width, 0, None)
    yield from _wrapped("byline", byline(annotated), width, 0, None)
    yield Line("blank", "", 0)


def standfirst_above(article: Article) -> str | None:
    """The standfirst to show under the headline; None where it is shown anyway, as the text's first passage."""
    opening = " ".join(article.passages[0].text.split()) if article.passages else ""
    standfirst = " ".join((article.standfirst or "").split())
    return standfirst if standfirst != opening and standfirst else None


def byline(annotated: AnnotatedArticle) -> str:
    """Outlet, authors, date and minutes to read, saying so where the file does not state them or one is guessed."""
    article = annotated.article
    minutes = max(1, round(len(article.text.split()) / WORDS_A_MINUTE))
    parts = [
        _if_guessed(article, "outlet", article.outlet or "outlet unknown"),
        _if_guessed(article, "authors", ", ".join(article.authors) or "no byline"),
        _if_guessed(article, "published", long_date(article.published)),
        f"{minutes} min",
    ]
    if article.confidence("title") == "guess":
        parts.append("headline guessed")
    if len(annotated.paths) > 1:
        parts.append(f"saved {len(annotated.paths)} times")
    if not annotated.annotated:
        parts.append("names to come")
    # No line begins with the dot.
    return "\u00a0· ".join(part.replace(" min", "\u00a0min") for part in parts)


def _if_guessed(article: Article, field: str, said: str) -> str:
    return f"{said} (guessed)" if article.confidence(field) == "guess" else said


def _credit(article: Article) -> str:
    return article.credit or ""


def _left_out(dropped: tuple[Dropped, ...], before: int, width: int) -> Iterator[Line]:
    here = [entry for entry in dropped if entry.before == before]
    for entry in here:
        yield from _wrapped("dropped", entry.text, width, before, None)
        yield from _wrapped("reason", f"└ left out: {entry.reason}", width, before, None)
    if here:
        yield Line("blank", "", before)


def _wrapped(role: Role, text: str, width: int, passage: int, offset: int | None) -> Iterator[Line]:
    safe = printable(text)
    for start, end in wrap(safe, width):
        yield Line(role, safe[start:end], passage, None if offset is None else offset + start)
