"""Markup of a document (not of a web page, which has menus) to its paragraphs and headings."""

from collections.abc import Iterator

from lxml import etree, html

from index.reading.plain.marked import Piece
from models.errors import UnreadableFile

_LEVELS = {f"h{level}": level for level in range(1, 7)}
_BLOCKS = frozenset(
    "address article aside blockquote body br caption center dd details dialog div dl dt fieldset figcaption figure "
    "footer form header hr html legend li main nav ol p pre section summary table tbody td tfoot th thead tr ul".split()
) | set(_LEVELS)
_HIDDEN = frozenset("head script style svg math template noscript".split())


def markup_pieces(markup: bytes | str) -> Iterator[Piece]:
    """The paragraphs and headings of HTML or XHTML, in order; those without text are empty.

    Raises:
        UnreadableFile: it cannot be parsed.
    """
    # Its parser for HTML knows no entities but HTML's own, loads nothing, and refuses trees of absurd depth.
    parser = html.HTMLParser(
        recover=True, huge_tree=False, no_network=True, remove_comments=True, remove_pis=True
    )
    try:
        tree = html.document_fromstring(markup, parser=parser)
    except (etree.LxmlError, ValueError, AssertionError) as error:
        raise UnreadableFile("Its text cannot be parsed.") from error
    yield from _pieces(tree)


def _pieces(tree: html.HtmlElement) -> Iterator[Piece]:
    gathered: list[str] = []
    level = hidden = 0
    # A walk by events: deep trees would end a recursion.
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        tag = element.tag if isinstance(element.tag, str) else ""
        if tag in _HIDDEN:
            hidden += 1 if event == "start" else -1
        if tag in _BLOCKS:
            yield Piece("".join(gathered), level)
            gathered = []
            # What a heading holds is of its level; what follows any block's end is not.
            level = _LEVELS.get(tag, level) if event == "start" else 0 if tag in _LEVELS else level
        text = element.text if event == "start" else element.tail
        if text and not hidden:
            gathered.append(text)
    yield Piece("".join(gathered), level)
