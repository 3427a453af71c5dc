"""Near-identical articles, such as a wire story in several outlets.

An article's sketch is stored when it is read, and groups are found from sketches whenever articles have come or gone,
so that nobody who asks for the copies of an article has to wait for a comparison.
"""

from collections.abc import Sequence

from index.copies.sketches import COPIED, jaccard, likeness_of_texts, shingles
from index.dating import day_of, is_earlier
from index.library import Library
from models.related import CopyGroup
from models.version import Version

__all__ = ["COPIED", "copies", "likeness_of_texts", "shingles", "versions"]


_MOST_READ = 50
"""Versions that are read to tell how alike they are; of so many nobody asks for each."""


def copies(library: Library) -> tuple[CopyGroup, ...]:
    """The groups of near-identical articles of a library, in order of their first paths.

    An article that was saved in several files is a group of its own.
    """
    found: list[CopyGroup] = []
    seen: set[int] = set()
    for revision in library.revisions():
        if revision in seen:
            continue
        group = library.group(revision) or (revision,)
        seen.update(group)
        if len(group) > 1 or len(library.paths(revision)) > 1:
            found.append(_group(_marked(library, group)))
    return tuple(sorted(found, key=lambda group: group.articles))


def _group(found: Sequence[Version]) -> CopyGroup:
    known = [(day, version.path) for version in found if (day := day_of(version.published)) is not None]
    # One undated article may still be the first of two; of more, all but one dated say enough.
    earliest = min(known)[1] if len(known) > 1 and len(known) >= len(found) - 1 else None
    return CopyGroup(
        articles=tuple(sorted(path for version in found for path in version.paths)),
        earliest=earliest,
        versions=tuple(found),
    )


def versions(library: Library, revision: int, *, likeness: bool = False) -> tuple[Version, ...]:
    """An article and its copies, itself among them: the earliest first, the undated last.

    The first is marked as the earliest where another is dated and later. Of two that were published on one day, and do
    not both say when, neither is.

    Args:
        library: Where to look.
        revision: The article.
        likeness: Whether to say how like the first each of the others is, for which all of them are read; of more
            than 50 it is not said.
    """
    group = library.group(revision) or (revision,)
    found = _marked(library, group)
    if not likeness or len(found) != len(group) or len(group) > _MOST_READ:
        return tuple(found)
    texts = [shingles(a.article.text) for a in map(library.load, group) if a is not None]
    return tuple(
        version.model_copy(update={"likeness": round(jaccard(texts[0], text), 3)})
        for version, text in zip(found, texts, strict=True)
    )


def _marked(library: Library, group: Sequence[int]) -> list[Version]:
    found = [version for version in map(library.version, group) if version is not None]
    if len(found) > 1 and is_earlier(found[0].published, found[1].published):
        found[0] = found[0].model_copy(update={"earliest": True})
    return found
