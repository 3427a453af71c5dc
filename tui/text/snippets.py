"""A few lines of a long passage, chosen around what was looked for."""

from typing import NamedTuple

from tui.text.painting import Run, Runs, Stroke, paint
from tui.text.safety import printable
from tui.text.wrapping import truncate, wrap


class Excerpt(NamedTuple):
    """A stretch of a text with "…" where it was cut, and where the highlights fall in it."""

    text: str
    highlights: tuple[tuple[int, int], ...]


def excerpt(text: str, highlights: tuple[tuple[int, int], ...], size: int) -> Excerpt:
    """About `size` characters that hold the first highlight and as many others as fit, cut between words."""
    if len(text) <= size:
        return Excerpt(text, highlights)
    start = 0
    if highlights:
        first = highlights[0][0]
        last = max((end for _, end in highlights if end - first <= size * 3 // 4), default=highlights[0][1])
        # What was looked for stands a third into the excerpt where there is room, so that it has its context.
        start = max(0, min(first - (size - (last - first)) // 3, len(text) - size))
    end = min(len(text), start + size)
    if end < len(text):
        end = _word_before(text, end, max(start + size * 2 // 3, *(e for _, e in highlights if e <= end), 0))
    if start > 0:
        start = _word_after(text, start, highlights[0][0])
    before = "…" if start else ""
    shift = len(before) - start
    kept = tuple((a + shift, min(b, end) + shift) for a, b in highlights if a >= start and a < end)
    return Excerpt(before + text[start:end] + ("…" if end < len(text) else ""), kept)


def _word_before(text: str, end: int, limit: int) -> int:
    space = text.rfind(" ", limit, end + 1)
    return end if space < 0 else space


def _word_after(text: str, start: int, limit: int) -> int:
    space = text.find(" ", start, limit)
    return start if space < 0 else space + 1


def snippet(
    text: str,
    highlights: tuple[tuple[int, int], ...],
    width: int,
    lines: int,
    *,
    ink: str = "snippet",
) -> list[Runs]:
    """Up to `lines` lines of `width` cells around the highlights; the last ends in "…" where text goes on."""
    cut = excerpt(text, highlights, width * lines)
    return cut_lines(cut.text, cut.highlights, width, lines, ink=ink)


def cut_lines(
    text: str, highlights: tuple[tuple[int, int], ...], width: int, lines: int, *, ink: str
) -> list[Runs]:
    """The first `lines` lines of a text; the last ends in "…" where the text goes on."""
    safe = printable(text)
    strokes = [Stroke(start, end, "hit") for start, end in highlights]
    places = wrap(safe, width)
    drawn: list[Runs] = []
    for number, (start, end) in enumerate(places[:lines]):
        if number == lines - 1 and len(places) > lines:
            shown = truncate(safe[start:], width, whole_words=True)
            kept = [Stroke(s.start, min(s.end, start + len(shown) - 1), s.ink) for s in strokes]
            drawn.append(paint(shown, kept, offset=start, base=(ink,)))
        else:
            drawn.append(paint(safe[start:end], strokes, offset=start, base=(ink,)))
    return drawn or [[Run("", (ink,))]]
