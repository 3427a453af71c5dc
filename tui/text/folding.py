"""Copies of one story fold into one row of the results, and unfold below it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeAlias

from models.key import ArticleKey
from tui.text.dates import short_date
from tui.text.painting import Run, Runs, justify, shorten
from tui.text.publishers import publisher
from tui.text.results import NARROW, Find, by_passage
from tui.text.safety import printable

if TYPE_CHECKING:
    from models.version import Version

_INDENT = "  "


@dataclass(frozen=True)
class Unfolded:
    """A row below the one that its article was folded into."""

    version: Version
    under: Find
    """The row above."""
    find: Find | None
    """The article's own hits; None where it is a copy of what was found without being found itself."""
    last: bool

    @property
    def key(self) -> ArticleKey:
        """Which article."""
        return ArticleKey(self.version.path, self.version.part)

    @property
    def passage(self) -> int:
        """Where it opens."""
        return self.find.best.passage if self.find else 0


ResultRow: TypeAlias = Find | Unfolded
"""A row of the results."""


def folded(finds: Sequence[Find], *, by_date: bool) -> list[Find]:
    """One find for each group of near-identical articles, in the place of its best; the others are folded into it.

    It is the earliest of those that match as well as the best does; by date it is the first, which would else stand
    out of order.
    """
    groups: dict[int, list[Find]] = {}
    for find in finds:
        if find.best.group:
            groups.setdefault(find.best.group, []).append(find)
    rows: list[Find] = []
    for find in finds:
        group = groups.get(find.best.group)
        if group is None or len(group) == 1:
            rows.append(find)
            continue
        if group[0] is not find:
            continue
        # Those with all the words come first, so that a full one is there where the best is full.
        alike = [other for other in group if other.best.full == find.best.full]
        shown = find if by_date else min(alike, key=lambda other: other.best.version)
        rows.append(replace(shown, folded=tuple(other for other in group if other is not shown)))
    return rows


def unfolded(
    finds: Iterable[Find], open_groups: Mapping[int, Sequence[Version]], *, passages: bool = False
) -> list[ResultRow]:
    """The rows of the list: below a find whose group is open, all versions of it but its own.

    With `passages` the find's other passages come between.
    """
    rows: list[ResultRow] = []
    for find in finds:
        rows += by_passage(find) if passages else [find]
        others = [v for v in open_groups.get(find.best.group, ()) if (v.path, v.part) != find.key]
        found = {other.key: other for other in find.folded}
        for number, version in enumerate(others, start=1):
            own = found.get(ArticleKey(version.path, version.part))
            rows.append(Unfolded(version, find, own, last=number == len(others)))
    return rows


def row_of(rows: Sequence[ResultRow], key: ArticleKey | None, passage: int | None = None) -> int | None:
    """The row in which an article stands, folded or not; that of a passage of it, where it has one."""
    own = [number for number, row in enumerate(rows) if row.key == key]
    if own:
        return next((number for number in own if rows[number].passage == passage), own[0])
    for number, row in enumerate(rows):
        if isinstance(row, Find) and any(other.key == key for other in row.folded):
            return number
    return None


def draw_unfolded(row: Unfolded, width: int, *, read: bool = False) -> list[Runs]:
    """The lines of a row below another: date, outlet and marks; the headline where it is another one."""
    version = row.version
    inner = max(1, width - len(_INDENT))
    # The headline is the row's above, or on a line of its own.
    source = f"└ {short_date(version.published)} · {publisher(version.outlet, None, version.path)}"
    marks = [Run("earliest", ("strong",))] if version.earliest else []
    if version.likeness is not None and version.likeness < 1 and width >= NARROW:
        marks.append(Run(f"{' · ' if marks else ''}{version.likeness:.0%} alike", ("dim",)))
    if row.find is not None and row.find.new:
        marks.append(Run(f"{' · ' if marks else ''}new", ("badge",)))
    if read:
        marks.append(Run(f"{' · ' if marks else ''}read", ("dim",)))
    lines = [[Run(_INDENT), *justify([Run(printable(source), ("dim",))], marks, inner)]]
    if version.title and version.title != row.under.best.title:
        lines.append([Run(_INDENT * 2), *shorten([Run(printable(version.title), ("strong",))], inner - 2)])
    return [*lines, []] if row.last else lines
