"""Names joined into groups, each join with its reason."""

from collections import defaultdict
from collections.abc import Hashable, Iterable
from typing import Generic, TypeVar

Key = TypeVar("Key", bound=Hashable)


class Links(Generic[Key]):
    """A union of names that remembers, for each name, why it was joined."""

    def __init__(self, names: Iterable[Key]) -> None:
        self._parent = {name: name for name in names}
        self._members: dict[Key, list[Key]] = {name: [name] for name in self._parent}
        self._reasons: dict[Key, str] = {}
        self._reasons_back: dict[Key, str] = {}

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
        return self._reasons.get(name) or self._reasons_back.get(name)

    def join(self, name: Key, fuller: Key, reason: str, back: str) -> None:
        """Put a name, and all joined to it, with a fuller name.

        Args:
            name: The shorter or rarer name.
            fuller: The other.
            reason: What `name` is to `fuller`, in plain words.
            back: What `fuller` is to `name`.
        """
        small, large = self.root(name), self.root(fuller)
        if small == large:
            return
        self._reasons.setdefault(name, reason)
        self._reasons_back.setdefault(fuller, back)
        if len(self._members[small]) > len(self._members[large]):
            small, large = large, small
        self._parent[small] = large
        self._members[large] += self._members.pop(small)

    def groups(self) -> list[list[Key]]:
        """All groups."""
        found: dict[Key, list[Key]] = defaultdict(list)
        for name in self._parent:
            found[self.root(name)].append(name)
        return list(found.values())
