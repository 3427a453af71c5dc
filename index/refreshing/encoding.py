"""Have the sentence encoder that the reader chose read the passages, where nobody waits for it."""

import fcntl
import os
import sqlite3
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path

from index.catalogue import Catalogue
from index.encoding import is_chosen
from index.home import VECTORS
from index.refreshing.learning import one_thread
from index.refreshing.pacing import Report, Teller
from models.errors import EncoderUnavailable, MorgueError
from models.status import Progress

_POLLED = 0.1
"""Seconds between two looks at whether to stop."""
_ENDED = "The sentence encoder ended unexpectedly. Related passages are found without it."


def encode_apart(home: Path, report: Report, stop: threading.Event) -> str:
    """Encode the passages that have no vectors yet, in a process of its own that ends as soon as `stop` is set.

    Returns:
        What kept it from being done, in words; empty where it is done, was stopped, or no encoder is chosen.
    """
    due, trouble = _due(home)
    if not due or stop.is_set():
        return trouble
    with Catalogue(home / "catalogue.sqlite") as catalogue:
        reached = catalogue.progress()
    teller = Teller(report)
    encoding = Encoding(home)
    begun: int | None = None
    try:
        while encoding.runs(_POLLED) and not stop.is_set():
            done, total = encoding.done
            if begun is None and total:
                begun = done
                teller.begin("encoding", total - done)
                teller.committed(*reached, text_complete=True)
            elif begun is not None:
                teller.did(done - begun)
                begun = done
    finally:
        encoding.end()
    teller.end("stopped" if stop.is_set() else "done")
    return encoding.trouble


class Encoding:
    """One reading of all passages that have no vectors, begun in another process.

    Attributes:
        done: Articles that are done, and how many there are; (0, 0) until that is known.
        trouble: What kept it from going on, in words.
    """

    def __init__(self, home: Path) -> None:
        """Begin it."""
        self.done = (0, 0)
        self.trouble = ""
        self._news, theirs = get_context("spawn").Pipe(duplex=False)
        with one_thread():
            self._process = get_context("spawn").Process(target=_encode, args=(home, theirs), daemon=True)
            self._process.start()
        # Only the other process holds that end now, so that reading ends when it does.
        theirs.close()

    def runs(self, wait: float = 0.0) -> bool:
        """Whether it is still under way; takes in what it told, for which it may wait so many seconds."""
        with suppress(EOFError, OSError):
            while self._news.poll(wait):
                wait = 0.0
                news: tuple[int, int] | str = self._news.recv()
                if isinstance(news, str):
                    self.trouble = news
                else:
                    self.done = news
            return True
        self._process.join()
        if self._process.exitcode and not self.trouble:
            self.trouble = _ENDED
        return False

    def end(self) -> None:
        """End it, at any moment; what is encoded is kept but for the last seconds or minutes."""
        if self._process.is_alive():
            self._process.terminate()
        self._process.join()


class EncodingLater:
    """Encodes what has come to a watched folder, while nothing else is to be done."""

    def __init__(self, home: Path, tell: Callable[[Progress], None]) -> None:
        self._home = home
        self._tell = tell
        self._due = False
        self._told = ""
        self._encoding: Encoding | None = None

    def wait_anew(self) -> None:
        """Something has changed."""
        self._due = is_chosen()

    def see_to(self) -> None:
        """Begin where there is something to do, and tell how far it is."""
        if self._encoding is not None:
            before = self._encoding.done
            if self._encoding.runs():
                done, total = self._encoding.done
                if self._encoding.done != before:
                    self._tell(Progress(stage="encoding", done=done, total=total))
                return
            self._say(self._encoding.trouble)
            self._encoding = None
            self._tell(Progress(stage="done"))
        elif self._due:
            self._due = False
            due, trouble = _due(self._home)
            self._say(trouble)
            if due:
                self._tell(Progress(stage="encoding"))
                self._encoding = Encoding(self._home)

    def end(self) -> None:
        """Leave it to the next time."""
        if self._encoding is not None:
            self._encoding.end()

    def _say(self, trouble: str) -> None:
        if trouble and trouble != self._told:
            self._tell(Progress(stage="watching", message=trouble))
        self._told = trouble


def _due(home: Path) -> tuple[bool, str]:
    """Whether there is anything to encode, and what keeps it from being."""
    if not is_chosen():
        return False, ""
    from index.encoding.keeping import encoding_due

    try:
        with Catalogue(home / "catalogue.sqlite") as catalogue:
            return encoding_due(home / VECTORS, catalogue.revisions()), ""
    except EncoderUnavailable as error:
        return False, _in_words(error)


def _in_words(error: MorgueError) -> str:
    return f"{error} {error.advice}".strip()


def _encode(home: Path, news: Connection) -> None:
    """What the other process does."""
    from index.encoding.choosing import chosen_files
    from index.encoding.keeping import encode

    with suppress(OSError):
        # Whoever types meanwhile comes first.
        os.nice(10)
    last = 0.0

    def tell(done: int, total: int) -> None:
        nonlocal last
        if done == total or time.monotonic() - last > _POLLED:
            last = time.monotonic()
            news.send((done, total))

    try:
        with (home / "encoding.lock").open("w") as lock:
            # Where another Morgue encodes the same folder, this one leaves it to that.
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            files = chosen_files()
            with Catalogue(home / "catalogue.sqlite", writable=True) as catalogue:
                if files is not None:
                    encode(home / VECTORS, catalogue, files, tell)
                with catalogue.transaction():
                    catalogue.set_about("learnt", datetime.now(UTC).isoformat())
    except (BlockingIOError, BrokenPipeError):
        # Whoever wanted to know is gone, or somebody else does it.
        return
    except (OSError, sqlite3.Error) as error:
        news.send(f"What the sentence encoder made could not be kept: {error}.")
    except MorgueError as error:
        news.send(_in_words(error))
