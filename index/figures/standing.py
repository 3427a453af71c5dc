"""What stands for long, whenever it is told: the length of a bridge, a ferry's capacity, the sum of a contract."""

import re

from index.annotating.counting.measures import is_money
from index.figures.counting import Counting

_STANDING = frozenset({"extent", "width", "population", "capacity"})
"""Aspects that are properties of a thing or place. Depths and heights are often those of an earthquake or a wave."""
_AGREED = re.compile(
    r"\b(?:contracts?|deals?|tender|agreement|takeover|acqui(?:red?|sition)|purchased?|bought|grants?|fined|ransom"
    r"|advances?|down payments?)\b",
    re.IGNORECASE,
)
"""What a sum was agreed or laid down for once; a price, or what a company is worth, may be another tomorrow."""


def is_standing(counting: Counting) -> bool:
    """Whether a figure gives a standing property, which reports of other days give too, rather than counts an event."""
    if is_money(counting.measure):
        return bool(_AGREED.search(counting.sentence) or _AGREED.search(counting.question))
    return counting.aspect in _STANDING
