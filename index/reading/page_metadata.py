"""Title, byline, dates, outlet and language of a web page, from where pages state them, surest first."""

import json
import re
from collections.abc import Iterator
from typing import Any

from lxml import html

from index.reading.bylines import byline, clean_authors
from index.reading.dates import date_line, iso_date
from index.reading.draft import Draft
from index.reading.languages import language_code
from index.reading.outlets import outlet_of_address

_ARTICLE_TYPES = re.compile(
    r"(?:Article|BlogPosting|Report|NewsArticle|Review|Posting|CreativeWork|Recipe|Interview|WebPage|VideoObject)$"
)
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
_AUTHOR_META = (
    "author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator", "byl", "citation_author",
    "og:article:author", "authors", "cxenseparse:author", "creator", "twitter:data1",
)  # fmt: skip
_DATE_META = (
    "article:published_time", "og:article:published_time", "datepublished", "parsely-pub-date", "sailthru.date", "pubdate", "publishdate",
    "publish-date", "publish_date", "publication_date", "date", "dc.date", "dc.date.issued", "dcterms.date", "dcterms.created",
    "dcterms.issued", "article.published", "article:published", "cxenseparse:recs:publishtime", "citation_publication_date",
    "citation_date", "og:published_time", "og:pubdate", "rnews:datepublished", "originalpublicationdate", "timestamp", "date.created",
    "article:post_date", "iso-8601-publish-date", "article_date_original", "ptime", "last-publish-date",
)  # fmt: skip
_UPDATED_META = (
    "article:modified_time",
    "og:updated_time",
    "datemodified",
    "lastmod",
    "last-modified",
    "dcterms.modified",
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
_BYLINE_CLASS = re.compile(
    r"(?:^|[-_\s])(?:byline|by-line|author|authors|auteur|autor|writer|contributor)(?:s|name|__name|-name|_name)?(?:$|[-_\s])",
    re.IGNORECASE,
)
_DATE_CLASS = re.compile(r"date|time|publish|posted|byline|meta|info|stamp|created", re.IGNORECASE)
_ELSEWHERE = re.compile(
    r"related|comment|sidebar|footer|recommend|popular|trending|latest|more-|promo|teaser|widget|disqus|bio\b",
    re.IGNORECASE,
)
_TITLE_PARTS = re.compile(r"\s+[|–—»·:-]+\s+")
_URL_DATE = re.compile(r"[/_-]((?:19|20)\d\d)[/_-]?(0[1-9]|1[0-2])[/_-]?(0[1-9]|[12]\d|3[01])(?:[/_.-]|$)")
_MOST_JSON = 1_000_000


class _Page:
    """A page's head, gathered once."""

    def __init__(self, tree: html.HtmlElement) -> None:
        self.tree = tree
        self.meta: dict[str, list[str]] = {}
        for element in tree.iter("meta"):
            name = element.get("property") or element.get("name") or element.get("itemprop") or ""
            content = (element.get("content") or "").strip()
            if name and content:
                self.meta.setdefault(name.strip().lower(), []).append(content)
        self.linked = [node for node in _linked_data(tree) if isinstance(node, dict)]
        self.articles = [node for node in self.linked if _is_article(node)]

    def first(self, names: tuple[str, ...]) -> Iterator[tuple[str, str]]:
        """The values of meta elements with their places, in the order of the names."""
        for name in names:
            for value in self.meta.get(name, ()):
                yield value, f"meta {name}"


def read_metadata(draft: Draft, tree: html.HtmlElement, day_first: bool | None) -> None:
    """Fill in what the page states of itself."""
    page = _Page(tree)
    _read_address(draft, page)
    _read_outlet(draft, page)
    _read_title(draft, page)
    _read_authors(draft, page)
    _read_dates(draft, page, day_first)
    for value, place in (
        (tree.get("lang"), "html lang"),
        *page.first(("og:locale", "language", "content-language")),
    ):
        draft.note("language", language_code(value), place)
    for value, place in page.first(("og:description", "description", "twitter:description")):
        if len(value) > 30 and not value.endswith(("...", "…", "[…]")):
            draft.note("standfirst", value, place)


def _linked_data(tree: html.HtmlElement) -> Iterator[Any]:
    """All objects of the page's JSON-LD, however nested in lists and graphs."""
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower():
            continue
        text = (script.text or "").strip()
        if not text or len(text) > _MOST_JSON:
            continue
        text = re.sub(r"^\s*(?:<!--|//<!\[CDATA\[|<!\[CDATA\[)|(?:-->|//\]\]>|\]\]>)\s*;?$", "", text).strip(
            " ;\n"
        )
        try:
            # Pages put raw line ends into strings.
            found = json.loads(text, strict=False)
        except (ValueError, RecursionError):
            continue
        waiting = [found]
        for _ in range(2000):
            if not waiting:
                break
            node = waiting.pop(0)
            if isinstance(node, list):
                waiting.extend(node)
            elif isinstance(node, dict):
                yield node
                waiting.extend(
                    value
                    for key, value in node.items()
                    if key in {"@graph", "mainEntity", "mainEntityOfPage", "itemListElement"}
                    and isinstance(value, dict | list)
                )


def _is_article(node: dict[str, Any]) -> bool:
    types = node.get("@type")
    return any(
        isinstance(kind, str) and _ARTICLE_TYPES.search(kind)
        for kind in (types if isinstance(types, list) else [types])
    )


def _read_address(draft: Draft, page: _Page) -> None:
    for link in page.tree.iter("link"):
        if (link.get("rel") or "").lower() == "canonical" and (link.get("href") or "").startswith("http"):
            draft.note("url", link.get("href"), "link canonical")
    for value, place in page.first(("og:url", "twitter:url")):
        if value.startswith("http"):
            draft.note("url", value, place)


def _read_outlet(draft: Draft, page: _Page) -> None:
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


def _read_title(draft: Draft, page: _Page) -> None:
    headings = [
        text for element in page.tree.iter("h1") if (text := _text(element)) and not _is_elsewhere(element)
    ]
    window = _text(next(page.tree.iter("title"), None))
    stated = [(value, place) for value, place in page.first(_TITLE_META)]
    linked = [
        (node["headline"], "JSON-LD headline")
        for node in page.articles
        if isinstance(node.get("headline"), str)
    ]
    candidates = [*linked, *stated[:3], *((window, "title") for _ in (1,) if window)]
    # The headline as the page prints it, where one of its other titles confirms that it is the headline.
    for heading in headings:
        if any(_same_title(heading, value) for value, _ in candidates):
            draft.note("title", heading, "h1")
            return
    for value, place in (*stated, *linked):
        draft.note("title", _without_site(value, draft.outlet), place)
    if len(headings) == 1:
        draft.note("title", headings[0], "h1")
    if window:
        draft.note("title", _without_site(window, draft.outlet), "title")


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


def _read_authors(draft: Draft, page: _Page) -> None:
    for value, place in _stated_authors(page):
        # Addresses of a profile, and handles, are no names.
        if not re.match(r"https?:|www\.|@|/", value.strip()):
            draft.note("authors", clean_authors(value, draft.outlet, single_names=True), place)
    if draft.authors:
        return
    for element, place in _byline_elements(page.tree):
        text = _text(element)
        if 3 <= len(text) <= 160:
            names = byline(text) or clean_authors(_before_date(text), draft.outlet)
            draft.note("authors", names, place)
        if draft.authors:
            return


def _before_date(text: str) -> str:
    stated = date_line(text)
    return stated.rest if stated else text


def _stated_authors(page: _Page) -> Iterator[tuple[str, str]]:
    for node in page.articles:
        names = "; ".join(_names(node.get("author") or node.get("creator"), page.linked))
        if names:
            yield names, "JSON-LD author"
    for name in _AUTHOR_META:
        values = page.meta.get(name)
        if values and (
            name != "twitter:data1"
            or page.meta.get("twitter:label1", [""])[0].lower() in {"written by", "by"}
        ):
            yield "; ".join(values), f"meta {name}"


def _names(author: Any, linked: list[dict[str, Any]]) -> Iterator[str]:
    if isinstance(author, str):
        yield author
    elif isinstance(author, list):
        for one in author[:20]:
            yield from _names(one, linked)
    elif isinstance(author, dict):
        kind = author.get("@type")
        if kind == "Organization":
            return
        if isinstance(author.get("name"), str | list):
            yield from _names(author["name"], linked)
        elif author.get("@id"):
            for node in linked:
                if node.get("@id") == author["@id"] and isinstance(node.get("name"), str):
                    yield node["name"]
                    return


def _byline_elements(tree: html.HtmlElement) -> Iterator[tuple[Any, str]]:
    queries = (
        ("//*[@itemprop='author']//*[@itemprop='name'] | //*[@itemprop='author']", "itemprop author"),
        ("//a[@rel='author']", "rel author"),
        (
            "//*[@class or @id][self::a or self::p or self::span or self::div or self::h3 or self::h4 or self::h5 or self::li or self::address or self::strong or self::cite or self::em]",
            "byline",
        ),
    )
    for query, place in queries:
        elements = tree.xpath(query)
        for element in elements:
            if place == "byline" and not _BYLINE_CLASS.search(
                f"{element.get('class') or ''} {element.get('id') or ''}"
            ):
                continue
            if not _is_elsewhere(element):
                yield element, place


def _is_elsewhere(element: Any) -> bool:
    """Whether an element stands in a part of the page that is about other things: comments, related articles."""
    for depth, ancestor in enumerate(element.iterancestors()):
        if depth > 12 or ancestor.tag == "body":
            return False
        if ancestor.tag in {"footer", "aside", "nav"} or _ELSEWHERE.search(
            f"{ancestor.get('class') or ''} {ancestor.get('id') or ''}"
        ):
            return True
    return False


def _read_dates(draft: Draft, page: _Page, day_first: bool | None) -> None:
    for node in page.articles:
        for key, name in (("datePublished", "published"), ("dateModified", "updated")):
            if isinstance(node.get(key), str):
                draft.note(name, iso_date(node[key], day_first), f"JSON-LD {key}")
    for value, place in page.first(_DATE_META):
        draft.note("published", iso_date(value, day_first), place)
    for value, place in page.first(_UPDATED_META):
        draft.note("updated", iso_date(value, day_first), place)
    if draft.published:
        return
    for element in page.tree.xpath("//*[@itemprop='datePublished'] | //time[@pubdate] | //time"):
        if not _is_elsewhere(element):
            value = element.get("datetime") or element.get("content") or _text(element)[:80]
            draft.note("published", iso_date(value, day_first), "time element")
    if draft.url and not draft.published:
        match = _URL_DATE.search(draft.url)
        if match:
            draft.note("published", iso_date("-".join(match.groups())), "address")
    if not draft.published:
        _read_printed_date(draft, page, day_first)


def _read_printed_date(draft: Draft, page: _Page, day_first: bool | None) -> None:
    """A date line among the page's small print near the headline."""
    for element in page.tree.iter(
        "p",
        "span",
        "div",
        "li",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "td",
        "a",
        "em",
        "i",
        "small",
        "strong",
        "abbr",
        "font",
        "b",
    ):
        if len(element) > 6:
            continue
        text = _text(element)
        if not 6 <= len(text) <= 100 or _is_elsewhere(element):
            continue
        stated = date_line(text, day_first)
        classed = _DATE_CLASS.search(f"{element.get('class') or ''} {element.get('id') or ''}")
        if stated and len(stated.rest) <= (60 if classed else 30):
            draft.note("published", stated.published, "printed date")
            draft.note("updated", stated.updated, "printed date")
            if draft.published:
                return


def _text(element: Any) -> str:
    return " ".join("".join(element.itertext()).split()) if element is not None else ""
