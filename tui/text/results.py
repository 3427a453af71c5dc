"""The rows of the results list: one article each, at its best passage."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePath

from models.article import ArticleKey
from models.search import Answer, Hit
from tui.text.dates import short_date
from tui.text.painting import Run, Runs, Stroke, justify, paint
from tui.text.safety import printable
from tui.text.snippets import snippet

HEIGHT = 5
"""Lines of a row: headline, two of the passage, source, and a blank one."""


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


def draw_find(find: Find, width: int) -> list[Runs]:
    """The lines of one row."""
    hit = find.best
    source = [
        Run(printable(hit.outlet or "outlet unknown"), ("dim",)),
        Run(f" · {short_date(hit.published)}", ("dim",)),
    ]
    lines = [_headline(find, width)]
    if hit.passage != 0:
        lines += snippet(hit.text, hit.highlights, width, 2)
    lines.append(justify(source, _marks(find), width))
    return lines + [[]] * (HEIGHT - len(lines))


def _headline(find: Find, width: int) -> Runs:
    hit = find.best
    if not hit.title:
        return justify([Run(printable(PurePath(hit.path).name), ("untitled",))], [], width)
    matched = next((other for other in find.hits if other.passage == 0), None)
    strokes = [Stroke(start, end, "hit") for start, end in matched.highlights] if matched else []
    return justify(paint(printable(hit.title), strokes, base=("strong",)), [], width)


def _marks(find: Find) -> Runs:
    marks = []
    if not find.best.full:
        marks.append("some of the words")
    if len(find.hits) > 1:
        marks.append(f"{len(find.hits)} passages")
    if len(find.best.paths) > 1:
        marks.append(f"copies {len(find.best.paths)}")
    return [Run(" · ".join(marks), ("dim",))] if marks else []


def counts(answer: Answer) -> str:
    """As "38 passages in 12 articles · 14 with some of the words"."""
    if not answer.query.strip():
        return ""
    parts = []
    if answer.total:
        found = _number(answer.total, "passage")
        parts.append(f"{found} in {_number(answer.articles, 'article')}" if answer.articles else found)
    if answer.partial:
        parts.append(f"{answer.partial:,} with some of the words")
    return " · ".join(parts) or "nothing found"


def _number(count: int, noun: str) -> str:
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"
