"""What one piece says about its own kind: cues inside it, lists it is on, the words around it."""

import re
from collections.abc import Callable

from index.annotating.names import cues, world
from index.annotating.names.gazetteer import Gazetteer
from index.annotating.names.pieces import Piece
from models.kind import Kind

Votes = dict[Kind | None, float]
"""How strongly each kind is spoken for; None is "no name at all". One clear cue is worth about 3."""

_ACRONYM = re.compile(r"[A-Z][A-Z&-]{1,6}\d?|(?:[A-Z]\.){2,}|[A-Z]{2,}[a-z]?[A-Z]+")
_ROMAN = re.compile(r"[IVXLC]+")
_INITIAL = re.compile(r"[A-Z]\.?|[A-Z]\.[A-Z]\.?")
_AGE = re.compile(r", (?:\d{1,2}|aged \d{1,2}),? ")
_SPEAKS = re.compile(r"(?:,[^.]{0,30},)? ([a-z]+)")
_WELL_KNOWN_PLACE = 2.0
_ALSO_SURNAMES = cues.PLACE_TAILS & frozenset(
    "Woods Wood Hill Hills Lane Park Lake Rivers Bridge Forest Street Banks Marsh Field Fields Ford Castle Palace"
    " Gardens Wall Gate Coast Ward Creek Heath Camp Town Point Parish Falls Beach Towers Reef".split()
)
"""Ends of places that are surnames where a given name stands before them."""
_WHAT = re.compile(r" ([a-z]+)")
_SAYS_WHAT: dict[str, Kind] = dict.fromkeys(
    "border district province river valley airport crossing region city village town road bridge neighbourhood"
    " neighborhood area county island peninsula suburb dam reservoir lake canal basin gorge delta harbour harbor"
    " bank banks shore coast".split(),
    Kind.PLACE,
) | dict.fromkeys(
    "group movement party network militia newspaper magazine company website organisation organization bank militants"
    " fighters rebels insurgents guerrillas shares airline club brand subsidiary".split(),
    Kind.ORG,
)
"""What a small word behind a name says that it is."""
_PLACE_BEFORE = re.compile(
    r"\b(?:(?:[Rr]iver|[Ll]ake|[Mm]ount|[Vv]illage|[Tt]own|[Cc]ity|port|canal|upper|lower|downtown)"
    r"|(?:village|town|city|port|capital|territory|government|parliament|president|mayor|governor|people|citizens"
    r"|banks?|shores?|borders?|coast|valley|province|region|district|republic|north|south|east|west|outskirts|centre"
    r"|streets|residents|inhabitants)"
    r" of(?: the)?"
    r"|(?:go|goes|going|gone|went|come|comes|came|fly|flies|flew|drove|travel\w*|return\w*|fled|train|road|way|trip|visit)"
    r" to) $"
)
"""What says that an unknown name behind it is a place: "the river", "the mayor of"."""
_INSIDE_TITLES = frozenset({"of", "for", "and", "to", "in"})
"""Small words before a function word with a capital: the rest of a longer title, as in "Ode Of All Songs"."""
_COMPANY_ENDS = frozenset("Co CO Inc INC Ltd LTD Corp CORP PLC Plc SA AG NV".split())
_GIVEN_PARTS = 4
"""Words of a person's name at most, particles apart."""


