"""When two quotations are the same words, whole or cut, and when they are likely two translations of one saying."""

from collections.abc import Mapping

from index.words import places, terms

_LEAST_WORDS = 4
"""Fewer words than these are said by many without being the same quotation."""
_ALIKE = 0.88
"""The share of the shorter wording that the best place of the longer one matches, at least."""
_FEW_WORDS, _FEW_ALIKE = 10, 0.97
"""Of fewer words than ten, one changed makes another saying: "this border", "this dam"."""
_LEAST_SHARED = 3
"""Stems that two translations have in common, at least."""
_TRANSLATED = 0.5
"""Of the weight of both, what two translations share; two sayings of one speech rarely have a third."""


def spoken(quoted: str) -> str:
    """The folded words of a quotation, without marks, case and punctuation."""
    return " ".join(terms(quoted))


def likeness(a: str, b: str) -> float:
    """How much of the shorter of two `spoken` wordings is found in the longer, to 1; 0 if they are not the same."""
    from rapidfuzz import fuzz

    words = min(a.count(" "), b.count(" ")) + 1
    if words < _LEAST_WORDS:
        return 0.0
    least = _ALIKE if words >= _FEW_WORDS else _FEW_ALIKE
    return float(fuzz.partial_ratio(a, b, score_cutoff=100 * least)) / 100


def same_words(a: str, b: str) -> bool:
    """Whether two quotations are the same, or one is cut out of the other; at least four words are needed."""
    return likeness(spoken(a), spoken(b)) > 0


def translation(a: Mapping[str, float], b: Mapping[str, float]) -> float:
    """How likely two wordings of one speaker at one event are one saying, translated or retold; 0 if they are not.

    Args:
        a: The stems of one that carry a subject, each with its rarity.
        b: The same of the other.

    Returns:
        The share of the weight of both that they have in common (Dice), from a half to 1.
    """
    shared = a.keys() & b.keys()
    both = sum(a.values()) + sum(b.values())
    if len(shared) < _LEAST_SHARED or both <= 0:
        return 0.0
    share = 2 * sum(a[stem] for stem in shared) / both
    return share if share >= _TRANSLATED else 0.0


def left_out(longer: str, shorter: str) -> tuple[str, ...]:
    """The runs of words that the longer of two wordings has and the shorter has not, as they are written."""
    from rapidfuzz.distance import Indel

    found = places(longer)
    return tuple(
        longer[found[step.src_start][0] : found[step.src_end - 1][1]]
        for step in Indel.opcodes(terms(longer), terms(shorter))
        if step.tag in ("delete", "replace")
    )
