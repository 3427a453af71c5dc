"""Bodies whose names say the same in another order: "Ministry of Defence of Norway", "Norwegian Defence Ministry"."""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from index.annotating.aliases.links import Links
from index.annotating.aliases.names import LocalName, join_equal
from index.annotating.aliases.normal import body_key, folded, is_acronym
from index.annotating.aliases.places import country_code
from index.annotating.aliases.tables import demonyms, other_names
from index.annotating.names.gazetteer import Gazetteer
from models.kind import Kind

_MOST_WORDS = 5
"""Of a country's name inside a body's: "Democratic Republic of the Congo"."""
_SMALL = frozenset({"of", "for", "the", "and", "on", "in", "s"})
_ANY_ORDER = frozenset(
    "ministry department commission committee directorate secretariat inspectorate embassy parliament government "
    "cabinet treasury army navy police".split()
)
"""Heads that stand first or last. A university's name says more by its order: Miami University is in Ohio."""
_STATES = frozenset({"georgia", "georgian"})
"""Of an American state as well as of a country."""


def link_offices(names: Iterable[LocalName], links: Links[str], known: Gazetteer) -> None:
    """Join bodies whose words are the same once countries and peoples are one, and "of" is left out."""
    first: dict[tuple[str, ...], LocalName] = {}
    for name in sorted(names, key=lambda name: (-name.mentions, name.key)):
        words = office_words(name.name, known) if name.kind is not Kind.NORP else None
        if words:
            same = first.setdefault(words, name)
            join_equal(links, name, same, "{} in other words")


def office_words(name: str, known: Gazetteer) -> tuple[str, ...] | None:
    """The words that matter of a body's name, in one order where the order says nothing; None for a name of one word.

    Countries, their peoples and well-known bodies are codes in capitals: "Norwegian Central Bank" is NO, central, bank.
    """
    if " " not in name or is_acronym(name):
        return None
    words = _Words(known).of(name)
    return words if any(word.islower() for word in words) else None


class _Words:
    """A body's name as the words that matter."""

    def __init__(self, known: Gazetteer) -> None:
        self._known = known

    def of(self, name: str) -> tuple[str, ...]:
        """See `office_words`."""
        words = tuple(self._replaced(name.replace("’", "'").replace("'s ", " ").split()))
        return tuple(sorted(words)) if _ANY_ORDER & set(words) else words

    def _replaced(self, words: Sequence[str]) -> Iterator[str]:
        at = 0
        while at < len(words):
            length, code = self._country(words, at)
            if code is None:
                key = body_key(words[at]).lower()
                if key not in _SMALL:
                    yield key
            else:
                yield code
            at += length

    def _country(self, words: Sequence[str], at: int) -> tuple[int, str | None]:
        """How many words from a place name a country, its people, or a body with a well-known abbreviation."""
        for length in range(min(_MOST_WORDS, len(words) - at), 0, -1):
            name = " ".join(words[at : at + length]).rstrip(",")
            bare = folded(name)
            if bare in _STATES or (at > 0 and folded(words[at - 1]) == "new"):
                continue
            code = demonyms().get(bare) or country_code(name, self._known) or _abbreviated().get(bare)
            if code is not None:
                return length, code.upper()
        return 1, None


@lru_cache(maxsize=1)
def _abbreviated() -> dict[str, str]:
    """Folded names of bodies to their abbreviation: "united nations" to UN."""
    return {
        folded(name): short.replace(".", "")
        for names in other_names()
        for short in names
        if is_acronym(short)
        for name in names
    }
