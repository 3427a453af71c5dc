"""The reader's own data: kept quotes, rulings on lines, decisions about names, and what is remembered besides."""

import builtins
import sqlite3
import uuid
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import NamedTuple

from index.bookmarks import anchoring, decisions, rows, rulings, transfer
from index.bookmarks.faults import in_plain_words
from index.bookmarks.file import folder_name
from index.bookmarks.remembering import Remembering
from index.bookmarks.rows import Stored
from index.bookmarks.wording import clean, quoted
from models.annotation import AnnotatedArticle
from models.article import Article
from models.bookmark import Bookmark, Citation, Place
from models.decision import NameDecision
from models.errors import MorgueError
from models.key import ArticleKey
from models.ruling import Ruling


class Restored(NamedTuple):
    """What restoring did: how many bookmarks were added, and how many were there already."""

    added: int
    present: int


class _Step(NamedTuple):
    """One change of this session; undoing it goes from `after` back to `before`. None: no such bookmark."""

    uid: str
    before: Bookmark | None
    after: Bookmark | None


class Bookmarks(Remembering):
    """The reader's kept quotes, and what he or she said of lines and names, over all folders."""

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
            speaker=clean(speaker) if speaker else None,
            note=clean(note),
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
        self._undos.append(partial(_undo, _Step(stored.uid, None, bookmark)))
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
            new_note = before.bookmark.note if note is None else clean(note)
            new_tags = before.bookmark.tags if tags is None else tidy_tags(tags)
            if (new_note, new_tags) == (before.bookmark.note, before.bookmark.tags):
                return before.bookmark
            after = before.bookmark.model_copy(update={"note": new_note, "tags": new_tags, "changed": _now()})
            _update(connection, before.uid, after)
        self._undos.append(partial(_undo, _Step(before.uid, before.bookmark, after)))
        return after

    def delete(self, id: int) -> None:  # noqa: A002 - the field's name
        """Delete a bookmark; one that is gone already is no error."""
        with self._writing() as connection:
            before = self._by_id(connection, id)
            if before is None:
                return
            connection.execute("DELETE FROM bookmarks WHERE uid = ?", (before.uid,))
        self._undos.append(partial(_undo, _Step(before.uid, before.bookmark, None)))

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


def _update(connection: sqlite3.Connection, uid: str, bookmark: Bookmark) -> None:
    connection.execute(
        "UPDATE bookmarks SET note = ?, tags = ?, changed = ? WHERE uid = ?",
        (bookmark.note, rows.tags_as_text(bookmark.tags), bookmark.changed, uid),
    )


def _undo(step: _Step, connection: sqlite3.Connection) -> str:
    label = _label(step.before or step.after)
    now = next(rows.select(connection, "WHERE uid = ?", (step.uid,)), None)
    if not _same(now.bookmark if now else None, step.after):
        return f"Left {label} as it is: it was changed elsewhere since"
    if step.before is None:
        connection.execute("DELETE FROM bookmarks WHERE uid = ?", (step.uid,))
        return f"Took {label} out again"
    if step.after is None:
        rows.insert(connection, Stored(step.uid, step.before), keep_id=True)
        return f"Put back {label}"
    _update(connection, step.uid, step.before)
    return f"Put back note and tags of {label}"


def _same(a: Bookmark | None, b: Bookmark | None) -> bool:
    """Whether a bookmark is as it was, wherever its article stands meanwhile."""
    return a == (b and a and b.model_copy(update={"path": a.path, "part": a.part}))


def tidy_tags(tags: Sequence[str]) -> tuple[str, ...]:
    """Tags without "#", outer blanks and repetitions, in their order; case is the reader's, but not told apart."""
    tidied: dict[str, str] = {}
    for tag in tags:
        words = " ".join(clean(tag).split()).lstrip("#").strip()
        if words:
            tidied.setdefault(words.casefold(), words)
    return tuple(tidied.values())


def _cleaned(decision: NameDecision) -> dict[str, object]:
    return {
        "names": tuple(map(clean, decision.names)),
        "others": tuple(map(clean, decision.others)),
        "text": decision.text and clean(decision.text),
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
    return quoted(bookmark.anchor.exact if bookmark else "")


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="milliseconds")
