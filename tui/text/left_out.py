"""What cleaning left out, in place: each line with its reason, runs of short ones with the same reason as one."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from rich.cells import cell_len

from tui.text.painting import shorten_text
from tui.text.safety import printable

if TYPE_CHECKING:
    from models.article import Dropped

_LEAST = 3
"""Lines of one reason, one after the other, that are told as one."""
_SHORT = 40
"""Characters of the items of menus and share bars; what is longer may be worth reading before it is put back."""
_LEAST_ROOM = 10
"""Cells for the words of a run beside its reason."""
_PART = " · "


class LeftOut(NamedTuple):
    """Lines that were left out together: one, or a run of short ones."""

    first: int
    """The number of its first line, counted from 0 over the whole article."""
    entries: tuple[Dropped, ...]

    @property
    def folded(self) -> bool:
        """Whether it stands for several lines."""
        return len(self.entries) > 1

    def summary(self, width: int) -> str:
        """A run on one line of `width` cells, as "Home · Politics · Sport …  left out: navigation"."""
        reason = f"left out: {printable(self.entries[0].reason)}"
        room = width - cell_len(reason) - 2
        if room < _LEAST_ROOM:
            return shorten_text(reason, width)
        words = _PART.join(printable(entry.text) for entry in self.entries)
        return f"{shorten_text(words, room)}  {reason}"


def groups(dropped: Sequence[Dropped], before: int, unfolded: Collection[str] = ()) -> Iterator[LeftOut]:
    """What was left out right before a passage, runs as one.

    Args:
        dropped: All lines that were left out of the article.
        before: The passage.
        unfolded: The words of lines that are told one by one all the same.
    """

    def alike(item: tuple[int, Dropped]) -> tuple[str, bool]:
        _, entry = item
        return entry.reason, len(entry.text) <= _SHORT and entry.text not in unfolded

    here = [(which, entry) for which, entry in enumerate(dropped) if entry.before == before]
    for (_, short), run in groupby(here, alike):
        members = list(run)
        if short and len(members) >= _LEAST:
            yield LeftOut(members[0][0], tuple(entry for _, entry in members))
        else:
            yield from (LeftOut(which, (entry,)) for which, entry in members)
