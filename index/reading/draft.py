"""What a format finds in a file, before passages are numbered and placed."""

from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from index.reading.passages import split_long
from index.reading.plain.mojibake import Mended
from index.reading.sanitising import one_line
from index.reading.stated.languages import language_of
from models.article import Article
from models.errors import UnreadableFile


class Block(NamedTuple):
    """A paragraph or heading of the article."""

    text: str
    kind: Literal["paragraph", "heading"] = "paragraph"


class Left(NamedTuple):
    """A line left out of the article, the reason, and the number of blocks before it."""

    text: str
    reason: str
    block: int


def told_mended(better: Mended) -> Left:
    """What a reader is told where a text had been decoded wrongly."""
    lines = "1 line" if better.lines == 1 else f"{better.lines} lines"
    # What was wrong was looked at before controls were taken out, and has some of them as letters' parts.
    return Left(one_line(better.sample) or "…", f"wrongly decoded, and mended in {lines}", 0)


class Unread(NamedTuple):
    """An entry of a file that gives no article, as `Draft.entry` names it, and the reason."""

    entry: str
    reason: str


@dataclass(slots=True)
class Draft:
    """An article in the making. Fields are as in `Article`; `found` tells where each stood.

    `entry` is the part of the file that it comes from, for people: an archive's entry, "line 7"; empty for the whole.
    """

    blocks: list[Block] = field(default_factory=list)
    left: list[Left] = field(default_factory=list)
    title: str | None = None
    standfirst: str | None = None
    outlet: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    updated: str | None = None
    url: str | None = None
    language: str | None = None
    credit: str | None = None
    found: dict[str, str] = field(default_factory=dict)
    entry: str = ""

    def note(self, name: str, value: str | tuple[str, ...] | None, place: str) -> None:
        """Keep a piece of metadata and its place, unless it is empty or an earlier place gave it."""
        if not isinstance(value, tuple):
            value = one_line(value)
        if value and not getattr(self, name):
            setattr(self, name, value)
            self.found[name] = place


def assemble(draft: Draft, name: str, part: int = 0) -> Article:
    """The finished article.

    Raises:
        UnreadableFile: the draft has neither passages nor a title.
    """
    passages: list[dict[str, object]] = []
    first_of_block: list[int] = []
    position = 0
    for block in draft.blocks:
        first_of_block.append(len(passages) + 1)
        pieces = split_long(block.text) if block.kind == "paragraph" else (block.text,)
        for piece in pieces:
            passages.append(
                {
                    "number": len(passages) + 1,
                    "start": position,
                    "end": position + len(piece),
                    "text": piece,
                    "kind": block.kind,
                }
            )
            position += len(piece) + 2
    if not passages and not draft.title:
        raise UnreadableFile("No article text was found in it.")
    first_of_block.append(len(passages) + 1)
    if not draft.language:
        draft.note("language", language_of(str(passage["text"]) for passage in passages), "words")
    # Validated together with its article a passage costs half of what it does alone.
    return Article.model_validate(
        {
            "path": name,
            "part": part,
            "title": draft.title,
            "standfirst": draft.standfirst,
            "outlet": draft.outlet,
            "authors": draft.authors,
            "published": draft.published,
            "updated": draft.updated,
            "url": draft.url,
            "language": draft.language,
            "credit": draft.credit,
            "passages": passages,
            "dropped": [
                {"text": line.text, "reason": line.reason, "before": first_of_block[line.block]}
                for line in draft.left
            ],
            "found": draft.found,
        }
    )
