"""Where a link leads now: its article may have been moved, its text changed."""

from typing import TYPE_CHECKING, NamedTuple

from models.article import Article
from models.bookmark import Match
from models.errors import MorgueError
from models.key import ArticleKey
from models.link import Link

if TYPE_CHECKING:
    from index.collection import Collection


class Followed(NamedTuple):
    """Where a link leads."""

    key: ArticleKey
    passage: int
    span: tuple[int, int] | None
    """The words, as code points of the article's text; None where only the article is still there."""
    notice: str | None
    """A sentence for the reader where it is not what the link was made of; None where it is."""


def follow(link: Link, collection: "Collection") -> Followed:
    """Find what a link leads to: in its article, wherever that is now; else the same words elsewhere.

    Raises:
        MorgueError: Neither the article nor its words are in the collection.
    """
    from index.bookmarks import place
    from index.bookmarks.seeking import seek

    key = collection.place_of(ArticleKey(link.path, link.part))
    article = _article(collection, key)
    if article is not None and (found := place(link.anchor, article.text)):
        changed = found.exactness == "changed"
        # The link carries the beginning of a long quote.
        end = found.end if changed else min(len(article.text), found.start + link.length)
        passage = article.passage_at(found.start)
        notice = "The text has changed; this is what these words are now" if changed else None
        return Followed(key, passage.number if passage else 0, (found.start, end), notice)
    elsewhere = seek(link.anchor, collection)
    if elsewhere is not None and elsewhere.likeness >= _SURE:
        return _there(elsewhere)
    if article is not None:
        near = next((p for p in article.passages if p.end > link.anchor.start), None)
        number = near.number if near else 0
        return Followed(
            key, number, None, "These words are no longer in the article; this is where they stood"
        )
    raise MorgueError(
        f"Neither {link.path} nor the words of this link are in the collection any more.",
        "They may be in another folder, or the file may have been deleted.",
    )


_SURE = 0.9
"""Likeness from which on words in another article are taken for the link's; below, a reader has to look."""


def _there(match: Match) -> Followed:
    return Followed(
        ArticleKey(match.path, match.part),
        match.passage,
        (match.start, match.end),
        f"These words are now in {match.path}",
    )


def _article(collection: "Collection", key: ArticleKey) -> Article | None:
    try:
        return collection.article(key).article
    except MorgueError:
        return None
