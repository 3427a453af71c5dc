"""Which part of a sentence belongs to one of its figures."""

import re
from typing import NamedTuple

from index.catalogue.figured import FiguredText
from models.annotation import Figure

_ASIDE = re.compile(r", (?:including|among them|some of them) [^,.;]*,")
"""What stands between a count and its verb: "Nine of them, including three farmers, have been killed"."""


class Piece(NamedTuple):
    """What of a sentence is told of one figure: from the figure before it to the one behind, as text."""

    lead: str
    """Before the figure."""
    tail: str
    """Behind it; an aside between a count and its verb is left out."""


def own_piece(written: FiguredText, figure: Figure, start: int, end: int, reach: int) -> Piece:
    """The piece of the sentence from `start` to `end` that belongs to a figure, at most `reach` code points each way.

    A conversion in brackets is passed over, and words at its ends are not cut in two.
    """
    text = written.text
    named = _phrase_end(figure, text)
    aside = _ASIDE.match(text, named, end)
    others = written.figures
    before = max((f.end for f in others if start <= f.end <= figure.start), default=start)
    reached = aside.end() if aside else figure.end
    after = min(
        (f.start for f in others if reached <= f.start < end and text[f.start - 1] != "("), default=end
    )
    lead = _whole_words(text, max(before, figure.start - reach), figure.start)
    if aside:
        return Piece(
            lead, text[figure.end : named] + _whole_words(text, reached, min(after, reached + reach))
        )
    return Piece(lead, _whole_words(text, figure.end, min(after, figure.end + reach)))


def _whole_words(text: str, start: int, end: int) -> str:
    """A span's text without the words that its ends cut in two."""
    while start < end and start > 0 and text[start - 1].isalnum() and text[start].isalnum():
        start += 1
    while end > start and end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
        end -= 1
    return text[start:end]


def _phrase_end(figure: Figure, text: str) -> int:
    counted = f" {figure.of}" if figure.of else ""
    return figure.end + len(counted) if counted and text.startswith(counted, figure.end) else figure.end
