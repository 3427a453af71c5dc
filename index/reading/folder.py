"""A folder's files: which of them are articles to read, and in what order they come."""

import os
import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from index.reading.candidates import by_name, is_candidate, unsupported
from index.reading.sanitising import printable_name
from index.reading.source import suffix_of

_COMPANION = re.compile(r"(?:_files|_archivos|_fichiers|-Dateien|_file|-filer|_pliki|_arquivos|\.files)$")
_OMNIVORE_LIST = re.compile(r"metadata_\d+_to_\d+\.json")
_OMNIVORE_FOLDERS = frozenset({"content", "highlights"})

Problem = Callable[[str, str], None]


def is_companion(name: str) -> bool:
    """Whether a folder's name is that of the pictures and scripts of a saved page: "Weir holds_files"."""
    return bool(_COMPANION.search(name))


def folders_of_export(names: Iterable[str]) -> frozenset[str]:
    """The folders whose files are read with others beside them: Omnivore's texts, with its lists of articles."""
    return _OMNIVORE_FOLDERS if any(map(_OMNIVORE_LIST.fullmatch, names)) else frozenset()


def depends_on_siblings(folder: Path, path: Path) -> bool:
    """Whether it takes a look at what lies beside a path's folders to tell whether `walk` comes to it."""
    *above, name = path.relative_to(folder).parts
    return not _OMNIVORE_FOLDERS.isdisjoint((*above, name)) or bool(_OMNIVORE_LIST.fullmatch(name))


def is_passed_over(folder: Path, path: Path) -> bool:
    """Whether `walk` never comes to a path below its folder: it is hidden, or in a companion folder."""
    *above, name = path.relative_to(folder).parts
    return name.startswith(".") or any(part.startswith(".") or is_companion(part) for part in above)


class Listed(NamedTuple):
    """A candidate as its folder lists it."""

    path: str
    name: str
    """Relative to the folder that was walked, printable."""
    status: os.stat_result


def walk(folder: Path, on_problem: Problem | None = None) -> Iterator[tuple[Path, str]]:
    """The candidates of a folder with their names relative to it, as `listed` finds them."""
    return ((Path(found.path), found.name) for found in listed(folder, on_problem))


def listed(
    folder: Path,
    on_problem: Problem | None = None,
    *,
    below: Path | None = None,
    on_other: Callable[[str], None] | None = None,
) -> Iterator[Listed]:
    """The candidates of a folder, sorted, folder by folder; none is looked at more than once.

    Hidden folders are left out, and the companion folders of saved pages ("NAME_files") and of exports. Linked folders
    are followed unless they lead back; a file reached twice comes once, by its first name.

    Args:
        folder: where to begin.
        on_problem: called with name and reason for each sub-folder that cannot be read and each file that is
            `unsupported`.
        below: the folder inside of it to begin with, for a look at this one only.
        on_other: called with the name of each file that is neither a candidate nor a problem, hidden ones left out.
    """
    report = on_problem or (lambda _name, _reason: None)
    seen_folders: set[tuple[int, int]] = set()
    seen_files: set[tuple[int, int]] = set()
    waiting = [below or folder]
    while waiting:
        current = waiting.pop()
        try:
            status = current.stat()
            if (status.st_dev, status.st_ino) in seen_folders:
                continue
            seen_folders.add((status.st_dev, status.st_ino))
            with os.scandir(current) as scan:
                entries = sorted(scan, key=lambda entry: entry.name)
        except OSError as error:
            report(
                name_in(current, folder),
                f"The folder cannot be read: {(error.strerror or 'unknown error').lower()}.",
            )
            continue
        inner: list[Path] = []
        passed_over = folders_of_export(entry.name for entry in entries)
        above = "" if current == folder else f"{name_in(current, folder)}/"
        for entry in entries:
            if entry.name.startswith("."):
                continue
            name = above + printable_name(entry.name)
            try:
                if entry.is_dir():
                    if not is_companion(entry.name) and entry.name not in passed_over:
                        inner.append(Path(entry.path))
                    continue
                if not entry.is_file():
                    if entry.is_symlink() and is_candidate(Path(entry.path)):
                        report(name, "It is a link that leads nowhere.")
                    continue
                if _is_candidate(entry):
                    # Hard links are two files of one person's making; only symbolic ones lead to one file twice.
                    status = entry.stat()
                    key = (status.st_dev, status.st_ino)
                    if key in seen_files:
                        continue
                    seen_files.add(key)
                    yield Listed(entry.path, name, status)
                elif reason := unsupported(Path(entry.path)):
                    report(name, reason)
                elif on_other:
                    on_other(name)
            except OSError as error:
                report(name, f"It cannot be read: {(error.strerror or 'unknown error').lower()}.")
        waiting.extend(reversed(inner))


def _is_candidate(entry: os.DirEntry[str]) -> bool:
    # Nearly every name tells, and a Path is dear to make.
    told = by_name(entry, suffix_of(entry.name))
    return is_candidate(Path(entry.path)) if told is None else told


def name_in(path: Path, folder: Path) -> str:
    """What a collection calls a file or folder below its own folder."""
    return printable_name(path.relative_to(folder).as_posix())
