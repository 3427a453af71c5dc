"""What the guide says of names that the network found: docs/annotation.md has the last word."""

import re
from collections.abc import Sequence

from index.annotating.aliases.normal import is_acronym
from index.annotating.names import cues, world
from index.annotating.names.gazetteer import COUNTRY_WEIGHT, gazetteer
from index.annotating.names.recogniser import Reading
from index.annotating.network.agreement import agreed
from index.annotating.network.bounds import bounded
from index.annotating.network.found import DOUBTFUL, GUESSED, Name
from index.annotating.network.holders import apart
from index.annotating.network.place_cues import place_by_cues
from models.kind import Kind

_ABBREVIATED = re.compile(r"\b(?:Inc|Corp|Co|Ltd|Jr|Sr|Bros)$")
_STOP_INSIDE = re.compile(r"\.(?=,| [a-z(])")


def by_guide(text: str, names: Sequence[Name], reading: Reading) -> list[Name]:
    """The names as docs/annotation.md has them, in order.

    A unit known by its number is one whole, which only the rules know. A people is one whatever stands behind it. What
    is named beside people, bodies, places and peoples counts only where a cue says that it is an event. Who holds an
    office and what it is held of are two.
    """
    units = [piece for piece in reading.pieces if piece.unit]
    whole = [Name(unit.start, unit.end, text[unit.start : unit.end], Kind.ORG, 1.0) for unit in units]
    by_rules = {(piece.start, piece.end): kind for piece, kind in reading.named()}
    peoples = gazetteer().peoples
    kept: list[Name] = []
    for name in names:
        if any(unit.start < name.end and name.start < unit.end for unit in units):
            continue
        ruled = by_rules.get((name.start, name.end), name.kind)
        if name.score < (DOUBTFUL if ruled is Kind.EVENT else GUESSED):
            name.kind, name.score = ruled, max(name.score, GUESSED)
        if name.text in peoples:
            name.kind = Kind.NORP
        elif name.text in world.KNOWN_BODIES and is_acronym(name.text):
            name.kind = Kind.ORG
        elif " " in name.text and gazetteer().places.get(name.text, 0.0) >= COUNTRY_WEIGHT:
            name.kind = Kind.PLACE
        words = name.text.split()
        cued = (
            by_rules.get((name.start, name.end)) is Kind.EVENT
            or words[-1] in cues.EVENT_TAILS
            or words[0] in cues.EVENT_HEADS
        )
        if name.kind is Kind.EVENT and not cued:
            continue
        stop = _STOP_INSIDE.match(text, name.end) if _ABBREVIATED.search(name.text) else None
        if stop:
            name.end, name.text = stop.end(), text[name.start : stop.end()]
        kept.append(name)
    kept = sorted([*bounded(text, list(apart(text, kept))), *whole], key=lambda name: name.start)
    place_by_cues(text, kept)
    return agreed(text, kept)