class Judge:
    """Weighs one piece after another."""

    def __init__(self, gazetteer: Gazetteer, is_ordinary: Callable[[str], bool]) -> None:
        self._gazetteer = gazetteer
        self._is_ordinary = is_ordinary

    def votes(self, piece: Piece) -> Votes:
        """The kinds that a piece itself and its neighbours speak for."""
        votes: Votes = {}
        if piece.unit:
            return {Kind.ORG: 6.0}
        if piece.titled:
            _add(votes, Kind.PERSON, 4.0)
        self._lists(piece, votes)
        if len(piece.words) == 1:
            self._single(piece, votes)
        else:
            self._several(piece, votes)
        self._neighbours(piece, votes)
        return votes

    def _lists(self, piece: Piece, votes: Votes) -> None:
        known, name = self._gazetteer, piece.name
        if name in known.peoples:
            _add(votes, Kind.NORP, 4.0)
        elif name.isupper() and name.title() in known.peoples:
            _add(votes, Kind.NORP, 3.0)
        if name in world.KNOWN_BODIES:
            _add(votes, Kind.ORG, 5.0)
        place = known.places.get(name)
        if place is None and name.isupper() and len(name) > 3:
            place = known.places.get(name.title())
        if place is not None:
            common = len(piece.words) == 1 and (name in known.surnames or name in known.given_names)
            _add(votes, Kind.PLACE, place * 0.6 if common and place < 3 else place)

    def _single(self, piece: Piece, votes: Votes) -> None:
        word, known = piece.words[0], self._gazetteer
        if word in cues.NOT_NAMES or word in cues.GENERIC or word in cues.TITLES or word in cues.ROLE_WORDS:
            if not piece.titled:
                _add(votes, None, 4.0)
            return
        if len(word) == 1 or _ROMAN.fullmatch(word) or word.rstrip(".") in _COMPANY_ENDS:
            _add(votes, None, 6.0)
            return
        if _ACRONYM.fullmatch(word):
            if len(word) > 3 and self._is_ordinary(word.capitalize()):
                _add(votes, None, 3.0)
            elif not votes and not piece.headline:
                _add(votes, Kind.ORG, 2.5 if len(word) > 2 else 1.8)
            return
        share = 0.5 if votes.get(Kind.PLACE, 0.0) >= _WELL_KNOWN_PLACE else 1.0
        if word in known.given_names:
            _add(votes, Kind.PERSON, 1.2 * share)
        if word in known.surnames:
            _add(votes, Kind.PERSON, 0.9 * share)
        if self._is_ordinary(word):
            _add(votes, None, 3.0 if piece.initial or piece.headline else 1.6)
            _add(votes, Kind.ORG, 0.4)
        elif not votes:
            _add(votes, Kind.ORG, 0.5)
            _add(votes, Kind.PERSON, 0.4)
            _add(votes, Kind.PLACE, 0.3)
            if piece.initial:
                _add(votes, None, 0.8)

    def _several(self, piece: Piece, votes: Votes) -> None:
        words = [word for word in piece.words if not word[0].islower()] or list(piece.words)
        first, last = words[0], words[-1]
        linked = "of" in piece.words or "for" in piece.words
        if linked and any(word in cues.ORG_HEADS for word in words[:-1]):
            _add(votes, Kind.ORG, 3.0)
        if last in cues.ORG_TAILS or last.rstrip(".") in cues.ORG_TAILS or "&" in piece.words:
            _add(votes, Kind.ORG, 3.0)
        if first in cues.ORG_OPENERS:
            _add(votes, Kind.ORG, 3.0)
        if first.lower() in world.FUNCTION_WORDS and piece.left in _INSIDE_TITLES:
            _add(votes, None, 3.0)
        if last in cues.PLACE_TAILS:
            _add(votes, Kind.PLACE, 2.6)
        if first in cues.PLACE_HEADS or (first in cues.COMPASS and last in self._gazetteer.places):
            _add(votes, Kind.PLACE, 1.6)
        if last in cues.EVENT_TAILS or first in cues.EVENT_HEADS:
            _add(votes, Kind.EVENT, 3.5)
        given = len(words) == 2 and first in self._gazetteer.given_names
        if given and last in _ALSO_SURNAMES and piece.name not in self._gazetteer.places:
            votes.pop(Kind.PLACE, None)
        if not votes or piece.titled:
            self._person(words, piece, votes)

    def _person(self, words: list[str], piece: Piece, votes: Votes) -> None:
        known = self._gazetteer
        ordinary = sum(self._is_ordinary(word) and word not in known.given_names for word in words)
        short = len(words) <= _GIVEN_PARTS
        if short and words[0] in known.given_names:
            _add(votes, Kind.PERSON, 2.2 - 0.7 * ordinary)
        if short and any(_INITIAL.fullmatch(word) for word in words[:-1]):
            _add(votes, Kind.PERSON, 1.6)
        if short and len(words) > 1 and words[-1] in known.surnames:
            _add(votes, Kind.PERSON, 1.0)
        if any(word in cues.PARTICLES for word in piece.words):
            _add(votes, Kind.PERSON, 0.8)
        if self._named_after_place(words):
            _add(votes, Kind.ORG, 1.6)
        elif ordinary == 0 and short:
            _add(votes, Kind.PERSON, 1.0)
        if any(_ACRONYM.fullmatch(word) and not _INITIAL.fullmatch(word) for word in words):
            _add(votes, Kind.ORG, 1.5)
        if ordinary:
            _add(votes, Kind.ORG, 0.9)
            if ordinary == len(words):
                _add(votes, None, 0.8 + (1.5 if piece.initial or piece.headline else 0.0))

    def _named_after_place(self, words: list[str]) -> bool:
        """Whether a name holds a well-known place and no given name: "Houston Dynamo", "Real Madrid"."""
        known = self._gazetteer
        if words[0] in known.given_names:
            return False
        return any(known.places.get(word, 0.0) >= _WELL_KNOWN_PLACE for word in (words[0], words[-1]))

    def _neighbours(self, piece: Piece, votes: Votes) -> None:
        left, right = piece.left, piece.right
        open_to_place = Kind.ORG not in votes or votes[Kind.ORG] < 2
        if left in cues.PLACE_LEFT and open_to_place and Kind.NORP not in votes:
            _add(votes, Kind.PLACE, 1.0 if left == "in" else 0.6)
        placed = not piece.titled and open_to_place and Kind.NORP not in votes
        if placed and _PLACE_BEFORE.search(piece.before):
            _add(votes, Kind.PLACE, 2.0)
        if left == "the" and len(piece.words) < 3 and Kind.PLACE not in votes and Kind.NORP not in votes:
            _add(votes, Kind.ORG, 0.8)
            if Kind.PERSON in votes and not piece.titled:
                votes[Kind.PERSON] -= 1.5
        if _AGE.match(right):
            _add(votes, Kind.PERSON, 2.5)
        speaks = _SPEAKS.match(right)
        if speaks and speaks[1] in cues.SPEECH and Kind.NORP not in votes:
            _add(votes, Kind.PERSON, 0.8)
            if Kind.ORG in votes:
                _add(votes, Kind.ORG, 0.4)
        what = _WHAT.match(right)
        if what is not None and what[1] in _SAYS_WHAT and Kind.NORP not in votes:
            _add(votes, _SAYS_WHAT[what[1]], 2.0)
        if left in cues.SPEECH and not piece.initial and Kind.NORP not in votes:
            _add(votes, Kind.PERSON, 0.6)


def _add(votes: Votes, kind: Kind | None, weight: float) -> None:
    votes[kind] = votes.get(kind, 0.0) + weight
