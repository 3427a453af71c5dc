"""`morgue annotate`: names, quotations and figures of texts given on standard input."""

import argparse

from tui.commands.command import Command
from tui.commands.read import annotations_as_json
from tui.commands.streams import objects, put


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="JSON Lines, which is the only way it answers")


def _run(_args: argparse.Namespace) -> int:
    texts = list(objects("-", id=object, text=str))
    if texts:
        from index.annotating import annotate_collection

        for given, found in zip(texts, annotate_collection([given["text"] for given in texts]), strict=True):
            put({"id": given["id"], **annotations_as_json(found)})
    return 0


COMMAND = Command(
    name="annotate",
    usage="annotate --json",
    summary="Find names, quotations and figures in texts from standard input",
    about='Takes {"id","text"} a line; all lines are one collection, in which names that mean the same are joined. '
    "The texts are taken as they are, and offsets count their code points.",
    examples=("""echo '{"id": 1, "text": "“Stay,” said Orla Penhale."}' | morgue annotate --json""",),
    arguments=_arguments,
    run=_run,
)
