"""`morgue backup`: the reader's own data into one file."""

import argparse
from pathlib import Path

from tui.commands.command import Command
from tui.commands.opening import own_bookmarks
from tui.commands.plain import counted, say


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", type=Path, help="written anew; an older backup is replaced")


def _run(args: argparse.Namespace) -> int:
    with own_bookmarks() as bookmarks:
        kept = bookmarks.backup(args.file)
    say(f"{counted(kept, 'bookmark')} saved to {args.file}.")
    return 0


COMMAND = Command(
    name="backup",
    usage="backup FILE",
    summary="Save what is yours to one file: bookmarks, decisions, searches",
    about="Bookmarks with notes and tags, what you put back into articles or took out of them, what you decided about "
    "names, your saved searches, and what you read. "
    "A file that is not an older backup is never overwritten.",
    examples=("morgue backup morgue-backup.sqlite",),
    arguments=_arguments,
    run=_run,
)
