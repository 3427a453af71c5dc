"""Keys that come at once are taken one after the other."""

import time
from dataclasses import replace

import pytest
from textual.events import Key, Paste

from models.key import ArticleKey
from tests.tui.conftest import until
from tests.tui.fake import FakeCollection
from tests.tui.fake_bookmarks import FakeBookmarks
from tests.tui.looking import NARROW, WIDE, opened, screen_text, started
from tui import keys, turns
from tui.app import Explorer
from tui.screens.bookmarks.bookmarks import Bookmarks
from tui.screens.help import Help
from tui.screens.prompt import Prompt


def burst(explorer: Explorer, *pressed: str) -> None:
    """Send keys as a terminal hands them on that were written at once: named ones, and words letter by letter."""
    for written in pressed:
        for key in (written,) if written in {"enter", "escape", "tab", "down"} else written:
            explorer.post_message(Key(keys.as_sent(key), key if len(key) == 1 else None))


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_what_follows_enter_is_meant_for_the_article(explorer: Explorer, size: tuple[int, int]) -> None:
    async with explorer.run_test(size=size) as pilot:
        desk = await started(pilot)
        burst(explorer, "/", "tolva", "enter", "j", "j")
        await opened(pilot, desk, "strike.txt")
        await until(pilot, lambda: desk.reader.passage == 3, str(desk.reader.passage))
        assert desk.field.value == "tolva"


async def test_a_prompt_gets_what_is_typed_before_it_opens(
    explorer: Explorer, bookmarks: FakeBookmarks
) -> None:
    async with explorer.run_test(size=WIDE) as pilot:
        desk = await started(pilot)
        await pilot.press("enter")
        await opened(pilot, desk, "strike.txt")
        burst(explorer, "j", "b", "t", "dam", "enter", "j")
        await until(pilot, lambda: [b.tags for b in bookmarks.kept] == [("dam",)])
        await until(pilot, lambda: desk.reader.passage == 3, str(desk.reader.passage))


async def test_the_way_back_waits_for_the_article_that_is_left(explorer: Explorer) -> None:
    async with explorer.run_test(size=WIDE) as pilot:
        desk = await started(pilot)
        await pilot.press("enter")
        await opened(pilot, desk, "strike.txt")
        burst(explorer, "1", "[", "j")
        await until(pilot, lambda: (desk.reader.key, desk.reader.passage) == (ArticleKey("strike.txt"), 2))
        assert len(desk.places_behind) == 1


async def test_a_paste_waits_as_well(explorer: Explorer) -> None:
    async with explorer.run_test(size=WIDE) as pilot:
        desk = await started(pilot)
        burst(explorer, "/")
        explorer.post_message(Paste("ferr"))
        burst(explorer, "ies")
        await until(pilot, lambda: desk.field.value == "ferries", desk.field.value)


async def test_what_does_not_come_is_not_waited_for_long(
    explorer: Explorer, collection: FakeCollection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(turns, "PATIENCE", 0.1)
    async with explorer.run_test(size=WIDE) as pilot:
        desk = await started(pilot)
        article = collection.article
        monkeypatch.setattr(collection, "article", lambda key: (collection.gate.wait(5), article(key))[1])
        collection.gate.clear()
        before = time.monotonic()
        burst(explorer, "j", "enter", "/", "calm")
        await until(pilot, lambda: desk.field.value == "calm")
        collection.gate.set()
        assert time.monotonic() - before < 4


async def test_escape_need_not_wait(explorer: Explorer, collection: FakeCollection) -> None:
    async with explorer.run_test(size=WIDE) as pilot:
        desk = await started(pilot)
        collection.gate.clear()
        burst(explorer, "/", "tolva", "escape", "?")
        await until(pilot, lambda: "Keys" in screen_text(explorer))
        collection.gate.set()
        assert not isinstance(explorer.screen, Prompt)
        assert desk.field.value == "tolva"


async def test_escape_and_a_letter_that_come_together_are_two_keys(explorer: Explorer) -> None:
    async with explorer.run_test(size=WIDE) as pilot:
        desk = await started(pilot)
        burst(explorer, "/", "tolva")
        await until(pilot, lambda: desk.answer is not None and desk.answer.query == "tolva")
        # As Textual reads "\x1bj" and "\x1bB".
        explorer.post_message(Key("alt+j", "j"))
        await until(pilot, lambda: desk.pane == "results" and desk.results.cursor == 1)
        assert desk.field.value == "tolva"
        explorer.post_message(Key("alt+shift+b", "B"))
        await until(pilot, lambda: isinstance(explorer.screen, Bookmarks))


async def test_alt_and_a_letter_is_one_key_where_the_reader_chose_it(explorer: Explorer) -> None:
    keys.use([replace(key, keys=("alt+x",)) if key.id == "help" else key for key in keys.KEYS])
    explorer.set_keymap(keys.keymap())
    try:
        async with explorer.run_test(size=WIDE) as pilot:
            await started(pilot)
            explorer.post_message(Key("alt+x", "x"))
            await until(pilot, lambda: isinstance(explorer.screen, Help))
    finally:
        keys.use(keys.KEYS)


async def test_a_key_waits_until_the_pane_it_is_meant_for_has_come_to_sight(explorer: Explorer) -> None:
    async with explorer.run_test(size=NARROW) as pilot:
        desk = await started(pilot)
        await pilot.press("enter")
        await opened(pilot, desk, "strike.txt")
        # As it is between the article's opening and the first time that its pane has a size.
        desk.reader._arriving = (1, None, None)
        burst(explorer, "j")
        await pilot.pause(0.1)
        assert desk.reader.passage == 1
        desk.reader.on_resize()
        await until(pilot, lambda: desk.reader.passage == 2, str(desk.reader.passage))
