"""One segment's file: named numpy arrays one after the other, a directory of them, and checksums.

    magic, format version │ array │ array │ ... │ directory (JSON) │ place and checksum of the directory, magic

Arrays start at multiples of 64 bytes and are read through a memory map, so opening a file costs the same
whatever its size. The directory's checksum is verified on opening, that of an array when it is first taken: at
some 3 GB a second, and once in a process, for a commit leaves most files as they are.
"""

import json
import mmap
import os
import struct
import zlib
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np
from numpy.typing import NDArray

from models.errors import IndexDamaged

Array = NDArray[Any]

FORMAT = 3
"""Raised whenever a file written before could be misread; an older index is then built again."""
_MAGIC = b"MORGUEarrays"
_HEADER = struct.Struct("<12sI")
_FOOTER = struct.Struct("<QQI12s")
_ALIGNMENT = 64
_verified: set[tuple[object, ...]] = set()
"""The arrays that this process has found whole: which file, as of when, and the array's name."""
REBUILD = "Build the index again with `morgue index`."


def damaged(path: Path, what: str) -> IndexDamaged:
    """The error for a file of the index that cannot be used."""
    return IndexDamaged(f"The index is damaged: {path.name} {what}.", REBUILD)


class ArrayWriter:
    """Writes a file of arrays, one at a time, so that no more than one need be in memory."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._file: BinaryIO = path.open("wb")
        self._file.write(_HEADER.pack(_MAGIC, FORMAT))
        self._directory: dict[str, tuple[int, int, str, int]] = {}

    def add(self, name: str, array: Array) -> None:
        """Append one array."""
        array = np.ascontiguousarray(array)
        if array.dtype.byteorder == ">":
            array = array.astype(array.dtype.newbyteorder("<"))
        self._file.write(b"\0" * (-self._file.tell() % _ALIGNMENT))
        start = self._file.tell()
        content = memoryview(array.data).cast("B") if len(array) else b""
        self._file.write(content)
        self._directory[name] = (start, len(array), array.dtype.str, zlib.crc32(content))

    def close(self) -> int:
        """Write the directory, make the file durable, and give its size in bytes."""
        directory = json.dumps(self._directory).encode()
        start = self._file.tell()
        self._file.write(directory)
        self._file.write(_FOOTER.pack(start, len(directory), zlib.crc32(directory), _MAGIC))
        self._file.flush()
        os.fsync(self._file.fileno())
        size = self._file.tell()
        self._file.close()
        return size

    def abandon(self) -> None:
        """Give the file up and remove it."""
        self._file.close()
        self.path.unlink(missing_ok=True)


class ArrayFile:
    """The arrays of one file, memory-mapped.

    Raises:
        FileNotFoundError: There is no such file.
        IndexDamaged: It is not whole, or of another format.
    """

    def __init__(self, path: Path, size: int) -> None:
        self.path = path
        with path.open("rb") as file:
            status = os.fstat(file.fileno())
            actual = status.st_size
            if actual != size or actual < _HEADER.size + _FOOTER.size:
                raise damaged(path, f"has {actual:,} bytes instead of {size:,}")
            self._map = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        self._identity = (status.st_dev, status.st_ino, status.st_mtime_ns, actual)
        magic, version = _HEADER.unpack_from(self._map)
        if magic != _MAGIC:
            raise damaged(path, "is not a file of Morgue's index")
        if version != FORMAT:
            raise IndexDamaged(
                f"The index was written by another version of Morgue ({path.name}: format {version}).",
                REBUILD,
            )
        start, length, checksum, end_magic = _FOOTER.unpack_from(self._map, actual - _FOOTER.size)
        directory = self._map[start : start + length]
        if end_magic != _MAGIC or zlib.crc32(directory) != checksum:
            raise damaged(path, "has a broken directory")
        self._directory: dict[str, tuple[int, int, str, int]] = json.loads(directory)

    def get(self, name: str) -> Array | None:
        """An array, or None where the file has none of that name.

        Raises:
            IndexDamaged: It is not what was written.
        """
        if name not in self._directory:
            return None
        if (*self._identity, name) not in _verified:
            self._verify(name)
        start, count, dtype, _ = self._directory[name]
        return np.frombuffer(self._map, dtype, count, start)

    def verify(self) -> None:
        """Read everything and compare checksums, whether done before or not.

        Raises:
            IndexDamaged: An array is not what was written.
        """
        for name in self._directory:
            self._verify(name)

    def _verify(self, name: str) -> None:
        start, count, dtype, checksum = self._directory[name]
        with (
            memoryview(self._map) as whole,
            whole[start : start + count * np.dtype(dtype).itemsize] as content,
        ):
            if zlib.crc32(content) != checksum:
                raise damaged(self.path, f"has changed since it was written, in {name}")
            self._let_go(start, start + len(content))
        _verified.add((*self._identity, name))

    def _let_go(self, start: int, end: int) -> None:
        """Keep no more of what was read once in this process's memory than is asked for later: a small part of it."""
        first = start - start % mmap.PAGESIZE
        if end > first:
            self._map.madvise(mmap.MADV_DONTNEED, first, end - first)


def smallest(array: Array) -> Array:
    """The same unsigned numbers in the narrowest type that holds them, which is most of an index's size."""
    largest = int(array.max()) if len(array) else 0
    return array.astype(np.min_scalar_type(largest), copy=False)
