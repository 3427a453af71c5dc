"""`morgue open`: the explorer at the passage that a link leads to."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from models.errors import CollectionUnavailable, MorgueError
from tui.commands.command import Command
from tui.commands.folder import folder_named, typed

if TYPE_CHECKING:
    from models.link import Link


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "link", metavar="LINK", help="what stands beside a quote in an export; in quotation marks"
    )
    parser.add_argument(
        "--folder",
        metavar="FOLDER",
        type=folder_named,
        help="look in this folder, where the link's own was moved or is on another machine",
    )


def _run(args: argparse.Namespace) -> int:
    from index.linking import parse

    link = parse(args.link)
    folder = args.folder or Path(link.folder)
    try:
        _known(folder)
    except MorgueError as error:
        raise MorgueError(f"{error} The link leads to {_words(link)}", error.advice) from error
    from index.demo import demo_folder
    from tui.explorer import explore

    explore(folder, bundled=folder.resolve() == demo_folder().resolve(), link=link)
    return 0


def _words(link: Link) -> str:
    """What a link leads to, which is of use without its folder too."""
    from index.linking import kept_of, words_of
    from tui.commands.opening import own_bookmarks

    try:
        with own_bookmarks() as bookmarks:
            return words_of(link, kept_of(link, bookmarks.list()))
    except MorgueError:
        return words_of(link, None)


def _known(folder: Path) -> None:
    """Make sure that the folder is one of the reader's collections: a link from outside has nothing else read.

    Raises:
        MorgueError: It is not.
    """
    from index.folders import check_folder
    from index.known import is_indexed

    try:
        check_folder(folder)
    except CollectionUnavailable as error:
        raise CollectionUnavailable(
            str(error), "Where it was moved, --folder FOLDER says where to."
        ) from error
    if not is_indexed(folder):
        raise MorgueError(
            f"{folder} was never opened with Morgue, so the link is not followed.",
            f"If it is yours, `morgue {typed(folder)}` opens it first.",
        )


COMMAND = Command(
    name="open",
    usage="open LINK [--folder FOLDER]",
    summary="Open the explorer at the passage that an export's link leads to",
    about="Links begin with `morgue:` and stand beside each quote of an export. The words are found again where the "
    "file was moved or its text has changed. Only folders that you have opened before are opened.",
    examples=("morgue open 'morgue:/clippings?path=drills.txt&part=0&quote=...&at=412,38'",),
    arguments=_arguments,
    run=_run,
)
