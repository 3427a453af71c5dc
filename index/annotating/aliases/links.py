"""Names joined into groups, each join with its reason and how far it is to be trusted; and what is only suggested."""

from collections import defaultdict
from collections.abc import Hashable, Iterable
from typing import Generic, NamedTuple, TypeVar

from models.provenance import Confidence

Key = TypeVar("Key", bound=Hashable)


class Suggestion(NamedTuple, Generic[Key]):
    """Two names that may mean one thing: for the reader to say."""

    name: Key
    other: Key
    reason: str
    """What `name` could be to `other`, in plain words."""
    strength: float
    """How likely, between 0 and 1; only good for putting suggestions in order."""


class Links(Generic[Key]):
    """A union of names that remembers, for each name, why it was joined and how surely."""

    def __init__(self, names: Iterable[Key], apart: Iterable[tuple[Key, Key]] = ()) -> None:
        """No names joined yet.

        Args:
            names: All of them.
            apart: Two names each that are never joined, nor through a third.
        """
        self._parent = {name: name for name in names}
        self._members: dict[Key, list[Key]] = {name: [name] for name in self._parent}
        self._reasons: dict[Key, tuple[str, Confidence]] = {}
        self._reasons_back: dict[Key, tuple[str, Confidence]] = {}
        self._suggested: list[Suggestion[Key]] = []
        self._apart: dict[Key, set[Key]] = defaultdict(set)
        for name, other in apart:
            self._apart[name].add(other)
            self._apart[other].add(name)

    def root(self, name: Key) -> Key:
        """What stands for a name's group; changes as groups are joined."""
        while self._parent[name] != name:
            self._parent[name] = self._parent[self._parent[name]]
            name = self._parent[name]
        return name

    def members(self, name: Key) -> list[Key]:
        """All names of a name's group."""
        return self._members[self.root(name)]

    def reason(self, name: Key) -> str | None:
        """Why a name belongs to its group: the link to a fuller name if there is one; None for a name alone."""
        why = self._why(name)
        return why[0] if why else None

    def confidence(self, name: Key) -> Confidence | None:
        """How far the reason is to be trusted; None for a name alone."""
        why = self._why(name)
        return why[1] if why else None

    def _why(self, name: Key) -> tuple[str, Confidence] | None:
        return self._reasons.get(name) or self._reasons_back.get(name)

    def join(
        self, name: Key, fuller: Key, reason: str, back: str, *, confidence: Confidence = "certain"
    ) -> None:
        """Put a name, and all joined to it, with a fuller name, unless that would join two that are to stay apart.

        Args:
            name: The shorter or rarer name.
            fuller: The other.
            reason: What `name` is to `fuller`, in plain words.
            back: What `fuller` is to `name`.
            confidence: How sure it is: *certain* by a definition or by spelling, *likely* where nothing else fits.
        """
        small, large = self.root(name), self.root(fuller)
        if small == large or self.apart(name, fuller):
            return
        self._reasons.setdefault(name, (reason, confidence))
        self._reasons_back.setdefault(fuller, (back, confidence))
        if len(self._members[small]) > len(self._members[large]):
            small, large = large, small
        self._parent[small] = large
        self._members[large] += self._members.pop(small)
        if small in self._apart:
            self._apart[large] |= self._apart[small]

    def apart(self, name: Key, other: Key) -> bool:
        """Whether two names are to stay apart, themselves or through those that they are joined with."""
        return bool(self._apart) and not self._apart[self.root(name)].isdisjoint(self.members(other))

    def suggest(self, name: Key, other: Key, reason: str, strength: float = 0.5) -> None:
        """Note that two names may mean one thing, without joining them.

        Args:
            name: The shorter or rarer name.
            other: The other.
            reason: What `name` could be to `other`, in plain words.
            strength: How likely, between 0 and 1.
        """
        self._suggested.append(Suggestion(name, other, reason, strength))

    def suggestions(self) -> list[Suggestion[Key]]:
        """What was suggested and is not joined, the strongest first, once for each two groups."""
        best: dict[frozenset[Key], Suggestion[Key]] = {}
        for suggestion in sorted(
            self._suggested, key=lambda one: (-one.strength, str(one.name), str(one.other))
        ):
            ends = frozenset((self.root(suggestion.name), self.root(suggestion.other)))
            if len(ends) == 2 and not self.apart(suggestion.name, suggestion.other):
                best.setdefault(ends, suggestion)
        return list(best.values())

    def groups(self) -> list[list[Key]]:
        """All groups."""
        found: dict[Key, list[Key]] = defaultdict(list)
        for name in self._parent:
            found[self.root(name)].append(name)
        return list(found.values())
