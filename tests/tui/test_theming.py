from pathlib import Path
from typing import TYPE_CHECKING, cast

import pytest
from textual.color import Color
from textual.command import CommandList, CommandPalette

from index.configuring import chosen_theme
from tests.tui.conftest import until
from tests.tui.fake import FakeCollection
from tests.tui.looking import started
from tui.app import Explorer
from tui.archive import Archive

if TYPE_CHECKING:
    from index.collection import Collection


async def test_a_theme_shows_as_the_cursor_comes_to_it_and_esc_takes_it_back(explorer: Explorer) -> None:
    async with explorer.run_test(size=(100, 30)) as pilot:
        await started(pilot)
        assert explorer.theme == "morgue-dark"
        await pilot.press(":", *"theme nord")
        await until(pilot, lambda: explorer.theme == "nord", "nord did not show")
        palette = explorer.screen.query_one("#--container")
        wanted = Color.parse(explorer.theme_variables["panel-darken-1"])
        await until(pilot, lambda: palette.styles.background == wanted, "the palette kept its colours")
        await pilot.press("escape")
        await until(pilot, lambda: explorer.theme == "morgue-dark", "nord stayed")
        assert chosen_theme(None) is None


async def test_a_chosen_theme_stays_and_is_remembered(explorer: Explorer) -> None:
    async with explorer.run_test(size=(100, 30)) as pilot:
        await started(pilot)
        await pilot.press(":", *"theme gruvbox")
        await until(pilot, lambda: explorer.theme == "gruvbox")
        await pilot.press("enter")
        await until(pilot, lambda: chosen_theme(None) == "gruvbox")
        assert explorer.theme == "gruvbox"


async def test_another_command_under_the_cursor_shows_the_theme_that_was(explorer: Explorer) -> None:
    async with explorer.run_test(size=(100, 30)) as pilot:
        await started(pilot)
        await pilot.press(":", *"theme nord")
        await until(pilot, lambda: explorer.theme == "nord")
        for _ in "theme nord":
            await pilot.press("backspace")
        await pilot.press(*"leave morgue")
        await until(pilot, lambda: explorer.theme == "morgue-dark")


async def test_where_there_are_few_colours_only_the_terminals_own_are_offered(
    collection: FakeCollection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    explorer = Explorer(Archive(Path("clippings"), open_collection=lambda _: cast("Collection", collection)))
    async with explorer.run_test(size=(100, 30)) as pilot:
        assert explorer.theme == "ansi-dark"
        await pilot.press(":", *"theme:")
        await until(pilot, lambda: isinstance(explorer.screen, CommandPalette))
        commands = explorer.screen.query_one(CommandList)
        await until(pilot, lambda: commands.option_count == 2)


async def test_without_colour_hits_and_the_focus_are_reversed_and_told_apart(
    collection: FakeCollection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    explorer = Explorer(Archive(Path("clippings"), open_collection=lambda _: cast("Collection", collection)))
    async with explorer.run_test(size=(100, 30)):
        hit, focus, landing = (
            explorer.get_component_styles(f"ink--{ink}").partial_rich_style
            for ink in ("hit", "focus", "landing")
        )
        assert (hit.reverse, focus.reverse) == (True, True)
        assert (hit.bold, focus.bold) == (None, True)
        assert landing.underline
        # Greys are colours too.
        assert explorer.native_ansi_color
