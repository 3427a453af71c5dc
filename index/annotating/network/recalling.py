"""Names that the network passes over in one text, and surely sees in others that are read with it."""

from collections.abc import Mapping, Sequence

from index.annotating.names import cues
from index.annotating.names.pieces import Piece
from index.annotating.names.recogniser import Reading
from index.annotating.names.statistics import Statistics
from index.annotating.network.found import Name, taken_by
from models.kind import Kind

_KNOWN, _KNOWN_WORD = 1.5, 3.0
"""Sum of scores from which a name of several words, or of one, is known from other texts."""
_MOSTLY_SMALL = 0.25
"""Share of small letters from which a word is rather no name."""
_NEVER = cues.NOT_NAMES | cues.GENERIC


def with_known(
    text: str,
    names: Sequence[Name],
    reading: Reading,
    seen: Mapping[str, Mapping[Kind, float]],
    statistics: Statistics,
) -> list[Name]:
    """The names of a text in order, with those that it has passed over or cut short.

    Args:
        text: One text.
        names: What the network has found in it.
        reading: What the rules cut out of it.
        seen: Names of all texts so far, with the sum of scores of each kind.
        statistics: How words are written in all texts so far.
    """
    taken = taken_by(names, len(text))
    added = []
    for piece in reading.pieces:
        written = text[piece.start : piece.end]
        kinds = seen.get(written)
        if not kinds or written in _NEVER or not _is_known(written, kinds, statistics):
            continue
        usual = max(kinds, key=lambda kind: (kinds[kind], kind))
        if usual not in (Kind.EVENT, Kind.NORP) and (
            not any(taken[piece.start : piece.end]) or _cut_short(names, piece)
        ):
            added.append(Name(piece.start, piece.end, written, usual, 1.0))
    kept = [name for name in names if not any(new.start < name.end and name.start < new.end for new in added)]
    return sorted([*kept, *added], key=lambda name: name.start)


def _is_known(written: str, kinds: Mapping[Kind, float], statistics: Statistics) -> bool:
    total = sum(kinds.values())
    if " " in written:
        return total >= _KNOWN
    return total >= _KNOWN_WORD and (statistics.lower_share(written) or 0.0) <= _MOSTLY_SMALL


def _cut_short(names: Sequence[Name], piece: Piece) -> bool:
    """Whether one name is in the piece, at its beginning or its end, and leaves a part out."""
    inside = [name for name in names if name.start < piece.end and piece.start < name.end]
    if len(inside) != 1:
        return False
    start, end = inside[0].start, inside[0].end
    return (start == piece.start and end < piece.end) or (start > piece.start and end == piece.end)
