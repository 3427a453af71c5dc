"""What a card shows: a figure's ledger, a quotation's appearances."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from models.annotation import Figure, Quotation
from models.article import ArticleKey
from models.related import Appearance, ComparableFigure
from tui.archive import Archive
from tui.text.dates import short_date
from tui.text.painting import Run, Runs, justify
from tui.text.safety import printable
from tui.text.snippets import snippet
from tui.text.wrapping import wrap
from tui.widgets.rows import Row

_CLASS_WORDS = {
    "same": "same value",
    "same-units": "same value, other unit",
    "differs": "differs",
    "other-occasion": "another occasion",
    "other-measure": "counts something else",
}


_SAMENESS_WORDS = {
    "translated": "likely the same, translated differently",
    "retold": "likely the same, retold",
}


@dataclass(frozen=True)
class Target:
    """Where a row leads."""

    key: ArticleKey
    passage: int
    focus: tuple[int, int] | None = None


@dataclass(frozen=True)
class Card:
    """The head of a card, its rows, and where each leads."""

    head: tuple[Row, ...]
    rows: Sequence[Row]
    targets: Sequence[Target]
    empty: str


async def figure_ledger(archive: Archive, key: ArticleKey, figure: Figure) -> Card:
    """What every article says about the thing that a figure counts."""
    entries = await archive.comparable(key, figure)
    of = f" {figure.of}" if figure.of and figure.of not in figure.text else ""
    return Card(
        (
            partial(_title, f"{figure.text}{of}", "figure"),
            partial(_dim, f"{_count(len(entries), 'figure')} that may count the same"),
        ),
        [partial(_figure_row, entry) for entry in entries],
        [Target(ArticleKey(e.path, e.part), e.passage, (e.start, e.end)) for e in entries],
        "No other figure in the collection seems to count the same.",
    )


async def quotation_card(archive: Archive, key: ArticleKey, quotation: Quotation) -> Card:
    """Who said a quotation, in the longest wording that any article gives, and where it appears, the earliest first."""
    places = await archive.appearances(key, quotation)
    longest = max((p.text for p in places if p.sameness == "words"), key=len, default=quotation.text)
    speaker = quotation.speaker or "the article does not say who"
    dated = sum(place.published is not None for place in places)
    return Card(
        (
            partial(_quoted, longest),
            *_cut(longest, quotation.text),
            partial(_dim, f"said by {speaker}"),
            partial(_dim, _counted(places)),
        ),
        [partial(_appearance_row, place, number == 0 and dated > 1) for number, place in enumerate(places)],
        [Target(ArticleKey(p.path, p.part), p.passage, (p.start, p.end)) for p in places],
        "These words appear nowhere else in the collection.",
    )


def _cut(longest: str, here: str) -> list[Row]:
    """What the open article leaves out of the longest wording, in its own words."""
    if longest == here:
        return []
    from index.quoting import left_out

    missing = left_out(longest, here)
    return [partial(_dim, f"left out in this article: {' … '.join(missing)}")] if missing else []


def _counted(places: Sequence[Appearance]) -> str:
    likely = sum(place.sameness != "words" for place in places)
    counted = f"{_count(len(places), 'appearance')}, earliest first"
    return f"{counted}; {likely:,} likely, in other words" if likely else counted


def _count(count: int, noun: str) -> str:
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"


def _title(text: str, kind: str, width: int) -> list[Runs]:
    return [justify([Run(printable(text), ("title",))], [Run(kind, ("dim",))], width)]


def _dim(text: str, width: int) -> list[Runs]:
    safe = printable(text)
    return [[Run(safe[a:b], ("dim",))] for a, b in wrap(safe, width)]


def _quoted(text: str, width: int) -> list[Runs]:
    return snippet(text, (), width, 4, ink="quotation")


def _source(outlet: str | None, published: str | None) -> list[Run]:
    return [
        Run(f"{short_date(published):<11}", ("strong",)),
        Run(f"  {printable(outlet or 'outlet unknown')}", ("dim",)),
    ]


def _figure_row(entry: ComparableFigure, width: int) -> list[Runs]:
    ink = "differs" if entry.figure_class == "differs" else "badge"
    head = justify(
        [Run(f"{printable(entry.figure):<14} ", ("title",)), *_source(entry.outlet, entry.published)],
        [Run(_CLASS_WORDS[entry.figure_class], (ink,))],
        width,
    )
    start = entry.text.find(entry.figure)
    marks = ((start, start + len(entry.figure)),) if start >= 0 else ()
    lines = [head, *snippet(entry.text, marks, width, 3)]
    if entry.speaker:
        lines.append([Run(printable(f"— {entry.speaker}"), ("dim",))])
    return [*lines, []]


def _appearance_row(place: Appearance, earliest: bool, width: int) -> list[Runs]:
    marks = [Run("earliest", ("strong",))] if earliest else []
    same = place.sameness == "words"
    if same and place.likeness < 0.995:
        marks.append(Run(f"{'  ' if marks else ''}{place.likeness:.0%} alike", ("dim",)))
    lines = [
        justify(_source(place.outlet, place.published), marks, width),
        *snippet(place.text, (), width, 3),
    ]
    if place.speaker:
        lines.append([Run(printable(f"— {place.speaker}"), ("dim",))])
    if not same:
        lines.append([Run(f"{_SAMENESS_WORDS[place.sameness]} · {place.likeness:.0%}", ("badge",))])
    return [*lines, []]
