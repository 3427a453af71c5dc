"""Military units and bases that are one by their number: "201st military base" and "base No. 201"."""

import re
from collections import defaultdict
from collections.abc import Iterable

from index.annotating.aliases.links import Links
from index.annotating.aliases.names import LocalName, join_equal
from index.annotating.aliases.normal import body_key

_NUMBER = re.compile(r"\b(\d+)(?:st|nd|rd|th)?\b")
_UNIT = re.compile(r"\b(base|brigade|division|battalion|regiment)\b")
_PLAIN_WORDS = frozenset({"military", "no", "the", "of", "in", "s"})


def link_units(names: Iterable[LocalName], links: Links[str]) -> None:
    """Join units by kind and number, where what else is said of them can be said of one: armour is no infantry."""
    units: dict[tuple[str, str], list[tuple[LocalName, frozenset[str]]]] = defaultdict(list)
    for name in names:
        unit = unit_of(name.name)
        if unit:
            units[unit].append((name, _attributes(name.name, unit[0])))
    for same in units.values():
        said = {words for _, words in same}
        one = all(words <= other or other <= words for words in said for other in said)
        first: dict[frozenset[str], LocalName] = {}
        for name, words in same:
            other = first.setdefault(frozenset() if one else words, name)
            join_equal(links, name, other, "the same kind and number as {}")


def unit_of(name: str) -> tuple[str, str] | None:
    """What kind of unit and which number a name speaks of: ("base", "201"); None for what is no unit."""
    unit, number = _UNIT.search(name.lower()), _NUMBER.search(name)
    return (unit[1], number[1]) if unit and number else None


def _attributes(name: str, unit: str) -> frozenset[str]:
    words = body_key(_NUMBER.sub(" ", name).replace("No.", " ")).split()
    return frozenset(words) - _PLAIN_WORDS - {unit}
