"""People named right behind what they hold an office of: "the President of Norway Laura Finch" names both."""

import re
from collections.abc import Callable, Iterator, Sequence

from index.annotating.names import cues
from index.annotating.names.gazetteer import gazetteer
from index.annotating.names.titles import OFFICES
from index.annotating.network.found import DOUBTFUL, Name
from index.words import fold
from models.kind import Kind

_RULING = "minister|president|governor|mayor|premier|chancellor|king|queen|ambassador|senator"
"""Offices that are held of a country, a region or a town, and of nobody."""
_OFFICE_OF = re.compile(
    rf"\b(?P<office>{_RULING}|{OFFICES}|head|representative|member|chairperson|rector)"
    r"(?:\s+(?:of|for)(?:\s+[\w’'-]+){1,5}?)?\s+(?:of|for|in|at)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_REACH = 100
"""Code points before a name in which the office stands."""
_INITIAL = re.compile(r"[^\W\d_]\.")
_NO_PERSON = cues.ORG_TAILS | cues.PLACE_TAILS | cues.EVENT_TAILS | cues.LINKS
_SHORTEST, _LONGEST = 2, 4
"""Words of a person's full name."""


def apart(text: str, names: Sequence[Name]) -> Iterator[Name]:
    """The names, with a person behind what they hold an office of taken from it: "Norway", "Laura Finch".

    Args:
        text: The text that they stand in.
        names: In order, without overlap.
    """
    rest = list(names)
    while rest:
        name = rest.pop(0)
        beside = rest[0] if rest and _is_cut_in_two(name, rest[0]) else None
        whole = _joined(text, name, beside) if beside else name
        office = _office(text, whole)
        found = _Held(whole, names, office).parted() if office else None
        if found is None:
            yield name
            continue
        if beside:
            rest.pop(0)
        at, kind = found
        held = whole.text[:at].rstrip()
        yield Name(whole.start, whole.start + len(held), held, kind, max(name.score, DOUBTFUL))
        yield Name(whole.start + at, whole.end, whole.text[at:], Kind.PERSON, whole.score)


def _is_cut_in_two(name: Name, beside: Name) -> bool:
    """Whether a body's name may end inside what was read as a person: "Ministry of Foreign", "Affairs Laura Finch"."""
    return name.kind is Kind.ORG and beside.kind is Kind.PERSON and beside.start - name.end == 1


def _joined(text: str, name: Name, beside: Name) -> Name:
    return Name(name.start, beside.end, text[name.start : beside.end], beside.kind, beside.score)


def _office(text: str, name: Name) -> str | None:
    """The office that stands before a name long enough to be of two."""
    if name.text.count(" ") < _SHORTEST:
        return None
    found = _OFFICE_OF.search(text, max(0, name.start - _REACH), name.start)
    return found["office"].lower() if found else None


class _Held:
    """A name of several words behind an office, which may be of what the office is held of and of who holds it."""

    def __init__(self, name: Name, names: Sequence[Name], office: str) -> None:
        self._name = name
        self._kinds = {other.text: other.kind for other in names if other is not name}
        self._surnames = {
            other.text.split()[-1] for other in names if other is not name and other.kind is Kind.PERSON
        }
        self._rules = re.fullmatch(_RULING, office) is not None

    def parted(self) -> tuple[int, Kind] | None:
        """Where in the name the person begins, and the kind of what stands before; None where it is one name.

        What is known to be a place or body goes before what only the office says is one.
        """
        for kind_of in (self._known, self._ruled):
            found = self._where(kind_of)
            if found is not None:
                return found
        return None

    def _where(self, kind_of: Callable[[str], Kind | None]) -> tuple[int, Kind] | None:
        for gap in re.finditer(" ", self._name.text):
            held, person = self._name.text[: gap.start()], self._name.text[gap.end() :].split()
            kind = kind_of(held) if _SHORTEST <= len(person) <= _LONGEST else None
            if kind is not None and _NO_PERSON.isdisjoint(person) and self._is_person(person, kind_of):
                return gap.end(), kind
        return None

    def _is_person(self, words: Sequence[str], kind_of: Callable[[str], Kind | None]) -> bool:
        if words[0] in cues.ROLE_WORDS:
            return False
        told = words[0] in gazetteer().given_names or _INITIAL.match(words[0]) or words[-1] in self._surnames
        # Of a known place only a person's name is left where the whole was read as one.
        left = kind_of == self._known and self._name.kind is Kind.PERSON and len(words) == _SHORTEST
        return bool(told) or left

    def _known(self, held: str) -> Kind | None:
        """The kind of what lists, its own words or the rest of the text show to be a place or body."""
        words = held.split()
        if words[-1] in cues.PLACE_HEADS | cues.LINKS:
            return None
        elsewhere = self._kinds.get(held)
        if elsewhere in (Kind.PLACE, Kind.ORG):
            return elsewhere
        known = gazetteer()
        listed = held in known.places and held not in known.given_names
        if listed or fold(held) in known.countries or (words[-1] in cues.PLACE_TAILS and len(words) > 1):
            return Kind.PLACE
        body = words[0] in cues.ORG_HEADS or (words[-1] in cues.ORG_TAILS and len(words) > 1)
        return Kind.ORG if body else None

    def _ruled(self, held: str) -> Kind | None:
        """A place where the office is held of places, unless a person's name begins there."""
        words = held.split()
        known = gazetteer()
        names = words[-1] in cues.PLACE_HEADS | cues.LINKS or any(word in known.given_names for word in words)
        return Kind.PLACE if self._rules and not names else None
