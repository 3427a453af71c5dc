"""Opening what was found by a name."""

from models.annotation import Figure, Mention
from models.kind import Kind
from tests.tui.conftest import until
from tests.tui.fake import FakeCollection
from tests.tui.looking import WIDE, opened, screen_text, started
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


async def test_names_and_figures_of_the_headline_are_stepped_to_and_opened(
    explorer: Explorer, collection: FakeCollection
) -> None:
    first = collection.articles[0]
    name = Mention(start=20, end=25, text="Tolva", kind=Kind.PLACE, entity="tolva")
    figure = Figure(start=0, end=13, text="40 containers", value=40, of="containers")
    found = first.annotations.model_copy(update={"title_mentions": (name,), "title_figures": (figure,)})
    article = first.article.model_copy(update={"title": "40 containers leave Tolva"})
    collection.articles[0] = first.model_copy(update={"article": article, "annotations": found})
    async with explorer.run_test(size=WIDE) as pilot:
        desk = await started(pilot)
        await pilot.press("enter")
        await opened(pilot, desk, article.path)
        await pilot.press("g", "e")
        assert (span := desk.reader.focused_span) is not None
        assert (span.kind, span.passage, span.start) == ("name", 0, 20)
        await pilot.press("enter")
        await until(pilot, lambda: "morgue  Tolva" in screen_text(explorer), "its card")
        await pilot.press("escape", "g", "#")
        assert (span := desk.reader.focused_span) is not None
        assert (span.kind, span.passage) == ("figure", 0)
        await pilot.press("enter")
        await until(pilot, lambda: "40 containers" in screen_text(explorer), "its ledger")
        assert collection.ledgers == [("40 containers", 0)]
        await pilot.press("escape", "e", "e")
        assert (span := desk.reader.focused_span) is not None
        assert span.passage == 1
