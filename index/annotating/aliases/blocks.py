"""Which names could be one at all: those that share a key, directly or through others, and no others.

A collection's names fall into *blocks*, and each block is resolved by itself. So a name that comes or goes lets only
its own block be resolved again, and the outcome is the same as if all were. What a rule compares has to share a key
here, or the rule never sees the two together.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import IntFlag
from functools import cache
from typing import NamedTuple

from index.annotating.aliases.abbreviations import SHORTEST_INITIALS
from index.annotating.aliases.bodies import spelled_body
from index.annotating.aliases.names import LocalName
from index.annotating.aliases.normal import (
    COMPANY_ENDS,
    body_key,
    initials,
    is_acronym,
    person_words,
    skeleton,
    sound_bones,
    sounds,
    spelled_alike,
    without_company_end,
)
from index.annotating.aliases.offices import office_words
from index.annotating.aliases.places import country_code, is_listed
from index.annotating.aliases.short_forms import is_team_alone, team_of, without_generic_end
from index.annotating.aliases.suggesting import close_keys
from index.annotating.aliases.tables import cities_by_other_name, nicknames, other_names
from index.annotating.aliases.units import unit_of
from index.annotating.names import cues
from index.annotating.names.gazetteer import gazetteer
from index.words import fold
from models.kind import Kind

_BODIES = frozenset(fold(word) for word in cues.ORG_TAILS)


class Role(IntFlag):
    """What a name does under a key. A key joins its names into a block where some offer and some seek."""

    OFFERS = 1
    SEEKS = 2
    BOTH = 3


class BlockKey(NamedTuple):
    """A key of a name, equal to those of other names for the same rule only."""

    rule: str
    words: tuple[str, ...]
    role: Role = Role.BOTH


def keys_of(name: LocalName) -> set[BlockKey]:
    """All keys of a name. They depend on its forms, but not on how often any is used."""
    keys = {BlockKey("words", (body_key(name.name),))}
    keys.update(_of_person(name) if name.kind is Kind.PERSON else _of_body(name))
    return keys


def _of_person(name: LocalName) -> Iterator[BlockKey]:
    yield BlockKey("person", tuple(person_words(name.name)))
    words = spelled_alike(name.name)
    yield BlockKey("person", words)
    if len(words) < 2:
        if words and _is_surname(words[0]):
            yield BlockKey("surname", words, Role.SEEKS)
        return
    given, surname = words[0], words[-1]
    if _is_surname(surname):
        yield BlockKey("surname", (surname,), Role.OFFERS)
    yield BlockKey("bones", tuple(skeleton(word) for word in words))
    yield BlockKey("sound", (sounds(surname), *(sound_bones(word) for word in words[:-1])))
    yield BlockKey("ends", (given, surname))
    yield BlockKey("initial", (given[0], surname), Role.BOTH if len(given) == 1 else Role.OFFERS)
    yield BlockKey("tail", words, Role.SEEKS)
    for start in range(1, len(words) - 1):
        yield BlockKey("tail", words[start:], Role.OFFERS)
    for formal in nicknames().get(given, ()):
        yield BlockKey("ends", (formal, surname), Role.SEEKS)
    for rule, *about in close_keys(words):
        yield BlockKey(rule, tuple(about))


def _is_surname(word: str) -> bool:
    """Whether a word could be a surname; a company taken for a person would join all those with its ending."""
    return len(word) > 1 and word not in COMPANY_ENDS and word not in _BODIES


def _of_body(name: LocalName) -> Iterator[BlockKey]:
    known, key = gazetteer(), body_key(name.name)
    words = key.split()
    yield BlockKey("words", (without_company_end(key),))
    yield BlockKey("spelled", spelled_body(name.name))
    if key.endswith("s") and (name.kind is Kind.NORP or (name.kind is Kind.ORG and len(words) > 1)):
        yield BlockKey("words", (key[:-1],), Role.SEEKS)
    if not is_acronym(name.name):
        yield BlockKey("bones", (name.kind, *(skeleton(word) for word in words)))
    if name.kind is Kind.NORP:
        return
    if code := country_code(name.name, known):
        yield BlockKey("country", (code,))
    if name.kind is Kind.PLACE:
        yield BlockKey("sound", tuple(sounds(word) for word in words))
        yield BlockKey("city", (cities_by_other_name().get(name.name, name.name),))
    if unit := unit_of(name.name):
        yield BlockKey("unit", unit)
    if office := office_words(name.name, known):
        yield BlockKey("office", office)
    yield from _abbreviated(name, key)
    yield from _shortened(name, key)


def _shortened(name: LocalName, key: str) -> Iterator[BlockKey]:
    known = gazetteer()
    if team := team_of(name.name, known):
        yield BlockKey("team", (team.title(),), Role.OFFERS)
    elif is_team_alone(name):
        yield BlockKey("team", (name.name.title(),), Role.SEEKS)
    listed = is_acronym(name.name) or is_listed(name.name, known)
    if name.kind is Kind.ORG:
        for start in without_generic_end(name.name, known):
            yield BlockKey("start", (start,), Role.OFFERS)
        if not listed:
            yield BlockKey("start", (key,), Role.SEEKS)
    if listed:
        return
    words = spelled_alike(name.name)
    is_given = words and (words[0] in known.folded_given_names or words[0] in nicknames())
    if len(words) == 1 or (len(words) == 2 and is_given):
        yield BlockKey("surname", words[-1:], Role.SEEKS)


def _abbreviated(name: LocalName, key: str) -> Iterator[BlockKey]:
    if key in _well_known():
        yield BlockKey("abbreviation", (_well_known()[key],))
    if is_acronym(name.name):
        yield BlockKey("abbreviation", (key,))
        if len(key) >= SHORTEST_INITIALS:
            yield BlockKey("initials", (key,), Role.SEEKS)
        return
    if name.name.istitle() and " " not in name.name:
        yield BlockKey("abbreviation", (key,), Role.SEEKS)
    for form in name.forms:
        if is_acronym(form):
            yield BlockKey("abbreviation", (body_key(form),))
    if " " in name.name:
        yield BlockKey("initials", (initials(name.name).lower(),), Role.OFFERS)


@cache
def _well_known() -> Mapping[str, str]:
    """Keys of things with several well-known names, to one key for each thing: that of its shortest name."""
    return {
        body_key(name): min((body_key(other) for other in names), key=len)
        for names in other_names()
        for name in names
    }


def blocks(names: Sequence[LocalName], together: Iterable[Sequence[str]] = ()) -> list[list[LocalName]]:
    """Names in blocks, in their order.

    Args:
        names: Of a whole collection.
        together: Keys of names that are in one block for another reason, because the reader spoke of them.
    """
    union = Union(range(len(names)))
    by_key: dict[tuple[str, tuple[str, ...]], list[int]] = defaultdict(list)
    roles: dict[tuple[str, tuple[str, ...]], int] = defaultdict(int)
    number = {}
    for place, name in enumerate(names):
        number[name.key] = place
        for rule, words, role in keys_of(name):
            by_key[rule, words].append(place)
            roles[rule, words] |= role
    for key, places in by_key.items():
        if roles[key] == Role.BOTH:
            union.join_all(places)
    for keys in together:
        union.join_all([number[key] for key in keys if key in number])
    return [[names[place] for place in group] for group in union.groups()]


class Union:
    """Numbers joined into groups."""

    def __init__(self, items: Iterable[int]) -> None:
        self._parent: dict[int, int] = {item: item for item in items}

    def root(self, item: int) -> int:
        """What stands for the group of a number."""
        parent = self._parent
        while parent[item] != item:
            parent[item] = parent[parent[item]]
            item = parent[item]
        return item

    def add(self, items: Iterable[int]) -> None:
        """Numbers, each a group by itself unless it is here."""
        for item in items:
            self._parent.setdefault(item, item)

    def join_all(self, items: Sequence[int]) -> None:
        """Make the groups of some numbers one."""
        for item in items[1:]:
            self._parent[self.root(item)] = self.root(items[0])

    def groups(self) -> list[list[int]]:
        """All groups, in the order of their first numbers, each in order."""
        found: dict[int, list[int]] = defaultdict(list)
        for item in self._parent:
            found[self.root(item)].append(item)
        return list(found.values())
