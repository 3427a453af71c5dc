"""The pictures of README and docs: `uv run python -m tests.pictures` takes them anew of the demo collection.

`uv run python -m tests.pictures card ledger` takes only those.
"""

import asyncio
import html
import os
import re
import sys
import tempfile
import threading
from collections.abc import Callable
from typing import NamedTuple

from rich.cells import cell_len
from textual.pilot import Pilot

from tests.pages.page import DOCS
from tests.tui.resting import busy
from tui.app import Explorer

_SETTLED = 0.3
"""Seconds without work in which the screen is taken to be complete."""
_PATIENCE = 30.0
_CELL = 12.2
"""How wide Rich draws a cell."""
_WORDS = re.compile(
    r'<text class="(?P<ink>\w+)" x="(?P<x>[\d.]+)" y="(?P<y>[\d.]+)" textLength="[\d.]+">(?P<words>[^<]*)</text>'
)


class Scene(NamedTuple):
    """What a picture shows.

    Attributes:
        title: Over the picture.
        size: Columns and lines of the window.
        keys: What is pressed, from the results on.
        shows: Words that are then on the screen.
    """

    title: str
    size: tuple[int, int]
    keys: tuple[str, ...]
    shows: tuple[str, ...]


def typed(text: str) -> tuple[str, ...]:
    """The keys that type a text."""
    return tuple({" ": "space", '"': "quotation_mark", "#": "number_sign"}.get(key, key) for key in text)


def _search(query: str) -> tuple[str, ...]:
    return ("slash", *typed(query), "enter")


SCENES = {
    "morgue": Scene(
        "morgue demo",
        (150, 40),
        (*_search("hold border choose"), "quotation_mark"),
        ("Neighbors Hold War Games", "same quotation", "earliest"),
    ),
    "ledger": Scene(
        "A ledger: every outlet's value for a figure",
        (90, 30),
        (*_search("exercise book"), "number_sign", "enter"),
        ("1,200 to 4,000 people", "differs · 10 figures", "4,000"),
    ),
    "card": Scene(
        "The card of a name",
        (90, 30),
        (*_search("khorunov"), "e", "enter"),
        ("Goes by 7 names", "spelling variant of Victor Horunov"),
    ),
    "timeline": Scene(
        "The results over time",
        (90, 19),
        (*_search("dam"), "T", "n"),
        ("Timeline", "Oftener here"),
    ),
    "concordance": Scene(
        "Every hit on a line",
        (90, 19),
        (*_search("border"), "K", "1"),
        ("Concordance", "first word to the right"),
    ),
    "bookmarks": Scene(
        "The bookmarks desk",
        (110, 26),
        (
            *_search('"we will hold it"'),
            *("quotation_mark", "b", "t", *typed("drills"), "enter"),
            *_search("said:tasler"),
            *("quotation_mark", "b", "t", *typed("report"), "enter"),
            *("i", *typed("compare with March"), "enter"),
            *_search("said:šolić"),
            *("quotation_mark", "b", "t", *typed("report"), "enter"),
            *("B", "s"),
        ),
        ("Bookmarks", "drills", "report", "compare with March"),
    ),
}
"""By the name of the picture's file."""


def indexed_demo() -> None:
    """Make the index of the demo collection current."""
    from index.demo import demo_folder
    from index.refreshing import refresh

    refresh(demo_folder(), lambda _: None, threading.Event())


async def take(scene: Scene, look: Callable[[Explorer], str]) -> str:
    """What `look` sees after the keys of a scene; the demo collection is indexed before."""
    from index.demo import demo_folder
    from tui.archive import Archive

    explorer = Explorer(Archive(demo_folder()), name="demo", fresh=True)
    async with explorer.run_test(size=scene.size) as pilot:
        await settled(pilot)
        for key in scene.keys:
            await pilot.press(key)
            if key in {"enter", "tab", "B", "T", "K"}:
                await settled(pilot)
        await settled(pilot)
        return look(explorer)


async def settled(pilot: Pilot[None]) -> None:
    """Answers come from a thread of their own, one after the other; wait until none is under way."""
    quiet = waited = 0.0
    while quiet < _SETTLED and waited < _PATIENCE:
        await pilot.pause(0.05)
        waited += 0.05
        quiet = 0.0 if busy(pilot.app) else quiet + 0.05


def svg(title: str) -> Callable[[Explorer], str]:
    """What sees the screen as a picture."""
    return lambda explorer: small(explorer.export_screenshot(title=title))


def small(picture: str) -> str:
    """A picture without what it does not need.

    That is fonts from the web, as nothing must be fetched where it is shown; the clipping of each line; and the number
    in every name, which would make each picture another one throughout. Words that stand apart become
    texts of their own.
    """
    picture = re.sub(r"@font-face \{.*?\}", "", picture, flags=re.DOTALL)
    picture = picture.replace("Fira Code", "DejaVu Sans Mono, Menlo, Consolas")
    picture = re.sub(r'<clipPath id="[^"]*-line-\d+">.*?</clipPath>', "", picture, flags=re.DOTALL)
    picture = re.sub(r' clip-path="url\([^"]*-line-\d+\)"', "", picture)
    picture = re.sub(r"terminal-\d+-", "", picture)
    picture = _WORDS.sub(_words_apart, picture)
    return re.sub(r"\s*\n\s*", "\n", picture)


def _words_apart(text: re.Match[str]) -> str:
    # Some programs leave out blanks and stretch the rest over the whole length, and no font is just as wide as a cell.
    words = html.unescape(text["words"]).replace("\xa0", " ")
    return "".join(
        f'<text class="{text["ink"]}" x="{float(text["x"]) + cell_len(words[: run.start()]) * _CELL:g}"'
        f' y="{text["y"]}" textLength="{cell_len(run[0]) * _CELL:g}">'
        f"{html.escape(run[0], quote=False).replace(' ', '&#160;')}</text>"
        for run in re.finditer(r"\S+(?: \S+)*", words)
    )


def main(names: list[str]) -> None:
    """Take the pictures of these names, or all."""
    with tempfile.TemporaryDirectory() as home:
        os.environ.update(MORGUE_HOME=home, TERM="xterm-256color", COLORTERM="truecolor")
        os.environ.pop("NO_COLOR", None)
        indexed_demo()
        for name in names or SCENES:
            scene = SCENES[name]
            (DOCS / f"{name}.svg").write_text(asyncio.run(take(scene, svg(scene.title))), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
