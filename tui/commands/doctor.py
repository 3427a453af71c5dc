"""`morgue doctor`: what stands where, what is wrong, and what to do about it."""

import argparse
import platform
import shutil
from collections import Counter
from collections.abc import Callable
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path, PurePosixPath

from models.errors import MorgueError
from tui.commands.command import Command
from tui.commands.folder import folder_named, typed
from tui.commands.plain import counted, say

_PARTS = ("morgue", "textual", "whoosh3", "numpy", "pydantic", "rapidfuzz", "trafilatura")
_SCARCE = 500_000_000
"""Bytes: an index of 100,000 passages takes about so much while it is written."""
_KINDS_SHOWN = 8


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "folder",
        metavar="FOLDER",
        nargs="?",
        type=folder_named,
        help="a folder to look into as well; `demo` is the bundled collection",
    )


def _run(args: argparse.Namespace) -> int:
    say(f"Python {platform.python_version()} on {platform.system()}, " + ", ".join(map(_version, _PARTS)))
    for check in (_home, _bookmarks):
        say()
        _try(check)
    _try(_encoder)
    say()
    if args.folder:
        folder: Path = args.folder
        _try(lambda: _folder(folder))
    else:
        _try(_collections)
    return 0


def _try(check: Callable[[], None]) -> None:
    try:
        check()
    except MorgueError as error:
        say(f"Trouble: {error}")
        if error.advice:
            say(f"To do: {error.advice}", indent=2)


def _version(part: str) -> str:
    try:
        return f"{part} {version(part)}"
    except PackageNotFoundError:
        return f"{part} missing"


def _home() -> None:
    from index.home import home

    place = home()
    free = shutil.disk_usage(place).free
    say(f"Morgue keeps its data in {place}; {free / 1e9:.1f} GB are free there.")
    if free < _SCARCE:
        say("To do: make room, or set MORGUE_HOME to a folder on a larger disk.", indent=2)


def _bookmarks() -> None:
    from index.bookmarks import Bookmarks

    with Bookmarks.open() as bookmarks:
        if bookmarks.notice:
            say(f"Trouble: {bookmarks.notice}")
        bookmarks.check()
        kept = len(bookmarks.list())
        say(f"{counted(kept, 'bookmark')} in {bookmarks.path}, whole and readable.")
    if kept:
        say("`morgue backup FILE` makes a copy of them.", indent=2)


def _encoder() -> None:
    from index.encoding import VARIABLE, is_chosen, trouble

    if not is_chosen():
        return
    say()
    if (why := trouble()) is not None:
        raise why
    say(f"The sentence encoder that {VARIABLE} names can be used.")


def _collections() -> None:
    from index.known import known_collections

    known = known_collections()
    say(f"{counted(len(known), 'folder')} indexed." if known else "No folder is indexed yet.")
    for status in known:
        gone = "" if Path(status.folder).is_dir() else "; the folder is not there now"
        say(
            f"{status.folder}: {counted(status.articles, 'article')}, {_when(status.indexed)}{gone}", indent=2
        )
    say("`morgue doctor FOLDER` tells more about one.")


def _folder(folder: Path) -> None:
    from index.collection import Collection
    from index.folders import check_folder
    from index.known import is_indexed

    check_folder(folder)
    if not is_indexed(folder):
        say(f"{folder} has not been indexed yet.")
        say(f"To do: morgue index {typed(folder)}", indent=2)
        return
    collection = Collection.open(folder)
    try:
        status, problems = collection.status(), collection.problems()
    finally:
        collection.close()
    say(
        f"{folder}: {counted(status.articles, 'article')} in {counted(status.passages, 'passage')} "
        f"from {counted(status.outlets, 'outlet')}, {_when(status.indexed)}."
    )
    if status.indexed is None:
        say(f"To do: morgue index {typed(folder)}", indent=2)
    if problems:
        say(f"{counted(len(problems), 'file')} not read:")
    for problem in problems:
        say(f"{problem.path}: {problem.reason}", indent=2, hanging=4)
    if others := _others(folder):
        say(f"{counted(others.total(), 'file')} of kinds that Morgue does not read: {_kinds(others)}.")
    elif not problems:
        say("Every file was read.")


def _others(folder: Path) -> Counter[str]:
    """How many files of each suffix indexing passes over without a word; hidden ones are not counted."""
    from index.reading import listed

    names: list[str] = []
    for _ in listed(folder, on_other=names.append):
        pass
    return Counter(PurePosixPath(name).suffix.removeprefix(".").lower() for name in names)


def _kinds(others: Counter[str]) -> str:
    first = others.most_common(_KINDS_SHOWN)
    told = [f"{number:,} {suffix or 'without a suffix'}" for suffix, number in first]
    rest = others.total() - sum(number for _, number in first)
    return ", ".join([*told, f"{rest:,} others"] if rest else told)


def _when(indexed: str | None) -> str:
    return f"indexed {indexed[:16].replace('T', ' ')} UTC" if indexed else "not indexed to the end"


COMMAND = Command(
    name="doctor",
    usage="doctor [FOLDER]",
    summary="Check Morgue's data, and list a folder's files that were not read",
    about="Says what is wrong and what to do about it.",
    examples=("morgue doctor", "morgue doctor clippings"),
    arguments=_arguments,
    run=_run,
)
