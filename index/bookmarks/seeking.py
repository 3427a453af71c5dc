"""Looking for the words of a lost quote in a whole collection."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from index.bookmarks import anchoring
from models.article import Article
from models.bookmark import Anchor, Match, Place
from models.errors import MorgueError
from models.key import ArticleKey

if TYPE_CHECKING:
    from index.collection import Collection

_ASKED = 24
"""Words of a quote that are asked for; more would only find the same passages again."""

_READ = 8
"""Articles of the best answers that are looked through."""


def seek(kept: Anchor, collection: "Collection") -> Match | None:
    """The words most like a quote's in all articles of a collection; None where none are worth a look."""
    from index.words import words

    asked = [kept.exact[word.start : word.end] for word in words(kept.exact)][:_ASKED]
    if not asked:
        return None
    hits = collection.search(" ".join(asked).lower(), limit=_READ * 4).hits
    keys = dict.fromkeys(ArticleKey(hit.path, hit.part) for hit in hits)
    return _best(kept, collection, list(keys)[:_READ])


def seek_in(kept: Anchor, article: Article) -> Match | None:
    """The words most like a quote's in one article; None where none are worth a look."""
    found = anchoring.nearest(kept, article.text)
    return _match(article, found) if found else None


def _best(kept: Anchor, collection: "Collection", keys: Iterable[ArticleKey]) -> Match | None:
    best: Match | None = None
    for key in keys:
        try:
            found = seek_in(kept, collection.article(key).article)
        except MorgueError:
            # Its file went while we were looking.
            continue
        if found is not None and (best is None or found.likeness > best.likeness):
            best = found
            if best.likeness == 1:
                break
    return best


def _match(article: Article, place: Place) -> Match:
    passage = article.passage_at(place.start)
    return Match(
        path=article.path,
        part=article.part,
        passage=passage.number if passage else 0,
        start=place.start,
        end=place.end,
        text=article.text[place.start : place.end],
        likeness=place.likeness,
    )
