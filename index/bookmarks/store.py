"""The reader's own data: kept quotes, rulings on lines, decisions about names; undo, and following a moved file."""

import builtins
import os
import sqlite3
import threading
import uuid
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple, Self

from index.bookmarks import anchoring, decisions, repair, rows, rulings, schema, transfer
from index.bookmarks.faults import in_plain_words
from index.bookmarks.rows import Stored
from index.home import home
from models.annotation import AnnotatedArticle
from models.article import Article
from models.bookmark import Bookmark, Citation, Place
from models.decision import NameDecision
from models.errors import BookmarksUnavailable, MorgueError
from models.key import ArticleKey
from models.ruling import Ruling

PATIENCE = 5.0
"""Seconds to wait for another session's write, which takes milliseconds unless something is wrong."""

_LABEL = 40


class Restored(NamedTuple):
    """What restoring did: how many bookmarks were added, and how many were there already."""

    added: int
    present: int


class _Step(NamedTuple):
    """One change of this session; undoing it goes from `after` back to `before`. None: no such bookmark."""

    uid: str
    before: Bookmark | None
    after: Bookmark | None


class Bookmarks:
    """The reader's kept quotes, and what he or she said of lines and names, over all folders.

    Calls may come from any thread. Every change is on disk when its call returns. Every method raises
    `BookmarksUnavailable`, with nothing changed, where the file cannot be used: a full disk, a read-only folder,
    another session that holds it.

    Attributes:
        notice: A sentence for the reader about what opening found and repaired; None as a rule.
    """

    def __init__(self, path: Path, connection: sqlite3.Connection, notice: str | None = None) -> None:
        self.path = path
        self.notice = notice
        self._connection = connection
        self._lock = threading.RLock()
        self._steps: list[_Step | rulings.RulingStep | decisions.DecisionStep] = []

    @classmethod
    def open(cls, *, patience: float = PATIENCE) -> Self:
        """Open the reader's file in Morgue's home, made if need be.

        A damaged file is set aside under a new name and what can be read of it saved; `notice` then says so.

        Args:
            patience: Seconds to wait for another session's write before giving up.

        Raises:
            BookmarksUnavailable: It cannot be opened, or a newer Morgue wrote it.
        """
        try:
            path = reader_file()
        except MorgueError as error:
            raise BookmarksUnavailable(str(error), error.advice) from error
        with in_plain_words(path):
            connection, notice = repair.open_or_repair(path, patience)
        return cls(path, connection, notice)

    def close(self) -> None:
        """Let go of the file; the bookmarks cannot be used afterwards."""
        with self._lock:
            self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def add(
        self,
        folder: Path,
        article: AnnotatedArticle,
        start: int,
        end: int,
        *,
        speaker: str | None = None,
        note: str = "",
        tags: Sequence[str] = (),
    ) -> Bookmark:
        """Keep a span of an article's text, in code points; the same span a second time is the first bookmark.

        Raises:
            MorgueError: The span is empty or outside the text.
            BookmarksUnavailable: It cannot be written.
        """
        text = article.article.text
        if not (0 <= start < end <= len(text) and text[start:end].strip()):
            raise MorgueError("There are no words here to keep.")
        now = _now()
        bookmark = Bookmark(
            id=0,
            folder=folder_name(folder),
            path=article.article.path,
            part=article.article.part,
            anchor=anchoring.anchor(article.article, start, end),
            speaker=_clean(speaker) if speaker else None,
            note=_clean(note),
            tags=tidy_tags(tags),
            citation=_citation(article.article),
            created=now,
            changed=now,
        )
        with self._writing() as connection:
            kept = self._same(connection, bookmark, text)
            if kept:
                return kept
            stored = Stored(uuid.uuid4().hex, bookmark)
            bookmark = bookmark.model_copy(update={"id": rows.insert(connection, stored, keep_id=False)})
        self._steps.append(_Step(stored.uid, None, bookmark))
        return bookmark

    def list(self, folder: Path | None = None) -> builtins.list[Bookmark]:
        """The bookmarks of a folder, or of all, newest first."""
        where, values = ("WHERE folder = ?", (folder_name(folder),)) if folder else ("", ())
        with self._reading() as connection:
            found = rows.select(connection, f"{where} ORDER BY created DESC, id DESC", values)
            return [stored.bookmark for stored in found]

    def annotate(self, id: int, *, note: str | None = None, tags: Sequence[str] | None = None) -> Bookmark:  # noqa: A002 - the field's name
        """Write a bookmark's note, its tags or both; None leaves as it is.

        Raises:
            MorgueError: There is no such bookmark.
            BookmarksUnavailable: It cannot be written.
        """
        with self._writing() as connection:
            before = self._by_id(connection, id)
            if before is None:
                raise MorgueError("This bookmark is no longer there: it was deleted elsewhere.")
            new_note = before.bookmark.note if note is None else _clean(note)
            new_tags = before.bookmark.tags if tags is None else tidy_tags(tags)
            if (new_note, new_tags) == (before.bookmark.note, before.bookmark.tags):
                return before.bookmark
            after = before.bookmark.model_copy(update={"note": new_note, "tags": new_tags, "changed": _now()})
            self._update(connection, before.uid, after)
        self._steps.append(_Step(before.uid, before.bookmark, after))
        return after

    def delete(self, id: int) -> None:  # noqa: A002 - the field's name
        """Delete a bookmark; one that is gone already is no error."""
        with self._writing() as connection:
            before = self._by_id(connection, id)
            if before is None:
                return
            connection.execute("DELETE FROM bookmarks WHERE uid = ?", (before.uid,))
        self._steps.append(_Step(before.uid, before.bookmark, None))

    def undo(self) -> str | None:
        """Take back this session's last change that was not taken back yet.

        Returns:
            What was done, in words for the reader; None where there is nothing to undo. A bookmark that
            another session has changed since is left alone, and the words say so.
        """
        with self._lock:
            if not self._steps:
                return None
            step = self._steps[-1]
            if not isinstance(step, _Step):
                with self._writing() as connection:
                    if isinstance(step, rulings.RulingStep):
                        words = rulings.undo(connection, step)
                    else:
                        words = decisions.undo(connection, step)
                self._steps.pop()
                return words
            label = _label(step.before or step.after)
            with self._writing() as connection:
                now = next(rows.select(connection, "WHERE uid = ?", (step.uid,)), None)
                if not _same(now.bookmark if now else None, step.after):
                    words = f"Left {label} as it is: it was changed elsewhere since"
                elif step.before is None:
                    connection.execute("DELETE FROM bookmarks WHERE uid = ?", (step.uid,))
                    words = f"Took {label} out again"
                elif step.after is None:
                    rows.insert(connection, Stored(step.uid, step.before), keep_id=True)
                    words = f"Put back {label}"
                else:
                    self._update(connection, step.uid, step.before)
                    words = f"Put back note and tags of {label}"
            self._steps.pop()
            return words

    def rule(self, folder: Path, said: Sequence[Ruling], words: str) -> None:
        """Remember that a line is an article's or is not, which `undo` takes back.

        Args:
            folder: Where it holds.
            said: It, once for each file of an article that was saved several times.
            words: The line as it stands.
        """
        clean = [ruling._replace(line=_clean(ruling.line)) for ruling in said]
        with self._writing() as connection:
            self._steps.append(rulings.put(connection, folder_name(folder), clean, _quoted(words)))

    def rulings(self, folder: Path) -> tuple[Ruling, ...]:
        """What was said of lines in a folder, in the order in which it was said."""
        with self._reading() as connection:
            return rulings.of_folder(connection, folder_name(folder))

    def decide(self, folder: Path, said: Sequence[NameDecision]) -> None:
        """Remember what the reader decides about names, as one thing that `undo` takes back.

        What was decided before and cannot hold beside it is forgotten. `Collection.heed` has it hold at once.
        """
        clean = [decision.model_copy(update=_cleaned(decision)) for decision in said]
        with self._writing() as connection:
            self._steps.append(decisions.put(connection, folder_name(folder), clean))

    def take_back(self, folder: Path, said: Sequence[NameDecision]) -> None:
        """Forget what the reader decided about names, however long ago, as one thing that `undo` puts back."""
        with self._writing() as connection:
            self._steps.append(decisions.take_back(connection, folder_name(folder), said))

    def decisions(self, folder: Path) -> tuple[NameDecision, ...]:
        """What was decided about names in a folder, in the order in which it was said."""
        with self._reading() as connection:
            return decisions.of_folder(connection, folder_name(folder))

    def tags(self) -> builtins.list[str]:
        """All tags in use, the most used first, then by name."""
        uses = Counter(tag for bookmark in self.list() for tag in bookmark.tags)
        return sorted(uses, key=lambda tag: (-uses[tag], tag.casefold()))

    def move(self, places: Mapping[int, ArticleKey]) -> int:
        """Follow articles to where they stand now: bookmark to place; returns how many were still there to move."""
        statement = "UPDATE bookmarks SET path = ?, part = ? WHERE id = ?"
        with self._writing() as connection:
            return sum(connection.execute(statement, (*place, id_)).rowcount for id_, place in places.items())

    def move_rulings(self, folder: Path, moves: Mapping[ArticleKey, ArticleKey]) -> None:
        """Have what was said of articles' lines go where the articles stand now: old place to new."""
        with self._writing() as connection:
            rulings.move(connection, folder_name(folder), moves)

    def place(self, bookmark: Bookmark, article: AnnotatedArticle) -> Place | None:
        """Find a bookmark's quote in its article as it is now; None where it can no longer be found."""
        return anchoring.place(bookmark.anchor, article.article.text)

    def check(self) -> None:
        """Read the whole file.

        Raises:
            BookmarksUnavailable: It is damaged, or cannot be read.
        """
        with self._reading() as connection:
            schema.check(connection)

    def backup(self, to: Path) -> int:
        """Write a copy of all bookmarks to one file, whole or not at all; returns how many there are.

        Raises:
            BookmarksUnavailable: The file cannot be written, or is there and is not an older backup.
        """
        with self._lock, in_plain_words(to):
            return transfer.backup(self._connection, self.path, to)

    def restore(self, source: Path) -> Restored:
        """Add what a backup has and is not here, rulings and decisions too; what is here stays as it is.

        Raises:
            BookmarksUnavailable: The file is no backup of Morgue's, or cannot be read.
        """
        with in_plain_words(source):
            others, said, decreed = transfer.read_backup(source)
        with self._writing() as connection:
            present = {stored.uid for stored in rows.select(connection)}
            missing = [stored for stored in others if stored.uid not in present]
            for stored in missing:
                rows.insert(connection, stored, keep_id=False)
            rulings.insert(connection, said)
            decisions.insert(connection, decreed)
        return Restored(len(missing), len(others) - len(missing))

    @contextmanager
    def _reading(self) -> Iterator[sqlite3.Connection]:
        with self._lock, in_plain_words(self.path):
            yield self._connection

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        with self._reading() as connection:
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
                connection.execute("COMMIT")
            except BaseException:
                # A full disk may have rolled back already.
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                raise

    def _same(self, connection: sqlite3.Connection, new: Bookmark, text: str) -> Bookmark | None:
        """The bookmark that keeps this very span already, wherever it stood when it was kept."""
        where = "WHERE folder = ? AND path = ? AND part = ? AND exact = ?"
        for stored in rows.select(connection, where, (new.folder, new.path, new.part, new.anchor.exact)):
            place = anchoring.place(stored.bookmark.anchor, text)
            if place and (place.start, place.end) == (new.anchor.start, new.anchor.end):
                return stored.bookmark
        return None

    @staticmethod
    def _by_id(connection: sqlite3.Connection, wanted: int) -> Stored | None:
        return next(rows.select(connection, "WHERE id = ?", (wanted,)), None)

    @staticmethod
    def _update(connection: sqlite3.Connection, uid: str, bookmark: Bookmark) -> None:
        connection.execute(
            "UPDATE bookmarks SET note = ?, tags = ?, changed = ? WHERE uid = ?",
            (bookmark.note, rows.tags_as_text(bookmark.tags), bookmark.changed, uid),
        )


