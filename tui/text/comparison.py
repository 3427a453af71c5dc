"""The rows of a comparison: what an outlet left out and what it added, marked so that it reads without colours."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import TYPE_CHECKING

from tui.text.dates import short_date
from tui.text.painting import Run, Runs, Stroke, cells, paint
from tui.text.safety import printable
from tui.text.wrapping import wrap

if TYPE_CHECKING:
    from models.comparison import Comparison, Piece, PieceKind, Row
    from models.key import ArticleKey
    from models.version import Version

SIDE_BY_SIDE = 116
"""Cells from which both versions have a column of their own, of 56 cells each."""
_COLUMN = 76
_GAP = " │ "
_MARKS: dict[PieceKind, tuple[str, str]] = {"same": ("", ""), "out": ("[-", "-]"), "in": ("[+", "+]")}
_SPOKEN_MARKS: dict[PieceKind, tuple[str, str]] = {
    "same": ("", ""),
    "out": ("(out: ", ")"),
    "in": ("(in: ", ")"),
}
"""For those who hear the text."""
_CHANGED = 0.3
"""The likeness from which on one text comes from the other, or both from a third."""
_AROUND = 18
"""Words of a long stretch without a change that are shown on each side of it."""


@dataclass(frozen=True)
class Pair:
    """Two articles to compare, the one that was there before first."""

    first: ArticleKey
    second: ArticleKey


def changed_rows(comparison: Comparison) -> list[tuple[int, Row]]:
    """The rows with a difference, each with the number of passages before it that have none."""
    rows: list[tuple[int, Row]] = []
    skipped = 0
    for row in comparison.rows:
        if row.changed:
            rows.append((skipped, row))
            skipped = 0
        else:
            skipped += len(row.second)
    return rows


def same_at_end(comparison: Comparison) -> int:
    """How many passages without a difference stand after the last row that has one."""
    count = 0
    for row in reversed(comparison.rows):
        if row.changed:
            break
        count += len(row.second)
    return count


def fold_line(passages: int) -> str:
    """As "… 4 passages the same"."""
    return f"… {passages:,} {'passage' if passages == 1 else 'passages'} the same" if passages else ""


def draw_change(skipped: int, row: Row, width: int, *, spoken: bool = False) -> list[Runs]:
    """The lines of one row: both versions in one, or side by side where there is room.

    Args:
        skipped: How many passages without a difference stand before it.
        row: What differs.
        width: Cells.
        spoken: Whether it is to be heard: one text, from beginning to end, with its marks in words.
    """
    lines: list[Runs] = [[Run(fold_line(skipped), ("dim",))], []] if skipped else []
    lines.append([Run(_heading(row), ("strong",))])
    if width >= SIDE_BY_SIDE and row.first and row.second and not spoken:
        column = min(_COLUMN, (width - len(_GAP)) // 2)
        left, right = (
            draw_pieces(row.pieces, ("same", "out"), column),
            draw_pieces(row.pieces, ("same", "in"), column),
        )
        nothing: Runs = []
        lines += [beside(a, b, column) for a, b in zip_longest(left, right, fillvalue=nothing)]
    else:
        marks = _SPOKEN_MARKS if spoken else _MARKS
        lines += draw_pieces(row.pieces, ("same", "out", "in"), min(width, _COLUMN), marks)
    return [*lines, []]


def legend(first: Version, second: Version, *, spoken: bool = False) -> Runs:
    """Which marks stand for what is in one of two articles only."""
    if spoken:
        return [Run(f"out: {source(first)}. in: {source(second)}", ("dim",))]
    return [
        Run("[-", ("piece-out",)), Run(f" {source(first)}   ", ("dim",)),
        Run("[+", ("piece-in",)), Run(f" {source(second)}", ("dim",)),
    ]  # fmt: skip


def source(version: Version) -> str:
    """As "Evening Post, 29 Jul 2021"."""
    return printable(f"{version.outlet or version.path}, {short_date(version.published)}")


def title(comparison: Comparison) -> str:
    """As "What Evening Post changed"; of articles that share little nobody has changed the other's."""
    first, second = (printable(v.outlet or v.path) for v in (comparison.first, comparison.second))
    alike = (comparison.second.likeness or 0) >= _CHANGED
    return f"What {second} changed" if alike else f"{second} compared with {first}"


def summary(comparison: Comparison) -> str:
    """As "82% alike"."""
    return f"{comparison.second.likeness or 0:.0%} alike"


def _heading(row: Row) -> str:
    if 0 in (*row.first, *row.second):
        return "Headline"
    if not row.second:
        return f"{_passages(row.first)} · left out"
    if not row.first:
        return f"{_passages(row.second)} · added"
    if row.moved:
        return f"{_passages(row.second)} · moved from {row.first[0]}"
    if len(row.first) != len(row.second):
        return f"{_passages(row.second)} · of {_passages(row.first).lower()}"
    return _passages(row.second)


def _passages(numbers: Sequence[int]) -> str:
    return f"Passage {numbers[0]}" if len(numbers) == 1 else f"Passages {numbers[0]} to {numbers[-1]}"


def draw_pieces(
    pieces: Sequence[Piece],
    kinds: Sequence[PieceKind],
    width: int,
    marks: Mapping[PieceKind, tuple[str, str]] = _MARKS,
) -> list[Runs]:
    """Pieces of some kinds in one text, those that only one side has between marks."""
    text = ""
    strokes: list[Stroke] = []
    for number, piece in enumerate(pieces):
        if piece.kind not in kinds:
            continue
        words = piece.text.lstrip(" ")
        if piece.kind == "same":
            words = _shortened(words, first=number == 0, last=number == len(pieces) - 1)
        begin, end = marks[piece.kind]
        if text and len(words) < len(piece.text):
            text += " "
        strokes.append(Stroke(len(text), len(text) + len(begin + words + end), f"piece-{piece.kind}"))
        text += begin + words + end
    safe = printable(text)
    return [paint(safe[a:b], strokes, offset=a) for a, b in wrap(safe, width)]


def _shortened(text: str, *, first: bool, last: bool) -> str:
    """A long stretch without its middle; at an end of the passage without what is far from the change."""
    words = text.split(" ")
    if len(words) <= 3 * _AROUND or (first and last):
        return text
    before = [] if first else words[:_AROUND]
    after = [] if last else words[-_AROUND:]
    return " ".join([*before, "…", *after])


def beside(left: Runs, right: Runs, column: int) -> Runs:
    """Two texts on one line, the first in a column of its own."""
    return [*left, Run(" " * (column - cells(left))), Run(_GAP, ("dim",)), *right]
