"""The terminal is sent only what it does not show already, in the shortest codes: over a slow line this is the speed.

Textual writes every cell of each region that was painted again, each stretch of text with all of its codes and a reset
behind it. Here what was written is remembered cell by cell, and of an update only the cells that look otherwise are
written, each stretch with the codes that differ from those in force.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple, cast

from rich.color import ColorSystem
from textual._compositor import ChopsUpdate, CompositorUpdate, LayoutUpdate
from textual.geometry import Region
from textual.strip import Strip

if TYPE_CHECKING:
    from rich.console import Console, RenderableType
    from rich.style import Style

_UNKNOWN = "\0"
"""Stands for a cell of which is not known what the terminal shows; no text has it."""
_NEAR = 6
"""Cells between two that changed which cost less to write again than a movement of the cursor does."""
_LINED = frozenset("4 5 6 7 9 21 51 52 53".split())
"""The codes that show on a blank: lines through, over and under it, reversed colours, blinking."""


class Pen(NamedTuple):
    """The codes in force, in SGR's numbers: those of weight, slant and lines, and of the two colours."""

    manner: str = ""
    fore: str = ""
    back: str = ""

    @property
    def shows_on_blanks(self) -> bool:
        """Whether a blank written with it differs from one of the same background."""
        return not _LINED.isdisjoint(self.manner.split(";"))


_NO_PEN = Pen()


class _Line:
    """What is known of a line of the terminal."""

    def __init__(self) -> None:
        self.text = ""
        self.pens: list[Pen] = []

    def reach(self, end: int) -> None:
        """Have cells up to an end."""
        lacking = end - len(self.text)
        if lacking > 0:
            self.text += _UNKNOWN * lacking
            self.pens += [_NO_PEN] * lacking

    def cut(self, x: int) -> None:
        """From a cell on nothing is known."""
        self.text = self.text[:x]
        del self.pens[x:]

    def put(self, x: int, text: str, pens: Sequence[Pen]) -> None:
        """Note what was written from a cell on."""
        end = x + len(text)
        self.text = self.text[:x] + text + self.text[end:]
        self.pens[x:end] = pens


class Sparing:
    """What the terminal shows, by what was written to it."""

    def __init__(self, behind: Callable[[int], str] = lambda _: "") -> None:
        """Write behind each update what `behind` gives for its length."""
        self._behind = behind
        self._lines: dict[int, _Line] = {}
        self._region = Region()
        """What the latest update of everything covered."""

    def forget(self) -> None:
        """The terminal may show anything now: it was resized, or another program has used it."""
        self._lines.clear()

    def only_changes(self, drawn: RenderableType | None) -> RenderableType | None:
        """What writes only that of an update which changes the screen. What is no update stays as it is."""
        if isinstance(drawn, LayoutUpdate | ChopsUpdate):
            # Textual asks every update for what to write, and Rich for nothing.
            return cast("RenderableType", _Changes(self, drawn))
        return drawn

    def written(self, update: LayoutUpdate | ChopsUpdate, console: Console) -> str:
        """What to write so that the terminal shows an update, which it is taken to do from here on."""
        if isinstance(update, LayoutUpdate) and update.region != self._region:
            # Between a resize and the layout for it, updates still go where things stood in the old one: a terminal
            # that has broken its lines anew, or is narrower by then, shows them elsewhere.
            self._region = update.region
            self.forget()
        # As `Strip.render` has it: where there is to be no colour the strips have none.
        system = console._color_system or ColorSystem.TRUECOLOR
        writer = _Writer()
        for x, y, strip in _strips(update):
            line = self._lines.setdefault(y, _Line())
            end = x + strip.cell_length
            line.reach(end)
            text = strip.text
            if not _one_cell_each(text) or any(style.link for _, style, _ in strip if style is not None):
                # Where a character is not a cell, or there is more to it than looks, all is written as Textual does.
                # Terminals do not agree on what is wide: it may reach over what stands to the right.
                writer.plainly(x, y, strip.render(console))
                line.cut(x)
                continue
            pens = _pens(strip, system)
            if text != line.text[x:end] or pens != line.pens[x:end]:
                for start, stop in _changed(line, x, text, pens):
                    writer.write(x + start, y, text[start:stop], pens[start:stop])
                line.put(x, text, pens)
        written = writer.finished()
        return written + self._behind(len(written))


class _Changes(CompositorUpdate):
    """An update that is worked out when it is written, if it ever is."""

    def __init__(self, shown: Sparing, update: LayoutUpdate | ChopsUpdate) -> None:
        self._shown = shown
        self._update = update

    def render_segments(self, console: Console) -> str:
        """What to write."""
        return self._shown.written(self._update, console)


