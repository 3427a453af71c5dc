"""A storey of the desk: what copies of an article changed, and where something first appeared."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual import work

from models.errors import MorgueError
from models.key import ArticleKey
from tui.screens.desk.naming import Naming
from tui.text.comparison import Pair
from tui.text.folding import Unfolded, row_of
from tui.text.jumps import Target
from tui.text.origin import told

if TYPE_CHECKING:
    from models.annotation import Figure, Quotation
    from models.related import Related


class Copying(Naming):
    """Compares articles, and goes to origins."""

    def action_unfold(self) -> None:
        """Show the copies of the selected result below it, or fold them again."""
        if self.related.has_focus:
            self.say("Copies unfold in the results · = compares with the open one")
        else:
            self.unfold_selected()

    @work(exclusive=True, group="unfolding", exit_on_error=False)
    async def unfold_selected(self) -> None:
        """Show the copies of the selected result below it, or fold them again; the cursor stays."""
        row, answer = self.selected, self.answer
        if row is None or answer is None:
            self.say("There is no result to unfold")
            return
        find = row.under if isinstance(row, Unfolded) else row
        group = find.best.group
        if self.listing.is_unfolded(group):
            self.listing.fold(group)
        elif not group:
            self.say("No copies of this article are known")
            return
        else:
            try:
                versions = await self.archive.versions(find.key)
            except MorgueError as error:
                self.complain(error)
                return
            if self.answer is None or self.answer.query != answer.query:
                return
            # Where the cursor has gone meanwhile it stays.
            row = self.selected or row
            # The same question may have been answered again meanwhile, with more hits or of a newer collection.
            self.listing.unfold(find.key, versions)
        self.show_rows(row_of(self.rows, row.key, row.passage) or 0)
        if isinstance(row, Unfolded):
            self.preview(self.selected)
        self.update_footer()

    @property
    def selected_has_copies(self) -> bool:
        """Whether the selected result folds or unfolds."""
        row = self.selected
        return isinstance(row, Unfolded) or (row is not None and row.best.copies > 0)

    @work(exclusive=True, group="comparing", exit_on_error=False)
    async def action_compare(self) -> None:
        """In a list: a copy with the row's first version, else the selected article with what is open."""
        if self.related.has_focus:
            row = self.related_row
            here = self.reader.key
            if row is None or here is None:
                self.say("There is no related passage to compare with")
            else:
                self._show_changes([Pair(here, ArticleKey(row.path, row.part))])
            return
        row_ = self.selected
        if row_ is None:
            self.say("There is no result to compare")
        elif isinstance(row_, Unfolded):
            self._show_changes(await self._pairs(row_.under.key, begin=row_.key))
        elif row_.best.copies:
            self._show_changes(await self._pairs(row_.key))
        else:
            self._compare_with_open(row_.key, "No copies, and nothing else was open to compare it with")

    @work(exclusive=True, group="comparing", exit_on_error=False)
    async def compare_article(self) -> None:
        """The open article with its earliest copy; one without copies with the article from which one came."""
        here = self.reader.key
        if here is None:
            return
        pairs = await self._pairs_of_open(here)
        if pairs:
            self._show_changes(pairs)
        else:
            self._compare_with_open(here, "No copies are known · = on a row of a list compares it")

    @work(exclusive=True, group="origin", exit_on_error=False)
    async def action_row_origin(self) -> None:
        """Go to where the passage of the selected result first appeared, or what a related passage shares."""
        related, row = self.related_row, self.selected
        if self.related.has_focus:
            if related is None:
                self.say("There is no related passage to go back from")
            else:
                key = ArticleKey(related.path, related.part)
                await self._go_to_origin(key, related.passage, await self._shared_by(related))
        elif row is None:
            self.say("There is no result to go back from")
        else:
            await self._go_to_origin(row.key, row.passage, None)

    @work(exclusive=True, group="origin", exit_on_error=False)
    async def find_origin(self) -> None:
        """Go to where the focused quotation or figure, else the passage, first appeared."""
        key, focus = self.reader.key, self.reader.focused_span
        if key is None:
            return
        span = (focus.quotation or focus.figure) if focus is not None else None
        await self._go_to_origin(key, focus.passage if focus and span else self.reader.passage, span)

    async def _shared_by(self, related: Related) -> Quotation | Figure | None:
        """The quotation or figure for which a related passage is shown."""
        try:
            found = (await self.archive.article(ArticleKey(related.path, related.part))).annotations
        except MorgueError:
            return None
        found = found.of(related.passage)
        spans: Sequence[Quotation | Figure] = ()
        if related.relation == "same quotation":
            spans = [quotation for quotation in found.quotations if quotation.kind == "direct"]
        elif related.relation in {"same figure", "figure differs"}:
            spans = found.figures
        start, end = related.start, related.end
        if start is None or end is None:
            return next(iter(spans), None)
        return next((span for span in spans if span.start < end and span.end > start), None)

    async def _go_to_origin(self, key: ArticleKey, passage: int, span: Quotation | Figure | None) -> None:
        try:
            origin = await self.archive.origin(key, passage, span)
        except MorgueError as error:
            self.complain(error)
            return
        place = origin.earliest
        if place is not None and not origin.here:
            focus = None if place.start is None or place.end is None else (place.start, place.end)
            self.visit(Target(ArticleKey(place.path, place.part), place.passage, focus))
        self.say(told(origin))

    async def _pairs(self, first: ArticleKey, *, begin: ArticleKey | None = None) -> list[Pair]:
        """A version and each of the others, those from `begin` on before the others."""
        others = [key for key in await self._versions(first) if key != first]
        start = others.index(begin) if begin in others else 0
        return [Pair(first, other) for other in (*others[start:], *others[:start])]

    async def _pairs_of_open(self, here: ArticleKey) -> list[Pair]:
        """What the open article changed of the earliest; what the others did where it is the earliest itself."""
        versions = await self._versions(here)
        if len(versions) < 2:
            return []
        if versions[0] == here:
            return await self._pairs(here)
        return [Pair(other, here) for other in versions if other != here]

    async def _versions(self, key: ArticleKey) -> list[ArticleKey]:
        try:
            found = await self.archive.versions(key)
        except MorgueError as error:
            self.complain(error)
            return []
        return [ArticleKey(version.path, version.part) for version in found]

    def _compare_with_open(self, key: ArticleKey, otherwise: str) -> None:
        before = self.place_other_than(key)
        if before is None:
            self.say(otherwise)
        else:
            self._show_changes([Pair(before, key)])

    def _show_changes(self, pairs: list[Pair]) -> None:
        if pairs:
            from tui.screens.comparing import Comparing

            self.app.push_screen(Comparing(pairs), self._from_changes)
        else:
            self.say("No copies of this article are known any more")

    def _from_changes(self, target: Target | None) -> None:
        if target is not None:
            self.visit(target)
