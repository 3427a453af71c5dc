"""Who the speaker of a kept quote is in the collection: somebody's full name, and which spellings are one person's."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from index.words import fold, terms
from models.annotation import AnnotatedArticle
from models.bookmark import Bookmark
from models.errors import MorgueError
from models.key import ArticleKey
from models.kind import Kind

if TYPE_CHECKING:
    from index.collection import Collection


def full_name(speaker: str, article: AnnotatedArticle, collection: "Collection") -> str:
    """A speaker by the name that the collection has for whoever an article means, if that says more.

    An article that names Davor Kern elsewhere, or whose "Kern" can be one person only, means him; where it may be one
    of several, the words stay as they are written.
    """
    name = _known(speaker, article, collection, Kind.PERSON)
    if name is None:
        return speaker
    written, known = terms(speaker), terms(name)
    says_more = bool(written) and written[-1] in known and not set(known) <= set(written)
    return name if says_more else speaker


def known_speakers(
    bookmarks: Iterable[Bookmark], read: Callable[[ArticleKey], AnnotatedArticle], collection: "Collection"
) -> dict[int, str]:
    """Bookmark to what the collection calls its speaker, of those whose article is there and tells who that is.

    A surname that may be one of several people's is marked so: "Kern (one of several)".

    Args:
        bookmarks: All of one folder.
        read: Gives an article; raises MorgueError where it is gone.
        collection: That folder's.
    """
    found: dict[int, str] = {}
    for bookmark in bookmarks:
        if not bookmark.speaker:
            continue
        try:
            article = read(ArticleKey(bookmark.path, bookmark.part))
        except MorgueError:
            continue
        if name := _known(bookmark.speaker, article, collection):
            found[bookmark.id] = f"{name} (one of several)" if _is_shared(name, collection) else name
    return found


def _known(
    speaker: str, article: AnnotatedArticle, collection: "Collection", kind: Kind | None = None
) -> str | None:
    """The name of the one entity that an article has this speaker for; None where it has several, or none."""
    wanted = fold(speaker)
    ids = {q.entity for q in article.annotations.quotations if q.entity and fold(q.speaker or "") == wanted}
    entity = collection.entity(ids.pop()) if len(ids) == 1 else None
    return entity.name if entity is not None and kind in (None, entity.kind) else None


def _is_shared(name: str, collection: "Collection") -> bool:
    """Whether a name is only the surname of people who are known in full."""
    surname = terms(name)
    if len(surname) != 1:
        return False
    full = (terms(entity.name) for entity in collection.names_like(name) if entity.kind is Kind.PERSON)
    return sum(1 for words in full if len(words) > 1 and words[-1:] == surname) > 1
