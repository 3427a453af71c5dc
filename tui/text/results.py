"""The rows of the results list: one article each, at its best passage."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePath

from models.article import ArticleKey
from models.search import Answer, Hit
from tui.text.dates import short_date
from tui.text.painting import Run, Runs, justify, shorten
from tui.text.safety import printable
from tui.text.snippets import cut_lines, snippet

_HEADLINE_LINES = 2
_NARROW = 40
"""Cells under which a row shows three lines of the passage instead of two."""


@dataclass(frozen=True)
class Find:
    """The hits of one article, the best first."""

    hits: tuple[Hit, ...]

    @property
    def best(self) -> Hit:
        """The hit that put the article where it stands."""
        return self.hits[0]

    @property
    def key(self) -> ArticleKey:
        """Which article."""
        return ArticleKey(self.best.path, self.best.part)


def by_article(hits: Iterable[Hit]) -> list[Find]:
    """Hits by article, in the order of each article's best."""
    grouped: dict[ArticleKey, list[Hit]] = {}
    for hit in hits:
        grouped.setdefault(ArticleKey(hit.path, hit.part), []).append(hit)
    return [Find(tuple(group)) for group in grouped.values()]


def draw_find(find: Find, width: int, *, listed: bool = False) -> list[Runs]:
    """The lines of one row.

    Args:
        find: The article.
        width: Cells.
        listed: Whether it stands in a list of all articles, where passages were not looked for.
    """
    hit = find.best
    source = f"{short_date(hit.published)} · {hit.outlet or 'outlet unknown'}"
    lines = _headline(find, width)
    shown = next((other for other in find.hits if other.passage), None)
    if shown is not None and not listed:
        lines += snippet(shown.text, shown.highlights, width, 3 if width < _NARROW else 2)
    lines.append(justify([Run(printable(source), ("dim",))], _marks(find, listed=listed), width))
    return [*lines, []]


def _headline(find: Find, width: int) -> list[Runs]:
    hit = find.best
    if not hit.title:
        return [shorten([Run(printable(PurePath(hit.path).name), ("untitled",))], width)]
    matched = next((other for other in find.hits if other.passage == 0), None)
    highlights = matched.highlights if matched is not None else ()
    return cut_lines(hit.title, highlights, width, _HEADLINE_LINES, ink="strong")


def _marks(find: Find, *, listed: bool) -> Runs:
    marks = []
    if not find.best.full:
        marks.append("in part")
    if len(find.hits) > 1 and not listed:
        marks.append(f"{len(find.hits)} hits")
    if len(find.best.paths) > 1:
        marks.append(f"copies {len(find.best.paths)}")
    return [Run(" · ".join(marks), ("dim",))] if marks else []


def counts(answer: Answer) -> str:
    """As "38 passages in 12 articles · 14 in part"."""
    if not answer.query.strip():
        return ""
    parts = []
    if answer.total:
        found = _number(answer.total, "passage")
        parts.append(f"{found} in {_number(answer.articles, 'article')}" if answer.articles else found)
    if answer.partial:
        parts.append(f"{answer.partial:,} in part")
    return " · ".join(parts) or "nothing found"


def _number(count: int, noun: str) -> str:
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"
