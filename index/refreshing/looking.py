"""What a folder holds now, beside what is known of it: all of it, or only where something is said to have changed."""

import os
import stat
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from index.catalogue import Catalogue, FileState
from index.refreshing.preparing import FoundFile
from models.status import Problem

_SIGNED = (1 << 63) - 1
"""What SQLite holds of a file's number, which has 64 bits."""
_REPLACED = "\ufffd"
"""Stands in a reported path for bytes that are no UTF-8: which file is meant cannot be told."""


@dataclass
class Look:
    """What was seen, and what of it is known already."""

    found: list[FoundFile] = field(default_factory=list)
    """The files to read that are there."""
    troubles: dict[str, str] = field(default_factory=dict)
    """Name to reason, of files and folders that should be read and cannot."""
    known: dict[str, FileState] = field(default_factory=dict)
    """The files that were known where it was looked."""

    @property
    def gone(self) -> set[str]:
        """The known files that are no longer there. What lies in a folder that cannot be read is not known to be."""
        there = {file.name for file in self.found} | self.troubles.keys()
        shut = tuple(f"{name}/" for name in self.troubles)
        return {name for name in self.known.keys() - there if not name.startswith(shut)}

    @property
    def unread(self) -> list[FoundFile]:
        """The files that are new or have changed."""
        return [file for file in self.found if not file.state.same(self.known.get(file.name))]

    def is_known(self, problems: Iterable[Problem]) -> bool:
        """Whether all that was seen is known, and nothing is missing."""
        told = {problem.path: problem.reason for problem in problems}
        return not self.unread and not self.gone and self.troubles.items() <= told.items()

    def moves(self) -> dict[str, FoundFile]:
        """Old name to the file as it is called now, of files that were moved and are unchanged otherwise.

        A file system keeps number, size and time of a file that gets another name, in whatever folder. Two files that
        have changed places are found too.
        """
        unread = self.unread
        vacated: defaultdict[FileState, list[str]] = defaultdict(list)
        for name in sorted(self.gone | {file.name for file in unread}):
            if (state := self.known.get(name)) is not None and state.inode:
                vacated[state].append(name)
        return {vacated[file.state].pop(): file for file in unread if vacated.get(file.state)}


def look_everywhere(folder: Path, catalogue: Catalogue, on_fresh: Callable[[], None]) -> Look:
    """Look through a whole folder; `on_fresh` is told of each file that is new or has changed, meanwhile."""
    look = Look(known=catalogue.files())
    _walk(look, folder, folder, on_fresh)
    return look


def look_at(folder: Path, paths: Iterable[Path], catalogue: Catalogue) -> Look | None:
    """Look only at files and folders inside of a folder, which may be there, be new or be gone.

    Returns:
        None where more must be looked at to tell: links may lead to one file by several names.
    """
    from index.reading import is_candidate, unsupported
    from index.reading.folder import depends_on_siblings, is_companion, is_passed_over, name_in

    look = Look()
    for path in _outermost(paths):
        if path == folder or _REPLACED in str(path) or _through_link(folder, path):
            return None
        if is_passed_over(folder, path):
            continue
        if depends_on_siblings(folder, path):
            return None
        name = name_in(path, folder)
        look.known |= catalogue.files_at(name)
        try:
            status = path.stat()
        except FileNotFoundError:
            continue
        except OSError as error:
            look.troubles[name] = _cannot(error)
            continue
        if stat.S_ISDIR(status.st_mode):
            if not is_companion(path.name):
                _walk(look, folder, path)
        elif status.st_nlink > 1:
            return None
        elif is_candidate(path):
            look.found.append(FoundFile(str(path), name, state_of(status)))
        elif reason := unsupported(path):
            look.troubles[name] = reason
    return look


def state_of(status: os.stat_result) -> FileState:
    """What tells a file from what it was, and wherever it is moved."""
    return FileState(status.st_size, status.st_mtime_ns, status.st_ino & _SIGNED)


def _walk(look: Look, folder: Path, below: Path, on_fresh: Callable[[], None] = lambda: None) -> None:
    from index.reading import listed

    for path, name, status in listed(folder, look.troubles.__setitem__, below=below):
        file = FoundFile(path, name, state_of(status))
        look.found.append(file)
        if not file.state.same(look.known.get(name)):
            on_fresh()


def _cannot(error: OSError) -> str:
    return f"It cannot be looked at: {error.strerror}."


def _outermost(paths: Iterable[Path]) -> list[Path]:
    """Without paths that lie below another of them."""
    kept: set[Path] = set()
    for path in sorted(paths):
        if not kept.intersection(path.parents):
            kept.add(path)
    return sorted(kept)


def _through_link(folder: Path, path: Path) -> bool:
    while path not in (folder, path.parent):
        if path.is_symlink():
            return True
        path = path.parent
    return False
