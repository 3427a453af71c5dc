"""The reader's own file: one connection for the whole process, transactions, and taking changes back."""

import os
import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Self, TypeAlias

from index.bookmarks import repair, schema
from index.bookmarks.faults import in_plain_words
from index.home import home
from models.errors import BookmarksUnavailable, MorgueError

PATIENCE = 5.0
"""Seconds to wait for another session's write, which takes milliseconds unless something is wrong."""

Undo: TypeAlias = Callable[[sqlite3.Connection], str]
"""Takes one change back in the transaction at hand; says so in words for the reader, or why it did not."""


class ReaderFile:
    """The file as this session has it open.

    Calls may come from any thread. Every change is on disk when its call returns. Every method raises
    `BookmarksUnavailable`, with nothing changed, where the file cannot be used: a full disk, a read-only folder,
    another session that holds it.

    Attributes:
        notice: A sentence for the reader about what opening found and repaired; None as a rule.
    """

    def __init__(self, path: Path, connection: sqlite3.Connection, notice: str | None = None) -> None:
        """Use `open`."""
        self.path = path
        self.notice = notice
        self._connection = connection
        self._lock = threading.RLock()
        self._undos: list[Undo] = []
        """What takes this session's changes back, the latest last."""

    @classmethod
    def open(cls, *, patience: float = PATIENCE) -> Self:
        """Open the reader's file in Morgue's home, made if need be.

        A damaged file is set aside under a new name and what can be read of it saved; `notice` then says so.

        Args:
            patience: Seconds to wait for another session's write before giving up.

        Raises:
            BookmarksUnavailable: It cannot be opened, or a newer Morgue wrote it.
        """
        try:
            path = reader_file()
        except MorgueError as error:
            raise BookmarksUnavailable(str(error), error.advice) from error
        with in_plain_words(path):
            connection, notice = repair.open_or_repair(path, patience)
        return cls(path, connection, notice)

    def close(self) -> None:
        """Let go of the file, which cannot be used afterwards."""
        with self._lock:
            self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def undo(self) -> str | None:
        """Take back this session's last change that was not taken back yet.

        Returns:
            What was done, in words for the reader; None where there is nothing to undo. What another session has
            changed since is left alone, and the words say so.
        """
        with self._lock:
            if not self._undos:
                return None
            with self._writing() as connection:
                words = self._undos[-1](connection)
            self._undos.pop()
            return words

    def check(self) -> None:
        """Read the whole file.

        Raises:
            BookmarksUnavailable: It is damaged, or cannot be read.
        """
        with self._reading() as connection:
            schema.check(connection)

    @contextmanager
    def _reading(self) -> Iterator[sqlite3.Connection]:
        with self._lock, in_plain_words(self.path):
            yield self._connection

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        with self._reading() as connection:
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
                connection.execute("COMMIT")
            except BaseException:
                # A full disk may have rolled back already.
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                raise


def reader_file() -> Path:
    """The file that holds all this, there or not.

    Raises:
        MorgueError: Morgue's home cannot be made.
    """
    return home() / "reader.sqlite"


def folder_name(folder: Path) -> str:
    """A folder as the file names it: absolute, links followed, bytes that are no UTF-8 written out."""
    return os.fsencode(folder.expanduser().resolve()).decode("utf-8", "backslashreplace")
