"""Which names of countries, cities and other places are one place."""

from collections import defaultdict
from collections.abc import Iterable

from index.annotating.aliases.links import Links
from index.annotating.aliases.names import LocalName, join_equal
from index.annotating.aliases.normal import body_key, folded, is_acronym, sounds
from index.annotating.aliases.tables import cities_by_other_name
from index.annotating.names.gazetteer import Gazetteer
from models.kind import Kind

_SHORTEST_TRANSLITERATED = 5
"""Letters of a place's name that may be transliterated in another way: Žerav, Zherav."""
_NOT_COUNTRIES = frozenset({"georgia"})
"""A country that is also an American state keeps to its one string."""


def link_places(names: Iterable[LocalName], links: Links[str], known: Gazetteer) -> None:
    """Join names of places, the sure ways first."""
    names = list(names)
    _countries(names, links, known)
    _cities(names, links, known)
    _transliterations(names, links, known)


def country_code(name: str, known: Gazetteer) -> str | None:
    """The ISO 3166 code of a country by any of its names; None for what is none, and for "us" and "In"."""
    bare = folded(name.removeprefix("the ").removeprefix("The "))
    if bare in _NOT_COUNTRIES or name.islower() or (len(name) == 2 and not name.isupper()):
        return None
    return known.countries.get(bare)


def is_listed(name: str, known: Gazetteer) -> bool:
    """Whether a name is a place's or a people's that the gazetteer knows."""
    return name in known.places or name in known.peoples or folded(name) in known.countries


def _countries(names: Iterable[LocalName], links: Links[str], known: Gazetteer) -> None:
    first: dict[str, LocalName] = {}
    for name in sorted(names, key=lambda name: (-name.mentions, name.key)):
        code = country_code(name.name, known) if name.kind in (Kind.PLACE, Kind.ORG) else None
        if code is not None:
            same = first.setdefault(code, name)
            join_equal(links, name, same, "another name of the country {}")


def _cities(names: Iterable[LocalName], links: Links[str], known: Gazetteer) -> None:
    """Join Kiev with Kyiv, Bombay with Mumbai; but Oklahoma City is not Oklahoma."""
    by_name = {name.name: name for name in names if name.kind is Kind.PLACE}
    usual = cities_by_other_name() if len(by_name) > 1 else {}
    for written, name in by_name.items():
        city = by_name.get(usual.get(written, ""))
        if city is not None and not _is_wider(written, known) and not _is_wider(city.name, known):
            join_equal(links, name, city, "another name of the city {}")


def _is_wider(name: str, known: Gazetteer) -> bool:
    """Whether a name is also a country's, a state's or a region's."""
    return name in known.wider or folded(name) in known.countries


def _transliterations(names: Iterable[LocalName], links: Links[str], known: Gazetteer) -> None:
    """Join places that are one when accents and other alphabets are written in one way, as Žerav and Zherav."""
    heard: dict[str, list[LocalName]] = defaultdict(list)
    for name in names:
        key = body_key(name.name)
        plain_word = any(known.is_ordinary(word) for word in key.split())
        if name.kind is not Kind.PLACE or is_listed(name.name, known) or is_listed(name.name.title(), known):
            continue
        if len(key) >= _SHORTEST_TRANSLITERATED and not plain_word and not is_acronym(name.name):
            heard[" ".join(sounds(word) for word in key.split())].append(name)
    for block in heard.values():
        best = max(block, key=lambda name: (name.mentions, name.key))
        for name in block:
            join_equal(links, name, best, "spelling variant of {}", confidence="likely")
