"""When the article on a web page was published: from its hidden date fields, its address, and its date line."""

import re
from datetime import date

from index.reading.dates import DateLine, date_line, iso_date
from index.reading.draft import Draft
from index.reading.page import Page, is_elsewhere, text_of

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


def _read_printed_date(draft: Draft, page: Page, day_first: bool | None) -> None:
    """The date line in the page's small print: one labelled as published, else the first."""
    found: list[DateLine] = []
    for element in page.tree.iter(*_SMALL_PRINT):
        if len(element) > 6:
            continue
        text = text_of(element)
        if not 6 <= len(text) <= 100 or is_elsewhere(element, page):
            continue
        stated = date_line(text, day_first)
        classed = _DATE_CLASS.search(f"{element.get('class') or ''} {element.get('id') or ''}")
        if not stated or len(stated.rest) > (60 if classed else 30):
            continue
        # The head of many pages shows the day on which they were saved.
        found.insert(0 if _PUBLISHED.match(text) else len(found), stated)
        if _PUBLISHED.match(text):
            break
    for stated in found:
        draft.note("published", stated.published, "printed date")
        draft.note("updated", stated.updated, "printed date")
        if draft.published:
            return
