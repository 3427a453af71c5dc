"""The upper storey of the desk: what leaves it, as bookmarks, on the clipboard, or in a browser."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from textual import work
from textual.worker import Worker, WorkerFailed

from index.attribution import Attribution, attribution_kept
from models.errors import MorgueError
from tui import keys
from tui.opening import is_safe_to_open, open_outside, web_address
from tui.screens.desk.copying import Copying
from tui.text.citing import cite, has_link
from tui.text.painting import shorten_text
from tui.text.safety import printable

if TYPE_CHECKING:
    from models.article import Article
    from models.bookmark import Bookmark
    from models.key import ArticleKey
    from tui.messages import Wanted


_WORDS = 40
"""Cells of a quote that is named in passing."""


class Keeping(Copying):
    """Keeps quotes, copies them, and opens originals."""

    def __init__(self) -> None:
        super().__init__()
        self._kept: Bookmark | None = None
        self._under_way: Worker[None] | None = None
        """What keeps the latest bookmark, which a note or tags typed at once wait for."""

    def article_shown(self, key: ArticleKey) -> None:
        """Mark what is bookmarked in it."""
        self.mark_kept(key)

    def article_renewed(self, key: ArticleKey) -> None:
        """Its bookmarks may be elsewhere in it."""
        self.mark_kept(key)

    @work(exclusive=True, group="marks", exit_on_error=False)
    async def mark_kept(self, key: ArticleKey) -> None:
        """Mark the passages of the open article in which something is bookmarked."""
        annotated = self.reader.annotated
        if annotated is None or annotated.article.key != key:
            return
        try:
            kept = await self.archive.kept_in(annotated)
        except MorgueError:
            # Said when something is to be kept, which is when it matters.
            return
        if self.reader.key == key:
            self.reader.kept = kept

    def on_wanted(self, message: Wanted) -> None:
        """The reader wants something done with the article in the pane."""
        match message.what:
            case "keep":
                self._under_way = self._keep()
            case "tag":
                self._tag()
            case "note":
                self._note()
            case "yank":
                self._yank()
            case "original":
                self._open_original()
            case "compare":
                self.compare_article()
            case "origin":
                self.find_origin()
            case "unname":
                self.unname()

    @work(group="keeping", exit_on_error=False)
    async def _keep(self) -> None:
        # A reporter who keeps at the headline, where a hit in it leads, means the story: its lead says it.
        annotated, of_passage = self.reader.annotated, self.reader.excerpt()
        excerpt = of_passage or self.reader.lead()
        if annotated is None or excerpt is None:
            self.say("There is no passage here to keep")
            return
        self.reader.end_selection()
        start, end, words, said = excerpt
        try:
            before = {bookmark.id for bookmark in await self.archive.kept()}
            self._kept = await self.archive.keep(annotated, start, end, said)
        except MorgueError as error:
            self.complain(error)
            return
        self.mark_kept(annotated.article.key)
        told = attribution_kept(self._kept).told
        known = self._kept.id in before
        kept = "Kept already" if known else "Kept" if of_passage else "Kept the lead"
        more = [keys.hint("kept.tags", "tags"), keys.hint("kept.note", "note")]
        if not known:
            more.append(keys.hint("undo", "undo"))
        offered = " · ".join(f"{key} {word}" for key, word in more)
        if self.file_gone:
            # The bookmark is now the only place that has the words, which matters more than to see them again.
            self.say(f"{kept}; its file is gone · {offered}")
            return
        # The words give way: what can be done with the bookmark has to be seen whole.
        shown = shorten_text(said.spoken(words), _WORDS)
        self.say_fitted(f"{kept}: ", shown, " — " if told else "", told, f" · {offered}")

    async def _has_been_kept(self) -> None:
        """Wait until what is being kept is."""
        if self._under_way is not None:
            with suppress(WorkerFailed):
                await self._under_way.wait()

    @work(group="keeping", exit_on_error=False)
    async def _tag(self) -> None:
        await self._has_been_kept()
        if self._kept is None:
            self.say(f"Nothing was bookmarked yet: {keys.shown('keep')} keeps a passage or quotation")
            return
        from tui.screens.prompt import Prompt
        from tui.text.tags import split_tags

        known = await self.archive.tags()
        given = " ".join(self._kept.tags)
        answer = await self.app.push_screen_wait(Prompt("Tags, separated by spaces", given, known))
        if answer is not None:
            await self._annotate(tags=split_tags(answer))

    @work(group="keeping", exit_on_error=False)
    async def _note(self) -> None:
        await self._has_been_kept()
        if self._kept is None:
            self.say(f"Nothing was bookmarked yet: {keys.shown('keep')} keeps a passage or quotation")
            return
        from tui.screens.prompt import NotePrompt

        answer = await self.app.push_screen_wait(NotePrompt(self._kept.note))
        if answer is not None:
            await self._annotate(note=answer)

    async def _annotate(self, *, note: str | None = None, tags: tuple[str, ...] | None = None) -> None:
        assert self._kept is not None
        try:
            self._kept = await self.archive.annotate(self._kept.id, note=note, tags=tags)
        except MorgueError as error:
            self.complain(error)
            return
        self.say("Noted" if tags is None else "Tagged: " + " ".join(f"#{tag}" for tag in self._kept.tags))

    def changed(self) -> None:
        """What was kept last may be gone."""
        super().changed()
        self._kept = None
        if self.reader.key is not None:
            self.mark_kept(self.reader.key)

    @work(group="copying", exit_on_error=False)
    async def _yank(self) -> None:
        annotated, excerpt, selected = self.reader.annotated, self.reader.excerpt(), self.reader.selected_text
        if annotated is None:
            return
        self.reader.end_selection()
        article = annotated.article
        start, end, words, said = excerpt or (0, 0, selected or article.title or "", Attribution("passage"))
        template = self.explorer.settings.config.citation
        link = self._link_to(article, start, end) if excerpt and has_link(template) else ""
        quote = cite(article, words, said, template=template, link=link)
        await self.copy(quote, f"with its source: {shorten_text(said.spoken(words), 50)}")

    def _link_to(self, article: Article, start: int, end: int) -> str:
        from index.bookmarks import folder_name
        from index.bookmarks.anchoring import anchor
        from index.linking import link_of

        return link_of(
            folder_name(self.archive.folder), article.path, article.part, anchor(article, start, end)
        )

    async def copy(self, text: str, what: str) -> None:
        """Put a text on the clipboard and say so, with some words on what it is; or show it, to be copied by hand."""
        from tui.clipboard import put_on_clipboard

        match await put_on_clipboard(self.app, text):
            case "program":
                self.say(f"Copied {what}")
            case "terminal":
                self.say(f"Handed to the terminal's clipboard {what}")
            case "none":
                self.explorer.leave_terminal(partial(self._show_to_copy, text))

    def _show_to_copy(self, text: str) -> None:
        from tui.clipboard import show_to_copy

        if not show_to_copy(self.app, text):
            self.notify(text, title="Nothing here keeps a clipboard; copy by hand", timeout=60, markup=False)

    @work(group="original", exit_on_error=False)
    async def _open_original(self) -> None:
        annotated = self.reader.annotated
        if annotated is None:
            return
        article = annotated.article
        file = (Path(self.archive.folder) / article.path).absolute()
        page = web_address(article.url)
        target = page or str(file)
        if page and self.app.is_web:
            # In a browser: the page opens it beside itself.
            self.app.open_url(page)
            self.say(f"Opened {page}")
        elif (page or is_safe_to_open(file)) and await open_outside(target):
            self.say(f"Opened {printable(target)}")
        else:
            # An address that is longer than the footer is to be seen whole.
            self.notify(printable(target), title="The original", timeout=30, markup=False)
            await self.copy(target, "where it is: no program here opens it")
