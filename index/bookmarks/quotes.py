"""Kept quotes: keeping, annotating, finding again and deleting them."""

import builtins
import sqlite3
import uuid
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from index.bookmarks import anchoring, changes, lost, rows
from index.bookmarks.changes import Change
from index.bookmarks.file import folder_name
from index.bookmarks.remembering import Remembering
from index.bookmarks.rows import Stored
from index.bookmarks.wording import clean
from models.annotation import AnnotatedArticle, Speech
from models.article import Article
from models.bookmark import Bookmark, Citation, Place
from models.errors import MorgueError
from models.key import ArticleKey


class Quotes(Remembering):
    """The reader's kept quotes over all folders."""

    def add(
        self,
        folder: Path,
        article: AnnotatedArticle,
        start: int,
        end: int,
        *,
        kind: Speech | None = None,
        speaker: str | None = None,
        cue: str | None = None,
        note: str = "",
        tags: Sequence[str] = (),
    ) -> Bookmark:
        """Keep a span of an article's text, in code points; the same span a second time is the first bookmark.

        Args:
            folder: The article's folder.
            article: Where the words stand.
            start: Where they begin in its text.
            end: Where they end.
            kind: Whose words they are, if that is known.
            speaker: Who says them.
            cue: The word that says so.
            note: The reader's note.
            tags: The reader's tags.

        Raises:
            MorgueError: The span is empty or outside the text.
            BookmarksUnavailable: It cannot be written.
        """
        text = article.article.text
        _require_words(text, start, end)
        now = _now()
        bookmark = Bookmark(
            id=0,
            folder=folder_name(folder),
            path=article.article.path,
            part=article.article.part,
            anchor=anchoring.anchor(article.article, start, end),
            kind=kind,
            speaker=clean(speaker) if speaker else None,
            cue=clean(cue) if cue else None,
            note=clean(note),
            tags=tidy_tags(tags),
            citation=citation(article.article),
            created=now,
            changed=now,
        )
        with self._writing() as connection:
            kept = self._same(connection, bookmark, text)
            if kept:
                return kept
            made = _insert(connection, bookmark)
        self._made(made)
        assert made.after is not None
        return made.after

    def add_all(self, bookmarks: Sequence[Bookmark]) -> int:
        """Add bookmarks from elsewhere, as one thing that `undo` takes back; gives how many were not here yet.

        Their ids are new ones. One with the same words in the same place of the same article is here already.
        """
        with self._writing() as connection:
            present = {_spot(stored.bookmark) for stored in rows.select(connection)}
            missing = {_spot(bookmark): bookmark for bookmark in bookmarks if _spot(bookmark) not in present}
            made = [_insert(connection, bookmark) for bookmark in missing.values()]
        self._made(*made)
        return len(made)

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

        def annotated(bookmark: Bookmark) -> Bookmark:
            new_note = bookmark.note if note is None else clean(note)
            new_tags = bookmark.tags if tags is None else tidy_tags(tags)
            return bookmark.model_copy(update={"note": new_note, "tags": new_tags})

        (after,) = self._change({id: annotated})
        return after

    def retag(self, tags: Mapping[int, Sequence[str]]) -> None:
        """Write the tags of several bookmarks, as one thing that `undo` takes back.

        Raises:
            MorgueError: One of them is gone; nothing was changed.
        """

        def tagged(new: Sequence[str], bookmark: Bookmark) -> Bookmark:
            return bookmark.model_copy(update={"tags": tidy_tags(new)})

        self._change({id_: partial(tagged, new) for id_, new in tags.items()})

    def reanchor(self, id: int, article: AnnotatedArticle, start: int, end: int) -> Bookmark:  # noqa: A002 - as above
        """Have a bookmark keep other words instead, in whatever article, of which it takes the citation.

        Raises:
            MorgueError: There is no such bookmark, or the span is empty or outside the text.
        """
        source = article.article
        _require_words(source.text, start, end)

        def anchored(bookmark: Bookmark) -> Bookmark:
            elsewhere = (bookmark.path, bookmark.part) != source.key
            return bookmark.model_copy(
                update={
                    "path": source.path,
                    "part": source.part,
                    "anchor": anchoring.anchor(source, start, end),
                    "citation": citation(source) if elsewhere else bookmark.citation,
                }
            )

        (after,) = self._change({id: anchored})
        return after

    def delete(self, *ids: int) -> None:
        """Delete bookmarks, as one thing that `undo` takes back; one that is gone already is no error."""
        with self._writing() as connection:
            found = [stored for id_ in ids if (stored := _by_id(connection, id_))]
            for stored in found:
                rows.delete(connection, stored.uid)
        self._made(*(Change(stored.uid, stored.bookmark, None) for stored in found))

    def tags(self) -> dict[str, int]:
        """All tags in use, each with how often, the most used first, then by name."""
        uses = Counter(tag for bookmark in self.list() for tag in bookmark.tags)
        return dict(sorted(uses.items(), key=lambda tag: (-tag[1], tag[0].casefold())))

    def move(self, places: Mapping[int, ArticleKey]) -> int:
        """Follow articles to where they stand now: bookmark to place; returns how many were still there to move."""
        statement = "UPDATE bookmarks SET path = ?, part = ? WHERE id = ?"
        with self._writing() as connection:
            return sum(connection.execute(statement, (*place, id_)).rowcount for id_, place in places.items())

    def place(self, bookmark: Bookmark, article: AnnotatedArticle) -> Place | None:
        """Find a bookmark's quote in its article as it is now; None where it can no longer be found."""
        return anchoring.place(bookmark.anchor, article.article.text)

    def leave(self, id: int, sight: str) -> None:  # noqa: A002 - the field's name
        """Leave a bookmark as it is although its words are gone, which `undo` takes back.

        Args:
            id: The bookmark.
            sight: What the reader was shown of it (`orphans.sight`): anything else is to be shown again.
        """
        with self._writing() as connection:
            found = _by_id(connection, id)
            if found is None:
                return
            step = lost.leave(connection, found.uid, sight)
        self._undos.append(partial(lost.undo, step))

    def left(self) -> dict[int, str]:
        """The bookmarks that were left as they are, each with what the reader was shown."""
        with self._reading() as connection:
            return lost.left(connection)

    def _change(self, how: Mapping[int, Callable[[Bookmark], Bookmark]]) -> builtins.list[Bookmark]:
        """Change bookmarks, as one thing that `undo` takes back; what stays the same is not touched."""
        made: builtins.list[Change] = []
        now: builtins.list[Bookmark] = []
        with self._writing() as connection:
            for id_, changed in how.items():
                found = _by_id(connection, id_)
                if found is None:
                    raise MorgueError("This bookmark is no longer there: it was deleted elsewhere.")
                after = changed(found.bookmark)
                if after != found.bookmark:
                    after = after.model_copy(update={"changed": _now()})
                    rows.update(connection, found.uid, after)
                    made.append(Change(found.uid, found.bookmark, after))
                now.append(after)
        self._made(*made)
        return now

    def _made(self, *made: Change) -> None:
        if made:
            self._undos.append(partial(changes.undo, made))

    def _same(self, connection: sqlite3.Connection, new: Bookmark, text: str) -> Bookmark | None:
        """The bookmark that keeps this very span already, wherever it stood when it was kept."""
        where = "WHERE folder = ? AND path = ? AND part = ? AND exact = ?"
        for stored in rows.select(connection, where, (new.folder, new.path, new.part, new.anchor.exact)):
            place = anchoring.place(stored.bookmark.anchor, text)
            if place and (place.start, place.end) == (new.anchor.start, new.anchor.end):
                return stored.bookmark
        return None


