"""Plain text as people save it: an article alone, or a whole page copied with its menus."""

import itertools
import re
from collections.abc import Sequence

from index.reading.draft import Block, Draft, Left, told_mended
from index.reading.passages import unwrapped
from index.reading.plain.cleaning import clean, is_clock
from index.reading.plain.closing import drop_closing
from index.reading.plain.furniture_rules import AGENCY_CREDIT, MENU
from index.reading.plain.head import read_head
from index.reading.plain.lines import Line, to_lines
from index.reading.plain.mojibake import mended
from index.reading.plain.page_head import read_page_head
from index.reading.sanitising import sanitise, without_references
from index.reading.stated.bylines import clean_authors
from index.reading.stated.dates import date_line, iso_date, stated_order
from index.reading.stated.outlets import (
    fuller_name,
    is_domain,
    outlet_alone,
    outlet_of_address,
    stated_outlet,
)
from models.errors import UnreadableFile

MAX_LINES = 100_000
"""Beyond this a text is a data file; its lines as passages would take gigabytes."""
_MASTHEAD_LINES = 4
_MENU_BELOW = 3
"""Items of a menu under a masthead that are no accident."""
_LABELLED = re.compile(
    r"(?P<label>title|headline|author|by|date|published|updated|source|outlet|publication|newspaper|url|link|address)\s*:\s+(?P<value>\S.*)$",
    re.IGNORECASE,
)
_FIELD = {
    "title": "title",
    "headline": "title",
    "source": "outlet",
    "outlet": "outlet",
    "publication": "outlet",
    "newspaper": "outlet",
}
_ADDRESS = re.compile(r"(?:url:?\s*|link:?\s*|source:?\s*)?(https?://\S+)$", re.IGNORECASE)
_LABELLED_DATE = re.compile(
    r"^\W*(?:first |last |originally )?(?:published|posted|updated|publication date)\b.{0,20}\d",
    re.IGNORECASE,
)


def read_plain(text: str, day_first: bool | None = None) -> Draft:
    """What a plain text states.

    Raises:
        UnreadableFile: nothing is left of it to read, or it has too many lines.
    """
    better = mended(text)
    text = without_references(sanitise(better.text))
    if text.count("\n") > MAX_LINES:
        raise UnreadableFile(f"It has more than {MAX_LINES:,} lines, too many for one article.")
    if day_first is None:
        day_first = stated_order(text)
    lines = to_lines(unwrapped([line.strip() for line in text.split("\n")]))
    if not lines:
        raise UnreadableFile("The file is empty.")
    draft = Draft()
    _read_labels(draft, lines, day_first)
    first, last, whole = clean(lines)
    outlet = _closing_outlet(lines) or (_masthead(lines) if whole else None)
    if whole:
        read_page_head(draft, lines, first, day_first)
    else:
        read_head(draft, lines, outlet and outlet[0], day_first)
    _read_late_date(draft, lines, last, day_first)
    drop_closing(lines, draft.authors)
    if better.sample:
        draft.left.append(told_mended(better))
    _collect(draft, lines)
    if outlet:
        draft.note("outlet", *outlet)
    if draft.url:
        draft.note("outlet", outlet_of_address(draft.url), "address")
    return draft


def _closing_outlet(lines: Sequence[Line]) -> tuple[str, str] | None:
    """The outlet that lines around the article name, by its full name where the masthead has it."""
    around = [line.text for line in lines if line.reason is not None]
    stated = stated_outlet(around, [line.text for line in lines if line.reason is None])
    return (
        (fuller_name(stated[0], [line.text for line in lines[:_MASTHEAD_LINES]]), stated[1])
        if stated
        else None
    )


def _masthead(lines: Sequence[Line]) -> tuple[str, str] | None:
    """The outlet's name at the top of a page, right above its menu."""
    for index, line in enumerate(lines[:_MASTHEAD_LINES]):
        below = lines[index + 1 : index + 1 + _MENU_BELOW]
        name = outlet_alone(line.text) if line.verdict is None or is_domain(line.text) else None
        if name and len(below) == _MENU_BELOW and all(item.reason == MENU for item in below):
            line.taken = "masthead"
            return name, "masthead"
    return None


def _read_labels(draft: Draft, lines: Sequence[Line], day_first: bool | None) -> None:
    """Lines such as "Author: Mara Ilić" and bare addresses at the top, as clipping programs write them."""
    for line in lines[:10]:
        if ":" not in line.text:
            continue
        address = _ADDRESS.match(line.text)
        match = _LABELLED.match(line.text)
        if address:
            draft.note("url", address[1], "address line")
            line.taken = "address line"
        elif match and len(line.text) <= 240:
            label, value = match["label"].lower(), match["value"]
            if label in _FIELD:
                draft.note(_FIELD[label], value, f"line {label!r}")
            elif label in {"author", "by"}:
                draft.note("authors", clean_authors(value, single_names=label == "author"), f"line {label!r}")
            elif label in {"date", "published", "updated"}:
                draft.note(
                    "updated" if label == "updated" else "published",
                    iso_date(value, day_first),
                    f"line {label!r}",
                )
            line.taken = "labelled line"


def _read_late_date(draft: Draft, lines: Sequence[Line], last: int, day_first: bool | None) -> None:
    """A line "Published: ..." below the article, where it has no date above, or the only such line anywhere."""
    if draft.published:
        return
    labelled = [
        (index, line, stated)
        for index, line in enumerate(lines)
        if line.taken is None
        and len(line.text) <= 100
        and _LABELLED_DATE.match(line.text)
        and (stated := date_line(line.text, day_first)) is not None
        and len(stated.rest) < 50
    ]
    below = [found for found in labelled if last - 5 <= found[0] < last + 10]
    days = {stated.published[:10] for _, _, stated in labelled if stated.published}
    chosen = below or (labelled if len(days) == 1 else [])
    for _, line, stated in chosen:
        draft.note("published", stated.published, "labelled line")
        draft.note("updated", stated.updated, "labelled line")
        line.reason = "date line"


def _collect(draft: Draft, lines: Sequence[Line]) -> None:
    """The kept lines as blocks, the others as what was left out."""
    kept = [line for line in lines if line.reason is None and line.taken is None]
    headings = {id(line) for line, following in itertools.pairwise(kept) if _is_heading(line, following)}
    for line in lines:
        if line.taken == "title":
            continue
        if line.taken is not None:
            draft.left.append(Left(line.text, line.taken, len(draft.blocks)))
        elif line.reason is not None:
            if line.reason == AGENCY_CREDIT and draft.blocks:
                draft.note("credit", line.text.strip(" -–—()[]*"), "closing line")
            draft.left.append(Left(line.text, line.reason, len(draft.blocks)))
        else:
            draft.blocks.append(
                Block(
                    line.text,
                    "heading" if id(line) in headings and line.text != draft.standfirst else "paragraph",
                )
            )


def _is_heading(line: Line, following: Line) -> bool:
    text = line.text
    if is_clock(text):
        return True
    if line.prose or len(text) > 90 or not following.prose or text[0].islower():
        return False
    if text.endswith((".", ",", ";", ":", "-", '"', "”")) or text[0] in "-*•–+":
        return False
    digits = sum(char.isdigit() for char in text)
    return digits < 0.3 * len(text) and any(char.isalpha() for char in text)
