"""One text, one name, one kind: full names speak for surnames, the sure for the doubtful."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from index.annotating.aliases.normal import initials, is_acronym
from index.annotating.names.gazetteer import gazetteer
from index.annotating.network.bounds import BODY_WORDS
from index.annotating.network.found import GUESSED, Name, taken_by
from models.kind import Kind

_LEAST = 0.4
"""Score of a full name from which it speaks for its surname."""
_STRONG_PLACE = 2.6
"""Weight of a place that is more than anybody's surname."""
_AGAINST = 2.0
"""A kind takes a name over where its scores sum to this many times those of the other."""
_SHORTEST_SURNAME = 3
_DEFINITION = re.compile(r" \(([A-Z]{2,8})[)/]")
_WORD = re.compile(r"[^\W\d_]+")


def agreed(text: str, names: Sequence[Name]) -> list[Name]:
    """The names in order, with one kind for each, and wherever else in the text they stand."""
    _one_kind(names)
    _link_surnames(text, names)
    again = _again(text, names)
    return sorted([*names, *again], key=lambda name: name.start)


def _one_kind(names: Iterable[Name]) -> None:
    """Who is a person here is one there; a town and the club that goes by its name stay two."""
    scores: defaultdict[str, defaultdict[Kind, float]] = defaultdict(lambda: defaultdict(float))
    for name in names:
        scores[name.text][name.kind] += name.score
    for name in names:
        own = scores[name.text]
        if len(own) < 2:
            continue
        usual = max(own, key=lambda kind: (own[kind], kind))
        if {usual, name.kind} == {Kind.PLACE, Kind.ORG} and name.text in gazetteer().places:
            continue
        if own[usual] > _AGAINST * own[name.kind]:
            name.kind = usual


def _link_surnames(text: str, names: Sequence[Name]) -> None:
    """A word that ends a person's full name in the same text is that person, unless it is a well-known place."""
    surnames = _surnames(names)
    for name in names:
        if name.kind not in (Kind.ORG, Kind.PLACE) or surnames.get(name.text, 0.0) <= _LEAST:
            continue
        behind = _WORD.search(text, name.end, name.end + 20)
        if not (behind and behind[0] in BODY_WORDS and behind.start() == name.end + 1):
            name.kind = Kind.PERSON


def _surnames(names: Iterable[Name]) -> dict[str, float]:
    """The surnames of people named in full, with how sure it is that these are people."""
    places = gazetteer().places
    found: dict[str, float] = {}
    for name in names:
        if name.kind is Kind.PERSON and " " in name.text:
            surname = name.text.split()[-1]
            if places.get(surname, 0.0) < _STRONG_PLACE:
                found[surname] = max(found.get(surname, 0.0), name.score)
    return found


def _again(text: str, names: Sequence[Name]) -> list[Name]:
    """Where else names stand: those of several words, surnames, and abbreviations that the text defines."""
    known = gazetteer()
    kinds: dict[str, tuple[Kind, float]] = {}
    for name in names:
        if " " in name.text and name.score > GUESSED and name.text[0].isupper():
            kinds[name.text] = (name.kind, name.score)
    for surname, score in _surnames(names).items():
        if score > GUESSED and len(surname) >= _SHORTEST_SURNAME and not known.is_ordinary(surname.lower()):
            kinds.setdefault(surname, (Kind.PERSON, score))
    short = _defined(text, names)
    kinds.update(short)
    if not kinds:
        return []
    longest_first = sorted(kinds, key=lambda name: (-len(name), name))
    pattern = re.compile(r"(?<![\w@#])(?:" + "|".join(map(re.escape, longest_first)) + r")(?!\w)")
    taken = taken_by(names, len(text))
    found = []
    for match in pattern.finditer(text):
        if any(taken[match.start() : match.end()]) or (match[0] in short and _shouted(text, match.start())):
            continue
        kind, score = kinds[match[0]]
        found.append(Name(match.start(), match.end(), match[0], kind, score))
    return found


def _defined(text: str, names: Sequence[Name]) -> dict[str, tuple[Kind, float]]:
    """Abbreviations in parentheses behind the name whose initials they are."""
    found: dict[str, tuple[Kind, float]] = {}
    for name in names:
        match = _DEFINITION.match(text, name.end)
        if match and name.kind in (Kind.ORG, Kind.PLACE) and " " in name.text:
            same = Counter(match[1]) == Counter(word[0] for word in name.text.split() if word[0].isupper())
            if is_acronym(match[1]) and (same or initials(name.text) == match[1]):
                found[match[1]] = (name.kind, name.score)
    return found


def _shouted(text: str, at: int) -> bool:
    """Whether the line of a place in the text is in capitals, where an abbreviation may be a plain word."""
    begin, end = text.rfind("\n", 0, at) + 1, text.find("\n", at)
    words: list[str] = _WORD.findall(text[begin : end if end >= 0 else len(text)])
    return sum(1 for word in words if word.isupper()) * 2 > len(words)
