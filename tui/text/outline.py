"""Quotes and headings in the reader's order, and moving some of them in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.text.shelves import is_bookmark, name_of

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from models.bookmark import Entry


def moved_past(entries: Sequence[Entry], moved: Entry, past: Entry, direction: int) -> list[Entry]:
    """The order with an entry behind another one (direction 1), or before it (-1)."""
    order = [entry for entry in entries if name_of(entry) != name_of(moved)]
    place = _place_of(order, past) + (1 if direction == 1 else 0)
    return [*order[:place], moved, *order[place:]]


def section_moved(entries: Sequence[Entry], heading: Entry, direction: int) -> list[Entry]:
    """The order with a heading and its quotes behind the next section (direction 1), or before the one above (-1)."""
    begin = _place_of(entries, heading)
    end = begin + _section_at(entries[begin:])
    above, moved, below = list(entries[:begin]), list(entries[begin:end]), list(entries[end:])
    if direction == 1:
        past = _section_at(below)
        return [*above, *below[:past], *moved, *below[past:]]
    before = len(above) - _last_section(above)
    return [*above[:before], *moved, *above[before:], *below]


def put_below(entries: Sequence[Entry], moved: Collection[Entry], where: Entry) -> list[Entry]:
    """The order with some entries gathered below another one, which may be one of them."""
    names = {name_of(entry) for entry in moved}
    place = _place_of(entries, where) + 1
    above = [entry for entry in entries[:place] if name_of(entry) not in names]
    below = [entry for entry in entries[place:] if name_of(entry) not in names]
    return [*above, *(entry for entry in entries if name_of(entry) in names), *below]


def _place_of(entries: Sequence[Entry], wanted: Entry) -> int:
    return next(number for number, entry in enumerate(entries) if name_of(entry) == name_of(wanted))


def _section_at(entries: Sequence[Entry]) -> int:
    """How many entries the section has that comes first."""
    later = (number for number, entry in enumerate(entries) if number and not is_bookmark(entry))
    return next(later, len(entries))


def _last_section(entries: Sequence[Entry]) -> int:
    """How many entries the section has that comes last; quotes without a heading are one too."""
    heads = [number for number, entry in enumerate(entries) if not is_bookmark(entry)]
    return len(entries) - (heads[-1] if heads else 0)
