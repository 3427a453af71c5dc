"""What is written sparingly has to look in a terminal as what Textual writes: an emulator draws both."""

import io
import random
from typing import cast

import pyte
import pytest
from rich.console import Console
from rich.segment import Segment
from rich.style import Style
from textual._compositor import ChopsUpdate, CompositorUpdate, LayoutUpdate
from textual.geometry import Region
from textual.strip import Strip

from tui.sparing import Sparing

WIDTH, HEIGHT = 40, 6
CONSOLE = Console(file=io.StringIO(), force_terminal=True, color_system="truecolor")
STYLES = [
    None,
    Style(color="#102030", bgcolor="#ffeedd"),
    Style(color="#102031", bgcolor="#ffeedd", bold=True),
    Style(color="#112131", bgcolor="#002200", italic=True, underline=True),
    Style(color="red", reverse=True),
    Style(bgcolor="color(33)"),
    Style(strike=True),
    Style(bold=True, link="https://sava.example/"),
]
WORDS = [
    "",
    " ",
    "          ",
    "Brod",
    "drills — “here”",
    "日本",
    "e\u0301te\u0301",
    "▌ 5 ◆",
    "x",
    "ééé",
]


class Terminal:
    """What a screen shows after all that was written to it."""

    def __init__(self) -> None:
        self.screen = pyte.Screen(WIDTH, HEIGHT)
        self.stream = pyte.Stream(self.screen)
        # As Textual has it: lines do not go on in the next.
        self.stream.feed("\x1b[?7l")
        self.sent = 0

    def write(self, update: CompositorUpdate) -> None:
        written = update.render_segments(CONSOLE)
        self.sent += len(written)
        # Textual puts the cursor in its place behind every update.
        self.stream.feed(written + "\x1b[H")

    @property
    def cells(self) -> list[list[tuple[object, ...]]]:
        return [[look(self.screen.buffer[y][x]) for x in range(WIDTH)] for y in range(HEIGHT)]


def look(cell: pyte.screens.Char) -> tuple[object, ...]:
    """A cell as it is seen: a blank has no slant."""
    lines = (cell.underscore, cell.strikethrough, cell.reverse)
    if cell.data == " " and not any(lines):
        return " ", cell.bg
    return (cell.data, cell.fg, cell.bg, cell.bold, cell.italics, *lines)


def line(chance: random.Random, width: int) -> Strip:
    segments = [Segment(chance.choice(WORDS), chance.choice(STYLES)) for _ in range(6)]
    return Strip(segments).adjust_cell_length(width, chance.choice(STYLES[:-1]))


def layout(chance: random.Random) -> LayoutUpdate:
    cut = chance.randrange(1, WIDTH)
    strips = [[line(chance, cut), line(chance, WIDTH - cut)] for _ in range(HEIGHT)]
    return LayoutUpdate(list(strips), Region(0, 0, WIDTH, HEIGHT))


def chops(chance: random.Random) -> ChopsUpdate:
    cuts = sorted({0, *chance.sample(range(1, WIDTH), 3)})
    ends = [*cuts[1:], WIDTH]
    lines = [
        {
            x: None if chance.random() < 0.2 else line(chance, end - x)
            for x, end in zip(cuts, ends, strict=True)
        }
        for _ in range(HEIGHT)
    ]
    spans = [(y, 0, chance.randrange(5, WIDTH)) for y in range(HEIGHT) if chance.random() < 0.7]
    return ChopsUpdate(lines, spans or [(0, 0, WIDTH)], [ends] * HEIGHT)


@pytest.mark.parametrize("seed", range(60))
def test_the_terminal_shows_the_same(seed: int) -> None:
    chance = random.Random(seed)
    textuals, ours, sparing = Terminal(), Terminal(), Sparing()
    for _ in range(8):
        update = layout(chance) if chance.random() < 0.3 else chops(chance)
        textuals.write(update)
        ours.write(cast("CompositorUpdate", sparing.only_changes(update)))
        assert ours.cells == textuals.cells
    assert ours.sent < textuals.sent


def written(sparing: Sparing, *words: tuple[str, Style | None]) -> str:
    strip = Strip([Segment(text, style) for text, style in words])
    changes = sparing.only_changes(LayoutUpdate([[strip]], Region(0, 0, strip.cell_length, 1)))
    return cast("CompositorUpdate", changes).render_segments(CONSOLE)


def test_what_is_shown_already_is_not_sent_again() -> None:
    sparing = Sparing()
    plain, bold = Style(color="#010203"), Style(color="#010203", bold=True)
    assert "Courier" in written(sparing, ("The Courier", plain))
    assert written(sparing, ("The Courier", plain)) == ""
    assert written(sparing, ("The Courant", plain)) == "\x1b[1;9H\x1b[38;2;1;2;3mant\x1b[m"
    assert "Courant" not in written(sparing, ("The", bold), (" Courant", plain))
    sparing.forget()
    assert "Courant" in written(sparing, ("The", bold), (" Courant", plain))


def test_codes_in_force_are_not_said_again() -> None:
    ground = Style(color="#010101", bgcolor="#020202")
    sent = written(
        Sparing(), ("one", ground), ("two", ground + Style(color="#030303")), ("   ", ground), ("x", ground)
    )
    assert sent.count("48;2;2;2;2") == 1
    assert sent.count("\x1b[m") == 1


def test_after_a_resize_everything_is_sent_though_updates_came_before_its_layout() -> None:
    sparing, terminal = Sparing(), Terminal()
    strip = Strip([Segment("drills at the dam ".ljust(WIDTH + 20, "-") + "|")])
    before = LayoutUpdate([[strip]] * HEIGHT, Region(0, 0, WIDTH + 21, HEIGHT))
    after = LayoutUpdate([[strip.crop(0, WIDTH)]] * HEIGHT, Region(0, 0, WIDTH, HEIGHT))
    # The old layout in the narrower terminal: what is beyond its edge lands on its last cells.
    terminal.write(cast("CompositorUpdate", sparing.only_changes(before)))
    terminal.write(cast("CompositorUpdate", sparing.only_changes(after)))
    fresh = Terminal()
    fresh.write(after)
    assert terminal.cells == fresh.cells
