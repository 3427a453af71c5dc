"""The spans of an article that a reader steps through: hits, names, quotations, figures."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Literal, NamedTuple, cast

from index.attribution import attribution_of
from models.kind import NAME_KINDS

if TYPE_CHECKING:
    from models.annotation import AnnotatedArticle, Figure, Mention, Quotation
    from models.article import Article
    from models.search import Highlight, Hit

SpanKind = Literal["hit", "name", "quotation", "figure"]


class Span(NamedTuple):
    """A stretch of an article. In passage 0, the headline, offsets count in the title, elsewhere in the text."""

    kind: SpanKind
    passage: int
    start: int
    end: int
    ink: str
    value: Mention | Quotation | Figure | None = None

    @property
    def place(self) -> tuple[int, int]:
        """Orders spans as they are read."""
        return self.passage, self.start

    @property
    def mention(self) -> Mention | None:
        """The mention that this is, if it is a name."""
        return cast("Mention", self.value) if self.kind == "name" else None

    @property
    def quotation(self) -> Quotation | None:
        """The quotation that this is, if it is one."""
        return cast("Quotation", self.value) if self.kind == "quotation" else None

    @property
    def figure(self) -> Figure | None:
        """The figure that this is, if it is one."""
        return cast("Figure", self.value) if self.kind == "figure" else None


def annotated_spans(annotated: AnnotatedArticle) -> list[Span]:
    """Quotations, names and figures in that order, so that what is painted later lies on top."""
    found = annotated.annotations
    passages = _PassageFinder(annotated.article)
    spans: list[Span] = []

    def add(kind: SpanKind, value: Mention | Quotation | Figure, ink: str, *, headline: bool = False) -> None:
        passage = 0 if headline else passages.at(value.start)
        spans.append(Span(kind, passage, value.start, value.end, ink, value))

    for quotation in found.quotations:
        if quotation.kind != "scare":
            add("quotation", quotation, "quotation" if quotation.kind == "direct" else "indirect")
    for headline, there in ((True, found.of(0)), (False, found)):
        for mention in there.mentions:
            if mention.kind in NAME_KINDS:
                add("name", mention, mention.kind.value.lower(), headline=headline)
        for figure in there.figures:
            add("figure", figure, "figure", headline=headline)
    return spans


def hit_spans(hits: Iterable[Hit]) -> list[Span]:
    """The highlights of one article's hits, in reading order."""
    spans = [
        Span("hit", hit.passage, start + (hit.start or 0), end + (hit.start or 0), "hit")
        for hit in hits
        for start, end in hit.highlights
    ]
    return sorted(set(spans), key=lambda span: span.place)


def lit_spans(highlights: Iterable[Highlight]) -> list[Span]:
    """The places in an article that a query asks for."""
    return [Span("hit", lit.passage, lit.start, lit.end, "hit") for lit in highlights]


def found_spans(article: Article, places: Iterable[tuple[int, int]]) -> list[Span]:
    """Spans for places in the text that the reader looked for inside the article."""
    passages = _PassageFinder(article)
    return [Span("hit", passages.at(start), start, end, "hit") for start, end in places]


def of_kind(spans: Iterable[Span], kind: SpanKind) -> list[Span]:
    """Spans of a kind in reading order."""
    return sorted((span for span in spans if span.kind == kind), key=lambda span: span.place)


def step(spans: Sequence[Span], focus: Span | None, passage: int, direction: Literal[1, -1]) -> Span | None:
    """The span after or before the focused one; where none is focused, the first from the passage on.

    Args:
        spans: Of one kind, in reading order.
        focus: What is focused now, of whatever kind.
        passage: The passage of the reader's cursor.
        direction: 1 onwards, -1 back.
    """
    ordered = spans if direction == 1 else spans[::-1]
    if focus is not None and focus.passage == passage:
        # The quotation around a focused hit is what the reader is looking at, though it began before.
        around = next((s for s in spans if holds(s, focus)), None)
        return around or next((s for s in ordered if _beyond(s.place, focus.place, direction)), None)
    if direction == 1:
        return next((s for s in ordered if s.passage >= passage), None)
    return next((s for s in ordered if s.passage < passage), None)


def holds(span: Span, focus: Span) -> bool:
    """Whether a span of another kind covers the focus."""
    return (
        span.kind != focus.kind
        and (span.passage == 0) == (focus.passage == 0)
        and span.start <= focus.start
        and focus.end <= span.end
    )


def _beyond(place: tuple[int, int], than: tuple[int, int], direction: int) -> bool:
    return place > than if direction == 1 else place < than


def at(spans: Iterable[Span], passage: int, offset: int) -> Span | None:
    """The shortest span over a code point; a hit only where there is nothing else."""
    here = [s for s in spans if s.start <= offset < s.end and (s.passage == 0) == (passage == 0)]
    return min(here, key=lambda s: (s.kind == "hit", s.end - s.start), default=None)


class _PassageFinder:
    def __init__(self, article: Article) -> None:
        self._starts = [passage.start for passage in article.passages]
        self._numbers = [passage.number for passage in article.passages]

    def at(self, offset: int) -> int:
        place = bisect_right(self._starts, offset) - 1
        return self._numbers[place] if place >= 0 else 1


def by_passage(spans: Iterable[Span], article: Article) -> dict[int, list[Span]]:
    """The spans that touch each passage; one that runs on is in each of the passages it covers."""
    table: dict[int, list[Span]] = {}
    for span in spans:
        for number in _touched(span, article):
            table.setdefault(number, []).append(span)
    return table


def _touched(span: Span, article: Article) -> Iterator[int]:
    yield span.passage
    if span.passage == 0:
        return
    # Passage numbers run from 1 without gaps, so that the next passage stands at the index `number`.
    for passage in article.passages[span.passage :]:
        if passage.start >= span.end:
            return
        yield passage.number


def told(span: Span, article: Article) -> str:
    """A span in words: "Quotation of Davor Kern: we will hold it"."""
    text = (article.title or "") if span.passage == 0 else article.text
    speaker = span.quotation.speaker if span.quotation is not None else None
    words = text[span.start : span.end]
    if span.quotation is not None and span.quotation.kind == "indirect":
        return f"{attribution_of(span.quotation, text).told}: {words}"
    of = f" of {speaker}" if speaker else ""
    return f"{span.kind.capitalize()}{of}: {words}"


def note(span: Span, article: Article) -> str:
    """What one cannot see of a focused span: that words without quotation marks are reported speech; mostly empty."""
    if span.quotation is None:
        return ""
    reported = attribution_of(span.quotation, article.text).reported
    return reported[:1].upper() + reported[1:]
