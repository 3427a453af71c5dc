"""How a collection stands, and how far work on it has got."""

from typing import Literal

from models.base import Value

Stage = Literal[
    "waiting",
    "looking",
    "reading",
    "annotating",
    "names",
    "learning",
    "encoding",
    "done",
    "watching",
    "stopped",
    "failed",
]
"""What indexing is at. The texts are read first; then their names, quotations and figures are found, and compared;
then which words and articles are alike is learnt; last, if the reader chose a sentence encoder, passages are encoded.

Where the folder is watched the work is done again and again; "watching" is said in between where there is something to
tell of how."""


class Problem(Value):
    """A file that could not be read, or only in part, in words for a person."""

    path: str
    reason: str


class Status(Value):
    """What a collection holds as of its last commit."""

    folder: str
    articles: int
    passages: int
    outlets: int
    problems: int
    first_day: str | None
    last_day: str | None
    indexed: str | None
    """When the collection was last made current, ISO 8601 UTC; None if it never was."""
    named: int = 0
    """Articles whose names, quotations and figures are found, of those that can be searched."""


class Progress(Value):
    """One step of indexing. Sent several times a second at most."""

    stage: Stage
    done: int = 0
    total: int = 0
    """Files while reading, articles while annotating and encoding; 0 while still unknown."""
    searchable: int = 0
    """Articles in the last commit."""
    named: int = 0
    """Those of them whose names are found, and can be searched for."""
    text_complete: bool = False
    """Whether every file found is read and in the last commit: all text can be searched from here on."""
    rate: float | None = None
    """Files or articles a second in this stage; None at its beginning."""
    seconds_left: float | None = None
    """Until the end of this stage."""
    message: str = ""


class Summary(Value):
    """What making a collection current did."""

    added: int = 0
    changed: int = 0
    removed: int = 0
    moved: int = 0
    """Files that are called otherwise or lie elsewhere now, and did not have to be read."""
    unchanged: int = 0
    named: int = 0
    """Articles whose names were found; they may have been read by an earlier run."""
    problems: int = 0
    seconds: float = 0.0
    stopped: bool = False
    trouble: str = ""
    """What kept an extra that the reader chose from doing its part, in words; all else is done."""
