"""The card of a name, drawn: its sections, and what each row stands for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, TypeAlias

from rich.cells import cell_len

from models.entity import Alias, Companion, Entity, EntityCard, MentionPlace, Saying, Suggestion
from models.kind import Kind
from models.search import Counted
from tui.text.dates import month_of, short_date
from tui.text.painting import Run, Runs, cells, justify, shorten, shorten_text
from tui.text.publishers import publisher
from tui.text.safety import printable
from tui.text.snippets import snippet
from tui.text.sparkline import sparkline
from tui.text.wrapping import wrap

if TYPE_CHECKING:
    from models.provenance import Confidence

KIND_WORDS = {
    Kind.PERSON: "person",
    Kind.ORG: "organisation",
    Kind.PLACE: "place",
    Kind.NORP: "people or group",
    Kind.EVENT: "event",
    Kind.DATE: "date",
    Kind.QUANTITY: "quantity",
}

Subject: TypeAlias = Suggestion | Alias | Companion | Saying | MentionPlace
"""What a row that the cursor stops on stands for; of mentions in one passage the first."""

_MARKS: dict[Confidence, str] = {"certain": "=", "likely": "≈", "guess": "?"}
_SURE: dict[Confidence, str] = {"certain": "", "likely": "likely · ", "guess": "a guess · "}
SHORT = 48
"""Cells up to which a name stands whole over its card."""
_CHART = 60
"""Cells of the line of months at most."""
_OUTLETS = 12
"""Outlets named; the others are counted."""
_INDENT = "   "


@dataclass(frozen=True)
class Piece:
    """A row of the card, and what it stands for; None for headings and what is only told."""

    lines: Callable[[int], list[Runs]]
    subject: Subject | None = None
    heads: bool = False

    def draw(self, width: int) -> list[Runs]:
        """Its lines, none longer than so many cells."""
        return [shorten(line, width) for line in self.lines(width)]


def pieces(card: EntityCard, places: Sequence[MentionPlace]) -> list[Piece]:
    """The whole card, from the top.

    Args:
        card: What is known.
        places: Mentions in order, perhaps not all of them.
    """
    found = [Piece(partial(_summary, card)), *_said_by_reader(card)]
    if card.suggestions:
        found.append(_heading("May be the same", f"{len(card.suggestions)} · a accepts · r rejects"))
        found += [Piece(partial(_suggestion, s), s) for s in card.suggestions]
    found += _goes_by(card.entity)
    if card.companions:
        found.append(_heading("Beside", f"{len(card.companions)} in the same articles"))
        column = max(cell_len(printable(c.name)) for c in card.companions)
        found += [Piece(partial(_companion, c, column), c) for c in card.companions]
    if card.said:
        found.append(_heading("Said", f"{len(card.said)} · the newest first"))
        found += [Piece(partial(_saying, s), s) for s in card.said]
    return found + passages(places, card.mentions)


def _goes_by(entity: Entity) -> list[Piece]:
    """One row for each way of writing it, though articles may take the same words for several kinds."""
    written: dict[str, list[Alias]] = {}
    for alias in entity.aliases:
        written.setdefault(printable(alias.shown), []).append(alias)
    column = max(map(cell_len, written), default=0)
    found = [_heading("Goes by", count(len(written), "name"))]
    for alike in written.values():
        first = alike[0]
        reason = first.reason
        kinds = [KIND_WORDS[kind] for kind in dict.fromkeys(alias.kind for alias in alike)]
        if len(kinds) > 1:
            reason = " · ".join(filter(None, (reason, f"taken for {' and '.join(kinds)}")))
        shown = first.model_copy(update={"mentions": sum(a.mentions for a in alike), "reason": reason})
        found.append(Piece(partial(_alias, shown, column, own=first.reason is None), first))
    return found


def passages(places: Sequence[MentionPlace], total: int) -> list[Piece]:
    """The passages with mentions, under their heading."""
    grouped: dict[tuple[str, int, int], list[MentionPlace]] = {}
    for place in places:
        grouped.setdefault((place.path, place.part, place.passage), []).append(place)
    some = "" if len(places) >= total else "the first "
    found = [_heading("Appears in", some + count(len(grouped), "passage"))]
    found += [Piece(partial(_mention, group), group[0]) for group in grouped.values()]
    if len(places) < total:
        end = f"{total - len(places):,} more mentions: m in an article steps through all of them."
        found.append(Piece(partial(_told, end)))
    return found


def place_of(subject: Subject | None) -> tuple[str, int, int, tuple[int, int] | None] | None:
    """Where a row leads: path, part, passage, and the stretch to focus; None where it leads to no passage."""
    match subject:
        case MentionPlace() as p:
            return p.path, p.part, p.passage, (p.start, p.end)
        case Saying() as s:
            focus = (s.quotation.start, s.quotation.end) if s.passage else None
            return s.path, s.part, s.passage, focus
    return None


def count(number: int, noun: str) -> str:
    """As "1 mention", "2,000 mentions"."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


