"""Where an article that is opened at a span stands in its pane."""

import pytest

from models.key import ArticleKey
from tests.tui.conftest import until
from tests.tui.looking import started
from tui.app import Explorer


@pytest.mark.parametrize("size", [(60, 14), (80, 24), (140, 20)])
async def test_the_span_is_in_sight_though_its_pane_was_hidden(
    explorer: Explorer, size: tuple[int, int]
) -> None:
    async with explorer.run_test(size=size) as pilot:
        desk = await started(pilot)
        annotated = await explorer.archive.article(ArticleKey("strike.txt"))
        # At the end of a passage, which in a pane without a size is a long column of single words.
        start = annotated.article.text.index("higher")
        passage = annotated.article.passage_at(start)
        assert passage is not None
        desk.reader.show(annotated, [], passage.number, focus=(start, start + 6))
        desk.enter_article()
        await until(pilot, lambda: desk.reader.size.height > 0)
        await pilot.pause()
        assert desk.reader.page is not None
        line = desk.reader.page.line_of(passage.number, start)
        assert 0 <= line - desk.reader.scroll_offset.y < desk.reader.size.height
