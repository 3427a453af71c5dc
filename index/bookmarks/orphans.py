"""Bookmarks whose words do not stand any more where they were kept, and what may have become of them."""

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from index.bookmarks import anchoring
from index.bookmarks.seeking import seek, seek_in
from models.article import Article
from models.bookmark import Bookmark, Match, Missed, Orphan
from models.errors import MorgueError
from models.key import ArticleKey

if TYPE_CHECKING:
    from index.collection import Collection


def orphans(
    bookmarks: Sequence[Bookmark],
    collection: "Collection",
    read: Callable[[ArticleKey], Article],
    left: Mapping[int, str],
) -> Iterator[Orphan]:
    """Those of a folder's bookmarks whose words are gone or changed, in their order.

    Args:
        bookmarks: All of one folder.
        collection: That folder's.
        read: Gives an article as the reader sees it; raises MorgueError where it is gone.
        left: Bookmark to the sight that the reader left it at.
    """
    for bookmark, article in _read(bookmarks, read):
        found = _orphan(bookmark, article, collection)
        if found is not None:
            yield found.model_copy(update={"left": left.get(bookmark.id) == sight(found)})


def looked_at(bookmarks: Sequence[Bookmark], read: Callable[[ArticleKey], Article]) -> dict[int, Bookmark]:
    """A folder's bookmarks by their ids, each with what became of its words; nothing is looked for in other articles.

    Args:
        bookmarks: All of one folder.
        read: As for `orphans`.
    """
    return {
        bookmark.id: bookmark.model_copy(update={"missed": _missed(bookmark, article)})
        for bookmark, article in _read(bookmarks, read)
    }


def _read(
    bookmarks: Sequence[Bookmark], read: Callable[[ArticleKey], Article]
) -> Iterator[tuple[Bookmark, Article | None]]:
    """Each bookmark with its article, None where that is gone."""
    articles: dict[ArticleKey, Article | None] = {}
    for bookmark in bookmarks:
        key = ArticleKey(bookmark.path, bookmark.part)
        if key not in articles:
            try:
                articles[key] = read(key)
            except MorgueError:
                articles[key] = None
        yield bookmark, articles[key]


def _missed(bookmark: Bookmark, article: Article | None) -> Missed | None:
    if article is None:
        return "gone"
    place = anchoring.place(bookmark.anchor, article.text)
    return "changed" if place is None or place.exactness == "changed" else None


def sight(orphan: Orphan) -> str:
    """What the reader is shown of an orphan, in a short text that is the same only for the same."""
    match = orphan.match
    shown = [orphan.why, *([match.path, str(match.part), match.text] if match else [])]
    return hashlib.sha256("\0".join(shown).encode("utf-8", "replace")).hexdigest()[:16]


def _orphan(bookmark: Bookmark, article: Article | None, collection: "Collection") -> Orphan | None:
    kept = bookmark.anchor
    if article is not None:
        place = anchoring.place(kept, article.text)
        if place is not None and place.exactness != "changed":
            return None
        here = seek_in(kept, article)
        if place is not None:
            return _found(bookmark, "changed", here)
        return _found(bookmark, "changed", _likelier(here, seek(kept, collection)))
    return _found(bookmark, "gone", seek(kept, collection))


def _found(bookmark: Bookmark, why: Missed, match: Match | None) -> Orphan:
    return Orphan(bookmark=bookmark.id, why=why, match=match)


def _likelier(one: Match | None, other: Match | None) -> Match | None:
    """The more similar of two, the first where they are equally so."""
    return max((match for match in (one, other) if match), key=lambda match: match.likeness, default=None)
