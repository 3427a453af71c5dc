"""What a format reads from: a file, or an entry of one, in whole or as a stream, within bounds."""

import io
import re
import stat
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from posixpath import splitext
from typing import IO, Protocol, Self, TypeAlias

from models.errors import UnreadableFile

MAX_BYTES = 20 * 1024 * 1024
"""The largest text or page that is read as one article: the Bible is 4 MB, the longest saved page seen 9 MB."""
HEAD_BYTES = 8192
"""How much of the beginning a format may look at to recognise its own."""
MAX_DEPTH = 4
"""Entries within entries: an attachment (4) of a message (3) of a mailbox (2) that was packed (1) into a file."""
_FREE_BYTES = 64 * 1024 * 1024
_MOST_RATIO = 100
"""Bytes unpacked for each byte of the file, beyond the free ones: prose packs to a third, markup to a twentieth,
deflate at its utmost to 1/1032."""
_FREE_ENTRIES = 10_000
_LEAST_ENTRY = 512
"""Bytes that entries take on average, beyond the free ones: shorter ones are no articles."""
_PIECE = 1024 * 1024
_SUFFIX = re.compile(r"[a-z0-9]{1,10}")


Stream: TypeAlias = "io.BufferedReader[io.FileIO] | io.BufferedReader[_Metered]"


class Readable(Protocol):
    """Bytes to be gone through once, as files, `io` and the decompressors give them."""

    def read(self, size: int = -1, /) -> bytes:
        """Up to `size` bytes; none at the end."""

    def close(self) -> None:
        """Give up what reading them takes."""


Opener = Callable[[], Readable]
"""Opens an entry's bytes when its turn comes."""
Beside = Callable[[str], Readable]
"""Opens what stands beside a file. Raises OSError, KeyError or ValueError where there is nothing."""


class BudgetSpent(UnreadableFile):
    """A file unpacks to more than any honest one does. It ends the file, not only the entry in hand."""


class Budget:
    """How much may still be unpacked out of one file, in proportion to its size."""

    __slots__ = ("_bytes", "_entries")

    def __init__(self, size: int) -> None:
        self._bytes = _FREE_BYTES + _MOST_RATIO * size
        self._entries = _FREE_ENTRIES + size // _LEAST_ENTRY

    def spend(self, count: int) -> None:
        """Account for unpacked bytes. Raises BudgetSpent when there have been too many."""
        self._bytes -= count
        if self._bytes < 0:
            raise BudgetSpent(
                "It unpacks to a hundred times its size or more, as no archive of articles does."
            )

    def open_entry(self) -> None:
        """Account for one more entry. Raises BudgetSpent when there have been too many."""
        self._entries -= 1
        if self._entries < 0:
            raise BudgetSpent("It holds more entries than an archive of articles of its size does.")


