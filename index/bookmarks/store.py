"""The reader's own data: kept quotes, rulings on lines, decisions about names, and what is remembered besides."""

from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from index.bookmarks import decisions, rows, rulings, transfer
from index.bookmarks.faults import in_plain_words
from index.bookmarks.file import folder_name
from index.bookmarks.outlining import Outlining
from index.bookmarks.wording import clean, quoted
from models.decision import NameDecision
from models.key import ArticleKey
from models.ruling import Ruling


class Restored(NamedTuple):
    """What restoring did: how many bookmarks were added, and how many were there already."""

    added: int
    present: int


class Bookmarks(Outlining):
    """The reader's kept quotes, and what he or she said of lines and names, over all folders."""

    def rule(self, folder: Path, said: Sequence[Ruling], words: str) -> None:
        """Remember that a line is an article's or is not, which `undo` takes back.

        Args:
            folder: Where it holds.
            said: It, once for each file of an article that was saved several times.
            words: The line as it stands.
        """
        cleaned = [ruling._replace(line=clean(ruling.line)) for ruling in said]
        with self._writing() as connection:
            step = rulings.put(connection, folder_name(folder), cleaned, quoted(words))
        self._undos.append(partial(rulings.undo, step))

    def rulings(self, folder: Path) -> tuple[Ruling, ...]:
        """What was said of lines in a folder, in the order in which it was said."""
        with self._reading() as connection:
            return rulings.of_folder(connection, folder_name(folder))

    def decide(self, folder: Path, said: Sequence[NameDecision]) -> None:
        """Remember what the reader decides about names, as one thing that `undo` takes back.

        What was decided before and cannot hold beside it is forgotten. `Collection.heed` has it hold at once.
        """
        cleaned = [decision.model_copy(update=_cleaned(decision)) for decision in said]
        with self._writing() as connection:
            step = decisions.put(connection, folder_name(folder), cleaned)
        self._undos.append(partial(decisions.undo, step))

    def take_back(self, folder: Path, said: Sequence[NameDecision]) -> None:
        """Forget what the reader decided about names, however long ago, as one thing that `undo` puts back."""
        with self._writing() as connection:
            step = decisions.take_back(connection, folder_name(folder), said)
        self._undos.append(partial(decisions.undo, step))

    def decisions(self, folder: Path) -> tuple[NameDecision, ...]:
        """What was decided about names in a folder, in the order in which it was said."""
        with self._reading() as connection:
            return decisions.of_folder(connection, folder_name(folder))

    def move_rulings(self, folder: Path, moves: Mapping[ArticleKey, ArticleKey]) -> None:
        """Have what was said of articles' lines go where the articles stand now: old place to new."""
        with self._writing() as connection:
            rulings.move(connection, folder_name(folder), moves)

    def backup(self, to: Path) -> int:
        """Write a copy of all bookmarks to one file, whole or not at all; returns how many there are.

        Raises:
            BookmarksUnavailable: The file cannot be written, or is there and is not an older backup.
        """
        with self._lock, in_plain_words(to):
            return transfer.backup(self._connection, self.path, to)

    def restore(self, source: Path) -> Restored:
        """Add what a backup has and is not here, of whatever kind; what is here stays as it is.

        Raises:
            BookmarksUnavailable: The file is no backup of Morgue's, or cannot be read.
        """
        with in_plain_words(source):
            backup = transfer.read_backup(source)
        with self._writing() as connection:
            present = {stored.uid for stored in rows.select(connection)}
            missing = [stored for stored in backup.bookmarks if stored.uid not in present]
            for stored in missing:
                rows.insert(connection, stored, keep_id=False)
            backup.insert_the_rest(connection)
        return Restored(len(missing), len(backup.bookmarks) - len(missing))


def _cleaned(decision: NameDecision) -> dict[str, object]:
    return {
        "names": tuple(map(clean, decision.names)),
        "others": tuple(map(clean, decision.others)),
        "text": decision.text and clean(decision.text),
    }
