"""When the article on a web page was published: from its hidden date fields, its address, and its date line."""

import math
import re
from collections.abc import Iterator
from datetime import date
from itertools import islice
from typing import Any

from index.reading.draft import Draft
from index.reading.stated.dates import DateLine, date_line, iso_date
from index.reading.web.page import Page, is_elsewhere, text_of

_DATE_META = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "parsely-pub-date",
    "sailthru.date",
    "pubdate",
    "publishdate",
    "publish-date",
    "publish_date",
    "publication_date",
    "date",
    "dc.date",
    "dc.date.issued",
    "dcterms.date",
    "dcterms.created",
    "dcterms.issued",
    "article.published",
    "article:published",
    "cxenseparse:recs:publishtime",
    "citation_publication_date",
    "citation_date",
    "og:published_time",
    "og:pubdate",
    "rnews:datepublished",
    "originalpublicationdate",
    "timestamp",
    "date.created",
    "article:post_date",
    "iso-8601-publish-date",
    "article_date_original",
    "ptime",
    "last-publish-date",
)
_UPDATED_META = (
    "article:modified_time",
    "og:updated_time",
    "datemodified",
    "lastmod",
    "last-modified",
    "dcterms.modified",
)
_DATE_CLASS = re.compile(r"date|time|publish|posted|byline|meta|info|stamp|created", re.IGNORECASE)
_ADDRESS_DATE = re.compile(
    r"[/_-]((?:19|20)\d\d)[/_-]?(0[1-9]|1[0-2]|[a-z]{3})[/_-]?(0[1-9]|[12]\d|3[01])(?:[/_.-]|$)",
    re.IGNORECASE,
)
_PUBLISHED = re.compile(r"\W*(?:first |originally )?(?:published|posted|publication date)\b", re.IGNORECASE)
_BEFORE_HEADING = 10
_AFTER_HEADING = 60
"""Elements before and after the headline among which its date is looked for."""
_PARAGRAPH = 120
_SMALL_PRINT = (
    *("p", "span", "div", "li", "h2", "h3", "h4", "h5", "h6", "td", "a"),
    *("em", "i", "small", "strong", "abbr", "font", "b"),
)


def read_dates(draft: Draft, page: Page, day_first: bool | None) -> None:
    """Publication and update, from the surest place that states them. Needs the draft's address."""
    for node in page.articles:
        for key, name in (("datePublished", "published"), ("dateModified", "updated")):
            if isinstance(node.get(key), str):
                draft.note(name, iso_date(node[key], day_first), f"JSON-LD {key}")
    for value, place in page.first(_DATE_META):
        draft.note("published", iso_date(value, day_first), place)
    for value, place in page.first(_UPDATED_META):
        draft.note("updated", iso_date(value, day_first), place)
    _read_address_date(draft)
    _read_headline_date(draft, page, day_first)
    if draft.published and draft.found["published"] != "address":
        return
    for element in page.tree.xpath("//*[@itemprop='datePublished'] | //time[@pubdate] | //time"):
        if not is_elsewhere(element, page):
            value = element.get("datetime") or element.get("content") or text_of(element)[:80]
            stated = iso_date(value, day_first)
            if draft.published and stated and stated.startswith(draft.published):
                # The address has the day alone; here is its time.
                draft.published = None
            draft.note("published", stated, "time element")
    if not draft.published:
        _read_printed_date(draft, page, day_first)


def _read_address_date(draft: Draft) -> None:
    """The day in the page's address, where nothing better is known or the known moment is no local time."""
    match = _ADDRESS_DATE.search(draft.url or "")
    if not match:
        return
    year, month, day = match.groups()
    stated = iso_date(f"{day} {month} {year}" if month.isalpha() else f"{year}-{month}-{day}")
    if not stated:
        return
    # A moment in universal time late in the evening is already the next day; the address has the outlet's own day.
    moment = draft.published or ""
    elsewhere = moment.endswith("+00:00") and moment[:10] != stated
    if elsewhere and abs((date.fromisoformat(moment[:10]) - date.fromisoformat(stated)).days) == 1:
        draft.published = None
    draft.note("published", stated, "address")


def _read_headline_date(draft: Draft, page: Page, day_first: bool | None) -> None:
    """The day printed under the headline, where hidden fields have another.

    Those may hold the day on which a page was first drafted, put on-line ahead of an issue, or moved to a new system.
    """
    if not draft.published:
        return
    for element in _under_headline(draft, page):
        stated = _small_print_date(element, page, day_first)
        if stated is None or not stated.published:
            continue
        day = stated.published[:10]
        # Many pages print the day of their last change there without saying so.
        changed = (
            day > draft.published[:10]
            and _days_apart(day, draft.updated) <= 1
            and not _is_stated_day(day, page, day_first)
        )
        if day != draft.published[:10] and not changed:
            draft.published = None
            draft.note("published", stated.published, "printed date")
        return


def _days_apart(day: str, other: str | None) -> float:
    return abs((date.fromisoformat(day) - date.fromisoformat(other[:10])).days) if other else math.inf


def _is_stated_day(day: str, page: Page, day_first: bool | None) -> bool:
    """Whether any of the page's fields gives a day as that of publication."""
    return any((iso_date(value, day_first) or "")[:10] == day for value, _ in page.first(_DATE_META))


def _under_headline(draft: Draft, page: Page) -> Iterator[Any]:
    """The small print around the headline: just above it in the same box, and below it up to the first paragraph."""
    heading = next((one for one in page.tree.iter("h1") if text_of(one) == draft.title), None)
    if heading is None:
        return
    inner = heading
    for box in islice(heading.iterancestors(), 2):
        for child in inner.itersiblings(preceding=True):
            # What holds a menu is the head of the page, which may show today's date.
            if next(child.iter("nav", "ul", "form"), None) is None:
                yield from islice(child.iter(*_SMALL_PRINT), _BEFORE_HEADING)
        inner = box
    following = islice(heading.xpath("following::*"), _AFTER_HEADING)
    for element in following:
        if element.tag == "p" and len(text_of(element)) > _PARAGRAPH:
            return
        if element.tag in _SMALL_PRINT:
            yield element


def _small_print_date(element: Any, page: Page, day_first: bool | None) -> DateLine | None:
    """The date line that a small element is; None where it is longer or about something else."""
    # Where blocks follow each other without a blank, their words run together; each is looked at by itself.
    if len(element) > 6 or any(inner is not element for inner in element.iter("p", "div", "li")):
        return None
    text = text_of(element)
    if not 6 <= len(text) <= 100 or is_elsewhere(element, page):
        return None
    stated = date_line(text, day_first)
    classed = _DATE_CLASS.search(f"{element.get('class') or ''} {element.get('id') or ''}")
    return stated if stated and len(stated.rest) <= (60 if classed else 30) else None


def _read_printed_date(draft: Draft, page: Page, day_first: bool | None) -> None:
    """The date line in the page's small print: one labelled as published, else the first."""
    found: list[DateLine] = []
    for element in page.tree.iter(*_SMALL_PRINT):
        stated = _small_print_date(element, page, day_first)
        if stated is None:
            continue
        # The head of many pages shows the day on which they were saved.
        labelled = _PUBLISHED.match(text_of(element))
        found.insert(0 if labelled else len(found), stated)
        if labelled:
            break
    for stated in found:
        draft.note("published", stated.published, "printed date")
        draft.note("updated", stated.updated, "printed date")
        if draft.published:
            return
