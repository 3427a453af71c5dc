"""A storey of the desk: which keys apply in the pane with the focus, for its footer and the help."""

from __future__ import annotations

from dataclasses import replace

from tui import keys
from tui.keys import Group, Key
from tui.screens.desk.travelling import Travelling
from tui.text.selecting import count_words

_FOREMOST = (
    "span.open", "hit.next", "name.next", "quotation.next", "figure.next", "keep", "back", "related.open",
    "mention.next", "passage.next", "yank", "pane.next", "search",
)  # fmt: skip
"""Of an article's keys, those that the footer shows first: 80 columns have room for those down to the related passages.

What steps from one lit thing to the next, and keeps it, nobody finds by trying, as one finds how to go down a page.
"""
_WIDE = 100
"""Columns from which on the footer has room for words that are not keys."""


class Guiding(Travelling):
    """Says what can be done here, and where here is."""

    @property
    def groups_here(self) -> tuple[Group, ...]:
        """The groups of keys that work in the pane with the focus."""
        match self.pane:
            case "query":
                return (Group.QUERY,)
            case "results" | "related":
                return (Group.LISTS,)
            case "reader" if self.reader.selection is not None:
                return (Group.SELECTION, Group.ARTICLE)
            case _:
                return (Group.ARTICLE,)

    def hints(self) -> list[tuple[str, str]]:
        """The keys that apply in the pane with the focus."""
        if self.reader.selection is not None and self.pane == "reader":
            return self.selection_hints()
        always = keys.named("pane.next", "back", "search")
        if self.pane == "reader" and self.reader.left_out is not None:
            back = [
                keys.hint("span.open", "unfold" if self.reader.folded_here else "put back"),
                *keys.hints(*keys.named("passage.next")),
            ]
            back.append(keys.hint("dropped", "hide"))
            return [*back, *keys.hints(*always)]
        match self.pane:
            case "query":
                hints = [*keys.hints(*keys.in_group(Group.QUERY)), keys.hint("pane.next", "results")]
                # Typed here, x is a letter.
                through = f"{keys.shown('out')} {keys.shown('copies')}"
                return [*hints, *([(through, "unfold copies")] if self.selected_has_copies else [])]
            case "results":
                return [*self._list_hints(), *keys.hints(*always)]
            case "related":
                wanted = [*keys.named("row.next", "row.open", "related.open", "row.compare"), *always]
            case "reader":
                return keys.hints(*self._article_keys())
            case _:
                return [keys.hint("query.open", "to the first place"), keys.hint("out", "close")]
        return keys.hints(*wanted)

    def _list_hints(self) -> list[tuple[str, str]]:
        """What does nothing to the selected result is left out."""
        if self.is_empty:
            return [
                keys.hint("problems", "unreadable files"),
                keys.hint("bookmarks", "bookmarks"),
                keys.hint("quit", "quit"),
            ]
        idle = set() if self.selected_has_copies else {"copies"}
        if self.listing.lists_all:
            idle.add("group")
        wanted = [key for key in keys.in_group(Group.LISTS) if key.id not in idle]
        return keys.hints(
            *(
                replace(key, hint="articles") if key.id == "group" and self.listing.by_passage else key
                for key in wanted
            )
        )

    def _article_keys(self) -> list[Key]:
        """What leads nowhere now is left out."""
        focus = self.reader.focused_span
        idle = set()
        if (focus is None or focus.value is None) and self.reader.name_in_focus is None:
            idle.add("span.open")
        if self.name_at_hand is None:
            idle.add("mention.next")
        if not self.reader.hits:
            idle.add("hit.next")
        if not self.related.count and not self.relating:
            idle.add("related.open")
        if self.reader.annotated is None or not self.reader.annotated.copies:
            idle.add("compare")
        foremost = keys.named(*_FOREMOST)
        known = {key.id for key in foremost}
        rest = [key for key in keys.in_group(Group.ARTICLE) if key.id not in known]
        return [key for key in (*foremost, *rest) if key.id not in idle]

    def position(self) -> str:
        """The row, or the passage and how far down; of what it is the number, where there is room to say so."""
        if self.pane in {"results", "query"} and self.finds:
            number = f"{self.results.cursor + 1}/{self.listed}"
            return self._of("passage" if self.listing.by_passage else "article", number)
        if self.pane == "related" and self.related.count:
            return self._of("related", f"{self.related.cursor + 1}/{self.related.count}")
        if self.pane == "reader" and self.reader.selection is not None:
            return count_words(self.reader.selected_text)
        if self.pane == "reader" and self.reader.annotated is not None:
            passages = len(self.reader.annotated.article.passages)
            return (
                self._of("passage", f"{self.reader.passage}/{passages}")
                if self.reader.passage
                else "headline"
            )
        return ""

    def _of(self, what: str, number: str) -> str:
        return f"{what} {number}" if self.size.width >= _WIDE else number
