"""What is said of where something first appeared."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.text.dates import short_date
from tui.text.safety import printable

if TYPE_CHECKING:
    from models.related import Origin


_WHAT = {
    "quotation": "this quotation",
    "words": "these words",
    "figure": "this figure",
    "passage": "this passage",
    "article": "this article",
}


def told(origin: Origin) -> str:
    """As "Earliest known: The Quay, 2 Mar 2031; 2 undated too", in few words, since they stand in the footer."""
    if not origin.telling:
        return "This passage is too short to be told from everyday phrases"
    if not origin.dated and not origin.undated:
        return (
            "No copies are known"
            if origin.what == "article"
            else f"No other article has {_WHAT[origin.what]}"
        )
    undated = also = ""
    if origin.undated:
        undated = f"; {origin.undated:,} undated"
        it = "them" if origin.what == "words" else "it"
        also = f"{undated} {'has' if origin.undated == 1 else 'have'} {it} too"
        undated += " too"
    if origin.earliest is None:
        return f"No article that has {_WHAT[origin.what]} is dated{also}"
    if origin.here:
        return f"This is {'among ' if origin.tied else ''}the earliest known{also}"
    where = printable(
        f"{origin.earliest.outlet or origin.earliest.path}, {short_date(origin.earliest.published)}"
    )
    tied = ", others the same day" if origin.tied else ""
    return f"Earliest known: {where}{tied}{undated}"
