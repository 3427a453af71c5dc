"""One engine a module, all with the same few methods, so that they can be asked the same questions in turn."""

from pathlib import Path
from typing import Any, NamedTuple, Protocol

from tests.bench.engine.corpus import Document
from tests.bench.engine.questions import Question

TOP = 50
NAMES = ("morgue", "tantivy", "fts5", "whoosh")


class Result(NamedTuple):
    """The number of the best rows given and the exact total; facets where they were asked for."""

    best: int
    total: int
    facets: Any = None


class Builder(Protocol):
    """Writes an index."""

    def add(self, documents: list[Document]) -> None:
        """Take some passages."""

    def finish(self) -> None:
        """Make all of them searchable."""


class Peer(Protocol):
    """Answers questions on an index."""

    def reopen(self) -> None:
        """Forget what asking has left behind: as in a process that has the files open and was asked nothing yet."""

    def ask(self, question: Question) -> Result:
        """The best rows and the total."""


def builder(name: str, folder: Path) -> Builder:
    """What writes the index of an engine."""
    return _module(name).Writing(folder)  # type: ignore[no-any-return]


def peer(name: str, folder: Path) -> Peer:
    """What asks an engine."""
    return _module(name).Asking(folder)  # type: ignore[no-any-return]


def _module(name: str) -> Any:
    from importlib import import_module

    return import_module(f"tests.bench.engine.peers.{name}")
