"""Restrictions as text that a reader could have typed, and queries with and without them."""

import re
from datetime import date

from index.query.dates import span
from index.query.parsing import parse
from index.words import terms
from models.kind import Kind

OUTLET_UNKNOWN = "-outlet:*"
"""Articles that do not state their outlet."""
UNDATED = "-date:*"
"""Articles that do not state their date."""
UNREAD = "is:unread"
"""Articles that the reader was not in yet."""
_FIELDS = {Kind.PERSON: "person", Kind.ORG: "org", Kind.PLACE: "place"}


def from_outlet(name: str) -> str | None:
    """As `outlet:"The Courier"`; None for a name without a letter, which no query can ask for."""
    plain = _unquoted(name)
    return f'outlet:"{plain}"' if terms(plain) else None


def naming(name: str, kind: Kind) -> str | None:
    """As `person:"Davor Kern"`; None for a name without a letter."""
    plain = _unquoted(name)
    return f'{_FIELDS.get(kind, "name")}:"{plain}"' if terms(plain) else None


def _unquoted(name: str) -> str:
    return " ".join(re.sub(r'["“”„«»]', " ", name).split())


def in_month(month: str) -> str:
    """As "date:2021-07" of "2021-07"."""
    return f"date:{month}"


def in_days(first: date, last: date) -> str:
    """As "date:2021-07-28", "date:2021-07" or "date:2021" where the days are just that, else a range of days."""
    if first == last:
        return f"date:{first}"
    for name in (first.isoformat()[:7], first.isoformat()[:4]):
        if span(name) == (first, last):
            return f"date:{name}"
    return f"date:{first}..{last}"


def saved_as(kind: str) -> str:
    """As "kind:pdf"."""
    return f"kind:{kind}"


def excluded(clause: str) -> str:
    """The restriction to everything else."""
    return clause[1:] if clause.startswith("-") else f"-{clause}"


def narrowed(query: str, clause: str) -> str:
    """The query with a restriction; without it, where it stands in the query already.

    The opposite restriction is taken out. The new one stands in front, where an unfinished last word stays the
    last; in front of an OR that it would else belong to in part, a bracket opens, which the query's end closes.
    """
    if (without := _without(query, clause)) is not None:
        return without
    opposite = _without(query, excluded(clause))
    rest = (query if opposite is None else opposite).lstrip()
    beside = f"{clause} {rest}"
    nodes = parse(clause).nodes + parse(rest, typing=True).nodes
    return beside if parse(beside, typing=True).nodes == nodes else f"{clause} ({rest}"


def within(query: str, clause: str) -> str:
    """The query with a restriction, which may stand in it already."""
    return query if has(query, clause) else narrowed(query, clause)


def has(query: str, clause: str) -> bool:
    """Whether a restriction stands in the query."""
    return _without(query, clause) is not None


def _without(query: str, clause: str) -> str | None:
    match = re.search(rf"(?<!\S){re.escape(clause)}(?!\S)\s*", query)
    return query[: match.start()] + query[match.end() :] if match else None
