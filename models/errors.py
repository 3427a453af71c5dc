"""Errors with a message that a reader of newspapers understands."""


class MorgueError(Exception):
    """Something a person can be told about. `str(error)` is a whole sentence; `advice` says what to do next."""

    def __init__(self, message: str, advice: str = "") -> None:
        super().__init__(message)
        self.advice = advice


class UnreadableFile(MorgueError):
    """A file that gives no article. The message is the reason, without the path.

    `passing` tells that it may be read another time without having changed: it vanished, or may not be read yet.
    """

    def __init__(self, message: str, advice: str = "", *, passing: bool = False) -> None:
        super().__init__(message, advice)
        self.passing = passing


class CollectionUnavailable(MorgueError):
    """A folder that cannot be opened: missing, not a folder, no permission."""


class CollectionBusy(MorgueError):
    """Another process is writing this collection's index. `holder` is its process id, if known."""

    def __init__(self, message: str, advice: str = "", holder: int | None = None) -> None:
        super().__init__(message, advice)
        self.holder = holder


class IndexDamaged(MorgueError):
    """The index cannot be used and has to be built again."""


class BookmarksUnavailable(MorgueError):
    """The reader's own data cannot be opened or written."""


class RecogniserUnavailable(MorgueError):
    """What the reader chose to find names with is not there, or cannot be used."""


class EncoderUnavailable(MorgueError):
    """The sentence encoder that the reader chose is not there, or cannot be used."""


class Abandoned(Exception):
    """Work was given up half done because something more urgent waits; nobody is told, it is asked for again."""