# The top


def _summary(card: EntityCard, width: int) -> list[Runs]:
    entity = card.entity
    lines: list[Runs] = [[]]
    name = printable(entity.name)
    if cell_len(name) > SHORT:
        lines += [[Run(name[a:b], ("title",))] for a, b in wrap(name, width)[:4]]
    kind = KIND_WORDS[entity.kind]
    counts = f"{count(card.mentions, 'mention')} in {count(entity.articles, 'article')}"
    lines.append([Run(kind, (entity.kind.value.lower(),)), Run(f" · {counts}", ("dim",))])
    lines += [[*line] for line in _chart(card, width)]
    outlets = [f"{printable(o.outlet or 'outlet unknown')} {o.articles:,}" for o in card.outlets[:_OUTLETS]]
    if len(card.outlets) > _OUTLETS:
        outlets.append(f"{len(card.outlets) - _OUTLETS:,} more outlets")
    told = " · ".join(outlets)
    lines += [[Run(told[a:b], ("dim",))] for a, b in wrap(told, width)]
    return lines


def _chart(card: EntityCard, width: int) -> Iterable[Runs]:
    undated = f"{count(card.undated, 'mention')} undated" if card.undated else ""
    if not card.months:
        yield [Run("no article with it is dated" if card.undated else "", ("dim",))]
        return
    months = [Counted(name=m.month, articles=m.mentions) for m in card.months]
    first, last = month_of(months[0].name), month_of(months[-1].name)
    peak = max(card.months, key=lambda m: m.mentions)
    most = f"most in {month_of(peak.month)}: {peak.mentions:,}"
    if first == last:
        parts = [
            Run(f"all in {first}" if not undated else f"{first}: {peak.mentions:,} · {undated}", ("dim",))
        ]
        yield parts
        return
    ends = [Run(f"{first} ", ("dim",)), Run(f" {last}", ("dim",))]
    line = sparkline(months, max(1, min(_CHART, width - cells(ends))))
    runs = [ends[0], Run(line, ("number",)), ends[1]]
    words = f"{most} · {undated}" if undated else most
    if cells(runs) + len(words) + 3 <= width:
        yield [*runs, Run(f"   {words}", ("dim",))]
    else:
        yield runs
        yield [Run(words, ("dim",))]


def _said_by_reader(card: EntityCard) -> list[Piece]:
    words = [f"You said: {decided.words}" for decided in card.decisions]
    return [Piece(partial(_told, one)) for one in words]


# Sections


def _heading(title: str, told: str) -> Piece:
    return Piece(partial(_draw_heading, title, told), heads=True)


def _draw_heading(title: str, told: str, width: int) -> list[Runs]:
    left = [Run(f"{title} ", ("strong",)), Run(f"{told} ", ("dim",))]
    return [[], [*left, Run("─" * max(0, width - cells(left)), ("rule",))]]


def _told(words: str, width: int) -> list[Runs]:
    safe = printable(words)
    return [[Run(safe[a:b], ("note",))] for a, b in wrap(safe, width)]


