"""Looking for the words of a lost quote in a whole collection."""

from collections.abc import Iterator
from contextlib import suppress
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
    best: Match | None = None
    for article in candidates(kept, collection):
        found = seek_in(kept, article)
        if found is not None and (best is None or found.likeness > best.likeness):
            best = found
            if best.likeness == 1:
                break
    return best


def seek_in(kept: Anchor, article: Article) -> Match | None:
    """The words most like a quote's in one article; None where none are worth a look."""
    found = anchoring.nearest(kept, article.text)
    return _match(kept, article, found) if found else None


def candidates(kept: Anchor, collection: "Collection") -> Iterator[Article]:
    """The articles of a collection that answer best when asked for a quote's words, the best first."""
    from index.words import words

    asked = [kept.exact[word.start : word.end] for word in words(kept.exact)][:_ASKED]
    if not asked:
        return
    hits = collection.search(" ".join(asked).lower(), limit=_READ * 4).hits
    keys = dict.fromkeys(ArticleKey(hit.path, hit.part) for hit in hits)
    for key in list(keys)[:_READ]:
        # Its file may go while we are looking.
        with suppress(MorgueError):
            yield collection.article(key).article


def _match(kept: Anchor, article: Article, place: Place) -> Match:
    from index.comparing.wording import pieces, stayed, tokens

    passage = article.passage_at(place.start)
    text = article.text[place.start : place.end]
    first, second = tokens(kept.exact, 0, 0), tokens(text, 0, 0)
    return Match(
        path=article.path,
        part=article.part,
        passage=passage.number if passage else 0,
        start=place.start,
        end=place.end,
        text=text,
        likeness=place.likeness,
        pieces=pieces(first, second, stayed(first, second), (kept.exact, text)),
    )
