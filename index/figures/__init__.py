"""The ledger: figures elsewhere that count what one figure counts, and how they compare with it."""

import math
from collections.abc import Iterable, Iterator, Sequence
from functools import partial

import numpy as np
from numpy.typing import NDArray

from index.annotating.counting.measures import common
from index.catalogue.figured import FiguredText
from index.engine import Snapshot
from index.figures.comparing import compare, may_compare
from index.figures.context import Context, context_of, in_context
from index.figures.counting import Counting, counting_of
from index.figures.days import are_of_one_day
from index.figures.occasions import SAME_STORY, is_one_story, told_apart_by, update_of
from index.figures.speakers import set_side_by_side, speaker_of
from index.library import Library
from index.nearby.ranking import LEAD, LEAST_PASSAGES, Ranking, Scores, frequency, steady_rarity
from index.nearby.rarities import rarities
from index.nearby.shelf import Opened, shelf_of
from index.words import stem, terms
from models.annotation import Figure
from models.key import ArticleKey
from models.related import ComparableFigure, FigureClass

__all__ = ["Compared", "comparable", "compare_figures"]

_PASSAGES = 150
"""How many passages of other articles are looked through."""
_LEAST = 0.45
"""Below this sum of likenesses two figures are not shown side by side."""
_NAMES_SHARED = 0.6
"""Names that two articles share must weigh so much for a conflict, in the rarity of a word that stands once."""
_ORDER: Sequence[FigureClass] = ("differs", "same", "same-units", "other-occasion", "other-measure")


class Compared:
    """One figure set beside others of a library."""

    def __init__(self, library: Library, opened: Opened, figure: Figure, passage: int = 1) -> None:
        self._library = library
        self._shelf = shelf_of(library)
        self._days: dict[int, str | None] = {}
        self.context = context_of(opened, figure, passage, self._day(opened))

    def is_of_measure(self, figure: Figure) -> bool:
        """Whether a figure measures the same kind of thing, which is the first that can be known."""
        return self.context.measure == common(figure.value, figure.unit)[1]

    def may_compare(self, written: FiguredText, figure: Figure) -> Counting | None:
        """What a figure of an article that need not be open counts; None where it surely cannot be compared."""
        if not self.is_of_measure(figure):
            return None
        counting = counting_of(written, figure)
        return counting if may_compare(self.context, counting) else None

    def in_context(self, other: Opened, counting: Counting) -> Context:
        """What decides of a figure of another article whether it counts the same."""
        return in_context(other, counting, self._day(other))

    def with_context(self, context: Context) -> tuple[FigureClass, float] | None:
        """How another figure that may compare does compare, and how likely it counts the same; None where it cannot."""
        other = context.opened
        likeness = self._shelf.likeness(self._library, self.context.opened, other)
        overlap = self._overlap(self.context.stems, context.stems)
        apart = _apart(self.context, context)
        compared = compare(self.context, context, likeness=likeness, overlap=overlap, apart=apart)
        if compared is None:
            return None
        if compared == "differs" and not (
            self._share_names(other) or _is_one_event(self.context, context, likeness)
        ):
            compared = "other-occasion"
        near = math.fsum(map(rarities(self._library.snapshot).__getitem__, self.context.near & context.near))
        fit = (
            min(max(likeness, SAME_STORY if is_one_story(self.context, context, likeness) else 0.0), 0.6)
            + 0.5 * overlap
            + 0.02 * near
            + 0.2 * (self.context.head is not None and self.context.head == context.head)
            + 0.2 * (bool(context.measure) and self.context.head == context.head and context.head is not None)
            + 0.25 * (self.context.aspect is not None and self.context.aspect == context.aspect)
            + 0.25 * bool(self.context.money & context.money)
            + 0.2 * (compared in ("same", "same-units"))
        )
        return compared, fit

    def _day(self, opened: Opened) -> str | None:
        """The day of an article; one that does not tell it shares that of the earliest of its dated copies."""
        revision = opened.revision
        if opened.article.published:
            return opened.article.published
        if revision not in self._days:
            copies = map(self._library.version, self._library.group(revision))
            self._days[revision] = min((c.published for c in copies if c and c.published), default=None)
        return self._days[revision]

    def _share_names(self, other: Opened) -> bool:
        """Whether another article is of the same persons, bodies and places: more than "Washington" and an agency.

        Without it articles of one kind, such as two companies' results, would contradict each other.
        """
        mine = self.context.opened
        if mine.revision == other.revision:
            return True
        snapshot = self._library.snapshot
        shared = sum(_rarity_of_name(snapshot, entity) for entity in mine.names & other.names)
        return shared >= _NAMES_SHARED * math.log(1 + max(snapshot.rows, LEAST_PASSAGES))

    def _overlap(self, a: frozenset[str], b: frozenset[str]) -> float:
        snapshot = self._library.snapshot
        rare = (
            rarities(snapshot).__getitem__
            if snapshot.rows >= LEAST_PASSAGES
            else partial(steady_rarity, snapshot)
        )
        # Summed exactly: the order of a set, and with it the last digit, would else change from run to run.
        shared = math.fsum(map(rare, a & b))
        least = min(math.fsum(map(rare, a)), math.fsum(map(rare, b)))
        return shared / least if least > 0 else 0.0