def _suggestion(suggestion: Suggestion, width: int) -> list[Runs]:
    return [
        justify(
            [
                Run(f"{_MARKS[suggestion.confidence]} ", ("number",)),
                Run(printable(suggestion.name), (suggestion.kind.value.lower(),)),
                Run(f"  {KIND_WORDS[suggestion.kind]} · {count(suggestion.mentions, 'mention')}", ("dim",)),
            ],
            [],
            width,
        ),
        *_reason(suggestion.reason, suggestion.confidence, width),
        *_what_moves(suggestion, width),
    ]


def _what_moves(suggestion: Suggestion, width: int) -> list[Runs]:
    """What accepting does, and what speaks against it."""
    lines: list[Runs] = []
    room = max(1, width - len(_INDENT))
    if suggestion.moved:
        places = [
            f"{publisher(place.outlet, None, place.path)} {short_date(place.published)}".rstrip()
            for place in suggestion.moved_in
        ]
        if (more := suggestion.moved_articles - len(places)) > 0:
            places.append(count(more, "more article"))
        name = shorten_text(printable(suggestion.moves), SHORT)
        told = f"moves {count(suggestion.moved, 'mention')} of “{name}”: {' · '.join(places)}"
        lines += [[Run(_INDENT + told[a:b], ("dim",))] for a, b in wrap(told, room)[:3]]
    if suggestion.against:
        told = f"! {printable(suggestion.against)}"
        lines += [[Run(_INDENT + told[a:b], ("note",))] for a, b in wrap(told, room)[:3]]
    return lines


def _alias(alias: Alias, column: int, width: int, *, own: bool = False) -> list[Runs]:
    mark = "·" if own else _MARKS[alias.confidence]
    text = printable(alias.shown)
    size = min(column, max(8, width // 2))
    shown = shorten_text(text, size)
    line = [
        Run(f"{mark} ", ("number",)),
        Run(shown + " " * (size - cell_len(shown)), ("strong",)),
        Run(f" {alias.mentions:>6,}", ("dim",)),
    ]
    if not alias.reason:
        return [line]
    why = printable(_SURE[alias.confidence] + alias.reason)
    if cells(line) + 2 + cell_len(why) <= width:
        return [[*line, Run(f"  {why}", ("dim",))]]
    return [line, *_reason(alias.reason, alias.confidence, width)]


def _reason(reason: str, sure: Confidence, width: int) -> list[Runs]:
    why = printable(_SURE[sure] + reason)
    return [[Run(_INDENT + why[a:b], ("dim",))] for a, b in wrap(why, max(1, width - len(_INDENT)))[:3]]


def _companion(companion: Companion, column: int, width: int) -> list[Runs]:
    size = max(1, min(column, width - 34))
    shown = shorten_text(printable(companion.name), size)
    return [
        [
            Run("  "),
            Run(shown, (companion.kind.value.lower(),)),
            Run(" " * (size - cell_len(shown)) + f"  {count(companion.articles, 'article'):<12}", ("dim",)),
            Run(f"  {KIND_WORDS[companion.kind]}", ("dim",)),
        ]
    ]


def _source(known_as: str, published: str | None) -> list[Run]:
    return [Run(f"{short_date(published):<11}", ("strong",)), Run(f"  {known_as}", ("dim",))]


def _saying(saying: Saying, width: int) -> list[Runs]:
    marks = [Run(saying.denial, ("differs",))] if saying.denial else []
    if saying.articles > 1:
        marks.append(Run(f"{'  ' if marks else ''}in {count(saying.articles, 'article')}", ("dim",)))
    ink = "quotation" if saying.quotation.kind == "direct" else "indirect"
    return [
        justify(_source(publisher(saying.outlet, saying.title, saying.path), saying.published), marks, width),
        *snippet(saying.quotation.text, (), width, 3, ink=ink),
        [],
    ]


def _mention(mentions: Sequence[MentionPlace], width: int) -> list[Runs]:
    place = mentions[0]
    start = place.snippet.find(place.text)
    marks = ((start, start + len(place.text)),) if start >= 0 else ()
    number = [Run(count(len(mentions), "mention"), ("dim",))] if len(mentions) > 1 else []
    return [
        justify(_source(publisher(place.outlet, None, place.path), place.published), number, width),
        *snippet(place.snippet, marks, width, 2),
        [],
    ]
