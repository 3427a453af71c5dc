"""Another storey of the desk: which lines are an article's is for the reader to say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import work

from models.errors import MorgueError
from tui.screens.desk.selecting import Selecting
from tui.text.painting import shorten_text

if TYPE_CHECKING:
    from models.ruling import Scope
    from tui.messages import LineWanted


class RulesOnLines(Selecting):
    """Puts lines back into articles and takes lines out."""

    def __init__(self) -> None:
        super().__init__()
        self._ruled = 0
        """As `Archive.ruled` was when the article was last shown."""

    def index_again(self) -> None:
        """Have the collection made current."""
        raise NotImplementedError

    @work(group="ruling", exit_on_error=False)
    async def on_line_wanted(self, message: LineWanted) -> None:
        """Ask where it is to hold, and remember it."""
        annotated = self.reader.annotated
        if annotated is None:
            return
        from tui.screens.prompt import Choice

        article = annotated.article
        if not message.keep and len([p for p in article.passages if p.kind == "paragraph"]) <= 1:
            self.say("This is all there is of the article")
            return
        words = f"“{shorten_text(message.text, 50)}”"
        question = f"Put {words} back?" if message.keep else f"Take {words} out?"
        verb = "in" if message.keep else "out of"
        every = f"{verb} every article of {await self.archive.publisher(article)}"
        answer = await self.app.push_screen_wait(
            Choice(question, [("a", f"{verb} this article"), ("o", every)], by_letter=not message.keep)
        )
        if answer is None:
            return
        scope: Scope = "article" if answer == "a" else "house"
        try:
            await self.archive.rule(article.key, message.text, keep=message.keep, scope=scope)
        except MorgueError as error:
            self.complain(error)
            return
        done = "Back" if message.keep else "Taken out"
        where = "" if answer == "a" else f", {every}"
        hidden = not message.keep and not self.reader.dropped
        self.say(f"{done}{where} · u undo" + (" · D shows it" if hidden else ""))
        self.see_rulings()

    def see_rulings(self) -> None:
        """Show the article with the lines that the reader wants in it now, and have them found."""
        if self._ruled != self.archive.ruled:
            self._ruled = self.archive.ruled
            self.renew_article()
            self.index_again()

    def changed(self) -> None:
        """What was undone may have been about a line."""
        super().changed()
        self.see_rulings()
