"""A figure's ledger: the figures beside it, with what they count, on what occasion, and how far they part."""

from collections import Counter
from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from index.annotating.counting.measures import common
from index.figures import comparable, row_of
from index.figures.context import Context, context_of
from index.figures.occasions import STORY, UNDATED
from index.library import Library
from index.nearby.shelf import shelf_of
from index.outlets import each_once
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
    "capacity": "at most",
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
    stated = [row.outlet for row in told if row.outlet]
    days = sorted(row.published[:10] for row in told if row.published)
    return Ledger(
        asked=asked,
        counted=_counted(context),
        occasion=_occasion(library, context, told),
        least=by_size[0].figure,
        most=by_size[-1].figure,
        outlets=len(each_once(stated)) if len(stated) == len(told) else 0,
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
    own = _names_around(context, {row.speaker for row in told})
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


def _names_around(context: Context, givers: AbstractSet[str | None]) -> dict[str, str]:
    """Entities of the figure's sentence, with their longest names; of a sentence without, those named before it.

    "The contract is worth 48 million" goes on with what was named, not with what the next sentence names. Places and
    events, if there are any; who only gives a figure is none of its occasion.
    """
    article = context.opened.article
    mentions = context.opened.annotated.annotations.of(context.passage).mentions
    found = [m for m in mentions if m.text != article.outlet and m.text not in givers]
    named = _named(found, context.start, context.end) or _named_before(context, found)
    located = [m for m in named if m.kind in {Kind.PLACE, Kind.EVENT}]
    names: dict[str, str] = {}
    for mention in located or named:
        entity = mention.entity or ""
        names[entity] = max(names.get(entity, ""), mention.text, key=len)
    return names


def _named_before(context: Context, mentions: Sequence[Mention]) -> list[Mention]:
    """Those named before the figure's sentence: in its passage, else where its article begins; else those behind it."""
    places = context.written.places
    own = next((p for p in places if p.start <= context.start < p.end), None)
    if own is None:
        return []
    spans = [(own.start, context.start), *((p.start, p.end) for p in places if p.end <= own.start)]
    return next(filter(None, (_named(mentions, *span) for span in (*spans, (own.start, own.end)))), [])


def _named(mentions: Sequence[Mention], start: int, end: int) -> list[Mention]:
    return [m for m in mentions if m.entity and m.kind in NAME_KINDS and start <= m.start < end]
