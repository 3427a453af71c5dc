"""The index's folder: a table of contents that is written durably, read with care, and locked for writing."""

import os
import re
import struct
import zlib
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Self

from whoosh.filedb.filestore import FileStorage
from whoosh.index import TOC

from index.engine.arrays import FORMAT, REBUILD, damaged
from index.engine.segments import EXTENSION, ArraySegment
from models.errors import CollectionBusy, CollectionUnavailable, IndexDamaged

NAME = "MAIN"
"""Whoosh's usual name of an index in its folder."""
LOCK = f"{NAME}_WRITELOCK"
_TOC = re.compile(rf"_{NAME}_(\d+)\.toc")
_LEFTOVER = re.compile(rf"_{NAME}_\d+\.toc.*|{NAME}_\w+{re.escape(EXTENSION)}")
_MAGIC = b"MORGUEtoc"
_TRAILER = struct.Struct("<QII9s")
"""Length and checksum of what precedes, the format of the segments, the magic word; Whoosh reads past none of it."""


class DurableStorage(FileStorage):  # type: ignore[misc]  # Whoosh is untyped
    """Whoosh's storage, except that a renamed file, which is a new table of contents, is sealed and on disk.

    Whoosh itself never calls fsync, and a table of contents torn by a power cut would be found out as an
    EOFError or worse somewhere inside pickle.
    """

    def rename_file(self, frm: str, to: str, safe: bool = False) -> None:
        """Seal a file with its length and checksum, make it durable, and give it its final name."""
        folder = Path(self.folder)
        with (folder / frm).open("r+b") as file:
            content = file.read()
            file.write(_TRAILER.pack(len(content), zlib.crc32(content), FORMAT, _MAGIC))
            file.flush()
            os.fsync(file.fileno())
        sync_folder(folder)
        super().rename_file(frm, to, safe=safe)
        sync_folder(folder)


def sync_folder(folder: Path) -> None:
    """Make the names of a folder's files durable."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def generation_of(folder: Path) -> int:
    """The number of the last commit; -1 where there is no index."""
    try:
        names = [path.name for path in folder.iterdir()]
    except FileNotFoundError:
        return -1
    except OSError as error:
        raise CollectionUnavailable(f"The index in {folder} cannot be read: {error.strerror}.") from error
    return max((int(found[1]) for name in names if (found := _TOC.fullmatch(name))), default=-1)


def read_contents(folder: Path, generation: int) -> list[ArraySegment]:
    """The segments of a commit.

    Raises:
        FileNotFoundError: A later commit has removed this one's table of contents.
        IndexDamaged: The table of contents is torn, changed, or of another format.
    """
    path = folder / f"_{NAME}_{generation}.toc"
    content = path.read_bytes()
    if len(content) < _TRAILER.size:
        raise damaged(path, "is cut short")
    length, checksum, version, magic = _TRAILER.unpack_from(content, len(content) - _TRAILER.size)
    if magic != _MAGIC or length != len(content) - _TRAILER.size:
        raise damaged(path, "is cut short")
    if version != FORMAT:
        raise IndexDamaged(f"The index was written by another version of Morgue (format {version}).", REBUILD)
    if zlib.crc32(content[:length]) != checksum:
        raise damaged(path, "has changed since it was written")
    # Only what this program sealed comes as far as Whoosh, and so pickle.
    segments: list[ArraySegment] = TOC.read(FileStorage(str(folder)), NAME, gen=generation).segments
    return segments


def write_contents(
    folder: Path, schema: Any, segments: list[ArraySegment], generation: int, growing: Iterable[str] = ()
) -> None:
    """Commit: from here on these segments are the index. The files of earlier commits are removed.

    Args:
        folder: Where the index is.
        schema: Its fields, for Whoosh.
        segments: Its segments.
        generation: The number of this commit.
        growing: Names of files that are being written for a later one.
    """
    TOC(schema, segments, generation).write(DurableStorage(str(folder)), NAME)
    remove_leftovers(folder, segments, generation, growing)


def remove_leftovers(
    folder: Path, segments: list[ArraySegment], generation: int, growing: Iterable[str] = ()
) -> None:
    """Remove what neither this commit nor a later one needs; open snapshots need no names."""
    wanted = {name for segment in segments for name in segment.filenames} | {
        f"_{NAME}_{generation}.toc",
        *growing,
    }
    for path in folder.iterdir():
        if _LEFTOVER.fullmatch(path.name) and path.name not in wanted:
            path.unlink(missing_ok=True)


class WriteLock:
    """The right to write a folder's index. The system takes it back when the process ends, however it ends.

    Raises:
        CollectionBusy: Somebody else has it; `holder` is the process's number.
    """

    def __init__(self, folder: Path) -> None:
        path = folder / LOCK
        self._lock = FileStorage(str(folder)).lock(LOCK)
        if not self._lock.acquire():
            holder = _holder(path)
            who = f"process {holder}" if holder else "another process"
            raise CollectionBusy(
                f"The index is being written by {who}.", "Wait until it is done, or stop it.", holder
            )
        os.ftruncate(self._lock.fd, 0)
        os.write(self._lock.fd, str(os.getpid()).encode())

    def release(self) -> None:
        """Let others write. Nothing happens when called again."""
        if self._lock.fd is not None:
            self._lock.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.release()


def _holder(path: Path) -> int | None:
    try:
        return int(path.read_bytes())
    except (OSError, ValueError):
        return None
