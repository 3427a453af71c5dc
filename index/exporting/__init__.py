"""Bookmarks in the formats that other programs read."""

from collections.abc import Callable, Sequence
from typing import Literal, get_args

from index.exporting import bibtex, csl, markdown, ris, table, w3c
from models.bookmark import Bookmark

Format = Literal["md", "csl", "bibtex", "ris", "w3c", "csv"]

FORMATS: tuple[Format, ...] = get_args(Format)

_WRITERS: dict[Format, Callable[[Sequence[Bookmark]], str]] = {
    "md": markdown.write,
    "csl": csl.write,
    "bibtex": bibtex.write,
    "ris": ris.write,
    "w3c": w3c.write,
    "csv": table.write,
}


def export(bookmarks: Sequence[Bookmark], fmt: Format) -> str:
    r"""Bookmarks as the text of one file, with "\n" at each line's end, the last one's too.

    Articles come in the order in which the bookmarks name them first; an article's quotes in the order in
    which they stand in it. What an article does not state is left out: an undated one stays undated.

    Args:
        bookmarks: In any order.
        fmt: `md` Markdown; `csl` CSL-JSON; `bibtex`; `ris`; `w3c` Web Annotations as JSON-LD; `csv`.
    """
    return _WRITERS[fmt](bookmarks)
