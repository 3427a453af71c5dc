"""Counts the names of articles that come and go, so that they can be found, and notes which have to be resolved."""

import hashlib
from collections import defaultdict
from collections.abc import Collection, Mapping

from index.annotating.aliases.blocks import keys_of
from index.annotating.aliases.names import LocalName
from index.annotating.entities.decided import Decisions, speaks_of
from index.annotating.entities.recasting import Recasts
from index.catalogue import Catalogue, StoredKey, Tally, kind_of
from index.words import terms

Names = Mapping[str, Mapping[str, int]]
"""The names of an article: local name to the forms it is written in, with how often."""


def tally(catalogue: Catalogue, came: Collection[int], went: Collection[int]) -> None:
    """Count the names of articles that have come, and no longer those of articles that go.

    To be called in a transaction with what else makes the articles come and go.

    Args:
        catalogue: Where they are.
        came: Articles by revision; the names of those that were counted before, and of those that have none yet, are
            not counted.
        went: Articles whose mentions are still there.
    """
    recasts = Recasts(catalogue.decisions())
    changes = Changes()
    for names in catalogue.names_counted(went).values():
        changes.add(recasts.names(names), -1)
    uncounted = catalogue.names_uncounted(came)
    for names in uncounted.values():
        changes.add(recasts.names(names), 1)
    if recasts:
        recast = [revision for revision, names in uncounted.items() if recasts.names(names) != names]
        catalogue.recast((m, recasts.local(m.read_as, m.text)) for m in catalogue.mentions_in(recast))
    catalogue.must_resolve(change(catalogue, changes))


def recast(catalogue: Catalogue, before: Recasts, now: Recasts) -> set[int]:
    """Have mentions count for what the reader says now; returns the names that have to be resolved for it, by id."""
    forms = before.never ^ now.never
    locals_ = {local for local in before.locals | now.locals if before.instead(local) != now.instead(local)}
    locals_.update(catalogue.locals_written(forms) if forms else ())
    moved = [
        (mention, to)
        for mention in catalogue.mentions_read_as(locals_)
        if ((to := now.local(mention.read_as, mention.text)) or "") != mention.local
    ]
    catalogue.recast(moved)
    articles = {mention.revision for mention, _ in moved}
    # Other names of these articles keep other company now, which is for the next comparison to see.
    beside = catalogue.tallies(catalogue.locals_in(articles))
    catalogue.must_resolve(id_ for id_, _ in beside.values())
    changes = Changes()
    for names in catalogue.names_in(articles):
        was, is_ = before.names(names), now.names(names)
        others = {local for local in was.keys() | is_.keys() if was.get(local) != is_.get(local)}
        changes.add({local: was[local] for local in others & was.keys()}, -1)
        changes.add({local: is_[local] for local in others & is_.keys()}, 1)
    return change(catalogue, changes)


class Changes(defaultdict[str, Tally]):
    """By how much the counts of local names change."""

    def __init__(self) -> None:
        super().__init__(lambda: Tally(""))

    def add(self, names: Names, sign: int) -> None:
        """Count the names of an article, or with a negative sign no longer."""
        for local, forms in names.items():
            tally = self[local]
            tally.articles += sign
            for form, count in forms.items():
                tally.forms[form] = tally.forms.get(form, 0) + sign * count


def change(catalogue: Catalogue, changes: Mapping[str, Tally]) -> set[int]:
    """Change the counts of local names by so much; those that are left without any go.

    Returns:
        The ids of the names that have to be resolved for it.
    """
    known = catalogue.tallies(changes)
    new: list[Tally] = []
    others: dict[int, tuple[Tally, Tally]] = {}
    for local, change_ in changes.items():
        id_, before = known.get(local, (None, Tally(local)))
        now = _sum(before, change_)
        if id_ is not None:
            others[id_] = (before, now)
        elif now.forms and now.articles > 0:
            new.append(now)
    unresolved = _replace(catalogue, others)
    ids = catalogue.add_names(new)
    catalogue.put_words((), ((word, ids[t.local]) for t in new for word in words_of(t)))
    catalogue.put_keys((ids[t.local], stored_keys(t)) for t in new)
    return unresolved | {*ids.values()}


def _sum(before: Tally, change_: Tally) -> Tally:
    forms = dict(before.forms)
    for form, count in change_.forms.items():
        forms[form] = forms.get(form, 0) + count
    return Tally(before.local, {f: n for f, n in forms.items() if n > 0}, before.articles + change_.articles)


def _replace(catalogue: Catalogue, others: Mapping[int, tuple[Tally, Tally]]) -> set[int]:
    gone = [id_ for id_, (_, now) in others.items() if not now.forms or now.articles <= 0]
    stay = {id_: pair for id_, pair in others.items() if pair[1].forms and pair[1].articles > 0}
    reshaped = [id_ for id_, (before, now) in stay.items() if before.forms.keys() != now.forms.keys()]
    # Those that shared a key with one that goes, or with what one was, may be without it now.
    unresolved = {*catalogue.beside([*gone, *reshaped])}
    # What the reader said of one that goes holds for others in its stead.
    said = Decisions(catalogue.decisions() if gone else ()).about(others[id_][0].local for id_ in gone)
    left = catalogue.tallies([local for decision in said for local in speaks_of(decision)])
    unresolved.update(id_ for id_, _ in left.values())
    catalogue.put_words(
        (
            *((word, id_) for id_ in gone for word in words_of(others[id_][0])),
            *((word, id_) for id_ in reshaped for word in words_of(stay[id_][0]) - words_of(stay[id_][1])),
        ),
        ((word, id_) for id_ in reshaped for word in words_of(stay[id_][1]) - words_of(stay[id_][0])),
    )
    catalogue.put_tallies((id_, now) for id_, (before, now) in stay.items() if before != now)
    catalogue.put_keys((id_, stored_keys(stay[id_][1])) for id_ in reshaped)
    catalogue.remove_names(gone)
    # Also those that are counted as before: they may be in other articles.
    return (unresolved | stay.keys()) - {*gone}


def words_of(tally: Tally) -> set[str]:
    """The words by which a name is found; it may be longer than any form of it: "CSTO", defined in another article."""
    return {word for text in (tally.local.partition(":")[2], *tally.forms) for word in terms(text)}


def stored_keys(tally: Tally) -> list[StoredKey]:
    """The block keys of a name as numbers, which are equal where the keys are but for one case in 10^10 or so."""
    roles: defaultdict[int, int] = defaultdict(int)
    for key in keys_of(LocalName(tally.local, kind_of(tally.local), tally.forms)):
        said = "\0".join((key.rule, *key.words))
        digest = hashlib.blake2b(said.encode("utf-8", "surrogatepass"), digest_size=8).digest()
        roles[int.from_bytes(digest, "big", signed=True)] |= key.role
    return [StoredKey(number, role) for number, role in roles.items()]
