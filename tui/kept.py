"""What the screens ask about kept quotes, and do with them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from models.errors import MorgueError
from models.key import ArticleKey
from tui.names import NamesArchive
from tui.work import Urgency

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from index.attribution import Attribution
    from index.bookmarks import Bookmarks
    from index.bookmarks.speakers import Known
    from index.collection import Collection
    from index.exporting import Format
    from models.annotation import AnnotatedArticle
    from models.article import Article
    from models.bookmark import Bookmark, Entry, Heading, Orphan, Place
    from models.link import Link
    from models.ruling import Ruling

_AT_ONCE = 25
"""Bookmarks whose words are looked for between two other calls."""


class KeptArchive(NamesArchive):
    """Kept quotes, their order, and what became of their words. Every method raises what the call behind it raises."""

    async def article(self, key: ArticleKey) -> AnnotatedArticle:
        """An article with its annotations and the lines that the reader wants in it."""
        raise NotImplementedError

    # Keeping

    async def keep(self, article: AnnotatedArticle, start: int, end: int, said: Attribution) -> Bookmark:
        """Bookmark a stretch of an article's text; its speaker by their full name, where that is known."""
        speaker = said.speaker
        if speaker:
            speaker = await self._with_collection(partial(_full_name, speaker, article), Urgency.READ)
        return await self._with_bookmarks(
            lambda b: b.add(self.folder, article, start, end, kind=said.kind, speaker=speaker, cue=said.cue)
        )

    async def kept(self) -> list[Bookmark]:
        """The bookmarks in this folder."""
        return await self._with_bookmarks(lambda b: b.list(self.folder))

    async def kept_of(self, link: Link) -> Bookmark | None:
        """The bookmark that a link was written of, in whichever folder; None where there is none any more."""

        def found(bookmarks: Bookmarks) -> Bookmark | None:
            from index.linking import kept_of

            return kept_of(link, bookmarks.list())

        return await self._with_bookmarks(found)

    async def kept_in(self, annotated: AnnotatedArticle) -> frozenset[int]:
        """The passages of an article in which words stand as they were kept."""
        article = annotated.article
        kept = [b for b in await self.kept() if (b.path, b.part) == article.key]
        places = [await self._with_bookmarks(partial(_place, bookmark, annotated)) for bookmark in kept]
        passages = (
            article.passage_at(place.start) for place in places if place and place.exactness != "changed"
        )
        return frozenset(passage.number for passage in passages if passage is not None)

    async def annotate(
        self, bookmark: int, *, note: str | None = None, tags: tuple[str, ...] | None = None
    ) -> Bookmark:
        """Change a bookmark's note or tags."""
        return await self._with_bookmarks(lambda b: b.annotate(bookmark, note=note, tags=tags))

    async def retag(self, tags: dict[int, tuple[str, ...]]) -> None:
        """Change the tags of several bookmarks, as one thing that `undo` takes back."""
        await self._with_bookmarks(lambda b: b.retag(tags))

    async def forget(self, *bookmarks: int) -> None:
        """Delete bookmarks; `undo` brings them back."""
        await self._with_bookmarks(lambda b: b.delete(*bookmarks))

    async def tags(self) -> dict[str, int]:
        """The tags in use, each with how often, the most used first."""
        return await self._with_bookmarks(lambda b: b.tags())

    # The outline

    async def outline(self, *, everywhere: bool = False) -> tuple[Entry, ...]:
        """The quotes and headings of this folder, or of all, in the reader's order."""
        return await self._with_bookmarks(lambda b: b.outline(None if everywhere else self.folder))

    async def arrange(self, entries: Sequence[Entry]) -> None:
        """Put quotes and headings into an order."""
        await self._with_bookmarks(lambda b: b.arrange(entries))

    async def add_heading(self, text: str, before: Entry | None, over: Sequence[Bookmark] = ()) -> Heading:
        """Put a heading in front of a quote or heading, over some quotes that are gathered for it, or at the end."""
        return await self._with_bookmarks(lambda b: b.add_heading(self.folder, text, before, over=over))

    async def rename_heading(self, heading: int, text: str) -> None:
        """Give a heading another text."""
        await self._with_bookmarks(lambda b: b.rename_heading(heading, text))

    async def delete_heading(self, heading: int) -> None:
        """Take a heading out."""
        await self._with_bookmarks(lambda b: b.delete_heading(heading))

    # Finding again

    async def folder_name(self) -> str:
        """This folder as bookmarks name it."""

        def name() -> str:
            from index.bookmarks import folder_name

            return folder_name(self.folder)

        return await self._work.ask(name)

    async def find_again(self, bookmark: Bookmark) -> tuple[AnnotatedArticle, int, int] | None:
        """A bookmark's article and place as they are now; None where its words are no longer there.

        Raises:
            MorgueError: The article is no longer in the collection.
        """
        annotated = await self.article(ArticleKey(bookmark.path, bookmark.part))
        place = await self._with_bookmarks(lambda b: b.place(bookmark, annotated))
        return None if place is None else (annotated, place.start, place.end)

    async def place_in(self, bookmark: Bookmark, annotated: AnnotatedArticle) -> tuple[int, int] | None:
        """Where a bookmark's words stand in an article; None where they do not."""
        place = await self._with_bookmarks(partial(_place, bookmark, annotated))
        return None if place is None else (place.start, place.end)

    async def orphans(self, bookmarks: Sequence[Bookmark]) -> list[Orphan]:
        """Those of this folder's bookmarks whose words are gone or changed; gives way to everything more urgent."""
        left, rulings = await self._with_bookmarks(lambda b: (b.left(), b.rulings(self.folder)))
        found: list[Orphan] = []
        for begin in range(0, len(bookmarks), _AT_ONCE):
            some = bookmarks[begin : begin + _AT_ONCE]
            found += await self._with_collection(partial(_orphans, some, left, rulings), Urgency.RELATED)
        return found

    async def speakers(self, bookmarks: Sequence[Bookmark]) -> dict[int, Known]:
        """This folder's bookmarks, each with what the collection calls its speaker, where it knows them."""
        found: dict[int, Known] = {}
        for begin in range(0, len(bookmarks), _AT_ONCE):
            some = bookmarks[begin : begin + _AT_ONCE]
            found |= await self._with_collection(partial(_speakers, some), Urgency.RELATED)
        return found

    async def accept(self, orphan: Orphan) -> Bookmark:
        """Have a bookmark keep the words that were found instead of those that are gone.

        Raises:
            MorgueError: They are gone too, meanwhile.
        """
        match = orphan.match
        assert match is not None
        annotated = await self.article(ArticleKey(match.path, match.part))
        if annotated.article.text[match.start : match.end] != match.text:
            raise MorgueError("This text has changed again; look at the bookmark anew.")
        return await self._with_bookmarks(
            lambda b: b.reanchor(orphan.bookmark, annotated, match.start, match.end)
        )

    async def leave(self, orphan: Orphan) -> None:
        """Leave a bookmark as it is, although its words are gone."""

        def left(bookmarks: Bookmarks) -> None:
            from index.bookmarks.orphans import sight

            bookmarks.leave(orphan.bookmark, sight(orphan))

        await self._with_bookmarks(left)

    # In and out

    async def export(self, entries: Sequence[Entry], target: Path, fmt: Format) -> None:
        """Write quotes and headings to a file.

        Raises:
            MorgueError: The file cannot be written.
        """
        await self._work.ask(partial(_write, tuple(entries), target, fmt))

    async def exists(self, path: Path) -> bool:
        """Whether there is a file or folder of that name already."""
        return await self._work.ask(path.exists)

    async def import_annotations(self, file: Path) -> tuple[int, int, list[str]]:
        """Add the annotations of a file as bookmarks.

        Returns:
            How many were added, how many were here already, and what is to be said of single ones.

        Raises:
            MorgueError: It cannot be read, or holds no annotations.
        """
        placed, told = await self._with_collection(partial(_imported, file, self.folder))
        added = await self._with_bookmarks(lambda b: b.add_all(placed))
        return added, len(placed) - added, told


