"""What the network is told of a token beyond its spelling: what the rules say of it, how its text writes the word."""

from typing import TYPE_CHECKING

from index.annotating.names.evidence import Votes
from models.kind import Kind

if TYPE_CHECKING:
    import numpy as np

    from index.annotating.names.recogniser import Reading
    from index.annotating.network.tokens import Tokens

_KINDS: tuple[Kind | None, ...] = (Kind.PERSON, Kind.ORG, Kind.PLACE, Kind.NORP, Kind.EVENT, None)
_PLACE_OF_KIND = {kind: i for i, kind in enumerate(_KINDS)}
_POSITIONS = 4
"""Begins a piece, continues it, ends it, is the whole."""
_CLEAR, _MOST = 3.0, 2.0
"""Votes of one clear cue, and how many cues' worth is told."""
OF_RULES = _POSITIONS + 3 * len(_KINDS) + 4
_OF_WRITING = 12
WIDTH = OF_RULES + _OF_WRITING
"""Numbers a token."""
_ENDS = frozenset('.!?:;…•|*–—"”“\n')


def of_rules(tokens: "Tokens", reading: "Reading") -> "np.ndarray":
    """What the rules say: float32, tokens by the first part of `WIDTH`; nought for tokens in no piece."""
    import numpy as np

    told = np.zeros((len(tokens.words), OF_RULES), dtype=np.float32)
    if not reading.pieces:
        return told
    firsts = np.searchsorted(tokens.ends, [piece.start for piece in reading.pieces], side="right").tolist()
    behind = np.searchsorted(tokens.starts, [piece.end for piece in reading.pieces], side="left").tolist()
    pieces = zip(reading.pieces, reading.votes, reading.kinds(), firsts, behind, strict=True)
    for piece, votes, kind, first, end in pieces:
        if first >= end:
            continue
        row = [0.0] * OF_RULES
        at = _votes_into(row, _POSITIONS, votes)
        at = _votes_into(row, at, reading.pooled[piece.name])
        row[at + _PLACE_OF_KIND[kind]] = 1.0
        row[-4:] = (float(piece.titled), float(piece.initial), float(piece.headline), float(piece.unit))
        told[first:end] = row
        if end - first == 1:
            told[first, 3] = 1.0
        else:
            told[first:end, 1] = 1.0
            told[first, :2] = (1.0, 0.0)
            told[end - 1, 1:3] = (0.0, 1.0)
    return told


def _votes_into(row: list[float], at: int, votes: Votes) -> int:
    for kind, weight in votes.items():
        row[at + _PLACE_OF_KIND[kind]] = max(-_MOST, min(_MOST, weight / _CLEAR))
    return at + len(_KINDS)


def named_by_rules(told: "np.ndarray") -> "np.ndarray":
    """Of which tokens the rules say that they are in a name, told what `of_rules` tells."""
    kinds = _POSITIONS + 2 * len(_KINDS)
    named: np.ndarray = told[:, kinds : kinds + len(_KINDS) - 1].max(axis=1) > 0
    return named


def of_writing(tokens: "Tokens", lower: "np.ndarray", forms: "np.ndarray") -> "np.ndarray":
    """How the text writes the word: float32, tokens by the second part of `WIDTH`.

    Args:
        tokens: Of one text.
        lower: For each token the number of its word in small letters, from 0 in this text.
        forms: For each token bits: 1 small letters, 2 a capital, 4 capitals only, 8 ends a sentence, 16 a line's end.
    """
    import numpy as np

    n = len(tokens.words)
    told = np.zeros((n, _OF_WRITING), dtype=np.float32)
    if n == 0:
        return told
    small, large, shouted = forms & 1 > 0, forms & 2 > 0, forms & 4 > 0
    line_end = forms & 16 > 0
    opens = np.ones(n, dtype=bool)
    opens[1:] = forms[:-1] & 8 > 0
    lines: np.ndarray = np.cumsum(line_end) - line_end
    words_in_line = np.bincount(lines, weights=small | large)
    large_share = np.bincount(lines, weights=large) / np.maximum(words_in_line, 1)
    shouted_share = np.bincount(lines, weights=shouted) / np.maximum(words_in_line, 1)
    prose = (large_share < 0.6)[lines]
    count = int(lower.max()) + 1
    as_small = np.bincount(lower, weights=small, minlength=count)[lower]
    as_large = np.bincount(lower, weights=large & ~opens & prose & ~shouted, minlength=count)[lower]
    as_shouted = np.bincount(lower, weights=shouted & prose, minlength=count)[lower]
    told[:, 0] = opens
    told[1:, 1] = tokens.starts[1:] > tokens.ends[:-1]
    told[:, 2] = as_small > 0
    told[:, 3] = as_small / np.maximum(as_small + as_large, 1)
    told[:, 4] = np.minimum(np.log1p(as_large), 3)
    told[:, 5] = np.minimum(np.log1p(as_shouted), 3)
    told[:, 6] = large_share[lines]
    told[:, 7] = shouted_share[lines]
    told[:, 8] = (large_share > 0.6)[lines] & (words_in_line > 2)[lines]
    told[:, 9] = np.minimum(words_in_line[lines] / 20, 2)
    told[:, 10] = lines == 0
    told[:, 11] = lines == 1
    return told


def form(word: str) -> int:
    """The bits of `of_writing` for one word."""
    bits = 8 if word in _ENDS else 0
    if word == "\n":
        return bits | 16
    if word[0].isupper() or word[:4] != word[:4].lower():
        bits |= 2 | (4 if len(word) > 2 and word.isupper() else 0)
    elif word[0].islower():
        bits |= 1
    return bits
