"""Annotations to the articles of a folder: by address, by file, and by the words themselves."""

import re
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import SplitResult, unquote, urlsplit

from index.bookmarks import anchoring, folder_name
from index.bookmarks.quotes import citation, tidy_tags
from index.bookmarks.seeking import candidates
from index.importing.annotations import Annotation
from models.article import Article
from models.bookmark import Anchor, Bookmark, Citation, Place
from models.errors import MorgueError
from models.key import ArticleKey

if TYPE_CHECKING:
    from index.collection import Collection


_SAME_WORDS = 1.0
"""Likeness of the same words in the same order. A page breaks lines and sets quotation marks otherwise than what is
read of it, so an annotation of the page seldom has the very characters."""

_TRACKING = re.compile(r"utm_\w+|[a-z]*clid|mc_[ce]id", re.IGNORECASE)
"""Parameters that say from where a reader came, not to which page."""


class Imported(NamedTuple):
    """An annotation as a bookmark."""

    number: int
    """Its place in the file, from 1."""
    bookmark: Bookmark
    lost: str | None
    """Why its words are not where it says, as the end of a sentence; None where they are."""


class _Where(NamedTuple):
    folder: str
    key: ArticleKey
    anchor: Anchor
    citation: Citation


def place_annotations(
    annotations: Sequence[Annotation], folder: Path | None, collection: "Collection | None"
) -> Iterator[Imported]:
    """Make bookmarks of annotations. Our own go where they were kept, others where their words stand.

    Args:
        annotations: What was read of a file.
        folder: Where all of them are to go; None leaves our own in their folders, and loses the others.
        collection: Of that folder; None where it has no index.
    """
    now = datetime.now(UTC).isoformat(timespec="milliseconds")
    where = folder_name(folder) if folder else None
    for one in annotations:
        if one.kept is not None and where in (None, one.kept.folder):
            yield Imported(one.number, _own(one, now), None)
        else:
            yield _placed(one, where or "", collection, now)


def _own(one: Annotation, now: str) -> Bookmark:
    kept = one.kept
    assert kept is not None
    return _bookmark(
        one, _Where(kept.folder, ArticleKey(kept.path, kept.part), one.anchor, kept.citation), now
    )


def _placed(one: Annotation, folder: str, collection: "Collection | None", now: str) -> Imported:
    near: tuple[Article, Place | None] | None = None
    for article in _articles(one, collection) if collection else ():
        place = anchoring.place(one.anchor, article.text)
        if place is not None and place.likeness == _SAME_WORDS:
            anchor = anchoring.anchor(article, place.start, place.end)
            return Imported(
                one.number, _bookmark(one, _Where(folder, article.key, anchor, citation(article)), now), None
            )
        if near is None and (place is not None or _is_source(article, one)):
            near = article, place
    if near is not None:
        article, place = near
        start = place.start if place else max(0, one.anchor.start)
        anchor = one.anchor.model_copy(update={"start": start, "end": start + len(one.anchor.exact)})
        kept = _bookmark(one, _Where(folder, article.key, anchor, citation(article)), now)
        return Imported(one.number, kept, f"its words stand otherwise in {article.path}")
    key = ArticleKey(one.kept.path, one.kept.part) if one.kept else ArticleKey(one.source or "unknown source")
    cited = one.kept.citation if one.kept else Citation(title=one.title, url=_web(one.source))
    anchor = one.anchor.model_copy(update={"start": max(0, one.anchor.start), "end": len(one.anchor.exact)})
    return Imported(
        one.number, _bookmark(one, _Where(folder, key, anchor, cited), now), "its words are in no article"
    )


def _articles(one: Annotation, collection: "Collection") -> Iterator[Article]:
    """Where an annotation may belong, the likeliest first."""
    named = [_article(collection, key) for key in _named(one, collection.folder)]
    found = list(candidates(one.anchor, collection))
    found.sort(key=lambda article: not _is_source(article, one))
    yield from (article for article in named if article is not None)
    yield from found


def _named(one: Annotation, folder: Path) -> Iterator[ArticleKey]:
    """The files that an annotation names, if it names any."""
    if one.kept is not None:
        yield ArticleKey(one.kept.path, one.kept.part)
    parts = _split(one.source)
    if parts.scheme == "file":
        path = Path(unquote(parts.path))
        if path.is_relative_to(folder.resolve()):
            yield ArticleKey(path.relative_to(folder.resolve()).as_posix())
        yield ArticleKey(path.name)
    elif not parts.scheme and one.source:
        yield ArticleKey(PurePosixPath(one.source).as_posix())


def _article(collection: "Collection", key: ArticleKey) -> Article | None:
    try:
        return collection.article(key).article
    except MorgueError:
        return None


def _is_source(article: Article, one: Annotation) -> bool:
    return bool(article.url and one.source) and _address(article.url or "") == _address(one.source)


def _address(url: str) -> str:
    """An address without what differs between two that lead to the same page."""
    parts = _split(url)
    host = (parts.hostname or "").removeprefix("www.")
    query = "&".join(one for one in parts.query.split("&") if not _TRACKING.fullmatch(one.partition("=")[0]))
    return f"{host}{parts.path.rstrip('/')}?{query}" if host else ""


def _split(url: str) -> SplitResult:
    try:
        return urlsplit(url)
    except ValueError:
        # Brackets that are no address of a machine.
        return SplitResult("", "", "", "", "")


def _web(source: str) -> str | None:
    return source if source.startswith(("http://", "https://")) else None


def _bookmark(one: Annotation, where: _Where, now: str) -> Bookmark:
    created = one.created or now
    return Bookmark(
        id=0,
        folder=where.folder,
        path=where.key.path,
        part=where.key.part,
        anchor=where.anchor,
        kind=one.kept.kind if one.kept else None,
        speaker=one.speaker,
        cue=one.kept.cue if one.kept else None,
        note=one.note,
        tags=tidy_tags(one.tags),
        citation=where.citation,
        created=created,
        changed=one.changed or created,
    )