def _place(bookmark: Bookmark, annotated: AnnotatedArticle, bookmarks: Bookmarks) -> Place | None:
    return bookmarks.place(bookmark, annotated)


def _full_name(speaker: str, article: AnnotatedArticle, collection: Collection) -> str:
    from index.bookmarks.speakers import full_name

    return full_name(speaker, article, collection)


def _speakers(bookmarks: Sequence[Bookmark], collection: Collection) -> dict[int, Known]:
    from index.bookmarks.speakers import known_speakers

    return known_speakers(bookmarks, collection.article, collection)


def _orphans(
    bookmarks: Sequence[Bookmark], left: dict[int, str], rulings: tuple[Ruling, ...], collection: Collection
) -> list[Orphan]:
    from index.bookmarks.orphans import orphans

    def read(key: ArticleKey) -> Article:
        return collection.article_as_ruled(key, rulings).article

    return list(orphans(bookmarks, collection, read, left))


def _write(entries: tuple[Entry, ...], target: Path, fmt: Format) -> None:
    from index.exporting import export

    try:
        target.write_text(export(entries, fmt), encoding="utf-8", newline="\n")
    except OSError as error:
        raise MorgueError(
            f"{target} cannot be written: {error.strerror}.", "Choose another name or folder."
        ) from error


def _imported(file: Path, folder: Path, collection: Collection) -> tuple[list[Bookmark], list[str]]:
    from index.importing import place_annotations, read_annotations

    annotations, problems = read_annotations(file)
    placed = list(place_annotations(annotations, folder, collection))
    told = [f"Annotation {problem.number} {problem.why}; it was left out." for problem in problems]
    told += [f"Annotation {one.number}: {one.lost}." for one in placed if one.lost]
    return [one.bookmark for one in placed], told
