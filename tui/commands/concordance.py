"""`morgue concordance`: every hit of a query on a line, the keyword in the middle."""

from __future__ import annotations

import argparse
import shutil
import sys
from itertools import islice
from typing import TYPE_CHECKING, get_args

from tui.commands.command import Command, left_out_kept, positive
from tui.commands.folder import add_folder
from tui.commands.opening import indexed
from tui.commands.plain import counted, say
from tui.commands.streams import put

if TYPE_CHECKING:
    from collections.abc import Iterator

    from index.concordance import Concordance
    from models.concordance import Line, LineOrder

_AT_A_TIME = 500
"""Passages read at a time."""


def _arguments(parser: argparse.ArgumentParser) -> None:
    from models.concordance import LineOrder

    add_folder(parser)
    parser.add_argument("query", metavar="QUERY", nargs="+", type=str.lstrip, help="words and fields")
    parser.add_argument("--json", action="store_true", help="one JSON object a line")
    parser.add_argument(
        "--sort",
        choices=get_args(LineOrder),
        default="newest",
        help="by date, or by the first, second or third word to the left or right (newest)",
    )
    parser.add_argument("--limit", metavar="N", type=positive, help="so many lines at most (all)")


def _run(args: argparse.Namespace) -> int:
    from index.concordance import in_order

    by_word = args.sort not in {"newest", "oldest"}
    with indexed(args.folder) as collection:
        concordance = collection.concordance(
            " ".join(args.query), order="oldest" if args.sort == "oldest" else "newest"
        )
        found: Iterator[Line] = _lines(concordance)
        if by_word:
            found = iter(in_order(found, args.sort))
        lines = list(islice(found, args.limit))
    if args.json:
        for line in lines:
            put(_as_json(line))
        return 0
    say(concordance.understood)
    if not concordance.has_words:
        say("A concordance shows words in their context: give at least one word, phrase or name.")
        return 0
    if not concordance.full:
        say("Nothing has all the words; these have some.")
    say(f"{counted(len(lines), 'line')} in {counted(len({line.key for line in lines}), 'article')}")
    _print(lines, args.sort)
    return 0


def _lines(concordance: Concordance) -> Iterator[Line]:
    while not concordance.done:
        yield from concordance.more(_AT_A_TIME)


def _as_json(line: Line) -> dict[str, object]:
    path, part = line.key
    return {"path": path, "part": part, **{name: getattr(line, name) for name in line._fields[1:]}}


def _print(lines: list[Line], order: LineOrder) -> None:
    from tui.text.concordance import draw_line
    from tui.text.painting import shorten

    width = shutil.get_terminal_size((100, 24)).columns
    for line in lines:
        drawn = "".join(run.text for run in shorten(draw_line(line, order, width), width))
        sys.stdout.write(drawn.rstrip() + "\n")


COMMAND = Command(
    name="concordance",
    usage="concordance FOLDER QUERY [--json] [--sort newest|oldest|1R|2R|3R|1L|2L|3L] [--limit N]",
    summary="Show every hit of a query on a line, the keyword in the middle",
    about="Words, phrases, beginnings and names as in a search, each place where they stand with what is around it "
    "(KWIC). Sorted by a word to the right or left, what usually follows or goes before stands together.",
    examples=(
        "morgue concordance clippings drills",
        """morgue concordance clippings '"border drills"' --sort 1R""",
        "morgue concordance clippings person:kern --sort 1L --json",
    ),
    arguments=_arguments,
    run=_run,
    prepared=left_out_kept,
)
