"""What the engine knows of a passage."""

from typing import NamedTuple


class Row(NamedTuple):
    """One passage, or headline, with what its article adds to it. The engine keeps none of the texts."""

    article: int
    """The catalogue's revision number of the article: never used for another one."""
    passage: int
    """0 is the headline."""
    text: str
    title: str = ""
    outlet: str = ""
    authors: str = ""
    names: tuple[str, ...] = ()
    """Opaque keys of the names in the passage, matched exactly: "PERSON:Davor Kern"."""
    said: tuple[str, ...] = ()
    """The same for the speakers of its quotations."""
    day: int = 0
    """`date.toordinal()` of the day of publication; 0 is undated."""
