"""The names in texts that are read together, found by rules, lists and what the texts say of each other's words."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Protocol

from index.annotating.names import cues
from index.annotating.names.cutting import Cutter
from index.annotating.names.derived import derived_peoples
from index.annotating.names.evidence import Judge, Votes
from index.annotating.names.gazetteer import Gazetteer, gazetteer
from index.annotating.names.numbered_units import numbered_units
from index.annotating.names.ordinary import Ordinary
from index.annotating.names.pieces import Piece
from index.annotating.names.runs import runs
from index.annotating.names.statistics import Statistics
from models.annotation import Mention
from models.kind import Kind

_FOR_A_MENTION = 1.1
"""Votes that a name needs; a single unknown word inside a sentence, seen once, stays below."""
_COLLECTION_SHARE = 0.5
_SURNAME_VOTE = 3.0
_DEFINED_VOTE = 4.0
_STRONG_PLACE = 2.6
_DERIVED_VOTE = 3.0
"""For a people and the place it is called after, where the texts name both."""


class Recogniser(Protocol):
    """Finds names in texts. `entity` of its mentions stays None."""

    def recognise(self, texts: Sequence[str], statistics: Statistics) -> list[list[Mention]]:
        """The mentions of each text, in order of start, without overlap.

        Args:
            texts: Texts that are read together and speak for each other.
            statistics: How words are written in these texts and all that came before.
        """
        ...


@dataclass(frozen=True, slots=True)
class Reading:
    """The pieces of one text with what speaks for each kind."""

    pieces: list[Piece]
    votes: list[Votes]
    """Of each piece by itself."""
    pooled: dict[str, Votes]
    """Of each name over the whole text."""

    def link(self) -> None:
        """Let full names speak for surnames, and names for their abbreviations in parentheses."""
        _link_surnames(self.pieces, self.pooled, gazetteer())
        _link_definitions(self.pieces, self.pooled)

    def kinds(self) -> Iterator[Kind | None]:
        """The kind of each piece in order, None where it is no name."""
        return (_kind(self.pooled[piece.name], piece) for piece in self.pieces)

    def named(self) -> Iterator[tuple[Piece, Kind]]:
        """The pieces that are names."""
        return ((piece, kind) for piece, kind in zip(self.pieces, self.kinds(), strict=True) if kind)


class RuleRecogniser:
    """The recogniser that needs no training: every piece collects votes, a text and the collection pool them."""

    def __init__(self) -> None:
        self._seen: dict[str, Counter[Kind | None]] = defaultdict(Counter)
        self._words: set[str] = set()

    def recognise(self, texts: Sequence[str], statistics: Statistics) -> list[list[Mention]]:
        """See `Recogniser.recognise`; remembers over calls what kind each name was."""
        readings = self.read(texts, statistics)
        for reading in readings:
            for piece, vote in zip(reading.pieces, reading.votes, strict=True):
                if vote and not piece.headline:
                    self._seen[piece.name][strongest(vote)] += 1
        found: list[list[Mention]] = []
        for text, reading in zip(texts, readings, strict=True):
            self._add_collection(reading.pooled)
            reading.link()
            found.append([piece.mention(text, kind) for piece, kind in reading.named()])
        return found

    def read(self, texts: Sequence[str], statistics: Statistics) -> list[Reading]:
        """What each text says of its own pieces, without what others say of the same names."""
        known = gazetteer()
        ordinary = Ordinary(known, statistics)
        cutter, judge = Cutter(known, ordinary), Judge(known, ordinary)
        cut = [_pieces(text, cutter, ordinary, known) for text in texts]
        self._words.update(word for pieces in cut for piece in pieces for word in piece.words)
        peoples = derived_peoples(self._words, known)
        places = frozenset(peoples.values())
        readings: list[Reading] = []
        for pieces in cut:
            votes = [judge.votes(piece) for piece in pieces]
            for piece, vote in zip(pieces, votes, strict=True):
                if piece.name in peoples or piece.name in places:
                    kind = Kind.NORP if piece.name in peoples else Kind.PLACE
                    vote[kind] = vote.get(kind, 0.0) + _DERIVED_VOTE
            readings.append(Reading(pieces, votes, _pooled(pieces, votes)))
        return readings

    def _add_collection(self, pooled: dict[str, Votes]) -> None:
        for name, votes in pooled.items():
            seen = self._seen.get(name)
            if not seen:
                continue
            total = seen.total()
            for kind, count in seen.items():
                votes[kind] = votes.get(kind, 0.0) + _COLLECTION_SHARE * min(4, count) * count / total


def _pieces(text: str, cutter: Cutter, ordinary: Ordinary, known: Gazetteer) -> list[Piece]:
    """The pieces of a text in order; a numbered unit is one whole."""
    units = [Piece.of_unit(text, start, end) for start, end in numbered_units(text)]
    pieces = [
        piece for run in runs(text, ordinary, known.places.__contains__) for piece in cutter.pieces(run)
    ]
    if not units:
        return pieces
    apart = [piece for piece in pieces if not any(u.start < piece.end and piece.start < u.end for u in units)]
    return sorted(apart + units, key=lambda piece: piece.start)


def _pooled(pieces: Iterable[Piece], votes: Iterable[Votes]) -> dict[str, Votes]:
    """The votes of all pieces of the same name in one text; more of them add less and less."""
    sums: dict[str, Votes] = {}
    counts: Counter[str] = Counter()
    for piece, own in zip(pieces, votes, strict=True):
        total = sums.setdefault(piece.name, {})
        counts[piece.name] += 1
        for kind, weight in own.items():
            total[kind] = total.get(kind, 0.0) + weight
    for name, total in sums.items():
        damping = counts[name] ** 0.5
        for kind in total:
            total[kind] /= damping
    return sums


def _link_surnames(pieces: Iterable[Piece], pooled: dict[str, Votes], known: Gazetteer) -> None:
    """A word that ends a person's full name in the same text is that person, unless it is a well-known place."""
    for piece in pieces:
        if len(piece.words) < 2 or _best(pooled[piece.name]) is not Kind.PERSON:
            continue
        for part in (piece.words[-1], " ".join(piece.words[-2:]), piece.words[0]):
            own = pooled.get(part)
            if own is None or part == piece.name or known.places.get(part, 0.0) > _STRONG_PLACE:
                continue
            own[Kind.PERSON] = max(own.get(Kind.PERSON, 0.0), 0.0) + _SURNAME_VOTE


def _link_definitions(pieces: Sequence[Piece], pooled: dict[str, Votes]) -> None:
    """An abbreviation in parentheses after a longer name is of the same kind."""
    for name, short in pairwise(pieces):
        if short.start - name.end == 2 and name.right.startswith(" (") and short.right[:1] in (")", "/"):
            kind = _best(pooled[name.name])
            if (
                kind in (Kind.ORG, Kind.PLACE, Kind.EVENT)
                and short.words[0].isupper()
                and len(name.words) > 1
            ):
                own = pooled[short.name]
                own[kind] = own.get(kind, 0.0) + _DEFINED_VOTE


def strongest(votes: Votes) -> Kind | None:
    """The kind with most votes; the same one of equals wherever it is asked."""
    return max(votes, key=lambda kind: (votes[kind], kind or ""))


def _best(votes: Votes) -> Kind | None:
    if not votes:
        return None
    kind = strongest(votes)
    return kind if votes[kind] >= _FOR_A_MENTION else None


def _kind(votes: Votes, piece: Piece) -> Kind | None:
    if len(piece.words) == 1 and piece.words[0] in cues.CALENDAR:
        return None
    return _best(votes)
