"""What is said of an answer: how it was understood, how much was found, and how much of that is listed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len

from models.key import ArticleKey
from tui import keys
from tui.text.asking import asks_for_articles
from tui.text.painting import Run, Runs, cells, shorten_middle

if TYPE_CHECKING:
    from models.search import Answer, Order

_DOT = " · "
_AIR = 2
"""Cells at the ends of the line that stay empty."""
_LEAST_SUGGESTED, _LEAST_UNDERSTOOD = 12, 20
"""Cells of a suggestion, which is shortened to no less, and of what was understood beside it."""
_FIRST: dict[Order, str] = {"relevance": "best", "newest": "newest", "oldest": "oldest"}


def understood_runs(answer: Answer, room: int | None = None) -> Runs:
    """What the query was taken for, after what was probably meant; without a query, what one can hold.

    Args:
        answer: What was found.
        room: Cells. What was probably meant is shortened in its middle, so that its key is seen; what the query was
            taken for is left out beside it where next to nothing of that would show.
    """
    if not answer.query.strip():
        return [Run("  words, “exact phrase”, -not, outlet:…, person:…, after:2021-07", ("dim",))]
    if not answer.suggestion:
        return [Run("  "), Run(answer.understood, ("dim",))]
    suggested = _suggestion(answer.suggestion)
    understood = Run("   " + answer.understood, ("dim",))
    if room is None or room - cells(suggested) >= min(_LEAST_UNDERSTOOD, cell_len(understood.text)):
        return [*suggested, understood]
    around = cells(suggested) - cell_len(answer.suggestion)
    return _suggestion(shorten_middle(answer.suggestion, max(_LEAST_SUGGESTED, room - around)))


def _suggestion(words: str) -> Runs:
    return [
        Run("  did you mean ", ("dim",)), Run(words, ("strong",)), Run("? ", ("dim",)),
        Run(keys.shown("query.suggestion"), ("key",)),
    ]  # fmt: skip


def room_beside(answer: Answer, width: int) -> int:
    """Cells for how much was found: half of the window, less where what was probably meant needs more of its line."""
    suggested = cells(_suggestion(answer.suggestion)) + 1 if answer.suggestion else 0
    return min(width // 2, width - _AIR - suggested)


def counts(answer: Answer, *, so_far: bool = False, folded: bool = False, room: int | None = None) -> str:
    """As "38 passages in 12 articles · 14 in part", or "12 articles" where those are listed.

    Args:
        answer: What was found.
        so_far: Whether there may be more in what is not read yet.
        folded: Whether some of it has no row of its own.
        room: Cells; what stands last is left out where all of it does not fit.
    """
    if not answer.query.strip():
        return "copies folded" if folded else ""
    parts = []
    if answer.total and asks_for_articles(answer.query):
        parts.append(_number(answer.total, "article"))
    elif answer.total:
        found = _number(answer.total, "passage")
        parts.append(f"{found} in {_number(answer.articles, 'article')}" if answer.articles else found)
    if answer.partial:
        parts.append(f"{answer.partial:,} in part")
    if parts and so_far:
        parts[0] += " so far"
    if folded:
        parts.append("copies folded")
    while room is not None and len(parts) > 1 and cell_len(_DOT.join(parts)) > room:
        parts.pop()
    return _DOT.join(parts) or "nothing found"


def end_of_list(answer: Answer, listed: int, order: Order) -> str:
    """What stands under the last row: of how many results those are that are listed; nothing where it is all of them.

    Args:
        answer: What was found.
        listed: How many articles are listed.
        order: By which they are the first.
    """
    first, found = _FIRST[order], found_articles(answer)
    if listed < found:
        some = "" if listed == 1 else f" {listed:,}"
        return f"The {first}{some} of {_number(found, 'article')}\nMore words narrow this, and so does F."
    # Those with all the words come first: once all of them are listed, what is missing matches in part.
    held = {ArticleKey(hit.path, hit.part): hit.passages for hit in answer.hits if not hit.full}
    missing = answer.partial - sum(held.values())
    if missing <= 0:
        return ""
    some = "article" if listed == 1 else f"{listed:,} articles"
    verb = "matches" if missing == 1 else "match"
    return f"The {first} {some}; {_number(missing, 'more passage')} {verb} in part"


def found_articles(answer: Answer) -> int:
    """How many articles have all that was asked for."""
    return answer.total if asks_for_articles(answer.query) else answer.articles


def _number(count: int, noun: str) -> str:
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"
