"""What the reader decided about names, applied to the names that a collection has."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence

from models.decision import NameDecision
from models.kind import NAME_KINDS, Kind

JOINED = "you said that it is {}"
"""The reason for an alias that the reader joined."""


class Decisions:
    """All decisions of a reader about a collection's names, by the names that they speak of."""

    def __init__(self, decisions: Sequence[NameDecision]) -> None:
        """Take decisions in the order in which they were made."""
        self.all = tuple(decisions)
        self._by_text: dict[str, list[int]] = defaultdict(list)
        for number, decision in enumerate(self.all):
            for text in {text_of(name) for name in (*decision.names, *decision.others)}:
                self._by_text[text].append(number)

    def about(self, names: Iterable[str]) -> list[NameDecision]:
        """Those that speak of any of some names, in their order."""
        if not self._by_text:
            return []
        return [
            self.all[n] for n in sorted({n for name in names for n in self._by_text.get(text_of(name), ())})
        ]

    def together(self) -> Iterator[list[str]]:
        """For each, the names of any kind that it speaks of: whether it holds for one of them depends on the others."""
        return (speaks_of(decision) for decision in self.all)


def speaks_of(decision: NameDecision) -> list[str]:
    """The names of any kind that a decision may be about."""
    texts = dict.fromkeys(text_of(name) for name in (*decision.names, *decision.others))
    return [f"{kind}:{text}" for text in texts for kind in sorted(NAME_KINDS)]


class Decided:
    """Decisions about those names that are there."""

    def __init__(self, decisions: Sequence[NameDecision], there: Iterable[str]) -> None:
        """Apply decisions to names.

        Args:
            decisions: In the order in which they were made.
            there: Local names, kind and name: "PERSON:Davor Kern".
        """
        self._by_text: dict[str, list[str]] = defaultdict(list)
        for local in sorted(there) if decisions else ():
            self._by_text[text_of(local)].append(local)
        self._decisions = decisions

    def one(self) -> Iterator[tuple[str, str]]:
        """Names that are one, two by two."""
        for decision in self._of("same"):
            names, others = self._those(decision.names), self._those(decision.others)
            if names and others and names[0] != others[0]:
                yield names[0], others[0]

    def apart(self) -> Iterator[tuple[str, str]]:
        """Names that are not one, two by two."""
        for decision in self._of("apart"):
            for name in self._those(decision.names):
                for other in self._those(decision.others):
                    if name != other:
                        yield name, other

    def shown_as(self, group: Collection[str]) -> str | None:
        """The name that the reader wants to see for what goes by some names."""
        found = [one for one in self._of("named") if not set(self._those(one.names)[:1]).isdisjoint(group)]
        return found[-1].text if found else None

    def kind(self, group: Collection[str]) -> Kind | None:
        """The kind that the reader says that something is."""
        found = [one for one in self._of("kind") if not set(self._those(one.names)[:1]).isdisjoint(group)]
        return found[-1].kind if found else None

    def about(self, group: Collection[str]) -> list[NameDecision]:
        """The decisions that hold for what goes by some names."""
        return [
            one
            for one in self._decisions
            if not {*self._those(one.names), *self._those(one.others)}.isdisjoint(group)
        ]

    def _of(self, says: str) -> Iterator[NameDecision]:
        return (one for one in self._decisions if one.says == says)

    def _those(self, names: Sequence[str]) -> list[str]:
        """Of some names those that are there; one that is there as another kind only is taken as that."""
        found: dict[str, None] = {}
        for name in names:
            there = self._by_text.get(text_of(name), ())
            found.update(dict.fromkeys([name] if name in there else there))
        return list(found)


def text_of(local: str) -> str:
    """A local name without its kind."""
    return local.partition(":")[2]
