"""Who wrote the article on a web page: from its hidden author fields, and from the byline that it prints."""

import re
from collections.abc import Iterator
from html import unescape
from itertools import chain, islice
from typing import Any

from index.reading.draft import Draft
from index.reading.stated.bylines import byline, clean_authors, desk, looks_like_name
from index.reading.stated.dates import date_line
from index.reading.web.page import Page, is_elsewhere, text_of

_AUTHOR_META = (
    "citation_author",
    "dc.creator",
    "dcterms.creator",
    "author",
    "article:author",
    "article:author_name",
    "parsely-author",
    "sailthru.author",
    "byl",
    "og:article:author",
    "authors",
    "cxenseparse:author",
    "creator",
    "twitter:data1",
)
_HANDLE = re.compile(r"https?:|www\.|@|/")
"""Addresses of a profile, and handles, are no names."""
_PROSE = 80
"""Characters above which a paragraph is the article's text."""
_PRINTED_BYLINE = re.compile(
    r"(?:(?:written|posted|words|story|text|published|reported) )?(?:by|von|par)\s", re.IGNORECASE
)
_ONE_NAME = re.compile(r"(?:[Pp]osted|[Ww]ritten) by:? [A-Z]\w{2,20}")
"""What people sign with on pages of their own; a longer line could mean anybody."""
_BYLINE_CLASS = re.compile(
    r"(?:^|[-_\s])(?:byline|by-line|authors?|auteur|autor|writer|contributor)(?:s|name|__name|-name|_name)?(?:$|[-_\s])",
    re.IGNORECASE,
)
_NAME_CLASS = re.compile(r"(?:^|[-_\s])(?:(?:full-?)?name|fn|author|byline)(?:$|[-_\s])", re.IGNORECASE)
_PICTURE_CLASS = re.compile(
    r"caption|photo|image-?credit|(?:^|\s)(?:figure|image|copyrightHolder)", re.IGNORECASE
)
_OF_PICTURE = 5
"""Elements upward in which a name's picture or caption is looked for."""
_BYLINE_TAGS = ("a", "p", "span", "div", "h3", "h4", "h5", "li", "address", "strong", "cite", "em")


def read_authors(draft: Draft, page: Page) -> None:
    """The names that the page's author fields agree on, else those of its printed byline.

    A name that stands in hidden fields only is that of the account by which the page was put up: of 57 pages whose
    author is known, none left the name out of what readers see.
    """
    stated = [(value, place) for value, place in _stated_authors(page) if not _HANDLE.match(value.strip())]
    best: tuple[tuple[str, ...], str] = ((), "")
    for value, place in stated:
        names = _printed_names(page, clean_authors(value, draft.outlet))
        # A longer list that holds the first one's names tells of the colleagues that it left out.
        if not best[0] or (len(best[0]) < len(names) <= 4 and set(best[0]) < set(names)):
            best = (names, place)
    printed = _rel_authors(draft, page)
    if printed and not set(printed) & set(best[0]):
        # The hidden fields name whoever put the page up; readers see who wrote it.
        best = (printed, "rel author")
    draft.note("authors", *best)
    elements = [(element, place) for element, place in _byline_elements(page) if not draft.authors]
    for element, place in elements:
        if draft.authors:
            return
        text = _spaced(element)
        if 3 <= len(text) <= 160:
            draft.note("authors", byline(text) or clean_authors(_before_date(text), draft.outlet), place)
    if not draft.authors:
        _read_printed_byline(draft, page)
    if not draft.authors:
        _read_short_names(draft, page, stated)
    if not draft.authors:
        _read_desk(draft, page, stated, elements)


