"""`morgue search`: one query, or many."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any

from tui.commands.command import Command, left_out_kept, positive
from tui.commands.folder import add_folder
from tui.commands.opening import indexed
from tui.commands.plain import counted, say, source_line
from tui.commands.streams import MisuseError, add_batch, lines, put

if TYPE_CHECKING:
    from index.collection import Collection
    from models.search import Answer, Counted, Facets, Hit

_FIELDS = "rank score path paths part title outlet published passage start end text highlights".split()


def _arguments(parser: argparse.ArgumentParser) -> None:
    add_folder(parser)
    parser.add_argument("query", metavar="QUERY", nargs="*", type=str.lstrip, help="words and fields")
    parser.add_argument("--json", action="store_true", help="one JSON object a query")
    parser.add_argument("--limit", metavar="N", type=positive, default=50, help="so many hits at most (50)")
    parser.add_argument(
        "--group", choices=("passage", "article"), default="passage", help="what a hit is (passage)"
    )
    parser.add_argument(
        "--facets", action="store_true", help="also count the articles of all matches by outlet and by month"
    )
    add_batch(parser, "id<TAB>query")


def _run(args: argparse.Namespace) -> int:
    if bool(args.query) == bool(args.batch):
        args.parser.error("give a QUERY, or --batch")
    with indexed(args.folder) as collection:
        if not args.batch:
            _answer(collection, " ".join(args.query), args)
            return 0
        for number, line in lines(args.batch):
            given, tab, query = line.partition("\t")
            if not tab:
                raise MisuseError(f"Line {number} of the input has no tab between id and query.")
            if not args.json:
                say(f"{given}: {query}")
            _answer(collection, query, args, id=given)
            if not args.json:
                say()
    return 0


def _answer(collection: Collection, query: str, args: argparse.Namespace, **given: str) -> None:
    answer = collection.search(query, limit=args.limit, group=args.group)
    facets = collection.facets(query) if args.facets else None
    if args.json:
        put({**given, **as_json(answer), **({"facets": _facets_as_json(facets)} if facets else {})})
        return
    _print(answer, args.group)
    if facets:
        _print_facets(facets)


def as_json(answer: Answer) -> dict[str, Any]:
    """An answer as the JSON contract has it."""
    return {
        "query": answer.query,
        "understood": answer.understood,
        "total": answer.total,
        "partial": answer.partial,
        "hits": [{name: getattr(hit, name) for name in _FIELDS} for hit in answer.hits],
    }


def _facets_as_json(facets: Facets) -> dict[str, Any]:
    def counts(found: tuple[Counted, ...]) -> list[dict[str, Any]]:
        return [counted.model_dump() for counted in found]

    return {
        "full": facets.full,
        "articles": facets.articles,
        "outlets": counts(facets.outlets),
        "unknown": facets.unknown,
        "months": counts(facets.months),
        "undated": facets.undated,
    }


def _print_facets(facets: Facets) -> None:
    say()
    say(counted(facets.articles, "article") + ("" if facets.full else " with some of the words"))
    unstated = (("outlet unknown", facets.unknown), ("undated", facets.undated))
    counts = [(named.name, named.articles) for named in (*facets.outlets, *facets.months)]
    for name, articles in (*counts, *unstated):
        if articles:
            say(f"{name}: {articles:,}", indent=2)


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
    if hit.denial:
        say(f"— {hit.denial}", indent=len(number))


COMMAND = Command(
    name="search",
    usage="search FOLDER QUERY [--json] [--limit N] [--group passage|article] [--facets] [--batch FILE]",
    summary="Search an indexed folder",
    about='QUERY takes words, "exact phrases", "near words"~5, -without, OR, (groups), begin*, spelt~, and the fields '
    "title: outlet: by: person: org: place: name: said: after: before: date: is:. Passages with all the words come "
    "first, then the best with some of them.\n\n"
    "Put the query in single quotation marks, so that the shell leaves its signs alone.",
    examples=(
        """morgue search clippings 'ferries outlet:gazette after:2021-07'""",
        "morgue search clippings harbour --json --limit 5",
        "morgue search clippings --batch queries.tsv --json",
    ),
    arguments=_arguments,
    run=_run,
    prepared=left_out_kept,
)
