"""Which names of people may be one person, for the reader to say. Nothing here joins anything."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from index.annotating.aliases.context import Context
from index.annotating.aliases.links import Links
from index.annotating.aliases.names import LocalName, suggest
from index.annotating.aliases.normal import spelled_alike
from index.annotating.aliases.surnames import Person, bearing
from models.kind import Kind

_MOST_CANDIDATES = 6
"""Bearers of one surname beyond which nobody is suggested: it says too little."""
_NUMBERS = {2: "two", 3: "three", 4: "four", 5: "five", 6: "six"}
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
        if found is None:
            continue
        person, alike, likely, people = found
        # Where others are likely too, its mentions may well be several people's: whoever accepts should know.
        strength = 0.4 + 0.5 * alike if likely == 1 else 0.2 + 0.2 * alike
        among = f", one of {_NUMBERS[people]} who have it" if people > 1 else ""
        suggest(links, name, person, f"could be the surname of {{}}{among}", strength)


def _in_story(
    name: LocalName, bearers: Sequence[LocalName], links: Links[str], context: Context
) -> tuple[LocalName, float, int, int] | None:
    """Of the people whose a short name can be, the one whose articles are most like its own.

    Returns:
        The name in full, how alike the articles are, how many people's are alike at all, and how many people there
        are; None where nobody is likely.
    """
    groups: defaultdict[str, list[LocalName]] = defaultdict(list)
    for bearer in bearers:
        groups[links.root(bearer.key)].append(bearer)
    if not groups or len(groups) > _MOST_CANDIDATES or links.root(name.key) in groups:
        return None
    own = bearing([name], context)
    people = [group for group in groups.values() if own.sex is None or own.may_be(bearing(group, context))]
    found = [
        max(((context.shared(name, one), one.mentions, one.key, one) for one in group), key=_likeness)
        for group in people
    ]
    likely = [one for one in found if one[0] > 0]
    if not likely:
        return None
    person = max(likely, key=_likeness)[3]
    return person, context.alike(name, person), len(likely), len(people)


def _likeness(found: tuple[int, int, str, LocalName]) -> tuple[int, int, str]:
    return found[:3]


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
