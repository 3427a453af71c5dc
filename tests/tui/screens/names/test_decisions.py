"""What was said of names can be taken back in a later session too."""

from index.deciding import never
from tests.tui.conftest import until
from tests.tui.fake_bookmarks import FakeBookmarks
from tests.tui.looking import NARROW, screen_text, started
from tui.app import Explorer


async def test_each_can_be_taken_back_and_said_again(explorer: Explorer, bookmarks: FakeBookmarks) -> None:
    bookmarks.decided = (never("Tolva"), never("Harbour Board"))
    async with explorer.run_test(size=NARROW) as pilot:
        await started(pilot)
        await pilot.press("enter", ":", *"what you said")
        await pilot.pause(0.3)
        await pilot.press("enter")
        await until(pilot, lambda: "“Tolva” is no name" in screen_text(explorer))
        await pilot.press("j", "d")
        await until(pilot, lambda: "Took back that “Tolva” is no name" in screen_text(explorer))
        assert [decision.text for decision in bookmarks.decided] == ["Harbour Board"]
        await pilot.press("u")
        await until(pilot, lambda: len(bookmarks.decided) == 2)
