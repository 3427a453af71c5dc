"""A stretch of text that may be one name, with what stands around it."""

from dataclasses import dataclass, field

from models.annotation import Mention
from models.kind import Kind


@dataclass(slots=True)
class Piece:
    """A stretch of text that may be one name."""

    words: tuple[str, ...]
    """As within a sentence: in a headline of capitals only their first letter is large."""
    start: int
    end: int
    left: str
    """The word or mark before it, in small letters; empty at the start of a line."""
    right: str
    """What follows, up to 40 characters."""
    before: str = ""
    """What stands before it in its line, up to 40 characters."""
    initial: bool = False
    """Stands where any word would have a capital."""
    headline: bool = False
    titled: bool = False
    """A person's title or role stands before it."""
    unit: bool = False
    """A unit known by its number."""
    name: str = field(init=False)

    def __post_init__(self) -> None:
        self.name = " ".join(self.words)

    @classmethod
    def of_unit(cls, text: str, start: int, end: int) -> "Piece":
        """The piece of a numbered unit."""
        return cls(tuple(text[start:end].split()), start, end, left="", right=text[end : end + 40], unit=True)

    def mention(self, text: str, kind: Kind) -> Mention:
        """The piece as a name of `text`."""
        return Mention(start=self.start, end=self.end, text=text[self.start : self.end], kind=kind)
