"""Figures of headlines, whose capitals say nothing of what is counted."""

import re
from collections.abc import Sequence

from index.annotating.counting.figures import find_figures
from index.annotating.names.cues import CALENDAR
from index.annotating.names.headlines import capitals_tell
from models.annotation import Figure, Mention

_WORD = re.compile(r"[^\W\d_]+(?![^\W\d_]*[$€£])")
"""Not the letters of a currency: "US$5bn"."""


def find_title_figures(title: str, names: Sequence[Mention]) -> tuple[Figure, ...]:
    """The figures of a headline in order of start, found as in the sentence that it would be in a text.

    Args:
        title: The headline.
        names: Its names, whose words keep their capitals.
    """
    if capitals_tell(title):
        return find_figures(title)
    found = find_figures(_in_small_letters(title, names))
    return tuple(figure.model_copy(update={"text": title[figure.start : figure.end]}) for figure in found)


def _in_small_letters(title: str, names: Sequence[Mention]) -> str:
    """The title, same length, with capitals in names and months only."""

    def written(match: re.Match[str]) -> str:
        word = match[0]
        if any(name.start <= match.start() < name.end for name in names):
            return word
        natural = word.capitalize() if word.capitalize() in CALENDAR else word.lower()
        return natural if len(natural) == len(word) else word

    return _WORD.sub(written, title)
