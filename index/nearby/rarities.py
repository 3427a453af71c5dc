"""How rare the stems of a collection are, looked up as quickly as a dictionary does."""

from weakref import WeakKeyDictionary, ref

from index.engine import Snapshot
from index.nearby.ranking import rarity

_KEPT = 300_000


class Rarities(dict[str, float]):
    """The rarity of each stem of a snapshot, asked for once: comparing two articles takes hundreds of them."""

    def __init__(self, snapshot: Snapshot) -> None:
        super().__init__()
        self._snapshot = ref(snapshot)

    def __missing__(self, stem: str) -> float:
        snapshot = self._snapshot()
        if snapshot is None:
            raise KeyError(stem)
        if len(self) >= _KEPT:
            self.clear()
        self[stem] = rare = rarity(snapshot, stem)
        return rare


_known: WeakKeyDictionary[Snapshot, Rarities] = WeakKeyDictionary()


def rarities(snapshot: Snapshot) -> Rarities:
    """Those of a snapshot, for as long as it lives."""
    known = _known.get(snapshot)
    if known is None:
        known = _known[snapshot] = Rarities(snapshot)
    return known