class Source:
    """A file or an entry of one.

    Attributes:
        name: the file's name, or the entry's, which may have folders in it; for people to read.
        suffix: in small letters, without its dot; empty where the name ends in none that a program gave.
        head: the first `HEAD_BYTES` bytes.
        encoding: the encoding of its text that whatever holds it states, as an HTTP or a mail header does.
        depth: 0 for a file, 1 for its entries, 2 for theirs.
    """

    __slots__ = ("_beside", "_budget", "_stream", "depth", "encoding", "head", "name", "suffix")

    def __init__(
        self,
        name: str,
        stream: Stream,
        budget: Budget,
        *,
        suffix: str | None = None,
        depth: int = 0,
        encoding: str | None = None,
        beside: "Beside | None" = None,
    ) -> None:
        self.name = name
        self.suffix = suffix_of(name) if suffix is None else suffix
        self.depth = depth
        self.encoding = encoding
        self.head = stream.peek(HEAD_BYTES)[:HEAD_BYTES]
        self._stream = stream
        self._budget = budget
        self._beside = beside

    @classmethod
    def of_file(cls, path: Path) -> Self:
        """A file on disk.

        Raises:
            UnreadableFile: it is not permitted, gone, or no regular file.
        """
        try:
            status = path.stat()
            if stat.S_ISDIR(status.st_mode):
                raise UnreadableFile("It is a folder, not a file.")
            # Opening a named pipe or a device would wait for ever.
            if not stat.S_ISREG(status.st_mode):
                raise UnreadableFile("It is not a regular file.")
            # Nearly every article fits into the buffer, so that one call of the system reads it.
            stream = io.BufferedReader(io.FileIO(path), 65_536)
            try:
                return cls(path.name, stream, Budget(status.st_size), beside=partial(_opened_beside, path))
            except BaseException:
                stream.close()
                raise
        except FileNotFoundError:
            raise UnreadableFile("The file vanished while it was being read.", passing=True) from None
        except PermissionError:
            raise UnreadableFile(
                "There is no permission to read it.",
                "Change its permissions; it is tried again then.",
                passing=True,
            ) from None
        except OSError as error:
            raise UnreadableFile(
                f"The system could not read it: {error.strerror or 'unknown error'}.", passing=True
            ) from None

    def entry(
        self,
        name: str,
        stream: Readable,
        *,
        suffix: str | None = None,
        encoding: str | None = None,
        beside: "Beside | None" = None,
    ) -> "Source":
        """A part of this one: an archive's entry, a record, an attachment.

        Args:
            name: the entry's name.
            stream: its bytes, unpacked; need not be seekable. It is closed with the entry.
            suffix: what its name should end in by its media type; None to go by the name.
            encoding: the encoding of its text, where a header states it.
            beside: opens what stands beside it, by its path from there.

        Raises:
            BudgetSpent: this file has been unpacked to more than an honest one holds.
            UnreadableFile: it is too deep inside other entries, or its beginning is damaged.
        """
        self._budget.open_entry()
        if self.depth >= MAX_DEPTH:
            raise UnreadableFile("It is packed into too many archives, one inside the other.")
        buffered = io.BufferedReader(_Metered(stream, self._budget), HEAD_BYTES)
        return Source(
            name,
            buffered,
            self._budget,
            suffix=suffix,
            depth=self.depth + 1,
            encoding=encoding,
            beside=beside,
        )

    def beside(self, name: str) -> "Source | None":
        """Another file in the same place, for exports that keep texts apart from what they state of them.

        Args:
            name: its path from the folder that this one is in; made by the reader, so that it leads nowhere else.

        Raises:
            UnreadableFile: as `entry`.
        """
        try:
            stream = self._beside(name) if self._beside else None
        except (OSError, KeyError, ValueError):
            return None
        return self.entry(name, stream) if stream else None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._stream.close()

    def stream(self) -> Stream:
        """All bytes from the first, to be gone through once, article by article. Errors are as for `data`."""
        return self._stream

    def data(self, limit: int = MAX_BYTES) -> bytes:
        """All bytes at once, for a format that needs them so.

        Args:
            limit: bytes beyond which the format cannot read it in reasonable time and memory.

        Raises:
            BudgetSpent: this file has been unpacked to more than an honest one holds.
            UnreadableFile: it is empty, larger than the limit, or damaged.
        """
        try:
            data = b"".join(self._pieces(limit + 1))
        except OSError as error:
            raise UnreadableFile(
                f"The system could not read it: {error.strerror or 'unknown error'}.", passing=True
            ) from None
        if len(data) > limit:
            raise UnreadableFile(f"It is larger than {limit // 1024**2} MB, too large for one article.")
        if not data or data.isspace():
            raise UnreadableFile("The file is empty." if self.depth == 0 else "It is empty.")
        return data

    def _pieces(self, most: int) -> Iterator[bytes]:
        # Asked for the most at once, Python sets as much memory aside, however small the file is.
        while most > 0 and (piece := self._stream.read1(min(most, _PIECE))):
            yield piece
            most -= len(piece)

    def seekable(self, limit: int) -> IO[bytes]:
        """The bytes for a format that jumps about in them: the file itself, or at most `limit` bytes in memory.

        Raises:
            BudgetSpent: this file has been unpacked to more than an honest one holds.
            UnreadableFile: it is an entry that is empty, larger than the limit, or damaged.
        """
        return self._stream if self._stream.seekable() else io.BytesIO(self.data(limit))


def _opened_beside(path: Path, name: str) -> io.FileIO:
    return io.FileIO(path.parent / name)


def suffix_of(name: str) -> str:
    """The suffix that a program gave, in small letters without its dot; "base No.201" and "a. Then b" have none."""
    suffix = splitext(name.rstrip("/"))[1].lower().removeprefix(".")
    return suffix if _SUFFIX.fullmatch(suffix) and not suffix.isdigit() else ""


class _Metered(io.RawIOBase):
    """An entry's bytes, counted, with whatever a decompressor raises as a reason."""

    def __init__(self, stream: Readable, budget: Budget) -> None:
        self._stream = stream
        self._budget = budget
        self._failure: Exception | None = None

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "memoryview[int]", /) -> int:  # type: ignore[override] # what BufferedReader gives
        filled = 0
        # A whole buffer, since the first one is the head that formats are recognised by.
        while filled < len(buffer) and not self._failure:
            try:
                piece = self._stream.read(len(buffer) - filled)
            except (UnreadableFile, MemoryError):
                raise
            except Exception as error:  # noqa: BLE001 - every decompressor has errors of its own
                self._failure = error
                break
            if not piece:
                break
            buffer[filled : filled + len(piece)] = piece
            filled += len(piece)
        if self._failure and not filled:
            # What came before it has been read. It is told once: a stream that can go on after it may.
            failure, self._failure = self._failure, None
            raise UnreadableFile("It is damaged: what is packed in it cannot be unpacked.") from failure
        self._budget.spend(filled)
        return filled

    def close(self) -> None:
        if not self.closed:
            self._stream.close()
        super().close()
