"""Title, outlet, address and language of a web page, from where pages state them, surest first."""

import re

from lxml import html

from index.reading.draft import Draft
from index.reading.stated.languages import language_code
from index.reading.stated.outlets import outlet_of_address
from index.reading.web.page import Page, text_of
from index.reading.web.page_authors import read_authors
from index.reading.web.page_dates import read_dates

_TITLE_META = (
    "og:title",
    "twitter:title",
    "dc.title",
    "dcterms.title",
    "parsely-title",
    "sailthru.title",
    "headline",
    "citation_title",
    "title",
)
_OUTLET_META = (
    "og:site_name",
    "application-name",
    "al:android:app_name",
    "dc.publisher",
    "cre",
    "publisher",
    "apple-mobile-web-app-title",
)
_TITLE_PARTS = re.compile(r"\s+[|–—»·:-]+\s+")


def read_metadata(draft: Draft, tree: html.HtmlElement, day_first: bool | None) -> None:
    """Fill in what the page states of itself."""
    page = Page(tree)
    _read_address(draft, page)
    _read_outlet(draft, page)
    _read_title(draft, page)
    read_authors(draft, page)
    read_dates(draft, page, day_first)
    for value, place in (
        (tree.get("lang"), "html lang"),
        *page.first(("og:locale", "language", "content-language")),
    ):
        draft.note("language", language_code(value), place)
    for value, place in page.first(("og:description", "description", "twitter:description")):
        if len(value) > 30 and not value.endswith(("...", "…", "[…]")):
            draft.note("standfirst", value, place)


def _read_address(draft: Draft, page: Page) -> None:
    for link in page.tree.iter("link"):
        if (link.get("rel") or "").lower() == "canonical" and (link.get("href") or "").startswith("http"):
            draft.note("url", link.get("href"), "link canonical")
    for value, place in page.first(("og:url", "twitter:url")):
        if value.startswith("http"):
            draft.note("url", value, place)


def _read_outlet(draft: Draft, page: Page) -> None:
    for value, place in page.first(("og:site_name",)):
        draft.note("outlet", _outlet_name(value), place)
    for node in page.articles:
        publisher = node.get("publisher")
        for one in publisher if isinstance(publisher, list) else [publisher]:
            if isinstance(one, dict) and isinstance(one.get("name"), str):
                draft.note("outlet", _outlet_name(one["name"]), "JSON-LD publisher")
    for value, place in page.first(_OUTLET_META):
        draft.note("outlet", _outlet_name(value), place)
    if draft.url:
        draft.note("outlet", outlet_of_address(draft.url), "address")


def _outlet_name(value: str) -> str | None:
    name = _TITLE_PARTS.split(value.strip())[0].strip()
    return name if 1 < len(name) <= 60 and not name.startswith("http") else None


def _read_title(draft: Draft, page: Page) -> None:
    """The headline as the page prints it, where its hidden titles confirm that it is the headline."""
    headings = [
        text
        for element in page.tree.iter("h1")
        if (text := text_of(element)) and not _is_site(text, draft.outlet)
    ]
    window = text_of(next(page.tree.iter("title"), None))
    stated = [
        (node["headline"], "JSON-LD headline")
        for node in page.articles
        if isinstance(node.get("headline"), str)
    ]
    stated += [
        (value, place) for value, place in page.first(_TITLE_META) if not _is_site(value, draft.outlet)
    ]
    candidates = stated or [(window, "title")]
    for value, place in candidates:
        for heading in headings:
            if _same_title(heading, value):
                # A heading that holds more than the title has swallowed the line below it.
                swallowed = len(heading) > len(value) + 8 and heading.startswith(value)
                draft.note("title", value if swallowed else heading, place if swallowed else "h1")
                return
    for heading in headings:
        if len(heading.split()) >= 4 and _same_title(heading, window):
            draft.note("title", heading, "h1")
            return
    # Pages give search engines and networks a title of their own; the only heading is what readers see.
    if len(set(headings)) == 1 and any(
        _alike(headings[0], value) for value, _ in (*candidates, (window, ""))
    ):
        draft.note("title", headings[0], "h1")
    for value, place in stated:
        draft.note("title", _without_site(value, draft.outlet), place)
    if len(headings) == 1:
        draft.note("title", headings[0], "h1")
    if window:
        draft.note("title", _without_site(window, draft.outlet), "title")


def _alike(heading: str, other: str) -> bool:
    """Whether a heading of some length shares a third of its words with another title."""
    words = set(re.findall(r"\w{4,}", heading.lower()))
    return len(words) >= 3 and len(words & set(re.findall(r"\w{4,}", other.lower()))) * 3 >= len(words)


def _is_site(title: str, outlet: str | None) -> bool:
    return outlet is not None and _plain(title) == _plain(outlet)


def _same_title(heading: str, other: str) -> bool:
    first, second = _plain(heading), _plain(other)
    return len(first) >= 8 and (first in second or (len(second) >= 15 and second in first))


def _plain(text: str) -> str:
    return "".join(re.findall(r"\w+", text.lower()))


def _without_site(title: str, outlet: str | None) -> str | None:
    """A window's title without the site's name at its end or beginning."""
    parts = [part for part in _TITLE_PARTS.split(title.strip()) if part]
    if len(parts) > 1:
        site = _plain(outlet or "")
        for position in (-1, 0):
            part = _plain(parts[position])
            if site and part and (part in site or site in part):
                at = title.rfind(parts[-1]) if position == -1 else len(parts[0])
                kept = title[:at] if position == -1 else title[at:]
                return kept.strip(" |–—»·:-") or None
    return title.strip() or None
