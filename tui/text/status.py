"""The header's words: what the collection holds, and how far reading it has got."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui import keys
from tui.text.dates import month_of, span_of, time_left
from tui.text.painting import Run, Runs, cells
from tui.text.sparkline import months_from, sparkline, sparkline_of_days

if TYPE_CHECKING:
    from models.search import Facets
    from models.status import Progress, Status

_GAP = 3
_ROOMY = 70
"""Cells in which the line of months has room beside the number of outlets."""
_NARROWEST, _WIDEST = 6, 60
"""Cells of the line of months: of fewer the shape says nothing, and more are longer than a look."""


def collection_runs(status: Status | None, found: Facets | None = None, room: int = 0) -> Runs:
    """As "214 articles · 9 outlets · Mar – Nov 2021", or with a line of when the results were published.

    Args:
        status: What the collection holds.
        found: The results by month.
        room: Cells for all of it; where the line does not fit, the collection's months are told instead, and where
            these do not, the counts alone.
    """
    if status is None:
        return []
    articles = _count(status.articles, "article")
    counts = f"{articles} · {_count(status.outlets, 'outlet')}" if status.outlets else articles
    if found is not None:
        # By the room alone, so that the line begins in one place whatever is found.
        beside = counts if room >= _ROOMY else articles
        if dates := found_dates(found, room - len(beside) - _GAP):
            return [Run(beside + " " * _GAP, ("dim",)), *dates]
    period = span_of(status.first_day, status.last_day)
    told = (f"{counts} · {period}", counts, articles) if period else (counts, articles)
    # Cut in a word they would say nothing; the fewest are told in any case.
    return [Run(next((words for words in told if len(words) <= room), articles), ("dim",))]


def found_dates(found: Facets, room: int) -> Runs:
    """As "found Mar ▁▁▂▃▇█▅▂▁ Nov 2021 · 3 undated"; nothing where that does not fit, or nothing is dated."""
    if not found.months:
        return []
    head = Run("found " if found.query.strip() else "", ("dim",))
    tail = Run(f" · {found.undated:,} undated" if found.undated else "", ("dim",))
    first, last = month_of(found.months[0].name), month_of(found.months[-1].name)
    if first == last:
        runs = [head, Run(first, ("dim",)), tail]
        return runs if cells(runs) <= room else []
    if first[-4:] == last[-4:]:
        first = first[:-5]
    runs = [head, Run(f"{first} ", ("dim",)), Run("", ("strong",)), Run(f" {last}", ("dim",)), tail]
    width = min(_WIDEST, room - cells(runs))
    line = sparkline_of_days(found.days, width) if found.days else sparkline(found.months, width)
    runs[2] = Run(line, ("strong",))
    return runs if len(line) >= min(_NARROWEST, months_from(found.months)) else []


def progress_runs(progress: Progress | None, status: Status | None) -> Runs:
    """As "reading 1,204 of 23,802 · 40 s left", or nothing when all is read; and "3 skipped"."""
    runs: Runs = []
    if progress is not None and (words := _words(progress)):
        runs.append(Run(words, ("warning" if progress.stage == "failed" else "strong",)))
    if status is not None and status.problems:
        runs.append(Run(("   " if runs else "") + f"{status.problems:,} skipped ", ("warning",)))
        runs.append(Run(keys.shown("problems"), ("key",)))
    return runs


def _words(progress: Progress) -> str:
    match progress.stage:
        case "waiting":
            return "waiting for another Morgue that reads this folder"
        case "looking":
            return "looking for changes"
        case "names":
            return "comparing names"
        case "learning":
            return "learning which words are alike"
        case "encoding" if progress.total:
            return f"encoding passages {progress.done * 100 // progress.total} %"
        case "encoding":
            return "encoding passages"
        case "failed":
            return "reading stopped"
        case "reading" if progress.total:
            left = f" · {time_left(progress.seconds_left)}" if progress.seconds_left is not None else ""
            return f"reading {progress.done:,} of {progress.total:,}{left}"
        case "reading":
            return "reading"
        case "annotating" if progress.total and progress.done:
            left = f" · {time_left(progress.seconds_left)}" if progress.seconds_left is not None else ""
            return f"names {progress.done * 100 // progress.total} %{left}"
        case "annotating":
            return "finding names"
        case _:
            return ""


def _count(count: int, noun: str) -> str:
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"
