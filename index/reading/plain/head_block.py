"""The lines under a headline that state outlet, byline and date together, in any order, on one line or several."""

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from index.reading.draft import Draft
from index.reading.plain.head_lines import signed_by
from index.reading.plain.lines import Line
from index.reading.stated.bylines import clean_authors, is_persons_name
from index.reading.stated.dates import date_line
from index.reading.stated.outlets import is_domain, is_titled_name, masthead_name, outlet_alone, same_outlet

_MOST_LINES = 4
_LONGEST = 120
"""Characters of a line that holds outlet, date and two or three authors side by side."""
_PARTED = re.compile(r"\s*[|·•]\s*|\s+[–—/-]\s+")
_SILENT = frozenset({"nothing"})
_TAKEN_AS = {"date": "date line", "author": "byline", "outlet": "outlet line"}
_ARTICLE = re.compile(r"The\s")


class _Stated(NamedTuple):
    """What one line of the block states; all empty for a short name that says nothing by itself."""

    line: Line
    outlet: str | None = None
    signed: tuple[str, ...] = ()
    named: str | None = None
    """A person's name without "by"."""
    published: str | None = None
    updated: str | None = None

    @property
    def kinds(self) -> frozenset[str]:
        """What it states, of outlet, author and date; "nothing" is a kind too, as one such line may be there."""
        author, date = self.signed or self.named, self.published or self.updated
        kinds = {"outlet": self.outlet, "author": author, "date": date}
        return frozenset(kind for kind, there in kinds.items() if there) or _SILENT


def take_head_block(draft: Draft, lines: Sequence[Line], outlet: str | None, day_first: bool | None) -> None:
    """Take outlet, byline and date from the lines that follow, if these are a block of such lines.

    One line must be a byline or a full date, and what stands beside it must name the outlet, or be a name that parts
    the byline from the date. Such a name, a place or a desk, stays in the text.

    Args:
        draft: receives them.
        lines: the lines after the headline or the standfirst.
        outlet: the outlet's name if other lines state it.
        day_first: as for `index.reading.read`.
    """
    for stated in _block(lines, day_first):
        if stated.kinds == _SILENT:
            continue
        name = stated.outlet
        draft.note("outlet", outlet if name and outlet and same_outlet(name, outlet) else name, "outlet line")
        draft.note("authors", stated.signed or clean_authors(stated.named or ""), "byline")
        draft.note("published", stated.published, "date line")
        draft.note("updated", stated.updated, "date line")
        stated.line.taken = next(place for kind, place in _TAKEN_AS.items() if kind in stated.kinds)
        stated.line.reason = None


def opens_head_block(lines: Sequence[Line], day_first: bool | None) -> bool:
    """Whether `take_head_block` would take the first of these lines."""
    block = _block(lines, day_first)
    return bool(block) and block[0].kinds != _SILENT


def _block(lines: Sequence[Line], day_first: bool | None) -> list[_Stated]:
    """The longest run of lines that are a head together; empty if they are none."""
    block = _told_once(_run(lines, day_first))
    while block and (block[-1].kinds == _SILENT or not _is_head(block)):
        block.pop()
    return _with_unusual_outlet(block)


def _run(lines: Sequence[Line], day_first: bool | None) -> Iterator[_Stated]:
    """What the first lines state, up to one that states nothing of the kind."""
    # The line of a site's address is dropped by its looks before its company is known.
    free = (line for line in lines if line.taken is None and (line.reason is None or is_domain(line.text)))
    for line in itertools.islice(free, _MOST_LINES):
        stated = _stated(line, day_first)
        if stated is None:
            return
        yield stated


def _told_once(run: Iterable[_Stated]) -> list[_Stated]:
    """The lines of a run up to one that repeats what was stated; beside a byline, a name alone states nothing."""
    run = list(run)
    if any(stated.signed for stated in run):
        run = [stated._replace(named=None) if stated.named == stated.line.text else stated for stated in run]
    seen: set[str] = set()
    block: list[_Stated] = []
    for stated in run:
        if stated.kinds & seen:
            break
        seen |= stated.kinds
        block.append(stated)
    return block


def _is_head(block: Sequence[_Stated]) -> bool:
    """Whether the lines together can be nothing else. Byline and date without an outlet are known line by line."""
    kinds = frozenset[str]().union(*(stated.kinds for stated in block))
    if any(stated.named for stated in block):
        return kinds >= {"outlet", "date"}
    return ("outlet" in kinds and len(kinds - _SILENT) >= 2) or kinds >= {"author", "date"} | _SILENT


def _with_unusual_outlet(block: list[_Stated]) -> list[_Stated]:
    """The block, where "The Harbour Lantern" between byline and date is the outlet by its article alone."""
    if any(stated.outlet for stated in block):
        return block
    return [
        stated._replace(outlet=masthead_name(stated.line.text))
        if stated.kinds == _SILENT and _ARTICLE.match(stated.line.text)
        else stated
        for stated in block
    ]


def _stated(line: Line, day_first: bool | None) -> _Stated | None:
    """What a line states, if all of it is stated by one of its pieces; None otherwise."""
    if len(line.text) > _LONGEST or (line.prose and line.ends):
        return None
    date = date_line(line.text, day_first)
    parts = date.parts if date else (line.text,)
    found = _Stated(line, published=date.published if date else None, updated=date.updated if date else None)
    for piece in _pieces(parts):
        name = outlet_alone(piece)
        signed = signed_by(piece)
        if name and not found.outlet:
            found = found._replace(outlet=name)
        elif signed and not found.signed:
            found = found._replace(signed=signed)
        elif is_persons_name(piece) and not found.named and not found.signed:
            found = found._replace(named=piece)
        elif piece == line.text and is_titled_name(piece):
            return found
        else:
            return None
    return None if found.named and found.signed else found


def _pieces(parts: Sequence[str]) -> Iterator[str]:
    for part in parts:
        for piece in filter(None, _PARTED.split(part)):
            before, comma, last = piece.rpartition(", ")
            if comma and outlet_alone(last):
                yield from (before, last)
            elif comma and not signed_by(piece):
                yield from piece.split(", ")
            else:
                yield piece
