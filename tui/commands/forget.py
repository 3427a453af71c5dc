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
        help="delete the bookmarks kept from it, and what you decided about its names, too",
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
        said = len(bookmarks.decisions(args.folder))
        if not kept and not said:
            return 0
        number = " and ".join(
            counted(n, noun) for n, noun in ((len(kept), "bookmark"), (said, "name decision")) if n
        )
        if _may_delete(args, number):
            for bookmark in kept:
                bookmarks.delete(bookmark.id)
            bookmarks.take_back(args.folder, bookmarks.decisions(args.folder))
            say(f"{number} deleted.")
        else:
            say(f"{number} from this folder {'is' if len(kept) + said == 1 else 'are'} kept.")
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
    about="The articles themselves are never touched. Bookmarks, and what you decided about "
    "names, are deleted only after a question is answered with "
    "yes, or with --bookmarks and --yes together.",
    examples=("morgue forget clippings", "morgue forget clippings --bookmarks --yes"),
    arguments=_arguments,
    run=_run,
)
