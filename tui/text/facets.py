"""Outlets, months, names and kinds of file to choose from: which ones typing means, and how they are drawn."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from rich.cells import cell_len

from index.query.narrowing import (
    OUTLET_UNKNOWN,
    UNDATED,
    from_outlet,
    has,
    in_month,
    naming,
    saved_as,
)
from index.query.plain import FILES
from index.words import fold
from models.kind import Kind
from tui.text.dates import long_month, month_of, span_of
from tui.text.painting import Run, Runs, shorten_text
from tui.text.safety import printable
from tui.text.sparkline import bar

if TYPE_CHECKING:
    from models.search import Facets

_LEAST_BAR, _MOST_BAR = 6, 16
"""Cells of the longest bar: fewer would tell no difference, and more would stand far from its name."""
_WIDE = 30
"""Cells from which on a list has bars even where they cost its longest names their ends."""
_MANY_MONTHS = 12
"""Months up to which years would only stand in the way."""
_LEAST_TYPED = 4
"""Letters under which nothing is looked for that is merely like them: two of three are in many names."""
_KINDS = {Kind.PERSON: "person people", Kind.ORG: "organisation body", Kind.PLACE: "place"}
"""What else typing means a name: all of its kind."""
_LIKE = 75
"""How like a name must be to letters that it does not begin with, of 100; one slip in four."""


@dataclass(frozen=True)
class Choice:
    """An outlet, a month or a name that the results can be restricted to."""

    label: str
    articles: int
    clause: str | None
    """The restriction, as text of a query; None where none can be written."""
    words: tuple[str, ...]
    """What its words begin with means it, folded."""
    stated: bool = True
    """Whether it stands for an outlet, date or name; False for the articles that state none."""
    ink: str = "text"
    sums_up: bool = False
    """Whether it holds the choices below it, and so is no further one."""
    also: tuple[str, ...] = ()
    """Words of other names that mean it too, folded."""


def outlets(facets: Facets) -> list[Choice]:
    """The outlets, the most articles first; those that state none last."""
    found = [
        Choice(o.name, o.articles, from_outlet(o.name), tuple(fold(o.name).split())) for o in facets.outlets
    ]
    if facets.unknown:
        found.append(Choice("outlet unknown", facets.unknown, OUTLET_UNKNOWN, ("unknown",), stated=False))
    return found


def months(facets: Facets) -> list[Choice]:
    """The months, the earliest first, where there are many each year above its own; undated articles last."""
    found: list[Choice] = []
    for year, its_own in groupby(facets.months, key=lambda m: m.name[:4]):
        months_ = list(its_own)
        if len(facets.months) > _MANY_MONTHS:
            total = sum(m.articles for m in months_)
            found.append(Choice(year, total, in_month(year), (year,), sums_up=True))
        found += [
            Choice(
                month_of(m.name),
                m.articles,
                in_month(m.name),
                (m.name, *fold(long_month(m.name)).split(), m.name[5:]),
            )
            for m in months_
        ]
    if facets.undated:
        found.append(Choice("undated", facets.undated, UNDATED, ("undated",), stated=False))
    return found


def kinds(facets: Facets) -> list[Choice]:
    """The kinds of file, the most articles first."""
    return [
        Choice(words, k.articles, saved_as(k.name), tuple(fold(words).split()))
        for k in facets.kinds
        for words in [FILES[k.name]]
    ]


def names(facets: Facets) -> list[Choice]:
    """The names, the most articles first."""
    return [
        Choice(
            n.name,
            n.articles,
            naming(n.name, n.kind),
            (*fold(n.name).split(), *_KINDS[n.kind].split()),
            ink=n.kind.value.lower(),
            also=tuple(fold(" ".join(n.aliases)).split()),
        )
        for n in facets.names
    ]


def meant(choices: Sequence[Choice], typed: str) -> list[Choice]:
    """Those that have words beginning with all that was typed, in their order; all where nothing was."""
    wanted = fold(typed).split()
    return [c for c in choices if all(any(word.startswith(w) for word in c.words + c.also) for w in wanted)]


def resembling(choices: Sequence[Choice], typed: str) -> list[Choice]:
    """Those that what was typed may be a slip for, the likeliest first."""
    from rapidfuzz import fuzz

    wanted = fold(typed).strip()
    if len(wanted) < _LEAST_TYPED:
        return []
    likeness = [(fuzz.partial_ratio(wanted, " ".join(choice.words)), choice) for choice in choices]
    found = sorted((pair for pair in likeness if pair[0] >= _LIKE), key=lambda pair: -pair[0])
    return [choice for _, choice in found]


LISTS = ("outlets", "months", "names", "kinds")
"""The lists, in the order in which they are gone through."""


def listed(facets: Facets, query: str) -> dict[str, list[Choice]]:
    """What is in each of `LISTS`; kinds of file only where they tell articles apart or the query has one already."""
    found = kinds(facets)
    tell = len(found) > 1 or any(taken(kind, query) for kind in found)
    return {
        "outlets": outlets(facets),
        "months": months(facets),
        "names": names(facets),
        "kinds": found if tell else [],
    }


class Left(NamedTuple):
    """What typing leaves, and in which list."""

    where: str
    choices: list[Choice]
    nearly: bool
    """Whether these are merely like what was typed."""


def left_by(
    typed: str, lists: Mapping[str, Sequence[Choice]], turn: Sequence[str], *, forgiving: bool
) -> Left:
    """What typing leaves in the first list that has any; nothing of the very first where none has.

    Args:
        typed: The letters.
        lists: As `listed` gives them.
        turn: In which order they are looked through, at least one.
        forgiving: Whether what is merely like the letters will do where nothing begins with them.
    """
    for among in (meant, resembling) if forgiving else (meant,):
        for name in turn:
            if found := among(lists[name], typed):
                return Left(name, found, among is resembling)
    return Left(turn[0], [], nearly=False)


def draw(choices: Sequence[Choice], query: str) -> list[Callable[[int], list[Runs]]]:
    """A line for each: name, count and bar in columns; those that the query has already are ticked."""
    names = [_name(choice, query) for choice in choices]
    columns = _Columns(
        names=max(map(cell_len, names), default=0),
        digits=max((len(f"{choice.articles:,}") for choice in choices), default=0),
        most=max((choice.articles for choice in choices if not choice.sums_up), default=0),
    )
    return [partial(_line, choice, name, columns) for choice, name in zip(choices, names, strict=True)]


class _Columns(NamedTuple):
    """What the lines of a list share."""

    names: int
    """Cells of the longest name."""
    digits: int
    most: int
    """Articles of the longest bar."""


def _name(choice: Choice, query: str) -> str:
    name = printable(" ".join(choice.label.split()))
    return f"{name} ✓" if taken(choice, query) else name


def taken(choice: Choice, query: str) -> bool:
    """Whether the query has the restriction already."""
    return choice.clause is not None and has(query, choice.clause)


def _line(choice: Choice, name: str, columns: _Columns, width: int) -> list[Runs]:
    digits = columns.digits
    room = min(_MOST_BAR, width - columns.names - digits - 3)
    if room < _LEAST_BAR:
        # In a narrow list a whole name is worth more than a bar beside half of one.
        room = _LEAST_BAR if width >= _WIDE else 0
    column = max(1, min(columns.names, width - digits - 3 - room))
    shown = shorten_text(name, column)
    return [
        [
            Run(shown + " " * (column - cell_len(shown)), (_ink(choice),)),
            Run(f"  {choice.articles:>{digits},} ", ("strong",)),
            Run("" if choice.sums_up else bar(choice.articles, columns.most, room), ("dim",)),
        ]
    ]


def _ink(choice: Choice) -> str:
    return "strong" if choice.sums_up else choice.ink if choice.stated else "untitled"


def told(facets: Facets) -> str:
    """What the results consist of, in a sentence or two."""
    if not facets.articles:
        return "No article is found, so there is nothing to narrow."
    parts = [_count(facets.articles, "article")]
    if not facets.full:
        parts = ["None has all the words", f"{parts[0]} with some"]
    if len(facets.outlets) == 1 and not facets.unknown:
        parts.append(f"all from {printable(facets.outlets[0].name)}")
    elif not facets.outlets:
        parts.append("no outlet known")
    elif facets.full:
        parts.append(_count(len(facets.outlets), "outlet"))
    if facets.months and facets.full:
        parts.append(span_of(facets.months[0].name, facets.months[-1].name))
    if facets.undated:
        parts.append("none dated" if facets.undated == facets.articles else f"{facets.undated:,} undated")
    return " · ".join(parts)


def _count(count: int, noun: str) -> str:
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"
