"""The words of a timeline: its periods, what tells them from the rest, and the articles of one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import PurePath
from typing import TYPE_CHECKING

from rich.cells import cell_len

from index.periods import days_of, peaks
from tui.text.dates import day_span, long_month, short_date, weekday_date
from tui.text.painting import Run, Runs, cells, shorten, shorten_text
from tui.text.safety import printable

if TYPE_CHECKING:
    from models.search import Hit
    from models.timeline import Period, Telling, Timeline, Unit
    from tui.text.chart import Chart

_DATE = len("28 Jul 2021")
_LEAST_OUTLET, _MOST_OUTLET = 12, 24


def unit_words(unit: Unit) -> str:
    """As "by week"."""
    return f"by {unit}"


def period_words(number: int, unit: Unit) -> str:
    """As "Wed 28 Jul 2021", "26 Jul 2021 to 1 Aug 2021", "July 2021", "2021"."""
    first, last = days_of(number, unit)
    match unit:
        case "day":
            return weekday_date(first)
        case "week":
            return day_span(first.isoformat(), last.isoformat())
        case "month":
            return long_month(first.isoformat())
        case "year":
            return str(first.year)


def total_words(found: Timeline) -> str:
    """As "237 articles · 16 undated"."""
    told = number_of(found.dated, "article")
    return f"{told} · {found.undated:,} undated" if found.undated else told


def number_of(count: int, noun: str) -> str:
    """As "1 article" or "1,204 articles"."""
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"


def how_many(articles: int) -> str:
    """As "1,204 articles", or "no article"."""
    return number_of(articles, "article") if articles else "no article"


def undated_words(found: Timeline) -> str:
    """Why nothing shows where articles were found."""
    return (
        f"No article here states its day\n{how_many(found.undated)} found, none of which can be "
        "placed in time. -date:* in a search lists the undated ones."
    )


def outlet_runs(period: Period, room: int) -> Runs:
    """As "The Courier 3 · Herald 2 · 4 more outlets", as many as have room; nothing for a single article."""
    if period.articles < 2:
        return []
    counts = [(printable(outlet.name), outlet.articles) for outlet in period.outlets]
    if period.unknown:
        counts.append(("outlet unknown", period.unknown))
    for shown in range(len(counts), 0, -1):
        parts = [f"{name} {articles:,}" for name, articles in counts[:shown]]
        if rest := len(counts) - shown:
            parts.append(f"{rest} more")
        text = " · ".join(parts)
        if cell_len(text) <= room:
            return [Run(text, ("dim",))]
    return []


def label(told: tuple[Telling, ...]) -> str:
    """What made a peak, in a few words: "Oliver North, contra"; empty where nothing tells it from the rest."""
    return ", ".join(one.text for one in told[:2])


def telling_runs(period: Period | None, room: int) -> Runs:
    """As "oftener than elsewhere: Oliver North in 9 (elsewhere 0) · contra in 10 (0)", as many as have room."""
    if period is None:
        return []
    if not period.others:
        return [Run("All articles found stand here.", ("dim",))]
    if not period.telling:
        return [Run("No name or headline word stands out here against the rest.", ("dim",))]
    runs: Runs = [Run("Oftener here: ", ("dim",))]
    for number, one in enumerate(period.telling):
        ink = one.kind.value.lower() if one.kind is not None else "strong"
        share = f" {one.articles:,} of {period.articles:,}"
        share += (
            f", elsewhere {one.elsewhere:,} of {period.others:,}" if not number else f" ({one.elsewhere:,})"
        )
        more = [
            *([Run(" · ", ("dim",))] if number else []),
            Run(printable(one.text), (ink,)),
            Run(share, ("dim",)),
        ]
        if number and cells([*runs, *more]) > room:
            break
        runs += more
    return shorten(runs, room)


def told_chart(chart: Chart, width: int, height: int) -> list[Runs]:
    """The columns in words: the stretch of time, then the highest peaks in their order, as many as there are lines."""
    first, last = (days_of(number, chart.unit) for number in (chart.first, chart.last))
    found = peaks(chart.counts, height - 1)
    told = "Peaks, the highest first:" if found else "No peak stands out."
    lines: list[Runs] = [
        [Run(f"By {chart.unit}, {day_span(first[0].isoformat(), last[1].isoformat())}. {told}")]
    ]
    for number in found:
        said = f"{period_words(number, chart.unit)}, {number_of(chart.counts[number], 'article')}"
        name = chart.labels.get(number)
        lines.append([Run(printable(f"{said}: {name}" if name else said))])
    return [shorten(line, width) for line in lines[:height]]


def outlet_words(hit: Hit) -> str:
    """The outlet of an article, on one line."""
    return printable(hit.outlet or "outlet unknown")


def article_rows(hits: Sequence[Hit], unit: Unit, *, spoken: bool) -> list[Callable[[int], list[Runs]]]:
    """A row for each article of a period: given its width in cells, its lines; the outlets stand in one column."""
    longest = max((cell_len(outlet_words(hit)) for hit in hits), default=0)
    return [partial(draw_article, hit, unit, longest=longest, spoken=spoken) for hit in hits]


def draw_article(
    hit: Hit, unit: Unit, width: int, *, longest: int = _MOST_OUTLET, spoken: bool = False
) -> list[Runs]:
    """Date, outlet and headline of an article on one line; the date where the period is longer than a day.

    Args:
        hit: The article.
        unit: How long the period is.
        width: Cells.
        longest: Cells of the longest name of an outlet among the rows, which as far as there is room is not cut.
        spoken: Whether it is to be heard: with all of the outlet's name, and no columns.
    """
    date = "" if unit == "day" else f"{short_date(hit.published):<{_DATE + 2}}"
    outlet = outlet_words(hit)
    if spoken:
        outlet = f"{outlet}: "
    else:
        column = min(longest, _MOST_OUTLET, max(_LEAST_OUTLET, width // 3))
        outlet = shorten_text(outlet, column)
        outlet += " " * (column - cell_len(outlet) + 2)
    title = printable(hit.title or PurePath(hit.path).name)
    headline = Run(" ".join(title.split()), ("title",) if hit.title else ("untitled",))
    return [shorten([Run(date, ("dim",)), Run(outlet, ("dim",)), headline], width)]
