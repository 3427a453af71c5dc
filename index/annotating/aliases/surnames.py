"""Whose surname a surname alone is, where a collection has one bearer of it, or several."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from index.annotating.aliases.context import SAME_STORY, Context
from index.annotating.aliases.links import Links
from index.annotating.aliases.names import LocalName, join, join_equal, the_one
from index.annotating.aliases.normal import person_words
from index.annotating.names.titles import Sex, same_office, sex_told, titles_in

Person = tuple[LocalName, tuple[str, ...]]
"""A name with its words, each in the spelling that stands for all its spellings."""

_ALONE_AT_MOST = 2
"""How many times as often as in full a surname may stand alone in articles of the same story."""
_WHO: Mapping[Sex | None, str] = {"m": "man", "f": "woman", None: "one"}


class Bearing(NamedTuple):
    """What articles say of somebody beside the name."""

    sex: Sex | None
    offices: frozenset[str]

    def may_be(self, other: "Bearing") -> bool:
        """Whether both can be one, as far as Mr and Mrs go."""
        return self.sex is None or other.sex is None or self.sex == other.sex

    def offices_of_both(self, other: "Bearing") -> set[str]:
        """The offices that both may hold."""
        return {office for office in self.offices if _is_one_of(office, other.offices)}


def bearing(names: Iterable[LocalName], context: Context) -> Bearing:
    """What articles say of whom some names stand for.

    Of a surname without a title nothing is said: its mentions may be anybody's.
    """
    told: list[Sex | None] = []
    offices: set[str] = set()
    given = ""
    for name in sorted(names, key=lambda name: -name.mentions):
        own = titles_in(name.name)
        if own.shown is None and " " not in name.name:
            continue
        beside = context.titles(name)
        told += [own.sex] if own.sex else [titles.sex for titles in beside]
        held = {office for titles in beside for office in titles.offices}
        offices |= {office for office in held if _is_one_of(office, own.offices)} or own.offices or held
        given = given or ("" if own.shown else name.name)
    return Bearing(sex_told(told, given), frozenset(offices))


def contradiction(one: Bearing, other: Bearing) -> str | None:
    """What is different about two whom a surname would make one, in words; None where nothing is."""
    if not one.may_be(other):
        return "one is called Mr, the other Mrs or Ms, or their given names say so"
    if one.offices and other.offices and not one.offices_of_both(other):
        return f"one is called {_most_telling(one.offices)}, the other {_most_telling(other.offices)}"
    return None


def _most_telling(offices: Iterable[str]) -> str:
    return max(offices, key=lambda office: (len(office), office))


def _is_one_of(office: str, offices: Iterable[str]) -> bool:
    return any(same_office(office, other) for other in offices)


class _Bearer(NamedTuple):
    name: LocalName
    mentions: int
    bearing: Bearing


def link_surnames(
    people: Iterable[Person], links: Links[str], mentions: Mapping[str, int], context: Context
) -> None:
    """Take a surname alone for the one person whose it can be, if that person is named more often.

    A word that stands alone more often than with a given name is more likely a company, or somebody whose full name
    no article gives, unless the articles tell the same story. Of several bearers a title tells: "Mrs Kern" is the
    only woman, "Minister Kern" the only one who is called a minister. What could be several people's is nobody's.

    Args:
        people: The names of people, those in full joined as far as they are one.
        links: Joins made so far.
        mentions: How often each name of any kind is mentioned.
        context: The articles in which names stand.
    """
    alone: defaultdict[str, list[LocalName]] = defaultdict(list)
    full: defaultdict[str, list[LocalName]] = defaultdict(list)
    for name, words in people:
        if words:
            (full if len(words) > 1 else alone)[words[-1]].append(name)
    for surname, names in alone.items():
        _Surname(names, full.get(surname, []), links, mentions, context).link()


class _Surname:
    """The names with one surname."""

    def __init__(
        self,
        alone: Sequence[LocalName],
        full: Sequence[LocalName],
        links: Links[str],
        mentions: Mapping[str, int],
        context: Context,
    ) -> None:
        self._alone = sorted(alone, key=lambda name: (-name.mentions, name.key))
        self._full = full
        self._links = links
        self._mentions = mentions
        self._context = context

    def link(self) -> None:
        """Join what can be joined."""
        if not self._are_several():
            self._join_alike(self._alone)
            named = sum(name.mentions for name in self._full)
            for name in self._alone:
                person = the_one(self._full, self._links)
                if person is not None and self._is_named_enough(name, person, named):
                    reason = "surname of {}, the only one in the collection"
                    join(self._links, name, person, reason, "full name of {}", confidence="likely")
            return
        bearers = self._bearers()
        left = [name for name in self._alone if not self._join_titled(name, bearers)]
        sexes = {titles_in(name.name).sex for name in left} | {bearer.bearing.sex for bearer in bearers}
        if {"m", "f"} <= sexes:
            for sex in ("m", "f", None):
                self._join_alike([name for name in left if titles_in(name.name).sex == sex])
        else:
            self._join_alike(left)

    def _are_several(self) -> bool:
        """Whether the names tell that these are several people."""
        roots = {self._links.root(name.key) for name in self._full}
        sexes = {sex for name in self._alone if (sex := titles_in(name.name).sex) is not None}
        if sexes and len(roots) == 1 and (sex := bearing(self._full, self._context).sex) is not None:
            sexes.add(sex)
        return len(roots) > 1 or len(sexes) > 1

    def _bearers(self) -> list[_Bearer]:
        groups: defaultdict[str, list[LocalName]] = defaultdict(list)
        for name in self._full:
            groups[self._links.root(name.key)].append(name)
        return [
            _Bearer(
                max(names, key=lambda name: (name.mentions, name.key)),
                sum(name.mentions for name in names),
                bearing(names, self._context),
            )
            for names in groups.values()
        ]

    def _join_titled(self, name: LocalName, bearers: Sequence[_Bearer]) -> bool:
        own = bearing([name], self._context)
        fitting = [bearer for bearer in bearers if own.may_be(bearer.bearing)]
        reason = f"surname of {{}}, the only {_WHO[own.sex]} here who has it"
        if own.sex is None or len(fitting) != 1:
            fitting = [bearer for bearer in fitting if own.offices_of_both(bearer.bearing)]
            if len(fitting) == 1:
                office = _most_telling(own.offices_of_both(fitting[0].bearing))
                reason = f"surname of {{}}, called {office} in other articles"
        if len(fitting) != 1 or not self._is_named_enough(name, fitting[0].name, fitting[0].mentions):
            return False
        join(self._links, name, fitting[0].name, reason, "full name of {}", confidence="likely")
        return True

    def _is_named_enough(self, name: LocalName, person: LocalName, named: int) -> bool:
        alone = sum(self._mentions[key] for key in self._links.members(name.key))
        return named > alone or (
            named * _ALONE_AT_MOST > alone and self._context.alike(name, person) >= SAME_STORY
        )

    def _join_alike(self, names: Sequence[LocalName]) -> None:
        for name in names[1:]:
            same = person_words(name.name) == person_words(names[0].name)
            reason = "{} written differently" if same else "spelling variant of {}"
            join_equal(self._links, name, names[0], reason)
