"""Names of headlines, where capitals tell little: those that a text vouches for, or the gazetteer."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from index.annotating.aliases.normal import plain
from index.annotating.names.gazetteer import gazetteer
from index.annotating.names.headlines import capitals_tell
from index.words import Word, terms, words
from models.annotation import Mention
from models.kind import NAME_KINDS, Kind

_SURE_PLACE = 2.6
"""Weight of a place in the gazetteer that is more than anybody's surname: a country, a capital, a million people."""
_OTHERS, _SHARE = 2, 0.75
"""So many mentions in other texts, and so many of them of one kind, vouch for a name."""
_LONGEST_SHORT = 3
"""Letters of names that are written in capitals anywhere: UK, UAE."""
_BEGINS = re.compile(r"(?:^|[.?!:;—–|]\s|\s-\s)[\s\"'“‘(\[]*$")

_Terms = tuple[str, ...]


class Named(NamedTuple):
    """What vouches for a name: its kind, and how it is written where capitals tell."""

    kind: Kind
    form: str


class Vouchers:
    """What texts that are read together name, beside their headlines."""

    def __init__(self, bodies: Iterable[Sequence[Mention]], is_ordinary: Callable[[str], bool]) -> None:
        """Take in the names of each text without its headline.

        Args:
            bodies: The mentions of each text.
            is_ordinary: Whether a word, given with a capital, would be small inside a sentence.
        """
        self._is_ordinary = is_ordinary
        self._named = [_counted(mentions) for mentions in bodies]

    def vouched(self, number: int, title: str, found: Sequence[Mention]) -> list[Mention]:
        """The names of a headline in order of start, with the text that the article gives them below it.

        In the title case and capitals of headlines any word may look like a name, and so may a sentence's first word
        in all others. There a name has to be the text's own, a well-known place or people, or one that other texts
        give often. What the text itself names is taken wherever it stands.

        Args:
            number: Which of the texts stands below it, counted from 0.
            title: The headline; may be empty.
            found: What a recogniser sees in it and the text together, in order of start.
        """
        found = [mention for mention in found if mention.end <= len(title)]
        tells = capitals_tell(title)
        others = [
            mention.model_copy(update={"kind": named.kind, "text": named.form})
            for mention in found
            if (named := self._vouch(title, mention, tells=tells))
        ]
        own = [
            mention
            for mention in self._standing(title, _names_of(self._named[number]), found)
            if not any(_is_part(mention, other) for other in others)
            # A person's name in a place's or body's, which nothing vouches for, is not the person.
            and not any(_is_part(mention, other) for other in found if other.kind is not mention.kind)
        ]
        others = [other for other in others if not any(_overlap(other, mention) for mention in own)]
        return sorted([*own, *others], key=lambda mention: mention.start)

    def _standing(
        self, title: str, names: dict[_Terms, Named], found: Sequence[Mention]
    ) -> Iterator[Mention]:
        """Where names stand in a headline, the longest where there are several."""
        longest = max(map(len, names), default=0)
        placed = list(words(title))
        at = 0
        while at < len(placed):
            taken = 1
            for length in range(min(longest, len(placed) - at), 0, -1):
                here = placed[at : at + length]
                named = names.get(tuple(word.term for word in here))
                if named and self._may_be_name(title, here, found):
                    end = here[-1].end
                    end += title[end : end + 1] == "." and named.form.endswith(".")
                    start = here[0].start
                    yield Mention(start=start, end=end, text=named.form, kind=named.kind)
                    taken = length
                    break
            at += taken

    def _may_be_name(self, title: str, here: Sequence[Word], found: Sequence[Mention]) -> bool:
        """Whether words look like a name: with capitals, and a single one more than an ordinary word."""
        first, last = here[0], here[-1]
        if not (_is_big(title[first.start]) and _is_big(title[last.start])):
            return False
        if len(here) > 1 or not self._is_ordinary(title[first.start : first.end].capitalize()):
            return True
        return any(mention.start == first.start and mention.end == first.end for mention in found)

    def _vouch(self, title: str, mention: Mention, *, tells: bool) -> Named | None:
        if mention.kind not in NAME_KINDS:
            return None
        name = plain(mention.text)
        if tells and (" " in name or not _BEGINS.search(title, 0, mention.start)):
            return Named(mention.kind, name)
        return _well_known(name, mention.kind) or self._of_others(name)

    @cached_property
    def _together(self) -> dict[_Terms, Counter[Named]]:
        together: defaultdict[_Terms, Counter[Named]] = defaultdict(Counter)
        for counted in self._named:
            for key, counts in counted.items():
                together[key].update(counts)
        return together

    def _of_others(self, name: str) -> Named | None:
        counts = self._together.get(tuple(terms(name)))
        if not counts:
            return None
        named = max(counts, key=lambda named: (counts[named], named))
        return named if counts[named] >= max(_OTHERS, _SHARE * counts.total()) else None


def _counted(mentions: Iterable[Mention]) -> dict[_Terms, Counter[Named]]:
    """How often names are written in which form, by their words."""
    counted: defaultdict[_Terms, Counter[Named]] = defaultdict(Counter)
    for (kind, text), count in Counter((mention.kind, mention.text) for mention in mentions).items():
        if kind in NAME_KINDS:
            form = plain(text)
            counted[tuple(terms(form))][Named(kind, form)] += count
    counted.pop((), None)
    return counted


def _names_of(counted: dict[_Terms, Counter[Named]]) -> dict[_Terms, Named]:
    """The names of a text as it mostly writes them, and the surnames of persons named in full."""
    names = {key: max(counts, key=lambda named: (counts[named], named)) for key, counts in counted.items()}
    for key, named in tuple(names.items()):
        if named.kind is Kind.PERSON and len(key) > 1:
            names.setdefault(key[-1:], Named(Kind.PERSON, named.form.split()[-1]))
    return names


def _well_known(name: str, kind: Kind) -> Named | None:
    if kind not in (Kind.PLACE, Kind.NORP):
        return None
    known = gazetteer()
    form = name.title() if name.isupper() and len(name) > _LONGEST_SHORT else name
    if form in known.peoples:
        return Named(Kind.NORP, form)
    return Named(Kind.PLACE, form) if known.places.get(form, 0.0) >= _SURE_PLACE else None


def _overlap(a: Mention, b: Mention) -> bool:
    return a.start < b.end and b.start < a.end


def _is_part(mention: Mention, of: Mention) -> bool:
    return _overlap(mention, of) and mention.end - mention.start < of.end - of.start


def _is_big(character: str) -> bool:
    """Whether a character begins a name; scripts without capitals and digits do."""
    return character == character.upper()
