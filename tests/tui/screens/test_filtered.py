"""The filter above a list, on every screen that has one."""

from typing import cast

import pytest
from textual.widgets import Input

from tests.tui.conftest import until
from tests.tui.looking import NARROW, started
from tui.app import Explorer
from tui.keys import Key, in_group
from tui.screens.filtered import Filtered
from tui.widgets.bar import Bar


@pytest.mark.parametrize("key", ["B", "S"])
async def test_the_lists_own_keys_are_letters_in_the_filter(explorer: Explorer, key: str) -> None:
    async with explorer.run_test(size=NARROW) as pilot:
        await started(pilot)
        await pilot.press(key, "/")
        screen = cast("Filtered[object]", explorer.screen)
        letters = [name for group in screen.GROUPS for own in in_group(group) for name in _letters(own)]
        assert letters
        await pilot.press(*letters)
        field = screen.query_one("#filter", Input)
        await until(pilot, lambda: field.value == "".join(letters), "all are typed")
        assert "show all" in screen.query_one("#footer", Bar).shown
        await pilot.press("escape")
        assert (field.value, screen.focused) == ("", screen.entries)
        assert "show all" not in screen.query_one("#footer", Bar).shown
        await pilot.press("escape")
        assert explorer.screen is explorer.desk


def _letters(key: Key) -> list[str]:
    return [name for name in key.keys if len(name) == 1]
