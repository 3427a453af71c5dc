"""What is kept and copied of a quotation that its speaker's verb parts."""

import pytest

from index.annotating.quoting.quotations import find_quotations
from models.annotation import AnnotatedArticle, Annotations, Mention
from models.article import Article, Passage
from models.kind import Kind
from tests.tui.conftest import until
from tests.tui.fake import FakeCollection
from tests.tui.fake_bookmarks import FakeBookmarks
from tests.tui.looking import WIDE, opened, screen_text, search, started
from tui.app import Explorer

TEXT = "Tolva is quiet. “We did not choose this,” Rui Bell said, “but we will hold it.” Then he left."
SAYING = TEXT[TEXT.index("“") : TEXT.rindex("”") + 1]


def add_article(collection: FakeCollection) -> None:
    passage = Passage(number=1, start=0, end=len(TEXT), text=TEXT)
    article = Article(path="bell.txt", title="Bell stays", outlet="The Quay", passages=(passage,))
    start = TEXT.index("Rui Bell")
    bell = Mention(start=start, end=start + 8, text="Rui Bell", kind=Kind.PERSON, entity="PERSON:Rui Bell")
    found = Annotations(mentions=(bell,), quotations=find_quotations(TEXT, [bell]))
    collection.articles.append(AnnotatedArticle(article=article, annotations=found, paths=("bell.txt",)))


@pytest.mark.parametrize("steps", [1, 2])
async def test_either_half_keeps_and_copies_both(
    explorer: Explorer, collection: FakeCollection, bookmarks: FakeBookmarks, steps: int
) -> None:
    add_article(collection)
    async with explorer.run_test(size=WIDE) as pilot:
        desk = await started(pilot)
        await search(pilot, desk, "choose")
        await pilot.press("enter")
        await opened(pilot, desk, "bell.txt")
        await pilot.press("g", *['"'] * steps, "b")
        await until(pilot, lambda: "“We did not choose this … but we will" in screen_text(explorer))
        (kept,) = bookmarks.list(explorer.archive.folder)
        assert kept.anchor.exact == SAYING
        assert (kept.kind, kept.speaker, kept.cue) == ("direct", "Rui Bell", "said")
        await pilot.press("y")
        await until(pilot, lambda: bool(explorer.clipboard))
        assert explorer.clipboard.startswith("“We did not choose this … but we will hold it.”\n— Rui Bell\n")


async def test_a_file_that_changes_is_said_to_and_its_mark_goes_with_the_kept_words(
    explorer: Explorer, collection: FakeCollection
) -> None:
    add_article(collection)
    async with explorer.run_test(size=WIDE) as pilot:
        desk = await started(pilot)
        await search(pilot, desk, "choose")
        await pilot.press("enter")
        await opened(pilot, desk, "bell.txt")
        await pilot.press("g", '"', "b")
        await until(pilot, lambda: desk.reader.kept == {1})
        shown = collection.articles[-1]
        text = TEXT.replace("hold it", "hold the quay")
        passage = shown.article.passages[0].model_copy(update={"text": text, "end": len(text)})
        article = shown.article.model_copy(update={"passages": (passage,)})
        article.__dict__.pop("text", None)
        collection.articles[-1] = shown.model_copy(update={"article": article, "annotations": Annotations()})
        collection.committed = True
        await desk.see_news()
        await until(pilot, lambda: "The file changed; this is what it says now" in screen_text(explorer))
        await until(pilot, lambda: desk.reader.kept == frozenset())
