"""Whom the names of people mean in one article, where several people bear one surname or none is named in full."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from index.annotating.aliases.normal import person_words, plain
from index.annotating.names.titles import Sex, Titles, same_office, sex_told, titles_at
from models.annotation import Mention
from models.kind import Kind


def people_meant(text: str, mentions: Sequence[Mention]) -> dict[int, str]:
    """The fullest name in a text of whomever each name of a person means.

    A shorter name stands for the one person who can be called so. Of several, titles tell: "Mrs Kern" is Jelena and
    not Davor, "Minister Kern" is whom the text introduces as a minister. A surname that is nobody's in full keeps the
    title that tells it from others, so that "Mr Kern" and "Mrs Kern" are two names over the collection, too.

    Args:
        text: The text the mentions were found in.
        mentions: Of any kind.

    Returns:
        Names by the places of their mentions among all of them.
    """
    named: defaultdict[str, list[int]] = defaultdict(list)
    for number, mention in enumerate(mentions):
        if mention.kind is Kind.PERSON:
            named[plain(mention.text)].append(number)
    people = _People(text, mentions, named)
    meant: dict[int, str] = {}
    for name, numbers in named.items():
        found = people.meant_by(name, numbers)
        for number, titled in _titled(name, [n for n in numbers if n not in found], people.titles).items():
            found[number] = titled
        meant.update(found)
    return meant


class _People:
    """Those whom a text names, with what it calls them."""

    def __init__(self, text: str, mentions: Sequence[Mention], named: Mapping[str, Sequence[int]]) -> None:
        self.titles: dict[int, Titles] = {}
        for numbers in named.values():
            for number in numbers:
                self.titles[number] = titles_at(text, mentions[number].start, mentions[number].end)
        self._named = named
        self._words = {name: person_words(name) for name in named}
        self._longer: defaultdict[str, list[str]] = defaultdict(list)
        for name, words in self._words.items():
            if len(words) > 1:
                for word in set(words):
                    self._longer[word].append(name)

    def meant_by(self, name: str, numbers: Sequence[int]) -> dict[int, str]:
        """The full names of whom mentions of a shorter name mean, as far as that can be said."""
        words = self._words[name]
        candidates = (
            [other for other in self._longer[words[-1]] if _stands_for(words, self._words[other])]
            if words
            else []
        )
        persons = self._persons(candidates)
        if not persons:
            return {}
        sexes = {person: self._sex(person) for person in persons}
        # Of whom nothing else is known, one title tells; two that contradict each other leave it open.
        called = {self.titles[number].sex for number in numbers}
        open_ = len(persons) == 1 and sexes[persons[0]] is None and {"m", "f"} <= called
        meant = {}
        for number in numbers:
            titles = self.titles[number]
            if titles.sex is not None and open_:
                continue
            fitting = [
                person for person in persons if titles.sex is None or sexes[person] in (None, titles.sex)
            ]
            if len(fitting) > 1 and titles.offices:
                fitting = [person for person in fitting if self._holds(person, titles.offices)]
            if len(fitting) == 1:
                meant[number] = fitting[0]
        return meant

    def _persons(self, candidates: Iterable[str]) -> list[str]:
        """The fullest names of the people whom some names can be."""
        persons: list[str] = []
        for name in sorted(
            candidates, key=lambda name: (len(self._words[name]), len(name), name), reverse=True
        ):
            if not any(_stands_for(self._words[name], self._words[person]) for person in persons):
                persons.append(name)
        return persons

    def _sex(self, person: str) -> Sex | None:
        return sex_told((self.titles[number].sex for number in self._named[person]), person)

    def _holds(self, person: str, offices: Iterable[str]) -> bool:
        held = {office for number in self._named[person] for office in self.titles[number].offices}
        return any(same_office(office, other) for office in offices for other in held)


def _stands_for(short: Sequence[str], full: Sequence[str]) -> bool:
    """Whether a name shortens another: "Kern", "Davor", "D. Kern" do "Davor Ivan Kern", but "Ivan" does not."""
    if len(short) >= len(full):
        return False
    if len(short) == 1:
        return short[0] in (full[-1], full[0])
    if short == full[-len(short) :]:
        return True
    given, rest = short[0], full[0]
    return short[-1] == full[-1] and (given == rest or (len(given) == 1 and rest.startswith(given)))


def _titled(name: str, numbers: Sequence[int], titles: Mapping[int, Titles]) -> dict[int, str]:
    """Names with titles for the mentions of a surname that nobody bears in full."""
    if len(person_words(name)) != 1 or name != name.split(maxsplit=1)[0]:
        return {}
    shown = {number: title for number in numbers if (title := titles[number].shown) is not None}
    if not _are_several([titles[number] for number in numbers]):
        most = Counter(shown.values()).most_common(1)
        return dict.fromkeys(numbers, f"{most[0][0]} {name}") if most else {}
    return {number: f"{title} {name}" for number, title in shown.items()}


def _are_several(titles: Iterable[Titles]) -> bool:
    """Whether one surname is of people of both sexes, or of two offices."""
    for one, other in combinations(set(titles), 2):
        if one.sex and other.sex and one.sex != other.sex:
            return True
        if (
            one.offices
            and other.offices
            and not any(same_office(a, b) for a in one.offices for b in other.offices)
        ):
            return True
    return False
