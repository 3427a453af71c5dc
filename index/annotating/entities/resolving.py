"""The local names of a whole collection to entities, with a reason for every link."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import chain
from typing import NamedTuple

from index.annotating.aliases.across import link_misread_people
from index.annotating.aliases.blocks import blocks
from index.annotating.aliases.bodies import link_bodies
from index.annotating.aliases.context import Context
from index.annotating.aliases.links import Links, Suggestion
from index.annotating.aliases.names import LocalName, Resolution, join_equal
from index.annotating.aliases.normal import body_key
from index.annotating.aliases.outlets import Outlets, link_outlets, outlet_of
from index.annotating.aliases.people import link_people
from index.annotating.aliases.suggesting import suggest_people
from index.annotating.entities.decided import JOINED, Decided, Decisions, text_of
from index.annotating.entities.groups import Group, aliases, grouped
from index.annotating.names.gazetteer import gazetteer
from index.annotating.names.titles import sides
from index.words import fold
from models.annotation import Annotations
from models.decision import NameDecision
from models.entity import Entity
from models.kind import Kind

__all__ = ["LocalName", "Resolution", "local_names", "resolve"]

_NOT_SLUG = re.compile(r"[^\w]+")
_MOST_SUGGESTIONS = 5
"""Suggestions kept of an entity, the strongest."""


def local_names(annotations: Sequence[Annotations], texts: Sequence[str] = ()) -> list[LocalName]:
    """The local names that articles use, with forms and counts.

    Args:
        annotations: One value for each article.
        texts: Theirs, if what stands beside names is to tell people of one surname apart.
    """
    names: dict[str, LocalName] = {}
    for number, article in enumerate(annotations):
        for mention in (*article.title_mentions, *article.mentions):
            if mention.entity is None:
                continue
            name = names.setdefault(mention.entity, LocalName(mention.entity, mention.kind))
            name.forms[mention.text] = name.forms.get(mention.text, 0) + 1
            name.where.add(number)
        for mention in article.mentions if texts else ():
            if mention.entity is not None and mention.kind is Kind.PERSON:
                names[mention.entity].beside.append(sides(texts[number], mention.start, mention.end))
    for name in names.values():
        name.articles = len(name.where)
    return list(names.values())


class Resolved(NamedTuple):
    """What came out of a block of names."""

    groups: list[Group]
    suggestions: list[Suggestion[str]]


def resolve(
    names: Iterable[LocalName], decisions: Sequence[NameDecision] = (), outlets: Iterable[str] = ()
) -> Resolution:
    """Join the local names that mean one thing.

    The same names in any order give the same answer. Takes time in proportion to their number: only names that
    share a key are ever compared.

    Args:
        names: Of a whole collection.
        decisions: What the reader said of them, which goes before anything else.
        outlets: Of the collection.
    """
    ordered = sorted(names, key=lambda name: name.key)
    said, papers = Decisions(decisions), Outlets(outlets)
    context = Context.of(ordered)
    groups: list[Group] = []
    suggestions: list[Suggestion[str]] = []
    for block in blocks(ordered, chain(said.together(), papers.together())):
        found = resolve_block(block, said, context, papers)
        groups += found.groups
        suggestions += found.suggestions
    suggestions.sort(key=lambda one: (-one.strength, one.name, one.other))
    return _entities(groups, suggestions)


def resolve_block(
    names: Sequence[LocalName], decisions: Decisions, context: Context, outlets: Outlets
) -> Resolved:
    """Join the names of a block, as `index.annotating.aliases.blocks` makes them, in order of key.

    Args:
        names: The names of the block.
        decisions: Of the reader, about any names.
        context: Tells which articles these names stand in, and with which others.
        outlets: Those of the collection.
    """
    keys = [name.key for name in names]
    decided = Decided(decisions.about(keys), keys)
    links = Links(keys, decided.apart())
    if len(names) > 1:
        for one, other in decided.one():
            links.join(one, other, JOINED.format(text_of(other)), JOINED.format(text_of(one)))
    papers = link_outlets(names, links, outlets)
    if len(names) > 1:
        _link(names, links, context)
    by_key = {name.key: name for name in names}
    groups = [
        grouped([by_key[key] for key in group], links, decided, outlet_of(group, papers))
        for group in links.groups()
    ]
    return Resolved(groups, _strongest(links))


def _link(names: Sequence[LocalName], links: Links[str], context: Context) -> None:
    _vote_on_kinds(names, links)
    mentions = {name.key: name.mentions for name in names}
    people = [name for name in names if name.kind is Kind.PERSON]
    bodies = [name for name in names if name.kind is not Kind.PERSON]
    link_people(people, links, mentions, context)
    # The gazetteer takes a while to load, which one who joins two people should not wait for.
    if bodies:
        link_bodies(bodies, links, gazetteer(), context)
        link_misread_people(names, links, mentions, gazetteer(), context)
    suggest_people(names, links, context)


def _strongest(links: Links[str]) -> list[Suggestion[str]]:
    """Some suggestions of each group, the strongest first."""
    kept: list[Suggestion[str]] = []
    counts: Counter[str] = Counter()
    for suggestion in links.suggestions():
        ends = (links.root(suggestion.name), links.root(suggestion.other))
        if all(counts[end] < _MOST_SUGGESTIONS for end in ends):
            counts.update(ends)
            kept.append(suggestion)
    return kept


def _vote_on_kinds(names: Iterable[LocalName], links: Links[str]) -> None:
    """The same string as person, body and place is one thing, of the kind that most mentions say; peoples apart."""
    same: dict[str, list[LocalName]] = defaultdict(list)
    for name in names:
        if name.kind is not Kind.NORP:
            same[body_key(name.name)].append(name)
    for block in same.values():
        if len({name.kind for name in block}) > 1:
            most = max(block, key=lambda name: (name.mentions, name.key))
            for name in block:
                join_equal(links, name, most, "the same words as {}")


def _entities(groups: Iterable[Group], suggestions: list[Suggestion[str]]) -> Resolution:
    entities: list[Entity] = []
    entity_of: dict[str, str] = {}
    taken: Counter[str] = Counter()
    for group in sorted(groups, key=lambda group: (-group.mentions, min(n.key for n in group.names))):
        entity = _unique(slug(group), taken)
        entity_of.update((name.key, entity) for name in group.names)
        entities.append(
            Entity(
                id=entity,
                name=group.name,
                kind=group.kind,
                aliases=aliases(group.names, group.why),
                articles=_articles(group.names),
                names=tuple(name.key for name in group.names),
            )
        )
    return Resolution(tuple(entities), entity_of, suggestions)


def _articles(names: Sequence[LocalName]) -> int:
    where: set[int] = set().union(*(name.where for name in names))
    return len(where) or sum(name.articles for name in names)


def slug(group: Group) -> str:
    """The id that an entity gets when it is new, unless another has it."""
    return f"{group.kind.lower()}/{_NOT_SLUG.sub('-', fold(group.names[0].name)).strip('-') or 'unnamed'}"


def _unique(wanted: str, taken: Counter[str]) -> str:
    taken[wanted] += 1
    return wanted if taken[wanted] == 1 else f"{wanted}-{taken[wanted]}"