class _Writer:
    """Text and codes for a terminal, of which it knows the pen in force."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._pen = _NO_PEN

    def write(self, x: int, y: int, text: str, pens: Sequence[Pen]) -> None:
        """Text from a cell on, with a pen for each character."""
        self._move(x, y)
        start = 0
        for pen, same in groupby(pens):
            stop = start + len(list(same))
            stretch = text[start:stop]
            self._take(_for_blanks(self._pen, pen) if stretch.isspace() else pen)
            self._parts.append(stretch)
            start = stop

    def plainly(self, x: int, y: int, written: str) -> None:
        """What brings its own codes and ends them."""
        self._take(_NO_PEN)
        self._move(x, y)
        self._parts.append(written)

    def finished(self) -> str:
        """All of it, with no pen in force at the end."""
        self._take(_NO_PEN)
        return "".join(self._parts)

    def _move(self, x: int, y: int) -> None:
        self._parts.append(f"\x1b[{y + 1};{x + 1}H")

    def _take(self, pen: Pen) -> None:
        if pen != self._pen:
            self._parts.append(_turn(self._pen, pen))
            self._pen = pen


def _strips(update: LayoutUpdate | ChopsUpdate) -> Iterator[tuple[int, int, Strip]]:
    """The strips that an update writes, each with its place."""
    if isinstance(update, LayoutUpdate):
        for y, line in enumerate(update.strips, update.region.y):
            x = update.region.x
            for strip in line:
                yield x, y, strip
                x += strip.cell_length
        return
    for y, left, right in update.spans:
        for end, (x, chop) in zip(update.chop_ends[y], update.chops[y].items(), strict=False):
            if chop is not None and x < right and end > left:
                yield x, y, chop if end <= right else chop.crop(0, right - x)


def _pens(strip: Strip, system: ColorSystem) -> list[Pen]:
    """The pen of each character. A blank has only a background, where nothing else shows on it."""
    pens: list[Pen] = []
    for text, style, _ in strip:
        pen = _pen(style, system)
        if text.isspace() and not pen.shows_on_blanks:
            pen = Pen(back=pen.back)
        pens += [pen] * len(text)
    return pens


def _pen(style: Style | None, system: ColorSystem) -> Pen:
    return _pen_of(Strip.render_ansi(style, system)) if style is not None else _NO_PEN


@lru_cache(maxsize=4096)
def _pen_of(codes: str) -> Pen:
    """Codes told apart."""
    manner: list[str] = []
    fore = back = ""
    left = iter(codes.split(";") if codes else ())
    for code in left:
        if code in {"38", "48"}:
            kind = next(left)
            numbers = [next(left) for _ in range(3 if kind == "2" else 1)]
            colour = ";".join([code, kind, *numbers])
            fore, back = (colour, back) if code == "38" else (fore, colour)
        elif 30 <= int(code) <= 39 or 90 <= int(code) <= 97:
            fore = code
        elif 40 <= int(code) <= 49 or 100 <= int(code) <= 107:
            back = code
        else:
            manner.append(code)
    return Pen(";".join(manner), fore, back)


@lru_cache(maxsize=4096)
def _turn(before: Pen, after: Pen) -> str:
    """The codes that lead from one pen to another."""
    if after == _NO_PEN:
        return "\x1b[m"
    if before.manner and before.manner != after.manner:
        # Weight and slant are not taken back one by one alike everywhere.
        before, codes = _NO_PEN, ["0"]
    else:
        codes = []
    if after.manner != before.manner:
        codes.append(after.manner)
    if after.fore != before.fore:
        codes.append(after.fore or "39")
    if after.back != before.back:
        codes.append(after.back or "49")
    return f"\x1b[{';'.join(codes)}m"


@lru_cache(maxsize=4096)
def _for_blanks(before: Pen, wanted: Pen) -> Pen:
    """The pen for a stretch of blanks that is nearest to the one in force."""
    if wanted.shows_on_blanks or before.shows_on_blanks:
        return wanted
    return before._replace(back=wanted.back)


def _changed(line: _Line, x: int, text: str, pens: Sequence[Pen]) -> Iterator[tuple[int, int]]:
    """Start and end of the stretches that differ from what a line shows from a cell on."""
    start = stop = -1
    for at, (new, pen) in enumerate(zip(text, pens, strict=True)):
        if new == line.text[x + at] and pen == line.pens[x + at]:
            continue
        if start < 0:
            start = at
        elif at - stop > _NEAR:
            yield start, stop
            start = at
        stop = at + 1
    if start >= 0:
        yield start, stop


def _one_cell_each(text: str) -> bool:
    return text.isascii() or all(map(_is_one_cell, set(text)))


@lru_cache(maxsize=16384)
def _is_one_cell(char: str) -> bool:
    """Whether a character takes one cell in any terminal, whatever stands beside it."""
    return (
        char.isprintable()
        and unicodedata.east_asian_width(char) not in {"W", "F"}
        and unicodedata.category(char) not in {"Mn", "Me", "Mc", "Cf", "Cn", "Co"}
        and not "\U0001f000" <= char <= "\U0001faff"
    )