def _is_one_event(a: Context, b: Context, likeness: float) -> bool:
    """Whether two counts are of one day, named, in articles that tell one story and share a name, however common."""
    return (
        not a.measure
        and likeness >= SAME_STORY
        and bool(a.opened.names & b.opened.names)
        and are_of_one_day(a, b)
    )


def _rarity_of_name(snapshot: Snapshot, entity: str) -> float:
    """That of its rarest word which is found at all."""
    words = {stem(word) for word in terms(entity.rpartition("/")[2])}
    return max((steady_rarity(snapshot, word) for word in words if frequency(snapshot, word)), default=0.0)


def comparable(
    library: Library, revision: int, figure: Figure, passage: int = 1, *, limit: int = 60
) -> tuple[ComparableFigure, ...]:
    """Figures of other sentences that count, or seem to count, what a figure counts.

    Those of the same article are looked through as well. A headline's figure that its text gives too is left to the
    text, which says more of it. In order: conflicts inside the article, then other
    conflicts, the same, other occasions and measures; dated before undated, by date; the likelier first.

    Args:
        library: Where to look.
        revision: The article in which the figure stands.
        figure: One of its figures.
        passage: 0 where the figure stands in the headline.
        limit: At most so many.
    """
    shelf = shelf_of(library)
    opened = shelf.open(library, revision)
    if opened is None:
        return ()
    asked = Compared(library, opened, figure, passage)
    found: list[tuple[float, FigureClass, Context]] = []
    for article, counting in _candidates(library, opened, asked):
        other = shelf.open(library, article)
        context = asked.in_context(other, counting) if other else None
        compared = asked.with_context(context) if context else None
        if context and compared and compared[1] >= _LEAST:
            found.append((compared[1], compared[0], context))
    in_texts = {_told(context) for _, _, context in found if context.passage}
    if passage:
        in_texts.add(_told(asked.context))
    found = [item for item in found if item[2].passage or _told(item[2]) not in in_texts]
    found.sort(key=lambda item: -item[0])
    rows = [row_of(context, compared, asked.context) for _, compared, context in found[:limit]]
    own = opened.article.key
    return tuple(sorted(rows, key=lambda row: _place(row, own)))


def _told(context: Context) -> tuple[int, str, float]:
    """What its article says of a number, wherever it does."""
    return context.opened.revision, context.measure, context.size


def _place(row: ComparableFigure, own: ArticleKey) -> tuple[int, bool, bool, str]:
    """What the ledger is sorted by."""
    elsewhere = (row.path, row.part) != own
    return _ORDER.index(row.figure_class), elsewhere, row.published is None, row.published or ""


