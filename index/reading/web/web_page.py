"""A saved web page: its article through trafilatura, and the visible lines that are not the article's."""

import logging
import re
from collections.abc import Callable, Iterator
from typing import Any

from lxml import etree, html

from index.reading.decoding import decode
from index.reading.draft import Block, Draft, Left, told_mended
from index.reading.plain.furniture import verdict
from index.reading.plain.furniture_rules import AGENCY_CREDIT, MENU
from index.reading.plain.mojibake import mended
from index.reading.plain.plain_text import read_plain
from index.reading.sanitising import sanitise
from index.reading.stated.bylines import byline
from index.reading.stated.dates import date_line
from index.reading.web.page import text_of
from index.reading.web.page_metadata import read_metadata
from models.errors import UnreadableFile

MAX_CHARACTERS = 8_000_000
"""The largest page that is parsed; beyond it lxml's tree would take more than a gigabyte."""
_MOST_TAGS = 150_000
"""A hundred thousand take 5.5 s of processor time; of 172 pages of news sites, the richest has ten thousand."""
_MOST_LEFT = 400
_LONGEST_LEFT = 500
_LEAST_EXTRACTED = 500
"""Characters below which trafilatura guesses from all of a page's text, and inline elements come out with blanks."""
_HEAD_BLOCKS = 4
"""Blocks at the beginning among which the headline is looked for; further down its words are the article's."""
_LONGEST_SIGNED = 120
_CHARSET = re.compile(
    rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w:.-]{2,40})|encoding\s*=\s*[\"']([\w.-]{2,40})",
    re.IGNORECASE,
)
_DECLARATION = re.compile(r"\s*<\?xml[^>]{0,300}\?>", re.IGNORECASE)
_DOCTYPE = re.compile(r"<!DOCTYPE[^\[<>]{0,300}\[", re.IGNORECASE)
_LONGEST_DOCTYPE = 100_000
_HIDDEN = frozenset(
    {"script", "style", "noscript", "template", "svg", "head", "iframe", "object", "select", "option"}
)
_INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data dfn em font i ins kbd label mark "
    "q s samp small span strong sub sup time tt u var wbr".split()
)
_PLACES = {
    "nav": MENU,
    "header": "head of the page",
    "footer": "foot of the page",
    "aside": "side column",
    "form": "form",
    "button": "button",
}
_WORDS = re.compile(r"\w+")

for _name in ("trafilatura", "htmldate", "courlan", "justext"):
    # They tell of every page that is unlike others; what a person needs to know is raised as UnreadableFile.
    logging.getLogger(_name).setLevel(logging.CRITICAL)


def read_page(data: bytes, day_first: bool | None = None, encoding: str | None = None) -> Draft:
    """What a web page states.

    Args:
        data: the page.
        day_first: the order of day and month, where it is known.
        encoding: the one that the page came with, for where it states none itself.

    Raises:
        UnreadableFile: it is too large, no HTML that can be parsed, or holds no article.
    """
    stated = _CHARSET.search(data[:4096])
    text = decode(data, (stated[1] or stated[2]).decode("ascii") if stated else encoding)
    return _reading(text, _read_tree, day_first)


def read_fragment(markup: str, day_first: bool | None = None) -> Draft:
    """What a piece of HTML says that a program has stored as an article's text; it may be of any length.

    Raises:
        UnreadableFile: as `read_page`, or there is no text in it.
    """
    return _reading(f"<html><body><article>{markup}</article></body></html>", _read_stored, day_first)


def _reading(
    text: str,
    read: Callable[[html.HtmlElement, str, bool | None], Draft],
    day_first: bool | None,
) -> Draft:
    """A page's text parsed and read, with a reason where that cannot be done."""
    if len(text) > MAX_CHARACTERS:
        raise UnreadableFile(f"The page is longer than {MAX_CHARACTERS // 1_000_000} million characters.")
    if text.count("<") > _MOST_TAGS:
        raise UnreadableFile(f"The page has more than {_MOST_TAGS:,} elements.")
    better = mended(text)
    text = _without_declarations(better.text.replace("\0", ""))
    try:
        tree = html.document_fromstring(text, parser=html.HTMLParser(recover=True, huge_tree=False))
        draft = read(tree, text, day_first)
    except (etree.LxmlError, ValueError, RecursionError, AssertionError) as error:
        raise UnreadableFile("It is not a web page that can be parsed.") from error
    if better.sample:
        draft.left.insert(0, told_mended(better))
    return draft


def _without_declarations(text: str) -> str:
    """A page without what declares its encoding and entities, which lxml takes amiss in a text."""
    declaration = _DECLARATION.match(text)
    text = text[declaration.end() :] if declaration else text
    opened = _DOCTYPE.search(text)
    if opened is None:
        return text
    # Looked for once: a pattern with both ends would look as far from every beginning.
    end = text.find("]>", opened.end(), opened.end() + _LONGEST_DOCTYPE)
    return text if end < 0 else text[: opened.start()] + text[end + 2 :]


def _read_stored(tree: html.HtmlElement, text: str, day_first: bool | None) -> Draft:
    if len(text_of(tree)) >= _LEAST_EXTRACTED:
        try:
            return _read_tree(tree, text, day_first)
        except UnreadableFile:
            pass
    lines = (_paragraph(line) for line, _ in _visible_lines(tree))
    return Draft(blocks=[Block(line) for line in lines if line])


