"""Bookmarks in the formats that other programs read."""

from collections.abc import Callable, Sequence
from typing import Literal, get_args

from index.exporting import bibtex, csl, markdown, ris, table, w3c
from models.bookmark import Bookmark, Entry, Heading

Format = Literal["md", "csl", "bibtex", "ris", "w3c", "csv"]

FORMATS: tuple[Format, ...] = get_args(Format)

ENDINGS: dict[str, Format] = {
    ".md": "md",
    ".markdown": "md",
    ".txt": "md",
    ".json": "csl",
    ".csl": "csl",
    ".bib": "bibtex",
    ".ris": "ris",
    ".jsonld": "w3c",
    ".csv": "csv",
}
"""What the end of a file's name, in small letters, says of its format."""

_OUTLINES: dict[Format, Callable[[Sequence[Entry]], str]] = {
    "md": markdown.write,
    "w3c": w3c.write,
    "csv": table.write,
}
_ARTICLES: dict[Format, Callable[[Sequence[Bookmark]], str]] = {
    "csl": csl.write,
    "bibtex": bibtex.write,
    "ris": ris.write,
}


def export(entries: Sequence[Entry], fmt: Format) -> str:
    r"""Bookmarks as the text of one file, with "\n" at each line's end, the last one's too.

    What an article does not state is left out: an undated one stays undated. With each quote goes a link back to
    its passage, which `morgue open` follows.

    Args:
        entries: Quotes, with headings between them, in the order in which they are to be written. Formats of
            articles (CSL-JSON, BibTeX, RIS) have an item for each article, in the order in which they are first
            quoted, and no headings.
        fmt: `md` Markdown; `csl` CSL-JSON; `bibtex`; `ris`; `w3c` Web Annotations as JSON-LD; `csv`.
    """
    if fmt in _OUTLINES:
        return _OUTLINES[fmt](entries)
    return _ARTICLES[fmt]([entry for entry in entries if not isinstance(entry, Heading)])
