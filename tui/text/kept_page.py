"""A kept quote as a page: its source, its words in their passage, and what the reader says of it."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING, NamedTuple

from index.attribution import attribution_kept
from tui.text.bookmarks import draw_note, speaker_and_tags, what_became
from tui.text.comparison import beside, draw_pieces
from tui.text.dates import long_date, short_date
from tui.text.page import MEASURE
from tui.text.painting import Run, Runs, Stroke, justify, paint
from tui.text.safety import printable
from tui.text.wrapping import wrap

if TYPE_CHECKING:
    from index.attribution import Attribution
    from models.article import Article
    from models.bookmark import Anchor, Bookmark, Match, Orphan

_SIDE_BY_SIDE = 56
"""Cells from which the words as they were and as they are have a column each."""


class Paragraph(NamedTuple):
    """A paragraph with the place of the kept words in it; both ends are 0 where there are none."""

    text: str
    start: int = 0
    end: int = 0


def surroundings(anchor: Anchor, article: Article | None, place: tuple[int, int] | None) -> list[Paragraph]:
    """The passages in which the words stand, with one on each side; what was kept of them where they stand nowhere."""
    if article is None or place is None:
        # The words around it were cut where the anchor ends.
        before = f"…{anchor.prefix}" if anchor.prefix else ""
        text = f"{before}{anchor.exact}{anchor.suffix}{'…' if anchor.suffix else ''}"
        return _around(text, len(before), len(before) + len(anchor.exact))
    start, end = place
    passages = article.passages
    here = [n for n, p in enumerate(passages) if p.start < end and p.end > start]
    if not here:
        return [Paragraph(article.text[start:end], 0, end - start)]
    shown = passages[max(0, here[0] - 1) : here[-1] + 2]
    return [
        Paragraph(p.text, max(0, start - p.start), min(len(p.text), end - p.start))
        if p.start < end and p.end > start
        else Paragraph(p.text)
        for p in shown
    ]


def _around(text: str, start: int, end: int) -> list[Paragraph]:
    found, begin = [], 0
    for part in text.split("\n\n"):
        low, high = max(0, start - begin), min(len(part), end - begin)
        if part.strip():
            found.append(Paragraph(part, low, high) if low < high else Paragraph(part))
        begin += len(part) + 2
    return found


def draw_kept(
    bookmark: Bookmark, paragraphs: list[Paragraph], orphan: Orphan | None, keys: str, width: int
) -> list[Runs]:
    """All that is known of a quote.

    Args:
        bookmark: The quote.
        paragraphs: Its words in their passage.
        orphan: What became of them, where they are gone.
        keys: What the reader can do about that, for the last line of it.
        width: Cells of a line.
    """
    width = min(width, MEASURE)
    citation = bookmark.citation
    lines = written(citation.title or bookmark.path, "title", width)
    said = [citation.outlet or "outlet unknown", ", ".join(citation.authors), long_date(citation.published)]
    lines += [*written(" · ".join(part for part in said if part), "byline", width), []]
    if orphan is not None:
        lines += [*written(what_became(orphan), "warning", width), []]
        if orphan.match is not None and not orphan.left:
            lines += [*_both(orphan.match, width), [], *written(keys, "dim", width), []]
    for paragraph in paragraphs:
        lines += [*in_passage(paragraph, width, attribution_kept(bookmark)), []]
    if extra := speaker_and_tags(bookmark):
        lines += [justify(extra, [], width), []]
    if bookmark.note:
        lines += [*draw_note(bookmark.note, width), []]
    lines += written(f"kept {short_date(bookmark.created)} from {bookmark.path}", "dim", width)
    if citation.url:
        lines += written(citation.url, "dim", width)
    return lines


def _both(match: Match, width: int) -> list[Runs]:
    """The words as they were kept and as they are now, side by side where there is room."""
    if width < _SIDE_BY_SIDE:
        return [[Run("as kept, and now", ("dim",))], *draw_pieces(match.pieces, ("same", "out", "in"), width)]
    column = (width - 3) // 2
    heads: tuple[Runs, Runs] = (
        [Run("as kept", ("dim",))],
        [Run(f"now, {match.likeness:.0%} alike", ("dim",))],
    )
    left = [heads[0], *draw_pieces(match.pieces, ("same", "out"), column)]
    right = [heads[1], *draw_pieces(match.pieces, ("same", "in"), column)]
    nothing: Runs = []
    return [beside(a, b, column) for a, b in zip_longest(left, right, fillvalue=nothing)]


def in_passage(paragraph: Paragraph, width: int, said: Attribution | None = None) -> list[Runs]:
    """The lines of a paragraph, the kept words lit in it; those between two halves of a saying not as a quotation."""
    safe = printable(paragraph.text)
    start, end = paragraph.start, paragraph.end
    halves = said.parts(paragraph.text[start:end]) if said is not None else ()
    strokes = [
        *(Stroke(start + a, start + b, "quotation") for a, b in halves or ((0, end - start),)),
        Stroke(start, end, "landing"),
    ]
    base = ("text",) if paragraph.end else ("dim",)
    return [paint(safe[a:b], strokes, offset=a, base=base) for a, b in wrap(safe, width)]


def written(text: str, ink: str, width: int) -> list[Runs]:
    """The lines of a text in one ink."""
    safe = printable(text)
    return [[Run(safe[a:b], (ink,))] for a, b in wrap(safe, width)]
