"""CSV: one row a quote, with the heading under which it stands, for spreadsheets."""

import csv
import io
from collections.abc import Sequence

from index.attribution import attribution_kept
from index.exporting.source import clean, missed, sections
from index.linking import link_to
from models.annotation import Speech
from models.bookmark import Bookmark, Entry

COLUMNS = (
    "quote",
    "speaker",
    "note",
    "tags",
    "title",
    "outlet",
    "authors",
    "published",
    "url",
    "path",
    "part",
    "start",
    "end",
    "created",
    "link",
    "heading",
    "kind",
    "cue",
    "guessed",
    "missed",
)

_KINDS: dict[Speech | None, str] = {
    "direct": "quotation",
    "indirect": "reported speech",
    "passage": "passage",
    None: "",
}

# A spreadsheet runs a cell that begins so, full-width forms too
# (https://owasp.org/www-community/attacks/CSV_Injection).
_FORMULA = tuple("=+-@＝＋－＠\t")


def write(entries: Sequence[Entry]) -> str:
    """Bookmarks as CSV (RFC 4180) in UTF-8; a cell that would be a formula gets an apostrophe in front."""
    file = io.StringIO()
    rows = csv.writer(file, lineterminator="\n")
    rows.writerow(COLUMNS)
    for section in sections(entries):
        for bookmark in section.bookmarks:
            kinds = (_KINDS[bookmark.kind], bookmark.cue or "", "; ".join(bookmark.citation.guessed))
            values = (*_values(bookmark), link_to(bookmark), section.heading or "", *kinds, missed(bookmark))
            rows.writerow(_harmless(value) for value in values)
    return file.getvalue()


def _values(bookmark: Bookmark) -> tuple[str, ...]:
    citation, anchor = bookmark.citation, bookmark.anchor
    return (
        anchor.exact,
        attribution_kept(bookmark).told,
        bookmark.note,
        "; ".join(bookmark.tags),
        citation.title or "",
        citation.outlet or "",
        "; ".join(citation.authors),
        citation.published or "",
        citation.url or "",
        bookmark.path,
        str(bookmark.part),
        str(anchor.start),
        str(anchor.end),
        bookmark.created,
    )


def _harmless(value: str) -> str:
    cell = clean(value)
    return f"'{cell}" if cell.lstrip(" \n\u00a0").startswith(_FORMULA) else cell
