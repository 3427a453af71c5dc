r"""BibTeX: articles for LaTeX, their quotes in `annote`, and in `morgue` a link to each as it is typed."""

import re
from collections.abc import Sequence
from urllib.parse import quote

from index.exporting.source import (
    Source,
    date_parts,
    guesses,
    keys,
    one_line,
    quoted,
    sources,
    stated_authors,
)
from index.linking import link_to
from models.bookmark import Bookmark

# BibTeX counts braces even behind a backslash, so an unpaired one has to go by its name.
_LATEX = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{character: f"\\{character}" for character in "$&#_%"},
}
_SPECIAL = re.compile("[" + re.escape("".join(_LATEX)) + "]")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def write(bookmarks: Sequence[Bookmark]) -> str:
    """One entry an article, in UTF-8."""
    found = sources(bookmarks)
    return "\n".join(_entry(source, key) for source, key in zip(found, keys(found), strict=True))


def _entry(source: Source, key: str) -> str:
    citation = source.citation
    year, month, day = (*date_parts(citation.published), None, None, None)[:3]
    fields = {
        # The second pair of braces keeps the title's capitals.
        "title": f"{{{{{_escape(source.title)}}}}}",
        "author": _braced(" and ".join(_author(author) for author in stated_authors(citation))),
        "journal": _braced(_escape(citation.outlet or "")),
        "year": _braced(str(year)) if year else "",
        "month": _MONTHS[month - 1] if month and month <= 12 else "",
        "day": _braced(str(day)) if day else "",
        "url": _braced(quote(citation.url, safe="%:/?#[]@!$&'()*+,;=~-._") if citation.url else ""),
        "keywords": _braced(_escape(", ".join(source.tags))),
        "annote": _braced(_escape(" ".join(quoted(bookmark) for bookmark in source.bookmarks))),
        "note": _braced(_escape(guesses(citation))),
        # Not escaped: BibTeX does not know the field and leaves it alone, and a link has nothing that ends one.
        "morgue": _braced(" ".join(link_to(bookmark) for bookmark in source.bookmarks)),
    }
    body = "".join(f"  {name} = {value},\n" for name, value in fields.items() if value)
    return f"@{'article' if citation.outlet else 'misc'}{{{key},\n{body}}}\n"


def _author(name: str) -> str:
    """A name that BibTeX would take apart ("and", a comma) goes in braces, whole."""
    escaped = _escape(name)
    return _braced(escaped) if re.search(r",|\band\b", name, re.IGNORECASE) else escaped


def _escape(text: str) -> str:
    return _SPECIAL.sub(lambda match: _LATEX[match.group()], one_line(text))


def _braced(value: str) -> str:
    return f"{{{value}}}" if value else ""
