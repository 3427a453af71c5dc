"""The rows of the bookmarks: quotes as they were kept, headings, and what became of words that are gone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.attribution import attribution_kept
from tui.text.comparison import draw_pieces
from tui.text.dates import short_date
from tui.text.painting import Run, Runs, cells, justify, shorten
from tui.text.safety import printable, printable_lines
from tui.text.snippets import snippet
from tui.text.wrapping import wrap

if TYPE_CHECKING:
    from models.bookmark import Bookmark, Heading, Orphan

_QUOTE_LINES = 4

_ONE_LINE = 64
"""Cells from which an article's headline, outlet and date stand on one line."""


def draw_shelf(name: str, count: int, width: int) -> list[Runs]:
    """The head of a shelf, with how many stand on it."""
    return [[*_headed(name, count, "strong", width)], []]


def draw_heading(heading: Heading, count: int, width: int) -> list[Runs]:
    """A heading of the reader's own, with how many quotes stand below it."""
    return [[*_headed(heading.text, count, "heading", width)], []]


def _headed(name: str, count: int, ink: str, width: int) -> Runs:
    number = Run(f"  {count:,} ", ("dim",))
    left = [*shorten([Run(printable(name), (ink,))], max(1, width - cells([number]) - 4)), number]
    return [*left, Run("─" * max(0, width - cells(left)), ("rule",))]


def draw_bookmark(
    bookmark: Bookmark,
    width: int,
    *,
    first_of_article: bool = True,
    marked: bool = False,
    orphan: Orphan | None = None,
) -> list[Runs]:
    """The lines of one quote; the first of an article begins with the article."""
    lines: list[Runs] = []
    citation = bookmark.citation
    if first_of_article:
        title = [Run(printable(citation.title or bookmark.path), ("strong",))]
        source = f"{citation.outlet or 'outlet unknown'} · {short_date(citation.published)}"
        beside = [Run(printable(source), ("dim",))]
        lines += (
            [justify(title, beside, width)]
            if width >= _ONE_LINE
            else [shorten(title, width), shorten(beside, width)]
        )
    inner = max(1, width - 2)
    body = _what_became_of(orphan, inner) if orphan is not None else []
    if orphan is None or not _shows_change(orphan):
        words = attribution_kept(bookmark).spoken(bookmark.anchor.exact)
        body += snippet(words, (), inner, _QUOTE_LINES, ink="quotation")
    if extra := speaker_and_tags(bookmark):
        body.append(justify(extra, [], inner))
    if bookmark.note:
        body += draw_note(bookmark.note, inner)
    edge = Run("✓ ", ("number",)) if marked else Run("  ")
    lines += [[edge if number == 0 else Run("  "), *line] for number, line in enumerate(body)]
    return [*lines, []]


def draw_note(note: str, width: int) -> list[Runs]:
    """A note behind its mark, with the lines that the reader gave it."""
    first, *others = printable_lines(note.strip()).split("\n")
    lines: list[Runs] = []
    for line in (f"✎ {first}", *(f"  {line}" for line in others)):
        lines += [[Run(line[a:b], ("note",))] for a, b in wrap(line, width)] or [[]]
    return lines


def what_became(orphan: Orphan) -> str:
    """As "! Its file is gone · the nearest words are 83% alike"."""
    what = "The article is gone" if orphan.why == "gone" else "The text has changed"
    if orphan.match is None:
        return f"! {what} · nothing like it is left"
    alike = "the same words" if orphan.match.likeness == 1 else f"{orphan.match.likeness:.0%} alike"
    return f"! {what} · {alike} {'here' if orphan.why == 'changed' else 'elsewhere'}"


def speaker_and_tags(bookmark: Bookmark) -> Runs:
    """Who speaks, and the tags, on one line; empty where there are neither."""
    runs: Runs = []
    said = attribution_kept(bookmark).told
    if said:
        runs.append(Run(printable(f"— {said}"), ("text",)))
    for tag in bookmark.tags:
        runs.append(Run(printable(f"{'  ' if runs else ''}#{tag}"), ("tag",)))
    return runs


def _what_became_of(orphan: Orphan, width: int) -> list[Runs]:
    """That the words are gone, and those found instead with what is other in them."""
    lines = [shorten([Run(printable(what_became(orphan)), ("warning",))], width)]
    match = orphan.match
    if match is not None and orphan.why == "gone" and not orphan.left:
        lines.append(shorten([Run(printable(f"in {match.path}"), ("dim",))], width))
    if match is not None and _shows_change(orphan):
        # All of it: these are the words that accepting keeps.
        lines += draw_pieces(match.pieces, ("same", "out", "in"), width)
    return lines


def _shows_change(orphan: Orphan) -> bool:
    """Whether the quote shows together with what it has become."""
    match = orphan.match
    return match is not None and not orphan.left and any(piece.kind != "same" for piece in match.pieces)