def reader_file() -> Path:
    """The file that holds all this, there or not.

    Raises:
        MorgueError: Morgue's home cannot be made.
    """
    return home() / "reader.sqlite"


def _same(a: Bookmark | None, b: Bookmark | None) -> bool:
    """Whether a bookmark is as it was, wherever its article stands meanwhile."""
    return a == (b and a and b.model_copy(update={"path": a.path, "part": a.part}))


def folder_name(folder: Path) -> str:
    """A folder as bookmarks name it: absolute, links followed, bytes that are no UTF-8 written out."""
    return os.fsencode(folder.expanduser().resolve()).decode("utf-8", "backslashreplace")


def tidy_tags(tags: Sequence[str]) -> tuple[str, ...]:
    """Tags without "#", outer blanks and repetitions, in their order; case is the reader's, but not told apart."""
    tidied: dict[str, str] = {}
    for tag in tags:
        clean = " ".join(_clean(tag).split()).lstrip("#").strip()
        if clean:
            tidied.setdefault(clean.casefold(), clean)
    return tuple(tidied.values())


def _clean(text: str) -> str:
    """Text as SQLite and JSON can hold it: no half characters, which a terminal may send."""
    return text.encode("utf-8", "replace").decode("utf-8")


def _cleaned(decision: NameDecision) -> dict[str, object]:
    return {
        "names": tuple(map(_clean, decision.names)),
        "others": tuple(map(_clean, decision.others)),
        "text": decision.text and _clean(decision.text),
    }


def _citation(article: Article) -> Citation:
    return Citation(
        title=article.title,
        outlet=article.outlet,
        authors=article.authors,
        published=article.published,
        url=article.url,
    )


def _label(bookmark: Bookmark | None) -> str:
    return _quoted(bookmark.anchor.exact if bookmark else "")


def _quoted(text: str) -> str:
    words = " ".join(text.split()).strip("“”\"'‘’«» ")
    return f"“{words if len(words) <= _LABEL else words[: _LABEL - 1].rstrip() + '…'}”"


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="milliseconds")
