"""The mentions of texts that are read together, made to agree: one name, one kind."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from index.annotating.aliases.normal import plain
from index.annotating.names.gazetteer import gazetteer
from models.annotation import Mention
from models.kind import Kind

_STRONG_PLACE = 2.6
"""Weight of a place in the gazetteer that is more than anybody's surname."""
_COLLECTION_SHARE = 0.5
"""What the collection has said of a name counts this much against each time that the text says it."""


class Consistency:
    """Remembers over texts what kind each name was."""

    def __init__(self) -> None:
        self._seen: defaultdict[str, Counter[Kind]] = defaultdict(Counter)

    def agree(self, texts: Sequence[str], found: Sequence[Sequence[Mention]]) -> list[list[Mention]]:
        """The mentions of each text in order, with one kind for each name, and wherever a name of several words stands.

        Args:
            texts: Texts that are read together.
            found: The mentions of each, without overlap.
        """
        for mentions in found:
            for mention in mentions:
                self._seen[plain(mention.text)][mention.kind] += 1
        return [self._agreed(text, mentions) for text, mentions in zip(texts, found, strict=True)]

    def _agreed(self, text: str, mentions: Sequence[Mention]) -> list[Mention]:
        kinds = self._kinds(mentions)
        _lend_to_surnames(kinds)
        agreed = [mention.model_copy(update={"kind": kinds[plain(mention.text)]}) for mention in mentions]
        return sorted([*agreed, *_missed(text, agreed)], key=lambda mention: mention.start)

    def _kinds(self, mentions: Sequence[Mention]) -> dict[str, Kind]:
        votes: defaultdict[str, Counter[Kind]] = defaultdict(Counter)
        for mention in mentions:
            votes[plain(mention.text)][mention.kind] += 1
        kinds = {}
        for name, own in votes.items():
            seen = self._seen[name]
            weight = {kind: own[kind] + _COLLECTION_SHARE * seen[kind] / seen.total() for kind in seen}
            kinds[name] = max(weight, key=lambda kind: (weight[kind], kind))
        return kinds


def _lend_to_surnames(kinds: dict[str, Kind]) -> None:
    """A word that ends a person's full name in the text is that person, unless it is a well-known place."""
    places = gazetteer().places
    for name in [name for name, kind in kinds.items() if kind is Kind.PERSON and " " in name]:
        surname = name.rsplit(" ", 1)[-1]
        if surname in kinds and places.get(surname, 0.0) <= _STRONG_PLACE:
            kinds[surname] = Kind.PERSON


def _missed(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """Where else in the text the names of several words stand."""
    names = {mention.text: mention.kind for mention in mentions if " " in mention.text}
    if not names:
        return []
    longest_first = sorted(names, key=lambda name: (-len(name), name))
    pattern = re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, longest_first)) + r")(?!\w)")
    taken = bytearray(len(text))
    for mention in mentions:
        taken[mention.start : mention.end] = b"\1" * (mention.end - mention.start)
    return [
        Mention(start=found.start(), end=found.end(), text=found[0], kind=names[found[0]])
        for found in pattern.finditer(text)
        if not any(taken[found.start() : found.end()])
    ]
