"""A text whose headings its format marks: cleaned as plain text is, and told what the format knows beyond that."""

from collections.abc import Iterable
from typing import NamedTuple

from index.reading.draft import Block, Draft, Left
from index.reading.plain.plain_text import read_plain

_FIELDS = (
    "title",
    "standfirst",
    "outlet",
    "authors",
    "published",
    "updated",
    "url",
    "language",
    "credit",
)


class Piece(NamedTuple):
    """A paragraph of a document, or a heading of a level from 1 for the highest."""

    text: str
    level: int = 0


def read_pieces(draft: Draft, pieces: Iterable[Piece], day_first: bool | None = None) -> Draft:
    """Add to a draft what a document's paragraphs and headings say. Pieces of white space only are passed over.

    Raises:
        UnreadableFile: nothing is left of them to read.
    """
    headings: dict[str, int] = {}
    lines: list[str] = []
    for piece in pieces:
        text = " ".join(piece.text.split())
        if text:
            lines.append(text)
            if piece.level:
                headings.setdefault(text, piece.level)
    return read_marked(draft, "\n\n".join(lines), headings, day_first)


def read_marked(draft: Draft, text: str, headings: dict[str, int], day_first: bool | None = None) -> Draft:
    """Add to a draft what a text says, given its headings with their levels, in their order.

    Raises:
        UnreadableFile: nothing is left of it to read.
    """
    first_heading = next(iter(headings), None)
    body = read_plain(text, day_first)
    if first_heading and headings[first_heading] == 1:
        draft.note("title", first_heading, "first heading")
    for name in _FIELDS:
        if name in body.found:
            draft.note(name, getattr(body, name), body.found[name])
    blocks = [
        Block(block.text, "heading" if block.text in headings else block.kind)
        for block in body.blocks
        if block.text != draft.title
    ]
    # A title that plain reading found but a better place contradicts is the article's after all.
    if body.title and body.title != draft.title:
        blocks.insert(0, Block(body.title, "heading" if body.title in headings else "paragraph"))
    draft.blocks = blocks
    draft.left = [Left(line.text, line.reason, min(line.block, len(blocks))) for line in body.left]
    return draft
