"""Whether two sentences tell of one event, by their words: what happened, and to whom or with what."""

from collections.abc import Collection, Iterable

from index.engine import Snapshot
from index.nearby.ranking import LEAST_PASSAGES, content, frequency, steady_rarity
from index.related.kinds import kinds, kinds_in

_SHARE = 0.25
_SHARED_WORDS = 3
_RARE, _COMMON = 0.02, 0.05
"""A stem in fewer than one passage in fifty tells events apart, and a kind in fewer than one in twenty."""
_TELLING = 2
"""So many rare words beside the names show one event, whatever kind it is of."""


def tell_one_event(
    snapshot: Snapshot, mine: Collection[str], theirs: Collection[str], names: Iterable[str]
) -> bool:
    """Whether what two sentences share can be one event.

    They share three stems that weigh a quarter of the lighter sentence, and beside names two rare ones, or a name and a
    kind of happening. Of such pairs among the rows for ECB+ 72 in 100 are one event by its annotation, 83 where each
    topic is a collection of its own; of the rows with names or words in common 63 and 65.

    Args:
        snapshot: By whose rarities the words are weighed.
        mine: The stems of the one.
        theirs: The stems of the other.
        names: What both name.
    """
    shared = {stem for stem in mine if stem in theirs}
    if len(shared) < _SHARED_WORDS:
        return False
    of_names = {stem for name in names for stem in content(name)}
    rare = _RARE * max(snapshot.rows, LEAST_PASSAGES)
    telling = sum(frequency(snapshot, stem) <= rare for stem in shared - of_names)
    if telling < _TELLING and not (of_names and _happenings(snapshot, mine) & _happenings(snapshot, theirs)):
        return False
    lighter = min(_weight(snapshot, mine), _weight(snapshot, theirs))
    return _weight(snapshot, shared) >= _SHARE * lighter


def _happenings(snapshot: Snapshot, stems: Iterable[str]) -> set[int]:
    """The kinds that a text speaks of, without those that are everywhere in the collection."""
    few = max(_COMMON * snapshot.rows, _RARE * LEAST_PASSAGES)
    spoken = kinds_in(dict.fromkeys(stems, 1))
    return {kind for kind in spoken if sum(frequency(snapshot, stem) for stem in kinds()[kind]) <= few}


def _weight(snapshot: Snapshot, stems: Iterable[str]) -> float:
    return sum(steady_rarity(snapshot, stem) for stem in stems)