def tidy_tags(tags: Sequence[str]) -> tuple[str, ...]:
    """Tags without "#" and repetitions, in their order, each one word; case is the reader's, but not told apart.

    Those made elsewhere may be of several words, which would be so many tags as soon as they are edited.
    """
    tidied: dict[str, str] = {}
    for tag in tags:
        word = "-".join(clean(tag).replace(",", " ").split()).lstrip("#-")
        if word:
            tidied.setdefault(word.casefold(), word)
    return tuple(tidied.values())


def _insert(connection: sqlite3.Connection, bookmark: Bookmark) -> Change:
    uid = uuid.uuid4().hex
    id_ = rows.insert(connection, Stored(uid, bookmark), keep_id=False)
    return Change(uid, None, bookmark.model_copy(update={"id": id_}))


def _by_id(connection: sqlite3.Connection, wanted: int) -> Stored | None:
    return next(rows.select(connection, "WHERE id = ?", (wanted,)), None)


def _spot(bookmark: Bookmark) -> tuple[str, str, int, str, int]:
    return bookmark.folder, bookmark.path, bookmark.part, bookmark.anchor.exact, bookmark.anchor.start


def _require_words(text: str, start: int, end: int) -> None:
    if not (0 <= start < end <= len(text) and text[start:end].strip()):
        raise MorgueError("There are no words here to keep.")


def citation(article: Article) -> Citation:
    """An article as it is to be cited."""
    return Citation(
        title=article.title,
        outlet=article.outlet,
        authors=article.authors,
        published=article.published,
        url=article.url,
        guessed=tuple(
            field
            for field in ("title", "outlet", "authors", "published")
            if article.confidence(field) == "guess"
        ),
    )


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="milliseconds")