def _read_tree(tree: html.HtmlElement, text: str, day_first: bool | None) -> Draft:
    import trafilatura

    draft = Draft()
    document: Any = trafilatura.bare_extraction(text, include_comments=False, with_metadata=False)
    if document is not None and document.body is not None:
        draft.blocks = [
            Block(clean, block.kind) for block in _blocks(document.body) if (clean := _paragraph(block.text))
        ]
    read_metadata(draft, tree, day_first)
    _drop_from_blocks(draft)
    visible = list(_visible_lines(tree))
    if not draft.blocks:
        plain = read_plain("\n\n".join(line for line, _ in visible), day_first) if visible else Draft()
        if sum(len(block.text) for block in plain.blocks) < 200:
            raise UnreadableFile("No article text was found in the page.")
        draft.blocks, draft.left = plain.blocks, plain.left
    else:
        draft.left = _left_out(visible, draft)
    return draft


def _drop_from_blocks(draft: Draft) -> None:
    """Take out the headline where it opens the text, and whole blocks of furniture; `_left_out` tells of them."""
    title = _bare(draft.title or "")
    kept: list[Block] = []
    for number, block in enumerate(draft.blocks):
        if title and number < _HEAD_BLOCKS and _bare(block.text) == title:
            continue
        if number < _HEAD_BLOCKS and _signs(block.text, draft):
            continue
        judged = verdict(block.text)
        if judged and judged.sure:
            if judged.reason == AGENCY_CREDIT:
                draft.note("credit", block.text, "closing line")
            continue
        kept.append(block)
    # Where the title is all that was found, it is the text.
    draft.blocks = kept or draft.blocks


def _signs(text: str, draft: Draft) -> str | None:
    """What a line at the head only repeats of what the page states: who wrote the article, or when it was published."""
    if len(text) > _LONGEST_SIGNED:
        return None
    if draft.authors and set(byline(text)) & set(draft.authors):
        return "byline"
    stated = date_line(text)
    day = (draft.published or draft.updated or "")[:10]
    if stated and day and len(stated.rest) < 30 and day in f"{stated.published} {stated.updated}":
        return "date line"
    return None


def _bare(text: str) -> str:
    return " ".join(_WORDS.findall(text.lower()))


def _paragraph(text: str) -> str:
    return " ".join(sanitise(text).split())


def _blocks(element: Any) -> Iterator[Block]:
    """The paragraphs of trafilatura's tree, whose elements are head, p, quote, list, item, table, row, cell, code."""
    pending = element.text or ""
    for child in element:
        if child.tag in {"p", "head", "quote", "list", "item", "table", "row", "code", "div"}:
            if pending.strip():
                yield Block(pending)
            pending = ""
            if child.tag == "row":
                cells = [" ".join("".join(cell.itertext()).split()) for cell in child]
                yield Block(" | ".join(cell for cell in cells if cell))
            elif child.tag == "head":
                yield Block("".join(child.itertext()), "heading")
            else:
                yield from _blocks(child)
        elif child.tag == "lb":
            # A single line break inside a paragraph is a matter of looks; a page whose only breaks they are has
            # one with every paragraph.
            if pending.strip():
                yield Block(pending)
            pending = ""
        elif isinstance(child.tag, str):
            pending += "".join(child.itertext())
        pending += child.tail or ""
    if pending.strip():
        yield Block(pending)


def _visible_lines(tree: html.HtmlElement) -> Iterator[tuple[str, str | None]]:
    """The lines a reader of the page sees, each with the part of the page it stands in."""
    gathered: list[str] = []
    place: str | None = None
    # A walk by events: deep pages would end a recursion.
    places: list[str] = []
    hidden = 0
    for event, element in etree.iterwalk(tree, events=("start", "end", "comment", "pi")):
        if event in {"comment", "pi"}:
            gathered.append("" if hidden else element.tail or "")
            continue
        tag = element.tag if isinstance(element.tag, str) else ""
        if tag in _HIDDEN:
            hidden += 1 if event == "start" else -1
        if tag not in _INLINE:
            line = " ".join("".join(gathered).split())
            if line:
                yield line, place
            gathered = []
        if event == "start":
            if tag in _PLACES:
                places.append(tag)
            gathered.append("" if hidden else element.text or "")
        else:
            if tag in _PLACES and places:
                places.pop()
            gathered.append("" if hidden else element.tail or "")
        place = _PLACES[places[-1]] if places else None
    line = " ".join("".join(gathered).split())
    if line:
        yield line, place


def _left_out(visible: list[tuple[str, str | None]], draft: Draft) -> list[Left]:
    """The visible lines that are not in the article, in order, each after the last paragraph seen before it."""
    blocks = [_bare(block.text) for block in draft.blocks]
    article = "\n".join(blocks)
    starts = {block[:60]: number for number, block in enumerate(blocks, start=1)}
    title = _bare(draft.title or "")
    left: list[Left] = []
    seen: set[str] = set()
    position = 0
    for raw, place in visible:
        line = sanitise(raw).strip()
        words = _bare(line)
        if words and words in article:
            position = max(position, starts.get(words[:60], 0))
            continue
        if not words or line in seen:
            continue
        seen.add(line)
        judged = verdict(line)
        reason = judged.reason if judged else _signs(line, draft) or place or "not part of the article text"
        if words == title:
            reason = "title repeated"
        left.append(Left(line[:_LONGEST_LEFT], reason, position))
        if len(left) >= _MOST_LEFT:
            break
    return left
