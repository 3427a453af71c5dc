"""The rows of the results list: one article each, at its best passage."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import PurePath
from typing import TYPE_CHECKING

from rich.cells import cell_len

from models.key import ArticleKey
from tui.text.dates import short_date
from tui.text.painting import Run, Runs, cells, shorten, shorten_text
from tui.text.safety import printable
from tui.text.snippets import cut_lines, snippet

if TYPE_CHECKING:
    from models.search import Hit

_HEADLINE_LINES = 2
_DOT = " · "
_INDENT = "  "
_NEW = "new"
_LEAST_OUTLET = 5
"""Cells under which nothing of an outlet's name is shown, because it would say nothing."""
NARROW = 40
"""Cells under which a row shows three lines of the passage instead of two, and the outlet before anything else."""


@dataclass(frozen=True)
class Find:
    """The hits of one article, the best first."""

    hits: tuple[Hit, ...]
    folded: tuple[Find, ...] = ()
    """Near-identical articles that were found too and have no row of their own."""
    below: bool = False
    """Whether it is one more passage of the article in the row above."""
    more: int = 0
    """How many passages of the article match as it does and have no row, where it is the last of its article's."""

    @property
    def new(self) -> bool:
        """Whether it, or a copy folded into it, came in since the saved search was last visited."""
        return self.best.new or any(other.new for other in self.folded)

    @property
    def best(self) -> Hit:
        """The hit that put the article where it stands."""
        return self.hits[0]

    @property
    def shown(self) -> Hit:
        """The hit whose text the row shows; the best one where only the headline was found."""
        return next((hit for hit in self.hits if hit.passage), self.best)

    @property
    def key(self) -> ArticleKey:
        """Which article."""
        return ArticleKey(self.best.path, self.best.part)

    @property
    def passage(self) -> int:
        """Where it opens."""
        return self.shown.passage


def by_article(hits: Iterable[Hit]) -> list[Find]:
    """Hits by article, in the order of each article's best."""
    grouped: dict[ArticleKey, list[Hit]] = {}
    for hit in hits:
        grouped.setdefault(ArticleKey(hit.path, hit.part), []).append(hit)
    return [Find(tuple(group)) for group in grouped.values()]


def by_passage(find: Find) -> list[Find]:
    """A row for each passage that matches as the best does: that under the headline, the others in reading order."""
    best, *others = find.hits
    alike = [hit for hit in others if hit.full == best.full]
    below = sorted((hit for hit in alike if hit.passage), key=lambda hit: hit.passage)
    head = replace(find, hits=(best, *(hit for hit in others if not hit.passage)))
    rows = [head, *(Find((hit,), below=True) for hit in below)]
    return [*rows[:-1], replace(rows[-1], more=max(0, best.passages - 1 - len(alike)))]


def draw_find(
    find: Find, width: int, *, listed: bool = False, open_below: bool = False, read: bool = False
) -> list[Runs]:
    """The lines of an article's row: its headline, the best of its text that was found, and where it comes from.

    Args:
        find: The article.
        width: Cells.
        listed: Whether it stands in a list of all articles, where passages were not looked for.
        open_below: Whether its copies stand right below.
        read: Whether the reader has been in it. It then recedes, so that the eye meets what is still to be read.
    """
    lines = _headline(find, width, "text" if read else "strong")
    shown = find.shown
    if shown.passage and not listed:
        lines += snippet(shown.text, shown.highlights, width, 3 if width < NARROW else 2)
    lines.append(_source(find, width, listed=listed, read=read))
    return lines if open_below else [*lines, []]


def draw_passage(find: Find, width: int, *, open_below: bool = False, read: bool = False) -> list[Runs]:
    """The lines of a row where each passage has its own: under the article's headline and source, or under that row.

    Args:
        find: The article at its best passage, or one of its other passages.
        width: Cells.
        open_below: Whether the article's copies stand right below.
        read: Whether the reader has been in it.
    """
    lines: list[Runs] = []
    if not find.below:
        lines = [*_headline(find, width, "text" if read else "strong"), _source(find, width, read=read)]
    hit = find.best
    if hit.passage:
        inner = max(1, width - len(_INDENT))
        shown = snippet(hit.text, hit.highlights, inner, 3 if width < NARROW else 2)
        lines += [[Run(_INDENT), *line] for line in shown]
    if find.more:
        lines.append(shorten([Run(f"{_INDENT}{find.more:,} more in this article", ("dim",))], width))
    return lines if open_below else [*lines, []]


def _source(find: Find, width: int, *, listed: bool = False, read: bool) -> Runs:
    """Date, outlet and marks; where they do not fit, the outlet yields first, then marks, and never the date."""
    date = short_date(find.best.published)
    marks = _marks(find, listed=listed, read=read)
    while marks and cell_len(f"{date} {_DOT.join(marks)}") > width:
        marks = marks[1:]
    right: list[Run] = []
    for mark in marks:
        ink = "badge" if mark == _NEW else "differs" if mark == find.shown.denial else "dim"
        right += [Run(_DOT, ("dim",)), Run(mark, (ink,))] if right else [Run(mark, (ink,))]
    room = width - cell_len(date + _DOT) - (cells(right) + 1 if right else 0)
    outlet = (
        shorten_text(printable(find.best.outlet or "outlet unknown"), room) if room >= _LEAST_OUTLET else ""
    )
    left = Run(f"{date}{_DOT}{outlet}" if outlet else date, ("dim",))
    gap = width - cells([left, *right])
    return [left, Run(" " * gap), *right] if right else [left]


def _headline(find: Find, width: int, ink: str) -> list[Runs]:
    hit = find.best
    if not hit.title:
        return [shorten([Run(printable(PurePath(hit.path).name), ("untitled",))], width)]
    matched = next((other for other in find.hits if other.passage == 0), None)
    highlights = matched.highlights if matched is not None else ()
    return cut_lines(hit.title, highlights, width, _HEADLINE_LINES, ink=ink)


def _marks(find: Find, *, listed: bool, read: bool) -> list[str]:
    """What is said of a result, what can best be done without first."""
    marks = ["read"] if read else []
    if not find.best.full:
        marks.append("in part")
    if find.best.passages > 1 and not listed:
        # Not the hits at hand, of which there are more when typing rests.
        marks.append(f"{find.best.passages} hits")
    if len(find.best.paths) > 1:
        marks.append(f"saved {len(find.best.paths)}×")
    if find.best.copies:
        marks.append(f"copies {find.best.copies}")
    if find.shown.denial:
        marks.append(find.shown.denial)
    if find.new:
        marks.append(_NEW)
    return marks
