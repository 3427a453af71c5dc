"""The outline of a piece: kept quotes in the reader's order, with headings between them."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from index.bookmarks import outline
from index.bookmarks.file import folder_name
from index.bookmarks.quotes import Quotes
from index.bookmarks.wording import clean
from models.bookmark import Entry, Heading
from models.errors import MorgueError


class Outlining(Quotes):
    """Kept quotes that can be put in order. Every change here is one thing that `undo` takes back."""

    def outline(self, folder: Path | None = None) -> tuple[Entry, ...]:
        """The quotes and headings of a folder, or of all, in the reader's order; what was never put anywhere first."""
        with self._reading() as connection:
            found = outline.ordered(connection, folder_name(folder) if folder else None)
            return tuple(one.entry for one in found)

    def arrange(self, entries: Sequence[Entry]) -> None:
        """Put quotes and headings into an order; what is not among them stays where it is."""
        with self._writing() as connection:
            step = outline.arrange(connection, entries)
        if step.after:
            self._undos.append(partial(outline.undo, step))

    def add_heading(
        self, folder: Path, text: str, before: Entry | None = None, *, over: Sequence[Entry] = ()
    ) -> Heading:
        """Put a heading in front of a quote or heading of the folder, or at the end.

        Over some quotes it stands behind what else is under their heading, and they move there.

        Raises:
            MorgueError: It has no words.
        """
        with self._writing() as connection:
            step = outline.add_heading(connection, folder_name(folder), _words(text), before, over)
        self._undos.append(partial(outline.undo, step))
        assert step.heading is not None
        heading = step.heading[2]
        assert heading is not None
        return heading

    def rename_heading(self, id: int, text: str) -> None:  # noqa: A002 - the field's name
        """Give a heading another text.

        Raises:
            MorgueError: It has no words, or there is no such heading.
        """
        self._change_heading(id, _words(text))

    def delete_heading(self, id: int) -> None:  # noqa: A002 - as above
        """Take a heading out; the quotes below it stay where they are.

        Raises:
            MorgueError: There is no such heading.
        """
        self._change_heading(id, None)

    def _change_heading(self, id_: int, text: str | None) -> None:
        with self._writing() as connection:
            step = outline.change_heading(connection, id_, text)
        if step is None:
            raise MorgueError("This heading is no longer there: it was deleted elsewhere.")
        self._undos.append(partial(outline.undo, step))


def _words(text: str) -> str:
    words = " ".join(clean(text).split())
    if not words:
        raise MorgueError("A heading needs words.")
    return words
