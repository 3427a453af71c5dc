"""What is said of where something first appeared."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.text.dates import short_date
from tui.text.safety import printable

if TYPE_CHECKING:
    from models.related import Origin


def told(origin: Origin) -> str:
    """As "Earliest known: The Quay, 2 Mar 2031; 2 undated too", in few words, since they stand in the footer."""
    if not origin.telling:
        return "This passage is too short to be told from everyday phrases"
    if not origin.dated and not origin.undated:
        return (
            f"No other article has this {origin.what}" if origin.what != "article" else "No copies are known"
        )
    undated = (
        f"; {origin.undated:,} undated {'has' if origin.undated == 1 else 'have'} it too"
        if origin.undated
        else ""
    )
    if origin.earliest is None:
        return f"No article that has this {origin.what} is dated{undated}"
    if origin.here:
        return f"This is {'among ' if origin.tied else ''}the earliest known{undated}"
    where = printable(
        f"{origin.earliest.outlet or origin.earliest.path}, {short_date(origin.earliest.published)}"
    )
    tied = ", others the same day" if origin.tied else ""
    return f"Earliest known: {where}{tied}{undated.replace(' have it', '').replace(' has it', '')}"