def _printed_names(page: Page, names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(name for name in names if page.prints_name(name))


def _read_printed_byline(draft: Draft, page: Page) -> None:
    """A line "By Mara Ilić" that no mark-up tells of."""
    boxes = _in_boxes(page)
    for element in page.tree.iter("p", "span", "div", "address", "li", "small", "em", "strong", "h3", "h4"):
        if draft.authors:
            return
        text = _spaced(element)
        if (
            len(element) <= 4
            and len(text) <= 100
            and _PRINTED_BYLINE.match(text)
            and not is_elsewhere(element, page)
            and element not in boxes
        ):
            alone = bool(_ONE_NAME.fullmatch(text))
            names = (
                clean_authors(text, draft.outlet, single_names=True) if alone else byline(_before_date(text))
            )
            draft.note("authors", names, "printed byline")


def _read_short_names(draft: Draft, page: Page, stated: list[tuple[str, str]]) -> None:
    """The author fields' names of one word, in full where the page prints them so."""
    for value, place in stated:
        names = _printed_names(page, clean_authors(value, draft.outlet, single_names=True))
        draft.note("authors", tuple(_in_full(name, page) for name in names), place)


def _in_full(name: str, page: Page) -> str:
    """The one longer name that begins with a first name and stands in an element for names."""
    fuller = {
        text
        for element in page.tree.iter(*_BYLINE_TAGS)
        if _NAME_CLASS.search(element.get("class") or "")
        and (text := text_of(element)).startswith(f"{name} ")
        and looks_like_name(text)
    }
    return fuller.pop() if len(fuller) == 1 else name


def _read_desk(
    draft: Draft, page: Page, stated: list[tuple[str, str]], elements: list[tuple[Any, str]]
) -> None:
    """The desk or agency that signs where no person does, if readers see it."""
    for element, place in elements:
        linked = place == "rel author"
        draft.note("authors", desk(_before_date(text_of(element)), draft.outlet, linked=linked), place)
    for value, place in stated:
        if page.prints_label(value):
            draft.note("authors", desk(value, draft.outlet), place)


def _rel_authors(draft: Draft, page: Page) -> tuple[str, ...]:
    """The names that the page links as its authors, where they stand together."""
    links = [link for link in page.tree.xpath("//a[@rel='author']") if not is_elsewhere(link, page)]
    together = [link for link in links if link.getparent() is links[0].getparent()]
    return clean_authors("; ".join(map(text_of, together)), draft.outlet)


def _in_boxes(page: Page) -> set[Any]:
    """What stands right under a heading inside the text: a byline there is that of a box by a colleague."""
    boxes: set[Any] = set()
    for heading in page.tree.iter("h2", "h3", "h4"):
        before = [
            sibling for sibling in heading.itersiblings("p", preceding=True) if len(text_of(sibling)) > _PROSE
        ]
        under = heading.getnext()
        if before and under is not None:
            boxes.update(under.iter())
    return boxes


def _spaced(element: Any) -> str:
    """An element's text with its inner elements apart, as their layout shows them."""
    return " ".join(" ".join(element.itertext()).split())


def _before_date(text: str) -> str:
    stated = date_line(text)
    return stated.rest if stated else text


def _stated_authors(page: Page) -> Iterator[tuple[str, str]]:
    for node in page.articles:
        names = list(_names(node.get("author") or node.get("creator"), page.linked))
        if names:
            yield "; ".join(names), "JSON-LD author"
    for name in _AUTHOR_META:
        values = page.meta.get(name)
        if values and (
            name != "twitter:data1"
            or page.meta.get("twitter:label1", [""])[0].lower() in {"written by", "by"}
        ):
            yield "; ".join(values), f"meta {name}"


def _names(author: Any, linked: list[dict[str, Any]]) -> Iterator[str]:
    if isinstance(author, str):
        # Pages escape names for HTML that stand in a script: "O&#8217;Dell".
        yield unescape(author)
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
                    yield unescape(node["name"])
                    return


def _byline_elements(page: Page) -> Iterator[tuple[Any, str]]:
    """The elements that are marked up as the author, surest first."""
    queries = (
        ("//*[@itemprop='author']//*[@itemprop='name'] | //*[@itemprop='author']", "itemprop author"),
        ("//a[@rel='author']", "rel author"),
    )
    for query, place in queries:
        for element in page.tree.xpath(query):
            if not is_elsewhere(element, page):
                yield element, place
    for element in page.tree.iter(*_BYLINE_TAGS):
        names = f"{element.get('class') or ''} {element.get('id') or ''}"
        if (
            _BYLINE_CLASS.search(names)
            and not is_elsewhere(element, page)
            and not _is_of_picture(element, page)
        ):
            yield element, "byline"


def _is_of_picture(element: Any, page: Page) -> bool:
    """Whether an element names a photographer: it belongs to a picture or its caption."""
    for ancestor in islice(chain((element,), element.iterancestors()), _OF_PICTURE):
        if ancestor in page.main or ancestor.tag == "body":
            return False
        names = f"{ancestor.get('class') or ''} {ancestor.get('itemprop') or ''}"
        if ancestor.tag in {"figure", "figcaption"} or _PICTURE_CLASS.search(names):
            return True
    return False
