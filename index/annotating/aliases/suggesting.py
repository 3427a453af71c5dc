"""Which names of people may be one person, for the reader to say. Nothing here joins anything."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from index.annotating.aliases.context import Context
from index.annotating.aliases.links import Links
from index.annotating.aliases.names import LocalName, suggest
from index.annotating.aliases.normal import spelled_alike
from index.annotating.aliases.people import Person
from models.kind import Kind

_MOST_CANDIDATES = 6
"""Bearers of one surname beyond which nobody is suggested: it says too little."""
_MOST_TOGETHER = 30
"""Full names that share a key of `close_keys` beyond which they are compared no more."""
_SHORTEST = 4
_BEGINNING = 3
_CLOSE = 0.85
"""Jaro-Winkler similarity of two given names, or two surnames, that may be one: Alexis, Alexandros."""


def suggest_people(names: Iterable[LocalName], links: Links[str], context: Context) -> None:
    """Suggest whom short names may stand for, and which full names may be spellings of one.

    Only names whose articles have other rare names in common are put before the reader.
    """
    full: list[Person] = []
    short: list[tuple[LocalName, str]] = []
    for name in names:
        if name.kind is Kind.PERSON:
            words = spelled_alike(name.name)
            if len(words) > 1:
                full.append((name, words))
            elif words:
                short.append((name, words[0]))
    _bearers(short, full, links, context)
    _close_names(full, links, context)


def _bearers(
    short: Iterable[tuple[LocalName, str]], full: Iterable[Person], links: Links[str], context: Context
) -> None:
    by_surname: defaultdict[str, list[LocalName]] = defaultdict(list)
    for name, words in full:
        by_surname[words[-1]].append(name)
    for name, word in short:
        found = _in_story(name, by_surname[word], links, context)
        if found is not None:
            person, alike, rivals = found
            if rivals:
                # Its mentions may well be several people's: whoever accepts should know.
                suggest(links, name, person, "could be the surname of {}, or of another", 0.2 + 0.2 * alike)
            else:
                suggest(links, name, person, "could be the surname of {}", 0.4 + 0.5 * alike)


def _in_story(
    name: LocalName, bearers: Sequence[LocalName], links: Links[str], context: Context
) -> tuple[LocalName, float, int] | None:
    """The person whose articles are most like a short name's, how alike they are, and how many others it may be."""
    people: dict[str, tuple[float, int, str, LocalName]] = {}
    for bearer in bearers:
        found = (context.alike(name, bearer), bearer.mentions, bearer.key, bearer)
        root = links.root(bearer.key)
        if root not in people or found[:3] > people[root][:3]:
            people[root] = found
    likely = sorted((one for one in people.values() if one[0] > 0), key=lambda one: one[:3], reverse=True)
    if not likely or len(people) > _MOST_CANDIDATES:
        return None
    alike, _, _, person = likely[0]
    return person, alike, len(likely) - 1


def close_keys(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """What full names share that may be spellings of one: a surname and a given name's beginning, or the other way."""
    given, surname = words[0], words[-1]
    if len(surname) >= _SHORTEST and len(given) >= _BEGINNING:
        yield ("near given name", given[:_BEGINNING], surname)
    if len(surname) >= _SHORTEST and len(given) > 1:
        yield ("near surname", given, surname[:2], surname[-1:])


def _close_names(full: Sequence[Person], links: Links[str], context: Context) -> None:
    """Alexis and Alexandros of one surname, Askar and Askhar of one given name."""
    from rapidfuzz.distance import JaroWinkler

    close: defaultdict[tuple[str, ...], list[Person]] = defaultdict(list)
    for name, words in full:
        for key in close_keys(words):
            close[key].append((name, words))
    for same in close.values():
        if len(same) > _MOST_TOGETHER:
            continue
        for (name, words), (other, more) in combinations(same, 2):
            alike = context.alike(name, other)
            if alike <= 0 or context.together(name, other) > 0:
                continue
            given = JaroWinkler.similarity(words[0], more[0])
            surname = JaroWinkler.similarity(words[-1], more[-1])
            if min(given, surname) >= _CLOSE:
                rarer, fuller = sorted((name, other), key=lambda one: (one.mentions, one.key))
                strength = 0.2 + 0.4 * alike + 0.2 * min(given, surname)
                suggest(links, rarer, fuller, "could be {} spelled differently", strength)
