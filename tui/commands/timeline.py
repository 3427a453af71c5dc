"""`morgue timeline`: the articles of a query by day, week, month or year."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any

from tui.commands.command import Command, left_out_kept
from tui.commands.folder import add_folder
from tui.commands.opening import indexed
from tui.commands.plain import say
from tui.commands.streams import put

if TYPE_CHECKING:
    from models.timeline import Period, Timeline, Unit

_BAR = 16
"""Cells of the longest bar."""
_PEAKS = 8
"""Peaks that are told from the rest."""


def _arguments(parser: argparse.ArgumentParser) -> None:
    add_folder(parser)
    parser.add_argument(
        "query", metavar="QUERY", nargs="*", type=str.lstrip, help="words and fields; all articles without"
    )
    parser.add_argument("--json", action="store_true", help="one JSON object")
    parser.add_argument(
        "--by", choices=("day", "week", "month", "year"), default="month", help="how long periods are (month)"
    )


def _run(args: argparse.Namespace) -> int:
    from index.periods import counted as by_period
    from index.periods import days_of, peaks

    query = " ".join(args.query)
    with indexed(args.folder) as collection:
        found = collection.timeline(query)
        counts = by_period(found.days, args.by)
        highest = peaks(counts, _PEAKS)
        told = {number: collection.period(query, *days_of(number, args.by)) for number in highest}
    if args.json:
        put(_as_json(found, args.by, counts, told))
    else:
        _print(found, args.by, counts, told)
    return 0


def _as_json(found: Timeline, unit: Unit, counts: dict[int, int], told: dict[int, Period]) -> dict[str, Any]:
    """A timeline as scripts get it; periods without an article are left out, and only peaks have what tells them."""
    from index.periods import days_of

    def period(number: int) -> dict[str, Any]:
        first, last = days_of(number, unit)
        telling = told[number].telling if number in told else ()
        return {
            "first": first.isoformat(),
            "last": last.isoformat(),
            "articles": counts[number],
            "peak": number in told,
            "telling": [one._asdict() for one in telling],
        }

    return {
        "query": found.query,
        "understood": found.understood,
        "full": found.full,
        "by": unit,
        "articles": found.dated,
        "undated": found.undated,
        "periods": [period(number) for number in counts],
    }


def _print(found: Timeline, unit: Unit, counts: dict[int, int], told: dict[int, Period]) -> None:
    from tui.text.sparkline import bar
    from tui.text.timeline import label, period_words, total_words

    say(found.understood if found.query.strip() else "all articles")
    if not found.full:
        say("Nothing has all the words; counted is what has some.")
    say(total_words(found))
    names = {number: period_words(number, unit) for number in counts}
    longest, most = max(map(len, names.values()), default=0), max(counts.values(), default=0)
    for number, articles in counts.items():
        made = label(told[number].telling) if number in told else ""
        drawn = bar(articles, most, _BAR)
        say(f"{names[number]:<{longest}}  {articles:>{len(f'{most:,}')},}  {drawn}  {made}".rstrip())


COMMAND = Command(
    name="timeline",
    usage="timeline FOLDER [QUERY] [--json] [--by day|week|month|year]",
    summary="Count a query's articles over time, and say what made the peaks",
    about="An article counts once, on the day that it states; undated ones are counted apart. Beside a peak stand the "
    "names and words of headlines that its articles have oftener than the others.",
    examples=("morgue timeline clippings", "morgue timeline clippings drills --by week --json"),
    arguments=_arguments,
    run=_run,
    prepared=left_out_kept,
)