def compare_figures(
    asked: Iterable[Compared], other: Opened, figures: Sequence[Figure], passage: int = 1
) -> Iterator[tuple[FigureClass, Figure, Figure]]:
    """How the figures of two passages compare, pair by pair, where they surely count the same thing.

    Args:
        asked: The figures of the one.
        other: The article of the other.
        figures: The other's figures.
        passage: 0 where these stand in the other's headline.
    """
    written = other.written.of(passage) or other.written
    counted: dict[Figure, Counting] = {}
    contexts: dict[Figure, Context] = {}
    for one in asked:
        for figure in filter(one.is_of_measure, figures):
            counting = counted.get(figure) or counted.setdefault(figure, counting_of(written, figure))
            if not may_compare(one.context, counting):
                continue
            context = contexts.get(figure) or contexts.setdefault(figure, one.in_context(other, counting))
            compared = one.with_context(context)
            if compared and compared[1] >= _LEAST and _surely(one.context, context):
                yield compared[0], one.context.figure, figure


def _surely(a: Context, b: Context) -> bool:
    """Whether two figures plainly count one thing, and not so differently that it must be another part of it."""
    if a.head is None or a.head != b.head or a.head == "age" or a.aspect != b.aspect:
        return math.isclose(a.size, b.size, rel_tol=0.03) and abs(a.size) > 12
    return a.size > 0 and b.size > 0 and max(a.size, b.size) <= 10 * min(a.size, b.size)


def _candidates(library: Library, opened: Opened, asked: Compared) -> Iterator[tuple[int, Counting]]:
    """Figures that may compare: of the same article in other sentences, and of the passages nearest to the figure's.

    Each with its article's revision. Most articles that have a near passage have no such figure, and stay closed.
    """
    context = asked.context
    own = opened.written
    for written in filter(None, (own, own.headline)):
        elsewhere = (written is own) != bool(context.passage)
        for figure in written.figures:
            apart = figure.end <= context.start or figure.start >= context.end
            counting = asked.may_compare(written, figure)
            if counting and (
                elsewhere
                or apart
                or figure in context.contrasted
                or (
                    figure != context.figure and set_side_by_side(context, asked.in_context(opened, counting))
                )
            ):
                yield opened.revision, counting
    snapshot = library.snapshot
    ranking = Ranking(snapshot, snapshot.rows_of(opened.revision))
    rows = _nearest(ranking.parts(context.sentence, opened.lead(LEAD), opened.whole).total())
    articles, passages = (snapshot.column(name)[rows].tolist() for name in ("article", "passage"))
    texts = library.figured(articles)
    for article, passage in zip(articles, passages, strict=True):
        whole = texts.get(article)
        other = whole.of(passage) if whole else None
        place = next((p for p in other.places if p.number == passage), None) if other else None
        if other is None or place is None:
            continue
        for figure in other.figures:
            if place.start <= figure.start < place.end:
                counting = asked.may_compare(other, figure)
                if counting:
                    yield article, counting


def _nearest(scores: Scores) -> NDArray[np.int64]:
    """The rows with the highest scores above 0, the highest first, of equal ones the first."""
    rows = np.flatnonzero(scores > 0)
    if len(rows) > _PASSAGES:
        least = np.partition(scores[rows], -_PASSAGES)[-_PASSAGES]
        rows = rows[scores[rows] >= least]
    return rows[np.argsort(-scores[rows], kind="stable")][:_PASSAGES]


def _apart(a: Context, b: Context) -> bool:
    """Whether two figures are told by different sources, one of them at least named."""
    first, second = speaker_of(a), speaker_of(b)
    return first != second and (first is not None or second is not None)


def row_of(context: Context, compared: FigureClass, asked: Context) -> ComparableFigure:
    """A figure as a row of the ledger of another."""
    article, figure = context.opened.article, context.figure
    return ComparableFigure(
        path=article.path,
        part=article.part,
        title=article.title,
        outlet=article.outlet,
        start=context.start,
        end=context.end,
        text=context.sentence,
        figure=figure.text,
        parsed=figure,
        figure_class=compared,
        published=article.published,
        speaker=speaker_of(context),
        passage=context.passage,
        reason=told_apart_by(asked, context) if compared == "other-occasion" else None,
        update=update_of(asked, context) if compared == "differs" else None,
    )
