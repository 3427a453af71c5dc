"""RIS (https://en.wikipedia.org/wiki/RIS_(file_format)): articles for EndNote, Mendeley and library systems."""

from collections.abc import Iterator, Sequence

from index.exporting.source import Source, date_parts, guesses, linked, one_line, sources, stated_authors
from models.bookmark import Bookmark


def write(bookmarks: Sequence[Bookmark]) -> str:
    """One record an article; each quote with its link is a note (N1)."""
    return "\n".join(_record(source) for source in sources(bookmarks))


def _record(source: Source) -> str:
    # One line a field: a value with a line end could forge the next field.
    lines = [f"{tag}  - {one_line(value)}" for tag, value in _fields(source) if one_line(value)]
    return "\n".join(["TY  - NEWS", *lines, "ER  - "]) + "\n"


def _fields(source: Source) -> Iterator[tuple[str, str]]:
    citation = source.citation
    yield "TI", source.title
    yield "T2", citation.outlet or ""
    for author in stated_authors(citation):
        yield "AU", author
    parts = date_parts(citation.published)
    if parts:
        yield "PY", str(parts[0])
        year, month, day = (*(f"{part:02}" for part in parts), "", "")[:3]
        yield "DA", f"{year}/{month}/{day}/"
    yield "UR", citation.url or ""
    for tag in source.tags:
        yield "KW", tag
    for bookmark in source.bookmarks:
        yield "N1", linked(bookmark)
    yield "N1", guesses(citation)
