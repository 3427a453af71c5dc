"""The names of a collection to its entities, in the catalogue: those resolved again that came, went or changed."""

import threading
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

from index.annotating.aliases.blocks import Role, Union
from index.annotating.aliases.context import Context
from index.annotating.aliases.names import LocalName
from index.annotating.aliases.outlets import Outlets, local_names
from index.annotating.entities.decided import Decisions, speaks_of
from index.annotating.entities.groups import Group
from index.annotating.entities.recasting import Recasts
from index.annotating.entities.resolving import resolve_block, slug
from index.annotating.names.gazetteer import gazetteer
from index.catalogue import Catalogue, Stored, kind_of
from index.catalogue.company import StoredArticles
from index.refreshing.tallying import recast
from index.words import terms
from models.decision import NameDecision
from models.kind import Kind

_AT_ONCE = 500
"""Unresolved names in a transaction, during which nobody else can write: a tenth of a second or so."""


def resolve_names(catalogue: Catalogue, stop: threading.Event | None = None) -> None:
    """Resolve all names that are unresolved, in steps that each leave everything true; others may write in between."""
    # Loaded while nobody waits for the transaction.
    gazetteer()
    decisions = Decisions(catalogue.decisions())
    with catalogue.transaction():
        outlets = _current_outlets(catalogue)
    while stop is None or not stop.is_set():
        with catalogue.transaction():
            if catalogue.decisions() != decisions.all:
                decisions = Decisions(catalogue.decisions())
            due = catalogue.unresolved(_AT_ONCE)
            if not due:
                catalogue.names_compared()
                return
            _resolve(catalogue, due, decisions, outlets)


def heed(catalogue: Catalogue, decided: Callable[[], Sequence[NameDecision]]) -> bool:
    """Have what the reader decided hold at once, whatever else is unresolved; False where it does already.

    Args:
        catalogue: Where it is to hold.
        decided: Gives all decisions; asked when nobody else can write, so that the last word counts.
    """
    changed = {*catalogue.decisions()} ^ {*decided()}
    if any(not local.startswith(Kind.PERSON) for one in changed for local in (*one.names, *one.others)):
        gazetteer()
    with catalogue.transaction():
        before, now = catalogue.decisions(), tuple(decided())
        if before == now:
            return False
        catalogue.put_decisions(now)
        ids = recast(catalogue, Recasts(before), Recasts(now))
        touched = [local for one in {*before} ^ {*now} for local in speaks_of(one)]
        ids.update(id_ for id_, _ in catalogue.tallies(touched).values())
        _resolve(catalogue, ids, Decisions(now), Outlets(catalogue.known_outlets()))
    return True


def _current_outlets(catalogue: Catalogue) -> Outlets:
    """The outlets of the articles as they are now; names that could mean those that came or went are unresolved."""
    known, now = catalogue.known_outlets(), catalogue.outlets()
    if changed := {*known} ^ {*now}:
        touched = catalogue.tallies([local for outlet in changed for local in local_names(outlet)])
        catalogue.must_resolve(id_ for id_, _ in touched.values())
        catalogue.know_outlets(now)
    return Outlets(now)


def _resolve(catalogue: Catalogue, due: Collection[int], decisions: Decisions, outlets: Outlets) -> None:
    """Resolve some names, and all those in a block with them."""
    blocks = _blocks(catalogue, due, _together(catalogue, [*decisions.together(), *outlets.together()]))
    names = {name.id: name for name in catalogue.stored([id_ for block in blocks for id_ in block])}
    outcome = _Outcome(catalogue, names)
    context = Context(StoredArticles(catalogue))
    for block in blocks:
        outcome.add(block, decisions, context, outlets)
    outcome.store()
    catalogue.now_resolved(names)
    catalogue.entities_changed()


def _blocks(
    catalogue: Catalogue, due: Iterable[int], together: Mapping[int, Sequence[Sequence[int]]]
) -> list[list[int]]:
    """The blocks in which some names are, by id."""
    seen: set[int] = set()
    keys: set[int] = set()
    union = Union(())
    fresh = set(due)
    while fresh:
        seen |= fresh
        union.add(fresh)
        reached: set[int] = set()
        under = {key for key, _ in catalogue.keys_of(fresh)} - keys
        keys |= under
        for names in _joined(catalogue.names_under(under)):
            reached.update(names)
            union.add(names)
            union.join_all(names)
        for id_ in fresh & together.keys():
            for group in together[id_]:
                reached.update(group)
                union.add(group)
                union.join_all(group)
        # What was one entity shares its id out, whether or not it still has a key in common.
        reached.update(catalogue.of_same_entities(fresh))
        fresh = reached - seen
    return union.groups()


