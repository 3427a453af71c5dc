"""`morgue forget`: remove a folder's index, and only if asked its bookmarks."""

import argparse
import sys

from tui.commands.command import Command
from tui.commands.folder import add_folder
from tui.commands.opening import own_bookmarks
from tui.commands.plain import counted, say


def _arguments(parser: argparse.ArgumentParser) -> None:
    add_folder(parser)
    parser.add_argument(
        "--bookmarks",
        action="store_true",
        help="delete the bookmarks kept from it, what you decided about its names, its saved searches, and what "
        "you read, too",
    )
    parser.add_argument(
        "--yes", action="store_true", help="do not ask; without --bookmarks, keeps the bookmarks"
    )


def _run(args: argparse.Namespace) -> int:
    from index.known import forget

    gone = forget(args.folder)
    say(f"The index of {args.folder} is removed." if gone else f"{args.folder} had no index.")
    say("Its articles were not touched.")
    with own_bookmarks() as bookmarks:
        kept = bookmarks.list(args.folder)
        counts = [
            counted(len(kept), "bookmark"),
            counted(len(bookmarks.decisions(args.folder)), "name decision"),
            counted(len(bookmarks.searches(args.folder)), "saved search", "saved searches"),
            counted(len(bookmarks.read(args.folder)), "article marked as read", "articles marked as read"),
        ]
        there = [count for count in counts if not count.startswith("0 ")]
        if not there:
            return 0
        number = " and ".join(there)
        if _may_delete(args, number):
            bookmarks.delete(*(bookmark.id for bookmark in kept))
            for heading in bookmarks.outline(args.folder):
                bookmarks.delete_heading(heading.id)
            bookmarks.take_back(args.folder, bookmarks.decisions(args.folder))
            bookmarks.forget_visits(args.folder)
            say(f"{number} deleted.")
        else:
            one = len(there) == 1 and number.startswith("1 ")
            say(f"{number} from this folder {'is' if one else 'are'} kept.")
    return 0


def _may_delete(args: argparse.Namespace, number: str) -> bool:
    if args.yes:
        return bool(args.bookmarks)
    if not sys.stdin.isatty():
        return False
    sys.stdout.write(f"Delete the {number} kept from this folder too? [y/N] ")
    sys.stdout.flush()
    return sys.stdin.readline().strip().lower() in {"y", "yes"}


COMMAND = Command(
    name="forget",
    usage="forget FOLDER [--bookmarks] [--yes]",
    summary="Remove a folder's index, and its bookmarks if you say so",
    about="The articles themselves are never touched. Bookmarks, what you decided about names, saved searches, and "
    "what you read are deleted only after a question is answered with "
    "yes, or with --bookmarks and --yes together.",
    examples=("morgue forget clippings", "morgue forget clippings --bookmarks --yes"),
    arguments=_arguments,
    run=_run,
)
