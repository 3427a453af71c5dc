"""The middle storey of the desk: opening articles, and the way back."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import TYPE_CHECKING

from textual import work
from textual.worker import Worker

from models.errors import MorgueError
from tui import keys
from tui.screens.desk.searching import Searching
from tui.text import finding
from tui.text.jumps import Jumps, Place, Spot, Target, ViewPlace
from tui.text.safety import printable
from tui.text.spans import Span, found_spans, hit_spans, lit_spans
from tui.text.versions import same_words
from tui.widgets.painted import entitle
from tui.widgets.reader import Reader

if TYPE_CHECKING:
    from models.key import ArticleKey
    from tui.messages import PassageChanged
    from tui.text.folding import ResultRow


class Reading(Searching):
    """Shows articles and remembers the way through them."""

    def __init__(self) -> None:
        super().__init__()
        self._jumps = Jumps()
        self._visited = False
        """Whether the reader has been in the article that is shown, or only sees it beside the results."""
        self._gone: ArticleKey | None = None
        """The article that was found to be gone while it was shown."""
        self._wanted_words = ""
        """What the reader looks for inside the article; empty where the query's own hits are shown."""

    @property
    def reader(self) -> Reader:
        """The article."""
        return self.query_one("#reader", Reader)

    @property
    def file_gone(self) -> bool:
        """Whether the article in the pane only shows what its file said before it went."""
        return self._gone is not None and self._gone == self.reader.key

    def enter_article(self) -> None:
        """Give the article the focus."""
        raise NotImplementedError

    @property
    def in_article(self) -> bool:
        """Whether the reader is in the article, or in what is related to it."""
        raise NotImplementedError

    @property
    def previews(self) -> bool:
        """Whether the article shows beside the results."""
        raise NotImplementedError

    def article_renewed(self, key: ArticleKey) -> None:
        """More is known of the article in the pane, or it has changed or moved."""
        raise NotImplementedError

    def article_shown(self, key: ArticleKey) -> None:
        """Another article has come into the pane."""
        raise NotImplementedError

    @property
    def goes_on(self) -> bool:
        """Whether the reader is on the way elsewhere: to an article, perhaps one that is not known yet."""
        return (
            super().goes_on
            or (self.reader.awaited and self.is_busy_with("open"))
            or (self.reader.has_focus and self.reader.is_arriving)
        )

    # Opening

    def open_find(self, find: ResultRow) -> None:
        """Open a result at its best passage."""
        self.visit(Target(find.key, find.passage))

    def preview(self, find: ResultRow | None, *, after: float = 0) -> None:
        """Show a result beside the list, where there is room beside it."""
        if find is None:
            self._leave()
            self.reader.clear("")
        elif self.previews:
            self._leave()
            self._visited = False
            self._open(find.key, find.passage, None, None, after=after)

    def answer_renewed(self) -> None:
        """The article stays as it is; its hits may be others."""
        if self.reader.key is not None and not self._wanted_words:
            self.reader.set_hits(self._hits_in(self.reader.key))
            self._light()

    def visit(self, target: Target) -> Worker[None]:
        """Go to a place in an article, which is shown when the worker has ended; the way back is remembered."""
        raise NotImplementedError

    def visit_from(self, place: ViewPlace, target: Target) -> Worker[None]:
        """The same from a view over the results, which the way back leads through."""
        self._leave()
        self._jumps.leave(place)
        return self.go_again(Spot(target.key, target.passage, -1, target.focus))

    def travel(self, direction: int, here: Place | None) -> None:
        """Back or forward through the places visited, from one of them."""
        place = self._jumps.back(here) if direction == -1 else self._jumps.forward(here)
        if place is None:
            self.say("This is where you began" if direction == -1 else "Nothing lies ahead")
        else:
            self.go_to_place(place)

    def go_to_place(self, place: Place) -> None:
        """Go to a place where one was before."""
        raise NotImplementedError

    def place_other_than(self, key: ArticleKey) -> ArticleKey | None:
        """The article that is open, or was last, unless it is this one."""
        here = self.reader.key if self._visited else None
        return here if here is not None and here != key else self._jumps.latest_but(key)

    def leave_article(self, under: str) -> None:
        """Leave the article for other results, from which the way back leads to it and to those it was read beside."""
        spot = self.reader.spot
        if spot is not None:
            self._jumps.leave(replace(spot, under=under))
            self._visited = False

    def _leave(self) -> None:
        spot = self.reader.spot
        if self._visited and spot is not None:
            self._jumps.leave(spot)

    def show_again(self, spot: Spot) -> None:
        """Show a place in which the reader was, beside the results."""
        self._visited = True
        self._open(spot.key, spot.passage, spot.focus, spot.scroll if spot.scroll >= 0 else None)

    def go_again(self, spot: Spot) -> Worker[None]:
        """Go where the reader was; nothing is left by it."""
        self._visited = True
        self.reader.expect()
        self.enter_article()
        return self._open(spot.key, spot.passage, spot.focus, spot.scroll if spot.scroll >= 0 else None)

    @work(exclusive=True, group="open", exit_on_error=False)
    async def _open(
        self,
        key: ArticleKey,
        passage: int,
        focus: tuple[int, int] | None,
        scroll: int | None,
        *,
        after: float = 0,
    ) -> None:
        if after:
            await asyncio.sleep(after)
        try:
            annotated = await self.archive.article(key)
        except MorgueError as error:
            self.reader.clear(f"{error}\n{error.advice}")
            return
        self._wanted_words = ""
        self._gone = None
        self.reader.show(annotated, self._hits_in(key), passage, focus=focus, scroll=scroll)
        self.article_shown(key)
        self.update_footer()
        self._light()

    @work(exclusive=True, group="renew", exit_on_error=False)
    async def renew_article(self) -> None:
        """The same as `see_article`, meanwhile."""
        await self.see_article()

    async def see_article(self) -> None:
        """See what has been found in the article that is shown since it was opened, and whether its lines are others.

        What is under the cursor stays where it is.
        """
        shown = self.reader.annotated
        if shown is None:
            return
        try:
            found = await self.archive.article(shown.article.key)
        except MorgueError:
            # What is on the screen can still be read.
            if self.reader.annotated is shown and not self.file_gone:
                self._gone = shown.article.key
                self._entitle()
                if self._visited or self.in_article:
                    self.say(f"The file of this article is gone; {keys.shown('keep')} still keeps its words")
            return
        if self.reader.annotated is not shown:
            return
        if self.file_gone:
            self._gone = None
            self._entitle()
        if found == shown:
            return
        if found.article.key != shown.article.key:
            self.say(f"The file of this article is now {printable(found.article.path)}")
        elif not same_words(found.article, shown.article):
            self.say("The file changed; this is what it says now")
        if found.article.text == shown.article.text and found.article.dropped == shown.article.dropped:
            self.reader.renew(found)
            self.article_renewed(found.article.key)
        else:
            self.reader.revise(found)
            self.article_shown(found.article.key)
            self._light()
        self.update_footer()

    def _hits_in(self, key: ArticleKey) -> list[Span]:
        found = (find for row in self.finds for find in (row, *row.folded))
        return next((hit_spans(find.hits) for find in found if find.key == key), [])

    @work(exclusive=True, group="light", exit_on_error=False)
    async def _light(self) -> None:
        """Light up what the query asks for beyond the passages of its answer, which gives the first of them only."""
        shown, answer = self.reader.annotated, self.answer
        if shown is None or answer is None or not answer.query.strip():
            return
        try:
            spans = lit_spans(await self.archive.highlights(shown, answer.query))
        except MorgueError:
            # What is on the screen can still be read.
            return
        if self.reader.key == shown.article.key and not self._wanted_words and spans != self.reader.hits:
            self.reader.set_hits(spans)
            self.update_footer()

    # What shows of it

    def on_passage_changed(self, _: PassageChanged) -> None:
        """The headline stands over the pane while it is out of sight in it."""
        self._entitle()
        self.update_footer()

    def _entitle(self) -> None:
        """Say over the pane what must not pass, as what the footer says does: that the file is gone."""
        annotated = self.reader.annotated
        title = annotated.article.title if annotated and self.reader.scroll_offset.y > 1 else None
        told = ["! Its file is gone"] if self.file_gone else []
        entitle(self.query_one("#article"), " · ".join([*told, *([title] if title else [])]) or "Article")

    # Finding in the article

    def find_in_article(self, wanted: str) -> int:
        """Make the places of some words the article's hits; gives their number. No words: the query's hits again."""
        annotated = self.reader.annotated
        if annotated is None:
            return 0
        article = annotated.article
        self._wanted_words = wanted.strip()
        places = finding.find(article.text, wanted)
        spans = found_spans(article, places) if self._wanted_words else self._hits_in(article.key)
        self.reader.set_hits(spans)
        if not self._wanted_words:
            self._light()
        return len(places)