def _joined(under: Iterable[tuple[int, int, int]]) -> Iterator[list[int]]:
    """The names of each key that joins its names."""
    names: defaultdict[int, list[int]] = defaultdict(list)
    roles: defaultdict[int, int] = defaultdict(int)
    for key, name, role in under:
        names[key].append(name)
        roles[key] |= role
    return (found for key, found in names.items() if len(found) > 1 and roles[key] == Role.BOTH)


def _together(catalogue: Catalogue, groups: Sequence[Sequence[str]]) -> Mapping[int, list[list[int]]]:
    """For each name that is compared with others whatever its keys, those of each group that it is in."""
    there = catalogue.tallies({local for group in groups for local in group})
    found: defaultdict[int, list[list[int]]] = defaultdict(list)
    for group in groups:
        ids = [there[local][0] for local in group if local in there]
        for id_ in ids:
            found[id_].append(ids)
    return found


class _Outcome:
    """What names were resolved to, next to what they were before."""

    def __init__(self, catalogue: Catalogue, names: Mapping[int, Stored]) -> None:
        self._catalogue = catalogue
        self._names = names
        self._id = {name.tally.local: name.id for name in names.values()}
        self._groups: list[Group] = []
        self._suggestions: list[tuple[int, int, str, float]] = []

    def add(self, block: Iterable[int], decisions: Decisions, context: Context, outlets: Outlets) -> None:
        """Resolve a block."""
        tallies = sorted((self._names[id_].tally for id_ in block), key=lambda tally: tally.local)
        found = resolve_block(
            [LocalName(t.local, kind_of(t.local), t.forms, t.articles) for t in tallies],
            decisions,
            context,
            outlets,
        )
        self._groups += found.groups
        self._suggestions += [
            (self._id[one.name], self._id[one.other], one.reason, one.strength) for one in found.suggestions
        ]

    def store(self) -> None:
        """Write it into the catalogue."""
        catalogue = self._catalogue
        self._groups.sort(key=lambda group: (-group.mentions, group.names[0].key))
        ids, successors = self._identified()
        catalogue.put_links(
            (
                self._id[name.key],
                entity,
                str(group.kind if group.kind_decided else name.kind),
                *group.why.get(name.key, (None, None)),
            )
            for group, entity in zip(self._groups, ids, strict=True)
            for name in group.names
        )
        catalogue.succeed(successors)
        catalogue.reclaim(ids)
        catalogue.put_entities(
            (entity, group.name, str(group.kind), group.names[0].key, self._articles(group))
            for group, entity in zip(self._groups, ids, strict=True)
        )
        catalogue.put_shown_words(
            {
                entity: terms(group.name) if group.name != group.names[0].name else ()
                for group, entity in zip(self._groups, ids, strict=True)
            }
        )
        catalogue.put_suggestions(self._names, self._suggestions)

    def _identified(self) -> tuple[list[str], dict[str, str]]:
        """The id of each group, and those of former entities with what they lead to now.

        An entity's id stays with most of what it was; where two became one, that of the bigger one does.
        """
        shares: Counter[tuple[int, str]] = Counter()
        for number, group in enumerate(self._groups):
            for name in group.names:
                before = self._names[self._id[name.key]]
                if before.entity != name.key:
                    shares[number, before.entity] += name.mentions
        best = sorted(shares, key=lambda share: (-shares[share], share))
        given: dict[int, str] = {}
        taken: set[str] = set()
        for number, entity in best:
            if number not in given and entity not in taken:
                given[number] = entity
                taken.add(entity)
        successors: dict[str, str] = {}
        for number, entity in best:
            if entity not in taken:
                successors.setdefault(entity, given[number])
        for number, group in enumerate(self._groups):
            if number not in given:
                given[number] = self._new(group, taken)
        return [given[number] for number in range(len(self._groups))], successors

    def _new(self, group: Group, taken: set[str]) -> str:
        wanted = entity = slug(group)
        number = 1
        while entity in taken or self._catalogue.is_taken(entity):
            number += 1
            entity = f"{wanted}-{number}"
        taken.add(entity)
        return entity

    def _articles(self, group: Group) -> int:
        if len(group.names) == 1:
            return group.names[0].articles
        return self._catalogue.articles_together([name.key for name in group.names])
