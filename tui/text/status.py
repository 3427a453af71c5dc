"""The header's words: what the collection holds, and how far reading it has got."""

from models.status import Progress, Status
from tui.text.dates import span_of, time_left
from tui.text.painting import Run, Runs


def collection_runs(status: Status | None) -> Runs:
    """As "214 articles · 9 outlets · Mar – Nov 2021"."""
    if status is None:
        return []
    parts = [_count(status.articles, "article")]
    if status.outlets:
        parts.append(_count(status.outlets, "outlet"))
    if period := span_of(status.first_day, status.last_day):
        parts.append(period)
    return [Run(" · ".join(parts), ("dim",))]


def progress_runs(progress: Progress | None, status: Status | None) -> Runs:
    """As "reading 1,204 of 23,802 · 40 s left", or nothing when all is read; and "3 skipped"."""
    runs: Runs = []
    if progress is not None and (words := _words(progress)):
        runs.append(Run(words, ("warning" if progress.stage == "failed" else "strong",)))
    if status is not None and status.problems:
        runs.append(Run(("   " if runs else "") + f"{status.problems:,} skipped ", ("warning",)))
        runs.append(Run("!", ("key",)))
    return runs


def _words(progress: Progress) -> str:
    match progress.stage:
        case "waiting":
            return "waiting for another Morgue that reads this folder"
        case "looking":
            return "looking for changes"
        case "names":
            return "comparing names"
        case "failed":
            return "reading stopped"
        case "reading" if progress.total:
            left = f" · {time_left(progress.seconds_left)}" if progress.seconds_left is not None else ""
            return f"reading {progress.done:,} of {progress.total:,}{left}"
        case "reading":
            return "reading"
        case "annotating" if progress.total:
            left = f" · {time_left(progress.seconds_left)}" if progress.seconds_left is not None else ""
            return f"names {progress.done * 100 // progress.total} %{left}"
        case "annotating":
            return "names"
        case _:
            return ""


def _count(count: int, noun: str) -> str:
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"
