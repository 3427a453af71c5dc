"""An article laid out as lines: the headline block, passages, and what cleaning left out where asked for."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import TYPE_CHECKING, Literal, NamedTuple

from models.config import Config
from tui.text.dates import long_date
from tui.text.left_out import LeftOut, groups
from tui.text.safety import printable
from tui.text.wrapping import wrap

if TYPE_CHECKING:
    from models.annotation import AnnotatedArticle
    from models.article import Article

MEASURE = Config.measure
"""Cells in a line of text, unless the reader wants others; more than about 80 tires the eye (Bringhurst: 45 to 75)."""

WORDS_A_MINUTE = 238
"""Silent reading of English prose (Brysbaert 2019, a meta-analysis of 190 studies)."""

_NAMED = 3
"""Outlets of copies, and files, that are named in an article's head."""

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
    left: int | None = None
    """Which of the lines that were left out it shows, counted from 0."""


@dataclass(frozen=True)
class Page:
    """Lines, and where each passage stands in them."""

    lines: tuple[Line, ...]
    places: dict[int, tuple[int, int]]
    """Passage number to its first line and the line after its last."""
    left: dict[int, tuple[int, int]] = field(default_factory=dict)
    """The same of the lines that were left out, counted from 0, where they are shown; of a run that is folded by its
    first."""
    folded: dict[int, tuple[str, ...]] = field(default_factory=dict)
    """The lines that were left out and stand folded on one, by the number of the first."""

    @property
    def numbers(self) -> list[int]:
        """The passages in order; 0 is the headline, which every page has."""
        return list(self.places)

    @property
    def stops(self) -> list[tuple[int, int | None]]:
        """Where the cursor stops, from top to bottom: passages, and with their passage the lines left out before it."""
        places = [(first, number, None) for number, (first, _) in self.places.items()]
        left = [(first, self.lines[first].passage, which) for which, (first, _) in self.left.items()]
        return [(number, which) for _, number, which in sorted([*places, *left], key=lambda stop: stop[0])]

    def place(self, passage: int, left: int | None = None) -> tuple[int, int]:
        """The first line of a stop and the line after its last."""
        return self.places.get(passage, (0, 1)) if left is None else self.left.get(left, (0, 1))

    def line_of(self, passage: int, offset: int) -> int:
        """The line that shows a code point of a passage."""
        first, last = self.places.get(passage, (0, 1))
        found = first
        for number in range(first, last):
            start = self.lines[number].offset
            if start is not None and start <= offset:
                found = number
        return found


def lay_out(
    annotated: AnnotatedArticle,
    width: int,
    *,
    dropped: bool = False,
    unfolded: Collection[str] = (),
    measure: int = MEASURE,
) -> Page:
    """Lay an article out for a column of `width` cells.

    Args:
        annotated: The article.
        width: Cells of the column.
        dropped: Whether what was left out is shown in place, runs of short lines as one.
        unfolded: The words of such lines that are shown one by one.
        measure: Cells in a line of text, at most.
    """
    article = annotated.article
    folded: dict[int, tuple[str, ...]] = {}
    lines = list(_lines(annotated, max(8, min(width, measure)), unfolded if dropped else None, folded))
    places: dict[int, tuple[int, int]] = {0: (0, 1)}
    left: dict[int, tuple[int, int]] = {}
    for number, line in enumerate(lines):
        if line.role in {"title", "untitled", "text", "heading"}:
            first, _ = places.get(line.passage, (number, number))
            places[line.passage] = (first, number + 1)
        elif line.left is not None:
            first, _ = left.get(line.left, (number, number))
            left[line.left] = (first, number + 1)
    assert len(places) <= len(article.passages) + 1
    return Page(tuple(lines), places, left, folded)


