"""The local names of a whole collection to entities, with a reason for every link."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from index.annotating.aliases.bodies import link_bodies
from index.annotating.aliases.links import Links
from index.annotating.aliases.names import LocalName, Resolution, join_equal
from index.annotating.aliases.normal import body_key, is_acronym, person_words
from index.annotating.aliases.people import link_people
from index.annotating.decided import JOINED, Decided, text_of
from index.annotating.gazetteer import gazetteer
from index.words import fold
from models.annotation import Annotations, Kind
from models.decision import NameDecision
from models.entity import Alias, Entity
from models.provenance import Confidence

__all__ = ["LocalName", "Resolution", "local_names", "resolve"]

_NOT_SLUG = re.compile(r"[^\w]+")


def local_names(annotations: Iterable[Annotations]) -> list[LocalName]:
    """The local names that articles use, with forms and counts; `annotations` holds one value for each article."""
    names: dict[str, LocalName] = {}
    for number, article in enumerate(annotations):
        for mention in article.mentions:
            if mention.entity is None:
                continue
            name = names.setdefault(mention.entity, LocalName(mention.entity, mention.kind))
            name.forms[mention.text] = name.forms.get(mention.text, 0) + 1
            name.where.add(number)
    for name in names.values():
        name.articles = len(name.where)
    return list(names.values())


def resolve(names: Iterable[LocalName], decisions: Sequence[NameDecision] = ()) -> Resolution:
    """Join the local names that mean one thing.

    The same names in any order give the same answer. Takes time in proportion to their number: only names that
    share a key are ever compared.

    Args:
        names: Of a whole collection.
        decisions: What the reader said of them, which goes before anything else.
    """
    ordered = sorted(names, key=lambda name: name.key)
    by_key = {name.key: name for name in ordered}
    decided = Decided(decisions, by_key)
    links = Links(by_key, decided.apart())
    for one, other in decided.one():
        links.join(one, other, JOINED.format(text_of(other)), JOINED.format(text_of(one)))
    _vote_on_kinds(ordered, links)
    mentions = {name.key: name.mentions for name in ordered}
    link_people([name for name in ordered if name.kind is Kind.PERSON], links, mentions)
    link_bodies([name for name in ordered if name.kind is not Kind.PERSON], links, gazetteer())
    groups = [[by_key[key] for key in group] for group in links.groups()]
    return _entities(groups, links, decided)


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


def _entities(groups: list[list[LocalName]], links: Links[str], decided: Decided) -> Resolution:
    entities: list[Entity] = []
    entity_of: dict[str, str] = {}
    taken: Counter[str] = Counter()
    for group in sorted(
        groups, key=lambda group: (-sum(name.mentions for name in group), min(n.key for n in group))
    ):
        keys = {name.key for name in group}
        kind = decided.kind(keys) or _kind(group)
        main = _main(group, kind)
        entity = _unique(_slug(kind, main.name), taken)
        entity_of.update((name.key, entity) for name in group)
        aliases = _aliases(group, main, links)
        entities.append(
            Entity(
                id=entity,
                name=decided.shown_as(keys) or main.name,
                kind=kind,
                aliases=aliases,
                articles=_articles(group),
                names=tuple(
                    name.key for name in sorted(group, key=lambda n: (n is not main, -n.mentions, n.key))
                ),
            )
        )
    return Resolution(tuple(entities), entity_of, links.suggestions())


def _articles(group: Sequence[LocalName]) -> int:
    where: set[int] = set().union(*(name.where for name in group))
    return len(where) or sum(name.articles for name in group)


def _kind(group: Sequence[LocalName]) -> Kind:
    votes: Counter[Kind] = Counter()
    for name in group:
        votes[name.kind] += name.mentions
    return max(votes, key=lambda kind: (votes[kind], kind))


def _main(group: Sequence[LocalName], kind: Kind) -> LocalName:
    """The name to show: of the entity's kind, written out, and of those the most used."""

    def worth(name: LocalName) -> tuple[bool, bool, int, str]:
        words = len(name.name.split())
        full = words > 1 if kind is Kind.PERSON else not is_acronym(name.name)
        return (name.kind is kind, full, name.mentions, name.key)

    return max(group, key=worth)


def _slug(kind: Kind, name: str) -> str:
    return f"{kind.lower()}/{_NOT_SLUG.sub('-', fold(name)).strip('-') or 'unnamed'}"


def _unique(slug: str, taken: Counter[str]) -> str:
    taken[slug] += 1
    return slug if taken[slug] == 1 else f"{slug}-{taken[slug]}"


def _aliases(group: Sequence[LocalName], main: LocalName, links: Links[str]) -> tuple[Alias, ...]:
    forms = {(main.kind, main.name): Alias(text=main.name, kind=main.kind, mentions=0)}
    for name in sorted(group, key=lambda name: (name is not main, -name.mentions, name.key)):
        joined = links.reason(name.key)
        for form, count in sorted(name.forms.items(), key=lambda item: (-item[1], item[0])):
            before = forms.get((name.kind, form))
            if before is not None:
                forms[name.kind, form] = before.model_copy(update={"mentions": before.mentions + count})
                continue
            local = _local_reason(form, name)
            sure: Confidence = "certain"
            if local is None and name is not main:
                local, sure = joined, links.confidence(name.key) or "certain"
            forms[name.kind, form] = Alias(
                text=form,
                kind=name.kind,
                mentions=count,
                reason=local or f"{main.name} written differently",
                confidence=sure,
            )
    return tuple(forms.values())


def _local_reason(form: str, name: LocalName) -> str | None:
    """Why an article's own use of a form was taken for the name; None where it is the name itself."""
    if form == name.name:
        return None
    if name.kind is Kind.PERSON:
        words, full = person_words(form), person_words(name.name)
        if words == full:
            return None
        if words == full[-1:]:
            return f"surname of {name.name} in the same article"
        return f"shorter form of {name.name} in the same article"
    if is_acronym(form) and body_key(form) != body_key(name.name):
        return f"defined in parentheses after {name.name}"
    return None
