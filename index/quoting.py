"""When two quotations are the same words, whole or cut."""

from index.words import terms

_LEAST_WORDS = 4
"""Fewer words than these are said by many without being the same quotation."""
_ALIKE = 0.88
"""The share of the shorter wording that the best place of the longer one matches, at least."""
_FEW_WORDS, _FEW_ALIKE = 10, 0.97
"""Of fewer words than ten, one changed makes another saying: "this border", "this dam"."""


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
