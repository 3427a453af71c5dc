"""All that a collection knows of an entity, gathered for its card."""

from collections import Counter
from datetime import date

from index.annotating.aliases.context import Context
from index.annotating.aliases.names import LocalName
from index.annotating.aliases.surnames import Bearing, bearing, contradiction
from index.annotating.entities.decided import Decided as Decisions
from index.catalogue import Catalogue, kind_of
from index.catalogue.company import StoredArticles
from index.outlets import together
from models.entity import Companion, Decided, Entity, EntityCard, Month, OutletCount, Saying, Suggestion
from models.kind import Kind

_COMPANIONS = 12
_SUGGESTIONS = 5
_SHOWN = 3
"""Articles told of those whose mentions a suggestion would move."""
_LIKELY = 0.7
"""Strength from which on a suggestion is more than a guess."""


def portrait(catalogue: Catalogue, entity: Entity, said: tuple[Saying, ...]) -> EntityCard:
    """The card of an entity, with what it said."""
    months: Counter[str] = Counter()
    articles: Counter[str] = Counter()
    undated = 0
    for day, mentions, having in catalogue.days_of(entity.names):
        if day == 0:
            undated = mentions
            continue
        month = date.fromordinal(day).isoformat()[:7]
        months[month] += mentions
        articles[month] += having
    decisions = catalogue.decisions()
    return EntityCard(
        entity=entity,
        mentions=months.total() + undated,
        months=tuple(Month(month=m, mentions=months[m], articles=articles[m]) for m in sorted(months)),
        undated=undated,
        outlets=_outlets(catalogue, entity),
        companions=tuple(_companions(catalogue, entity)),
        said=said,
        suggestions=tuple(suggestions(catalogue, entity)),
        decisions=tuple(
            Decided(decision=one, words=one.words)
            for one in Decisions(decisions, entity.names).about(entity.names)
        ),
    )


def _outlets(catalogue: Catalogue, entity: Entity) -> tuple[OutletCount, ...]:
    """The outlets of its articles with the number of these, the most first; None for all that state no outlet."""
    counts = catalogue.outlets_of(entity.names)
    stated = together({outlet: articles for outlet, articles in counts if outlet is not None})
    unknown = [(outlet, articles) for outlet, articles in counts if outlet is None]
    ranked = sorted([*stated, *unknown], key=lambda count: -count[1])
    return tuple(OutletCount(outlet=outlet, articles=articles) for outlet, articles in ranked)


def _companions(catalogue: Catalogue, entity: Entity) -> list[Companion]:
    found = [
        (other, articles)
        for id_, articles in catalogue.companions_of(entity.names, _COMPANIONS)
        if (other := catalogue.entity(id_)) is not None
    ]
    return [Companion(entity=e.id, name=e.name, kind=e.kind, articles=n) for e, n in found]


def suggestions(catalogue: Catalogue, entity: Entity) -> list[Suggestion]:
    """What may be the same as an entity, the strongest first."""
    found: dict[str, Suggestion] = {}
    context = Context(StoredArticles(catalogue))
    for _, local, reason, strength in catalogue.suggested(entity.names):
        other = catalogue.entity(catalogue.entity_of(local))
        if other is None or other.id in found or other.id == entity.id:
            continue
        own, mentions = _mentions(entity), _mentions(other)
        lesser = entity if own < mentions else other
        found[other.id] = Suggestion(
            entity=other.id,
            name=other.name,
            kind=other.kind,
            mentions=mentions,
            reason=reason,
            confidence="likely" if strength >= _LIKELY else "guess",
            moves=lesser.name,
            moved=min(own, mentions),
            moved_in=tuple(catalogue.first_mentions(lesser.names, _SHOWN)),
            moved_articles=lesser.articles,
            against=contradiction(_bearing(entity, context), _bearing(other, context)),
        )
        if len(found) == _SUGGESTIONS:
            break
    return list(found.values())


def _mentions(entity: Entity) -> int:
    return sum(alias.mentions for alias in entity.aliases)


def _bearing(entity: Entity, context: Context) -> Bearing:
    people = (name for name in entity.names if kind_of(name) is Kind.PERSON)
    return bearing([LocalName(name, Kind.PERSON) for name in people], context)
