"""Who the speaker of a kept quote is in the collection: somebody's full name, and which spellings are one person's."""

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, NamedTuple

from index.attribution import one_of_several
from index.words import fold, terms
from models.annotation import AnnotatedArticle
from models.bookmark import Bookmark
from models.errors import MorgueError
from models.key import ArticleKey
from models.kind import Kind

if TYPE_CHECKING:
    from index.collection import Collection


class Known(NamedTuple):
    """What the collection calls a speaker."""

    name: str
    several: bool
    """Whether the name is only the surname of several people."""

    @property
    def shown(self) -> str:
        """The name, marked where it may be one of several people's."""
        return one_of_several(self.name) if self.several else self.name


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
) -> dict[int, Known]:
    """Bookmark to what the collection calls its speaker, of those whose article is there and tells who that is.

    Where it does not, a surname that several people have is still told as that.

    Args:
        bookmarks: All of one folder.
        read: Gives an article; raises MorgueError where it is gone.
        collection: That folder's.
    """
    found: dict[int, Known] = {}
    for bookmark in bookmarks:
        if not bookmark.speaker:
            continue
        try:
            name = _known(bookmark.speaker, read(ArticleKey(bookmark.path, bookmark.part)), collection)
        except MorgueError:
            name = None
        several = _is_shared(name or bookmark.speaker, collection)
        if name or several:
            found[bookmark.id] = Known(name or bookmark.speaker, several)
    return found


def with_known(bookmark: Bookmark, speakers: Mapping[int, Known]) -> Bookmark:
    """A bookmark with whether its speaker is one of several people, as `known_speakers` has found."""
    several = bookmark.id in speakers and speakers[bookmark.id].several
    if several == bookmark.one_of_several:
        return bookmark
    return bookmark.model_copy(update={"one_of_several": several})


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
