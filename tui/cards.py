"""What a card shows: a figure's ledger, a quotation's appearances."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Literal, NamedTuple

from index.annotating.counting.wording import with_counted
from index.attribution import Attribution, attribution_of
from models.errors import MorgueError
from models.key import ArticleKey
from tui.text.dates import day_span, short_date
from tui.text.jumps import Target
from tui.text.painting import Run, Runs, justify, shorten, shorten_text
from tui.text.publishers import publisher
from tui.text.safety import printable
from tui.text.snippets import snippet
from tui.text.spans import annotated_spans
from tui.text.wrapping import wrap

if TYPE_CHECKING:
    from models.annotation import Figure, Quotation
    from models.related import Appearance, ComparableFigure, FigureClass, Ledger
    from tui.archive import Archive
    from tui.widgets.rows import Row

_GROUPS: Mapping[FigureClass, str] = {
    "differs": "differs",
    "same": "the same",
    "same-units": "the same in other units",
    "other-occasion": "another occasion",
    "other-measure": "another measure",
}
_OF_OCCASION = frozenset({"differs", "same", "same-units"})
_UPDATES = {"later": "later figure", "earlier": "earlier figure"}


_SAMENESS_WORDS = {
    "translated": "likely the same, translated differently",
    "retold": "likely the same, retold",
}


@dataclass(frozen=True)
class Card:
    """The head of a card, its rows, and where each leads."""

    head: tuple[Row, ...]
    rows: Sequence[Row]
    targets: Sequence[Target]
    empty: str


class Subject(NamedTuple):
    """What a card is of, as it is found again in its article."""

    of: Literal["figure", "quotation"]
    key: ArticleKey
    passage: int
    start: int


async def card_of(archive: Archive, subject: Subject) -> Card:
    """The card of a figure or quotation that was in an article when it was asked about last.

    Raises:
        MorgueError: It is not there any more.
    """
    found = next(
        (
            span
            for span in annotated_spans(await archive.article(subject.key))
            if (span.passage, span.start) == (subject.passage, subject.start) and span.kind == subject.of
        ),
        None,
    )
    if found is not None and found.figure is not None:
        return await figure_ledger(archive, subject.key, found.figure, subject.passage)
    if found is not None and found.quotation is not None:
        return await quotation_card(archive, subject.key, found.quotation)
    raise MorgueError(f"This {subject.of} is no longer in {printable(subject.key.path)}.")


async def figure_ledger(archive: Archive, key: ArticleKey, figure: Figure, passage: int) -> Card:
    """What every article says about the thing that a figure counts, told apart by how it compares."""
    found = await archive.ledger(key, figure, passage)
    if found is None:
        return Card((partial(_title, figure.text, "figure"),), (), (), "This article is no longer there.")
    heads = _group_heads(found.rows)
    return Card(
        (
            partial(_whose, found),
            partial(_spread, found),
            partial(_dim, _about(found)),
        ),
        [partial(_figure_row, found, entry, heads.get(number)) for number, entry in enumerate(found.rows)],
        [Target(ArticleKey(e.path, e.part), e.passage, (e.parsed.start, e.parsed.end)) for e in found.rows],
        "No other figure in the collection seems to count the same.",
    )


async def quotation_card(archive: Archive, key: ArticleKey, quotation: Quotation) -> Card:
    """Who said a quotation, in the longest wording that any article gives, and where it appears, the earliest first."""
    places = await archive.appearances(key, quotation)
    longest = max((p.text for p in places if p.sameness == "words"), key=len, default=quotation.text)
    own = next((p for p in places if (p.path, p.part, p.start) == (*key, quotation.start)), None)
    said = Attribution(own.kind, own.speaker, own.cue) if own else attribution_of(quotation, "")
    dated = sum(place.published is not None for place in places)
    return Card(
        (
            partial(_quoted, longest),
            *_cut(longest, quotation.text),
            partial(_dim, said.sentence),
            partial(_dim, _counted(places)),
        ),
        # A single appearance has its words in the head.
        [
            partial(_appearance_row, place, number == 0 and dated > 1, len(places) > 1)
            for number, place in enumerate(places)
        ],
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
    counted = _count(len(places), "appearance")
    if sum(place.published is not None for place in places) > 1:
        counted += ", earliest first"
    return f"{counted}; {likely:,} likely, in other words" if likely else counted


def _count(count: int, noun: str) -> str:
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"


def _title(text: str, kind: str, width: int) -> list[Runs]:
    return [justify([Run(printable(text), ("title",))], [Run(kind, ("dim",))], width)]


def _whose(found: Ledger, width: int) -> list[Runs]:
    """The figure, and in which article: it may be another outlet's than the reader came from."""
    asked = found.asked
    day = f", {short_date(asked.published)}"
    outlet = printable(publisher(asked.outlet, asked.title, asked.path))
    source = shorten_text(outlet, width * 3 // 5 - len(day)) + day
    return _title(with_counted(asked.figure, found.counted), source, width)


def _dim(text: str, width: int) -> list[Runs]:
    safe = printable(text)
    return [[Run(safe[a:b], ("dim",))] for a, b in wrap(safe, width)]


def _quoted(text: str, width: int) -> list[Runs]:
    return snippet(text, (), width, 4, ink="quotation")


def _source(found: ComparableFigure | Appearance) -> list[Run]:
    known_as = publisher(found.outlet, found.title, found.path)
    return [Run(f"{short_date(found.published):<11}", ("strong",)), Run(f"  {known_as}", ("dim",))]


def _group_heads(rows: Sequence[ComparableFigure]) -> dict[int, str]:
    """What stands above the first row of each class."""
    heads: dict[int, str] = {}
    for number, row in enumerate(rows):
        if number == 0 or row.figure_class != rows[number - 1].figure_class:
            count = sum(other.figure_class == row.figure_class for other in rows)
            heads[number] = f"{_GROUPS[row.figure_class]} · {_count(count, 'figure')}"
    return heads


def _spread(found: Ledger, width: int) -> list[Runs]:
    differs = any(row.figure_class == "differs" for row in found.rows)
    if not any(row.figure_class in _OF_OCCASION for row in found.rows):
        return []
    most = with_counted(found.most, "" if found.asked.parsed.unit else found.asked.parsed.of or "")
    values = f"{found.least} to {_within_a_line(most)}" if differs else "nobody says otherwise"
    if found.doubtful and not differs:
        values = most
    told = [_spread_over(found)] if max(found.outlets, found.articles) > 1 else []
    if found.first and found.last and told:
        told.append(day_span(found.first, found.last))
    rest = "".join(f" · {part}" for part in told)
    return [
        shorten(
            [Run(printable(values), ("differs" if differs else "strong",)), Run(rest, ("strong",))], width
        )
    ]


def _within_a_line(number: str) -> str:
    """A number in words as it is written where no sentence begins; currencies beside digits keep their capitals."""
    return number if any(map(str.isdigit, number)) else number[:1].lower() + number[1:]


def _spread_over(found: Ledger) -> str:
    """How many outlets, where all articles state theirs, else how many articles."""
    return _count(found.outlets, "outlet") if found.outlets else _count(found.articles, "article")


def _about(found: Ledger) -> str:
    """The occasion, and who gives the figure itself."""
    speaker = found.asked.speaker
    return " · ".join(filter(None, (", ".join(found.occasion), f"said by {speaker}" if speaker else "")))


def _figure_row(found: Ledger, entry: ComparableFigure, group: str | None, width: int) -> list[Runs]:
    differs = entry.figure_class == "differs"
    marks = [_UPDATES[entry.update]] if entry.update else []
    if entry.reason:
        marks.append(printable(entry.reason))
    if (entry.path, entry.part) == (found.asked.path, found.asked.part):
        marks.append("in this article")
    head = justify(
        [
            Run(f"{printable(entry.figure):<14} ", ("differs",) if differs else ("title",)),
            *_source(entry),
        ],
        [Run(" · ".join(marks), ("badge",))],
        width,
    )
    place = (entry.parsed.start - entry.start, entry.parsed.end - entry.start)
    lines = [head, *snippet(entry.text, (place,), width, 3)]
    if entry.speaker:
        lines.append([Run(printable(f"— {entry.speaker}"), ("dim",))])
    if group is not None:
        rule = Run("─" * max(0, width - len(group) - 1), ("rule",))
        lines.insert(0, [Run(f"{group} ", ("differs" if differs else "badge",)), rule])
    return [*lines, []]


def _appearance_row(place: Appearance, earliest: bool, in_words: bool, width: int) -> list[Runs]:
    marks = [Run("earliest", ("strong",))] if earliest else []
    same = place.sameness == "words"
    if same and place.likeness < 0.995:
        marks.append(Run(f"{'  ' if marks else ''}{place.likeness:.0%} alike", ("dim",)))
    lines = [justify(_source(place), marks, width)]
    if in_words:
        lines += snippet(place.text, (), width, 3)
    if said := Attribution(place.kind, place.speaker, place.cue).told:
        lines.append([Run(printable(f"— {said}"), ("dim",))])
    if not same:
        lines.append([Run(f"{_SAMENESS_WORDS[place.sameness]} · {place.likeness:.0%}", ("badge",))])
    return [*lines, []]
