"""`morgue restore`: bookmarks of a backup that are no longer here."""

import argparse
from pathlib import Path

from tui.commands.command import Command
from tui.commands.opening import own_bookmarks
from tui.commands.plain import counted, say


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", type=Path, help="what `morgue backup` wrote")


def _run(args: argparse.Namespace) -> int:
    with own_bookmarks() as bookmarks:
        restored = bookmarks.restore(args.file)
    say(f"{counted(restored.added, 'bookmark')} restored; {restored.present:,} were here already.")
    return 0


COMMAND = Command(
    name="restore",
    usage="restore FILE",
    summary="Bring back what a backup has and is missing here",
    about="Adds what is missing: bookmarks, what you said of articles' lines and of names, saved searches, what you "
    "read. "
    "What is here stays as it is, with its notes and tags.",
    examples=("morgue restore morgue-backup.sqlite",),
    arguments=_arguments,
    run=_run,
)
