"""The rows of the bookmarks screen, and finding among them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tui.text.dates import short_date
from tui.text.painting import Run, Runs, justify
from tui.text.safety import printable
from tui.text.snippets import snippet
from tui.text.wrapping import wrap

if TYPE_CHECKING:
    from models.bookmark import Bookmark

_QUOTE_LINES = 4


def in_order(bookmarks: Sequence[Bookmark]) -> list[Bookmark]:
    """By article, the article with the latest bookmark first, then as the quotes stand in it."""
    latest: dict[tuple[str, int], str] = {}
    for bookmark in bookmarks:
        key = (bookmark.path, bookmark.part)
        latest[key] = max(latest.get(key, ""), bookmark.created)
    by_place = sorted(bookmarks, key=lambda b: (b.path, b.part, b.anchor.start))
    return sorted(by_place, key=lambda b: latest[b.path, b.part], reverse=True)


def matching(bookmarks: Sequence[Bookmark], wanted: str) -> list[Bookmark]:
    """Those that hold every word somewhere: quote, speaker, note, source, or as "#tag"."""
    words = wanted.casefold().split()
    return [bookmark for bookmark in bookmarks if all(word in _all_of(bookmark) for word in words)]


def _all_of(bookmark: Bookmark) -> str:
    citation = bookmark.citation
    parts = [
        bookmark.anchor.exact, bookmark.speaker, bookmark.note, citation.title, citation.outlet,
        *citation.authors, *(f"#{tag}" for tag in bookmark.tags),
    ]  # fmt: skip
    return "\n".join(part for part in parts if part).casefold()


def draw_bookmark(bookmark: Bookmark, first_of_article: bool, width: int) -> list[Runs]:
    """The lines of one row; the first of an article begins with the article."""
    lines: list[Runs] = []
    citation = bookmark.citation
    if first_of_article:
        title = Run(printable(citation.title or bookmark.path), ("strong",))
        source = f"{citation.outlet or 'outlet unknown'} · {short_date(citation.published)}"
        lines.append(justify([title], [Run(printable(source), ("dim",))], width))
    inner = max(1, width - 2)
    lines += [
        [Run("  "), *line]
        for line in snippet(bookmark.anchor.exact, (), inner, _QUOTE_LINES, ink="quotation")
    ]
    extra: Runs = []
    if bookmark.speaker:
        extra.append(Run(printable(f"— {bookmark.speaker}"), ("text",)))
    extra += [Run(printable(f"{'  ' if extra else ''}#{tag}"), ("tag",)) for tag in bookmark.tags]
    if extra:
        lines.append([Run("  "), *justify(extra, [], inner)])
    if bookmark.note:
        note = printable(f"✎ {' '.join(bookmark.note.split())}")
        lines += [[Run("  "), Run(note[a:b], ("note",))] for a, b in wrap(note, inner)]
    return [*lines, []]
