"""`morgue search`: one query, or many."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any

from tui.commands.command import Command, positive
from tui.commands.folder import add_folder
from tui.commands.opening import indexed
from tui.commands.plain import counted, say, source_line
from tui.commands.streams import MisuseError, add_batch, lines, put

if TYPE_CHECKING:
    from index.collection import Collection
    from models.search import Answer, Hit

_FIELDS = "rank score path paths part title outlet published passage start end text highlights".split()


def _arguments(parser: argparse.ArgumentParser) -> None:
    add_folder(parser)
    parser.add_argument(
        "query", metavar="QUERY", nargs="*", help="words and fields; after --, may begin with a minus"
    )
    parser.add_argument("--json", action="store_true", help="one JSON object a query")
    parser.add_argument("--limit", metavar="N", type=positive, default=50, help="so many hits at most (50)")
    parser.add_argument(
        "--group", choices=("passage", "article"), default="passage", help="what a hit is (passage)"
    )
    add_batch(parser, "id<TAB>query")


def _run(args: argparse.Namespace) -> int:
    if bool(args.query) == bool(args.batch):
        args.parser.error("give a QUERY, or --batch")
    with indexed(args.folder) as collection:
        if not args.batch:
            answer = _ask(collection, " ".join(args.query), args)
            if args.json:
                put(as_json(answer))
            else:
                _print(answer, args.group)
            return 0
        for number, line in lines(args.batch):
            given, tab, query = line.partition("\t")
            if not tab:
                raise MisuseError(f"Line {number} of the input has no tab between id and query.")
            answer = _ask(collection, query, args)
            if args.json:
                put({"id": given, **as_json(answer)})
            else:
                say(f"{given}: {query}")
                _print(answer, args.group)
                say()
    return 0


def _ask(collection: Collection, query: str, args: argparse.Namespace) -> Answer:
    return collection.search(query, limit=args.limit, group=args.group)


def as_json(answer: Answer) -> dict[str, Any]:
    """An answer as the JSON contract has it."""
    return {
        "query": answer.query,
        "understood": answer.understood,
        "total": answer.total,
        "partial": answer.partial,
        "hits": [{name: getattr(hit, name) for name in _FIELDS} for hit in answer.hits],
    }


def _print(answer: Answer, group: str) -> None:
    say(answer.understood)
    found = counted(answer.total, group)
    say(f"{found}, and {answer.partial:,} with some of the words" if answer.partial else found)
    if answer.suggestion:
        say(f"Did you mean: {answer.suggestion}")
    said_partial = False
    for hit in answer.hits:
        if not hit.full and not said_partial:
            said_partial = True
            say()
            say("With some of the words:")
        say()
        _print_hit(hit)


def _print_hit(hit: Hit) -> None:
    number = f"{hit.rank}. "
    say(f"{number}{hit.title or '(no headline)'}", hanging=len(number))
    say(source_line(hit.outlet, hit.published, hit.path), indent=len(number))
    if hit.passage:
        say(" ".join(hit.text.split()), indent=len(number))


COMMAND = Command(
    name="search",
    usage="search FOLDER QUERY [--json] [--limit N] [--group passage|article] [--batch FILE]",
    summary="Search an indexed folder",
    about='Words, "exact phrases", -not, OR, (groups), pre*, fuzzy~, and fields such as title: outlet: by: person: '
    "org: place: said: after: before: date:. Passages with all the words come first.",
    examples=(
        """morgue search clippings 'ferries outlet:gazette after:2021-07'""",
        "morgue search clippings harbour --json --limit 5",
        "morgue search clippings --batch queries.tsv --json",
    ),
    arguments=_arguments,
    run=_run,
)