def _lines(
    annotated: AnnotatedArticle,
    width: int,
    unfolded: Collection[str] | None,
    folded: dict[int, tuple[str, ...]],
) -> Iterator[Line]:
    """The lines, with what was left out unless `unfolded` is None; notes in `folded` what stands on one."""
    article = annotated.article

    def left_out(before: int, passage: int) -> Iterator[Line]:
        for group in groups(article.dropped, before, unfolded) if unfolded is not None else ():
            if group.folded:
                folded[group.first] = tuple(entry.text for entry in group.entries)
            yield from _left_out(group, width, passage)

    yield from _headline(annotated, width)
    for passage in article.passages:
        yield from left_out(passage.number, passage.number)
        role: Role = "heading" if passage.kind == "heading" else "text"
        yield from _wrapped(role, passage.text, width, passage.number, passage.start)
        yield Line("blank", "", passage.number)
    last = article.passages[-1].number if article.passages else 0
    yield from left_out(last + 1, last)
    yield from _wrapped("end", end, width, last, None) if (end := _end(article)) else [Line("end", "", last)]


def _headline(annotated: AnnotatedArticle, width: int) -> Iterator[Line]:
    article = annotated.article
    if article.title:
        yield from _wrapped("title", article.title, width, 0, 0)
    else:
        yield from _wrapped("untitled", f"No headline · {PurePath(article.path).name}", width, 0, None)
    if standfirst := standfirst_above(article):
        yield from _wrapped("standfirst", standfirst, width, 0, None)
    yield from _wrapped("byline", byline(annotated), width, 0, None)
    for more in (also_in(annotated), saved_as(annotated)):
        if more:
            yield from _wrapped("byline", more, width, 0, None)
    yield Line("blank", "", 0)


def standfirst_above(article: Article) -> str | None:
    """The standfirst to show under the headline; None where it is shown anyway, as one of the text's passages.

    It is the first as a rule, but a line that was put back may stand before it.
    """
    standfirst = " ".join((article.standfirst or "").split())
    if any(" ".join(passage.text.split()) == standfirst for passage in article.passages):
        return None
    return standfirst or None


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
    if not annotated.annotated:
        parts.append("names to come")
    # No line begins with the dot.
    return "\u00a0· ".join(part.replace(" min", "\u00a0min") for part in parts)


def also_in(annotated: AnnotatedArticle) -> str:
    """As "also in The Herald, Northern Post (copies)"; empty where no copies are known."""
    from index.outlets import each_once

    outlets = each_once(copy.outlet or PurePath(copy.path).name for copy in annotated.copies)
    if not outlets:
        return ""
    more = f" and {len(outlets) - _NAMED:,} more" if len(outlets) > _NAMED else ""
    copies = "copy" if len(annotated.copies) == 1 else "copies"
    return f"also in {', '.join(outlets[:_NAMED])}{more} ({copies})"


def saved_as(annotated: AnnotatedArticle) -> str:
    """As "saved twice: also clips/strike.txt"; empty where it was saved once."""
    others = [path for path in annotated.paths if path != annotated.article.path]
    if not others:
        return ""
    times = "twice" if len(others) == 1 else f"{len(others) + 1} times"
    more = f" and {len(others) - _NAMED:,} more" if len(others) > _NAMED else ""
    return f"saved {times}: also {', '.join(others[:_NAMED])}{more}"


def _if_guessed(article: Article, field: str, said: str) -> str:
    return f"{said} (guessed)" if article.confidence(field) == "guess" else said


def _end(article: Article) -> str:
    """What is said below the text: its agency, and that the headline was guessed, which would crowd the byline."""
    guessed = "headline guessed" if article.confidence("title") == "guess" else ""
    return " · ".join(filter(None, (article.credit, guessed)))


def _left_out(group: LeftOut, width: int, passage: int) -> Iterator[Line]:
    """What was left out together, which belongs to a passage."""
    if group.folded:
        yield Line("reason", group.summary(width), passage, left=group.first)
    else:
        (entry,) = group.entries
        for line in (
            *_wrapped("dropped", entry.text, width, passage, None),
            *_wrapped("reason", f"└ left out: {entry.reason}", width, passage, None),
        ):
            yield line._replace(left=group.first)
    yield Line("blank", "", passage)


def _wrapped(role: Role, text: str, width: int, passage: int, offset: int | None) -> Iterator[Line]:
    safe = printable(text)
    for start, end in wrap(safe, width):
        yield Line(role, safe[start:end], passage, None if offset is None else offset + start)
