"""The box of a card and the keys it offers."""

from models.key import ArticleKey
from tests.tui.conftest import until
from tests.tui.looking import NARROW, screen_text, started
from tui.app import Explorer
from tui.cards import Card, Subject
from tui.screens.card import CardScreen
from tui.widgets.bar import Bar


async def test_a_card_without_rows_offers_no_keys_for_rows(explorer: Explorer) -> None:
    async def load() -> Card:
        return Card((), (), (), "No other figure seems to count the same.")

    async with explorer.run_test(size=NARROW) as pilot:
        await started(pilot)
        explorer.push_screen(CardScreen(load, "Ledger of 40", Subject("figure", ArticleKey("a.txt"), 1, 0)))
        await until(pilot, lambda: "No other figure" in screen_text(explorer))
        offered = explorer.screen.query_one("#card-footer", Bar)
        await until(pilot, lambda: offered.shown.startswith("Esc close"))
        assert "go there" not in offered.shown
        assert "move" not in offered.shown
