"""A figure's ledger: the figures beside it, with what they count, on what occasion, and how far they part."""

from collections import Counter
from collections.abc import Sequence

from index.annotating.counting.measures import common
from index.figures import comparable, row_of
from index.figures.context import Context, context_of
from index.figures.occasions import STORY, UNDATED
from index.library import Library
from index.nearby.shelf import shelf_of
from models.annotation import Figure, Mention
from models.key import ArticleKey
from models.kind import NAME_KINDS, Kind
from models.related import ComparableFigure, Ledger

_NAMES = 2
"""So many names say what the occasion is."""
_OF_OCCASION = frozenset({"same", "same-units", "differs"})
_TOLD = {
    "fall": "a fall",
    "rise": "a rise",
    "depth": "depth",
    "height": "height",
    "width": "width",
    "distance": "distance",
    "extent": "length",
    "sentence": "a sentence",
    "deliberation": "deliberation",
    "rule": "time in office",
    "population": "living there",
}


def ledger(library: Library, revision: int, figure: Figure, passage: int = 1) -> Ledger | None:
    """What the collection says about the thing that a figure of an article counts; None if the article is gone.

    Args:
        library: Where to look.
        revision: The article in which the figure stands.
        figure: One of its figures.
        passage: 0 where the figure stands in the headline.
    """
    shelf = shelf_of(library)
    opened = shelf.open(library, revision)
    if opened is None:
        return None
    context = context_of(opened, figure, passage)
    asked = row_of(context, "same", context)
    rows = comparable(library, revision, figure, passage)
    told = [asked, *(row for row in rows if row.figure_class in _OF_OCCASION)]
    by_size = sorted(told, key=lambda row: common(row.parsed.value, row.parsed.unit)[0])
    days = sorted(row.published[:10] for row in told if row.published)
    return Ledger(
        asked=asked,
        counted=_counted(context),
        occasion=_occasion(library, context, told),
        least=by_size[0].figure,
        most=by_size[-1].figure,
        outlets=len({row.outlet for row in told}) if all(row.outlet for row in told) else 0,
        articles=len({(row.path, row.part) for row in told}),
        first=days[0] if days else None,
        last=days[-1] if days else None,
        rows=rows,
        doubtful=any(row.reason in (UNDATED, STORY) and row.parsed.value != figure.value for row in rows),
    )


def _counted(context: Context) -> str:
    """In the text's own words, and what happened to the counted where they do not say."""
    of = context.figure.of or (context.head if context.head in {"people", "troops"} else "") or ""
    aspect = context.aspect or next(iter(sorted(context.money)), "")
    told = _TOLD.get(aspect, aspect)
    if not told or aspect[:4] in of:
        return of
    return f"{of} {told}" if of and not context.measure else of or told


def _occasion(library: Library, context: Context, told: Sequence[ComparableFigure]) -> tuple[str, ...]:
    """The names in the figure's own sentence and headline that most of the others' articles share."""
    own = _names_around(context)
    if not own:
        return ()
    shelf = shelf_of(library)
    shared: Counter[str] = Counter()
    for key in {ArticleKey(row.path, row.part) for row in told[1:]} - {context.opened.article.key}:
        revision = library.revision(key)
        other = shelf.open(library, revision) if revision is not None else None
        if other is not None:
            shared.update(own.keys() & other.names)
    chosen = sorted(own, key=lambda entity: (-shared[entity], list(own).index(entity)))[:_NAMES]
    return tuple(own[entity] for entity in chosen if shared[entity] or len(told) == 1)


def _names_around(context: Context) -> dict[str, str]:
    """Entities of the figure's sentence, then of its passage, with their longest names there; places if there are."""
    article = context.opened.article
    passage = context.written.place_at(context.start)
    places = [(context.start, context.end)] + ([(passage.start, passage.end)] if passage else [])
    found = context.opened.annotated.annotations.of(context.passage).mentions
    named = [m for start, end in places for m in _named(found, start, end) if m.text != article.outlet]
    located = [m for m in named if m.kind in {Kind.PLACE, Kind.EVENT}]
    names: dict[str, str] = {}
    for mention in located or named:
        entity = mention.entity or ""
        names[entity] = max(names.get(entity, ""), mention.text, key=len)
    return names


def _named(mentions: Sequence[Mention], start: int, end: int) -> list[Mention]:
    return [m for m in mentions if m.entity and m.kind in NAME_KINDS and start <= m.start < end]
