"""The classes of a token: the place it has in a name, and the name's kind."""

from collections.abc import Iterable, Sequence

KINDS = ("PER", "ORG", "LOC", "NORP", "MISC")
"""Kinds of names as the network knows them; MISC is all that is named beside the others: events, laws, works."""
BEGINS, INSIDE, ENDS, WHOLE = 1, 2, 3, 4
CLASSES = 1 + 4 * len(KINDS)
"""Class 0 is no name; kind k at position p is 4 k + p."""


def classes(starts: Sequence[int], ends: Sequence[int], spans: Iterable[tuple[int, int, str]]) -> list[int]:
    """The class of each token of a text with marked names; a name counts from the tokens it touches."""
    found = [0] * len(starts)
    at = 0
    for start, end, kind in spans:
        while at < len(ends) and ends[at] <= start:
            at += 1
        first = at
        while at < len(starts) and starts[at] < end:
            at += 1
        if first == at:
            continue
        base = 4 * KINDS.index(kind)
        found[first:at] = [base + INSIDE] * (at - first)
        found[first] = base + BEGINS
        found[at - 1] = base + (WHOLE if at - first == 1 else ENDS)
    return found
