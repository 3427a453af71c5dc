"""What a mistyped name was probably meant to be."""

from collections.abc import Iterable

_ALIKE = 70
"""Of 100: one slip in a word of four letters, two in one of eight."""


def did_you_mean(typed: str, known: Iterable[str]) -> str:
    """As " Did you mean `theme`?", with a blank before it; empty where nothing is like what was typed."""
    from rapidfuzz import fuzz, process

    found = process.extractOne(typed, list(known), scorer=fuzz.ratio, score_cutoff=_ALIKE)
    return f" Did you mean `{found[0]}`?" if found else ""
