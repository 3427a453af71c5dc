"""Files packed into others, gzip and ZIP, and the entries of all kinds of containers."""

import stat
import struct
import zipfile
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import IO

from index.reading.candidates import by_content, by_name, unsupported
from index.reading.containers.gunzip import Gunzip
from index.reading.draft import Draft, Unread
from index.reading.folder import folders_of_export, is_companion
from index.reading.formats import read_source
from index.reading.sanitising import printable_name
from index.reading.source import Beside, BudgetSpent, Opener, Source, suffix_of
from models.errors import UnreadableFile

MAX_NESTED = 64 * 1024 * 1024
"""Bytes of a ZIP archive that is an entry itself, which has to be held in memory."""
_MOST_DIRECTORY = 16 * 1024 * 1024
"""Bytes of a ZIP's table of contents: 150,000 entries with names as they are, in memory 100 MB."""
_END = struct.Struct("<4s4H2LH")
_WIDE_END = struct.Struct("<4sQ2H2L4Q")
_LONGEST_COMMENT = 65_535
_ENCRYPTED = 0x1


def read_entry(
    source: Source,
    name: str,
    opened: Opener,
    day_first: bool | None = None,
    *,
    suffix: str | None = None,
    encoding: str | None = None,
    beside: Beside | None = None,
) -> Iterator[Draft | Unread]:
    """The articles of one entry of a container; nothing if it is no article, as a picture or a style sheet.

    Whatever is wrong with the entry comes as an `Unread` of its name, so that the next can be read.

    Args:
        source: the container.
        name: the entry's name.
        opened: opens its bytes.
        day_first: the order of day and month, where it is known.
        suffix: what its name should end in by its media type; None to go by the name.
        encoding: the encoding of its text, where a header states it.
        beside: opens what stands beside it, by its path from there.

    Raises:
        BudgetSpent: the file has been unpacked to more than an honest one holds.
    """
    name = printable_name(name)
    path = PurePosixPath(name)
    suffix = suffix_of(name) if suffix is None else suffix
    told = by_name(path, suffix)
    if told is False:
        reason = unsupported(path, suffix)
        if reason:
            yield Unread(name, reason)
        return
    try:
        with source.entry(name, opened(), suffix=suffix, encoding=encoding, beside=beside) as entry:
            if told or by_content(suffix, entry.head):
                for found in read_source(entry, day_first):
                    yield _placed(found, name)
    except (BudgetSpent, MemoryError):
        raise
    except UnreadableFile as error:
        yield Unread(name, str(error))
    except Exception as error:  # noqa: BLE001 - one odd entry must never cost the others
        yield Unread(name, f"It could not be read ({type(error).__name__}: {str(error)[:120]}).")


def _placed(found: Draft | Unread, name: str) -> Draft | Unread:
    """What was found in an entry, with the entry's name before the name of the part of it."""
    place = f"{name}: {found.entry}" if found.entry else name
    if isinstance(found, Unread):
        return found._replace(entry=place)
    found.entry = place
    return found


def read_gzip(source: Source, day_first: bool | None = None) -> Iterator[Draft | Unread]:
    """What a gzip file holds, which is one file, named as it is without its suffix."""
    name = source.name.removesuffix(source.name[-3:]) if source.suffix == "gz" else source.name
    return read_entry(source, name, lambda: Gunzip(source.stream()), day_first)


def read_zip(source: Source, day_first: bool | None = None) -> Iterator[Draft | Unread]:
    """The articles among the files of a ZIP archive, in its order. Nothing is written anywhere.

    Raises:
        UnreadableFile: it is damaged, too large inside another archive, or has too many entries.
    """
    file = source.seekable(MAX_NESTED)
    _check_directory(file)
    try:
        archive = zipfile.ZipFile(file)
    except (UnreadableFile, MemoryError):
        raise
    except Exception as error:
        # Besides BadZipFile, what damaged tables of contents make of struct, decoding and seeking.
        raise UnreadableFile("The ZIP archive is damaged: it has no table of contents.") from error
    with archive:
        exports = _folders_of_exports(archive)
        for info in archive.infolist():
            if _is_passed_over(info) or info.filename.startswith(exports):
                continue
            # A WACZ file is a ZIP archive with WARC files in this folder, and lists of what is in them in others.
            if source.suffix == "wacz" and not info.filename.startswith("archive/"):
                continue
            if info.flag_bits & _ENCRYPTED:
                if by_name(PurePosixPath(info.filename), suffix_of(info.filename)) is not False:
                    yield Unread(printable_name(info.filename), "It is encrypted with a password.")
                continue
            opened = _Opened(archive, info)
            yield from read_entry(source, info.filename, opened, day_first, beside=opened.beside)


class _Opened:
    """Opens an entry of a ZIP archive, with a reason where that cannot be done."""

    def __init__(self, archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> None:
        self._archive = archive
        self._info = info

    def __call__(self) -> IO[bytes]:
        try:
            return self._archive.open(self._info)
        except NotImplementedError:
            raise UnreadableFile("It is packed in a way that is not read.") from None
        except (zipfile.BadZipFile, OSError, ValueError, RuntimeError) as error:
            raise UnreadableFile("It is damaged: what is packed in it cannot be unpacked.") from error

    def beside(self, name: str) -> IO[bytes]:
        """Another entry, by its path from the folder of this one. Raises KeyError if there is none."""
        return self._archive.open(f"{self._info.filename.rpartition('/')[0]}/{name}".removeprefix("/"))


def _folders_of_exports(archive: zipfile.ZipFile) -> tuple[str, ...]:
    """How the names of entries begin that are read with others beside them."""
    beginnings = []
    for name in archive.namelist():
        folder, slash, last = name.rpartition("/")
        beginnings += [f"{folder}{slash}{one}/" for one in folders_of_export([last])]
    return tuple(beginnings)


def _is_passed_over(info: zipfile.ZipInfo) -> bool:
    """Folders, links, hidden files, and what belongs to a saved page or a Mac's file system."""
    *folders, _ = PurePosixPath(info.filename).parts or ("",)
    return (
        info.is_dir()
        or stat.S_ISLNK(info.external_attr >> 16)
        or any(part == "__MACOSX" or _is_hidden(part) or is_companion(part) for part in folders)
    )


def _is_hidden(part: str) -> bool:
    return part.startswith(".") and part not in {".", ".."}


def _check_directory(file: IO[bytes]) -> None:
    """Refuse a table of contents that would take gigabytes of memory, before it is read.

    Raises:
        UnreadableFile: it is larger than `_MOST_DIRECTORY`.
    """
    size = file.seek(0, 2)
    file.seek(max(0, size - _LONGEST_COMMENT - _END.size - _WIDE_END.size))
    tail = file.read()
    at = tail.rfind(b"PK\x05\x06")
    directory = _END.unpack_from(tail, at)[5] if 0 <= at <= len(tail) - _END.size else 0
    wide = tail.rfind(b"PK\x06\x06")
    if 0 <= wide <= len(tail) - _WIDE_END.size:
        directory = max(directory if directory != 0xFFFFFFFF else 0, _WIDE_END.unpack_from(tail, wide)[8])
    if directory > _MOST_DIRECTORY:
        raise UnreadableFile("The ZIP archive has more entries than can be read.")
