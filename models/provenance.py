"""How far a piece of metadata is to be trusted, from the place where it was found."""

from typing import Literal

Confidence = Literal["certain", "likely", "guess"]

ASSUMED_ORDER = ", day and month in the collection's order"
"""Ends the place of a date such as 7/8/2021 that means two days, read as the collection's other dates are."""

_LIKELY = frozenset(
    {
        "address",
        "bold line",
        "byline",
        "closing line",
        "date line",
        "first line",
        "line after the title",
        "masthead",
        "message's date",
        "message's sender",
        "outlet line",
        "page foot",
        "printed byline",
        "printed date",
        "title",
        "top line",
        "words",
    }
)
_GUESS = frozenset({"line before the text"})


def confidence_of(place: str) -> Confidence:
    """The confidence that a place deserves.

    *Certain* is what a file says in a field or under a label: hidden fields of pages, records and documents, lines
    such as "Author: ...", a page's own headline. *Likely* is what the look of a line and its company show: a byline,
    a date line, a masthead, a copyright line, the host of an address, the language of the words. A *guess* is the
    likeliest of several: the headline and the bare name above the text of a copied page, and a date whose day and
    month could be either way round.

    Args:
        place: as in `Article.found`.
    """
    if place in _GUESS or place.endswith(ASSUMED_ORDER):
        return "guess"
    return "likely" if place in _LIKELY else "certain"
