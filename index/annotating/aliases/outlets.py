"""The collection's own outlets as articles name them: "the Courier" for The Velmar Courier."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence

from index.annotating.aliases.links import Links
from index.annotating.aliases.names import LocalName
from index.annotating.aliases.normal import body_key
from models.kind import Kind

_ANY = (Kind.ORG, Kind.PERSON, Kind.PLACE, Kind.EVENT)
"""Kinds that articles take the name of a paper for; a people is never meant."""
_MOST_WORDS = 8
"""Of an outlet's name; what is longer is a line that was taken for one."""


class Outlets:
    """The outlets of a collection, and the names that can mean them."""

    def __init__(self, outlets: Iterable[str] = ()) -> None:
        """Take the outlets' names as their articles state them."""
        self._called: dict[str, str] = {}
        self._ending: defaultdict[str, set[str]] = defaultdict(set)
        for outlet in sorted(outlets):
            key = body_key(outlet)
            self._called.setdefault(key, outlet)
            for name in _endings(outlet):
                self._ending[body_key(name)].add(key)

    def meant(self, name: LocalName, names: Iterable[LocalName]) -> str | None:
        """The key of the one outlet that a name means; None where it means none, or could mean several.

        Args:
            name: The name.
            names: Those that it is compared with. What is a place or a person somewhere as well, as "Selvany" may be
                in Radio Selvany, is no short name of an outlet.
        """
        key = body_key(name.name)
        short = key not in self._called
        found = self._ending.get(key, ()) if short else {key}
        if len(found) != 1 or name.kind not in _ANY or (short and name.kind is not Kind.ORG):
            return None
        if (short or " " not in key) and any(
            other.kind is not Kind.ORG and body_key(other.name) == key for other in names
        ):
            return None
        return next(iter(found))

    def called(self, key: str) -> str:
        """An outlet's name."""
        return self._called[key]

    def together(self) -> Iterator[list[str]]:
        """For each outlet the local names that can mean it."""
        return (local_names(outlet) for outlet in self._called.values())


def local_names(outlet: str) -> list[str]:
    """The local names that can mean an outlet, whatever other outlets there are."""
    whole, *endings = _endings(outlet) or [""]
    meant = [(kind, whole) for kind in _ANY] + [(Kind.ORG, name) for name in endings]
    return [f"{kind}:{article}{name}" for kind, name in meant if name for article in ("", "The ")]


def _endings(outlet: str) -> list[str]:
    """An outlet's name and what is left of it without its first words: "Velmar Courier", "Courier"."""
    words = outlet.split()
    if words and words[0].lower() == "the":
        words = words[1:]
    return [" ".join(words[start:]) for start in range(len(words))] if len(words) <= _MOST_WORDS else []


def link_outlets(names: Sequence[LocalName], links: Links[str], outlets: Outlets) -> dict[str, str]:
    """Join the names of each outlet; gives the outlets' names by the keys of those that mean them."""
    found: defaultdict[str, list[LocalName]] = defaultdict(list)
    for name in names:
        if (outlet := outlets.meant(name, names)) is not None:
            found[outlet].append(name)
    meant: dict[str, str] = {}
    for outlet, same in found.items():
        called = outlets.called(outlet)
        whole = fullest(same)
        for name in same:
            meant[name.key] = called
            if name is not whole:
                written = body_key(name.name) == body_key(whole.name)
                reason = f"{called} written differently" if written else f"short for {called}, an outlet here"
                links.join(
                    name.key,
                    whole.key,
                    reason,
                    "an outlet here",
                    confidence="certain" if written else "likely",
                )
    return meant


def fullest(names: Iterable[LocalName]) -> LocalName:
    """The name that leaves out least of an outlet's."""
    return max(names, key=lambda name: (len(body_key(name.name)), name.mentions, name.key))


def outlet_of(keys: Collection[str], meant: dict[str, str]) -> str | None:
    """The outlet that a group of names stands for; None where it is none, or names of two came together."""
    found = {meant[key] for key in keys if key in meant}
    return found.pop() if len(found) == 1 else None
