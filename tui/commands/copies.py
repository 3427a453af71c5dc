"""`morgue copies`: groups of near-identical articles."""

import argparse

from tui.commands.command import Command
from tui.commands.folder import add_folder
from tui.commands.opening import indexed
from tui.commands.plain import counted, say
from tui.commands.streams import put


def _arguments(parser: argparse.ArgumentParser) -> None:
    add_folder(parser)
    parser.add_argument("--json", action="store_true", help="one JSON object a group")


def _run(args: argparse.Namespace) -> int:
    with indexed(args.folder) as collection:
        groups = collection.copies()
    for group in groups:
        if args.json:
            put({"articles": group.articles, "earliest": group.earliest})
            continue
        say(counted(len(group.articles), "copy", "copies"))
        for path in group.articles:
            say(f"{path}{' (earliest)' if path == group.earliest else ''}", indent=2)
        say()
    if not groups and not args.json:
        say("No two articles of this folder are nearly the same.")
    return 0


COMMAND = Command(
    name="copies",
    usage="copies FOLDER [--json]",
    summary="List near-identical articles of an indexed folder, in groups",
    about="Wire stories that several outlets printed, mostly. The earliest is named where the dates say so.",
    examples=("morgue copies clippings",),
    arguments=_arguments,
    run=_run,
)
