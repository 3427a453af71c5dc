"""The bookmark that a link was written of, which knows more of the words than the link has room for."""

from collections.abc import Iterable

from models.bookmark import Bookmark
from models.link import Link


def kept_of(link: Link, bookmarks: Iterable[Bookmark]) -> Bookmark | None:
    """The bookmark with a link's words: of its article, else of any; None where nothing of the kind was kept."""
    alike = [bookmark for bookmark in bookmarks if bookmark.anchor.exact.startswith(link.anchor.exact)]
    return max(alike, key=lambda bookmark: _nearness(link, bookmark), default=None)


def _nearness(link: Link, bookmark: Bookmark) -> tuple[bool, ...]:
    return (
        bookmark.path == link.path and bookmark.part == link.part,
        bookmark.folder == link.folder,
        bookmark.anchor.start == link.anchor.start,
        len(bookmark.anchor.exact) == link.length,
    )


def words_of(link: Link, kept: Bookmark | None) -> str:
    """What a link leads to, in a line or two: the words, who said them, and where they were kept from."""
    from index.exporting.source import one_line, quoted

    if kept is None:
        cut = "…" if link.length > len(link.anchor.exact) else ""
        return f"“{one_line(link.anchor.exact)}{cut}” in {link.path}"
    citation = kept.citation
    day = (citation.published or "")[:10]
    source = ", ".join(part for part in (citation.title, citation.outlet, day, citation.url) if part)
    return f"{quoted(kept)}, in {one_line(source) or link.path}"
