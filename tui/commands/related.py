"""`morgue related`: what other articles say about a sentence."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import TYPE_CHECKING

from tui.commands.command import Command, positive
from tui.commands.folder import add_folder
from tui.commands.opening import indexed, known_article
from tui.commands.plain import counted, say, source_line
from tui.commands.streams import add_batch, note, objects, put

if TYPE_CHECKING:
    from models.related import Related


_FIELDS = "rank score path part passage start end text relation reasons copies".split()


def _arguments(parser: argparse.ArgumentParser) -> None:
    add_folder(parser)
    parser.add_argument("text", metavar="TEXT", nargs="*", help="a sentence")
    parser.add_argument(
        "--from", dest="source", metavar="PATH", default="", help="the file it is from, left out"
    )
    parser.add_argument("--json", action="store_true", help="one JSON object a sentence")
    parser.add_argument("--limit", metavar="N", type=positive, default=8, help="so many passages at most (8)")
    add_batch(parser, '{"id","text","from"}')


def _run(args: argparse.Namespace) -> int:
    from index.encoding import trouble

    if bool(args.text) == bool(args.batch):
        args.parser.error("give a TEXT, or --batch")
    asked = (
        objects(args.batch, **{"id": object, "text": str, "from": str})
        if args.batch
        else [{"id": None, "text": " ".join(args.text), "from": args.source}]
    )
    with indexed(args.folder) as collection:
        if (why := trouble()) is not None:
            note(f"morgue: {why} {why.advice}")
        if args.source:
            known_article(collection, args.source)
        for one in asked:
            found = collection.related_to_text(one["text"], without=one["from"], limit=args.limit)
            if args.json:
                rows = [{name: getattr(row, name) for name in _FIELDS} for row in found]
                put({"id": one["id"], "related": rows})
            else:
                _print(one["text"], found)
    return 0


def _print(text: str, found: Sequence[Related]) -> None:
    say(" ".join(text.split()))
    if not found:
        say()
        say("Nothing related was found.")
    for row in found:
        number = f"{row.rank}. "
        copies = f" · {counted(row.copies, 'copy', 'copies')}" if row.copies else ""
        say()
        say(f"{number}{row.badge}{' · earliest' if row.earliest else ''}{copies}", hanging=len(number))
        say(source_line(row.outlet, row.published, row.path), indent=len(number))
        say(" ".join(row.text.split()), indent=len(number))
        if row.reasons:
            say(" · ".join(row.reasons), indent=len(number))
    say()


COMMAND = Command(
    name="related",
    usage="related FOLDER TEXT [--from PATH] [--json] [--limit N] [--batch FILE]",
    summary="Show what other articles of a folder say about a sentence",
    about="Each passage comes with the reason why it is shown; copies of one article are folded into one row.",
    examples=(
        "morgue related clippings 'The ferries stay in harbour until spring.' --from ferries.txt",
        "morgue related clippings --batch sentences.jsonl --json",
    ),
    arguments=_arguments,
    run=_run,
)
