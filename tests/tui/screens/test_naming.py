"""Opening what was found by a name."""

from tests.tui.conftest import until
from tests.tui.looking import WIDE, screen_text, started
from tui.app import Explorer


async def test_a_result_found_by_a_name_has_that_name_in_focus_and_m_steps_it(explorer: Explorer) -> None:
    async with explorer.run_test(size=WIDE) as pilot:
        desk = await started(pilot)
        await pilot.press("/", *"place:Tolva tolva")
        await until(pilot, lambda: desk.answer is not None and desk.answer.query == "place:Tolva tolva")
        await pilot.press("enter")
        await until(pilot, lambda: desk.reader.name_in_focus is not None, "a name in focus")
        await pilot.press("enter")
        await until(pilot, lambda: "morgue  Tolva" in screen_text(explorer), "its card")
        await pilot.press("escape", "m")
        await until(pilot, lambda: "Tolva: mention" in screen_text(explorer))
