"""Which names of people are one person, over a whole collection."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from index.annotating.aliases.context import Context
from index.annotating.aliases.links import Links
from index.annotating.aliases.names import LocalName, join, join_equal, the_one
from index.annotating.aliases.normal import person_words, skeleton, sound_bones, sounds, spelled_alike
from index.annotating.aliases.surnames import Person, link_surnames
from index.annotating.aliases.tables import nicknames

_SHORTEST_VARIANT = 6
"""Letters of a surname whose vowels may be written differently."""
_SHORTEST_GIVEN = 5
"""Letters of a given name that may have another vowel."""
_SHORTEST_TRANSLITERATED = 4
"""Letters of a surname that may be transliterated in another way."""


def link_people(
    names: Sequence[LocalName], links: Links[str], mentions: Mapping[str, int], context: Context
) -> None:
    """Join the names of people, the sure ways first; a way that leaves two candidates joins nothing.

    Args:
        names: The names of people.
        links: Joins made so far, with names of other kinds too.
        mentions: How often each name of any kind is mentioned.
        context: The articles in which names stand.
    """
    people: list[Person] = [(name, spelled_alike(name.name)) for name in names]
    full = [(name, words) for name, words in people if len(words) > 1]
    _same_words([name for name, _ in full], person_words, links, "{} written differently")
    _same_words([name for name, _ in full], spelled_alike, links, "spelling variant of {}")
    _spelling_variants(full, links)
    _transliterations(full, links)
    _shorter_names(full, links)
    _short_given_names(full, links)
    link_surnames(people, links, mentions, context)


def _same_words(
    names: Iterable[LocalName], words_of: Callable[[str], Sequence[str]], links: Links[str], reason: str
) -> None:
    first: dict[tuple[str, ...], LocalName] = {}
    for name in names:
        same = first.setdefault(tuple(words_of(name.name)), name)
        join_equal(links, name, same, reason)


def _spelling_variants(full: Iterable[Person], links: Links[str]) -> None:
    """Sergei and Sergey Shoigu: the same consonants in the same number of words."""
    blocks: dict[tuple[str, ...], list[Person]] = defaultdict(list)
    for name, words in full:
        blocks[tuple(skeleton(word) for word in words)].append((name, words))
    for block in blocks.values():
        best, best_words = max(block, key=lambda entry: (entry[0].mentions, entry[0].key))
        for name, words in block:
            if name is not best and _differ_little(words, best_words):
                join_equal(links, name, best, "spelling variant of {}", confidence="likely")


def _transliterations(full: Iterable[Person], links: Links[str]) -> None:
    """Join what other alphabets and accents make of one name, as "Viktar Khorunov" and "Victor Horunov".

    Surnames that sound alike with their vowels count, beside given names that differ by a vowel or so. Where two such
    names could still be two people, none of those that sound like them are joined.
    """
    blocks: dict[tuple[bool, str, tuple[str, ...]], list[Person]] = defaultdict(list)
    for name, words in full:
        if len(words[0]) > 1 and len(words[-1]) >= _SHORTEST_TRANSLITERATED:
            bones = tuple(sound_bones(word) for word in words[:-1])
            blocks[words[0].endswith("a"), sounds(words[-1]), bones].append((name, words))
    for block in blocks.values():
        best, best_words = max(block, key=lambda entry: (entry[0].mentions, entry[0].key))
        if all(_given_alike(words, best_words) for _, words in block):
            for name, _ in block:
                if name is not best:
                    join_equal(links, name, best, "spelling variant of {}", confidence="likely")


def _given_alike(words: Sequence[str], others: Sequence[str]) -> bool:
    """Whether given names of the same consonants are one: Viktar and Victor are, but Jan, Jon and Jean are not."""
    from rapidfuzz.distance import Levenshtein

    for word, other in zip(words[:-1], others[:-1], strict=True):
        heard, heard_other = sounds(word), sounds(other)
        if heard == heard_other:
            continue
        if min(len(word), len(other)) < _SHORTEST_GIVEN or Levenshtein.distance(heard, heard_other) > 1:
            return False
    return True


def _differ_little(words: Sequence[str], others: Sequence[str]) -> bool:
    """Given names such as Maria and Mario, Jan and Jon, are different people."""
    from rapidfuzz.distance import Levenshtein

    if any(word != other and 1 in (len(word), len(other)) for word, other in zip(words, others, strict=True)):
        return False
    if min(len(words[-1]), len(others[-1])) < _SHORTEST_VARIANT and words[-1] != others[-1]:
        return False
    changes = [Levenshtein.distance(word, other) for word, other in zip(words, others, strict=True)]
    if words[-1] == others[-1]:
        short = changes[0] and min(len(words[0]), len(others[0])) < _SHORTEST_GIVEN
        return sum(changes) <= 2 and not short and not _other_gender(words[0], others[0])
    return max(changes) <= 2 and sum(changes) <= 3 and not _other_gender(words[0], others[0])


def _other_gender(given: str, other: str) -> bool:
    return given != other and (given.endswith("a") != other.endswith("a"))


def _shorter_names(full: Sequence[Person], links: Links[str]) -> None:
    """Take "D. Kern" and "Davor Kern" for "Davor Ivan Kern" where the collection has only one whom they fit."""
    longer = _Longer(full)
    for name, words in full:
        fitting = [other for other, more in longer.candidates(words) if _shortened(words, more)]
        if len({links.root(other.key) for other in fitting}) != 1:
            continue
        if len(words[0]) > 1 or sum(other.mentions for other in fitting) >= name.mentions:
            longest = max(
                fitting, key=lambda other: (len(spelled_alike(other.name)), other.mentions, other.key)
            )
            join(links, name, longest, "shorter form of {}", "longer form of {}", confidence="likely")


class _Longer:
    """Finds the names that a name could shorten without looking at all who share its surname."""

    def __init__(self, full: Sequence[Person]) -> None:
        self._by_ends: dict[tuple[str, str], list[Person]] = defaultdict(list)
        self._by_initial: dict[tuple[str, str], list[Person]] = defaultdict(list)
        self._by_tail: dict[tuple[str, ...], list[Person]] = defaultdict(list)
        for entry in full:
            words = entry[1]
            self._by_ends[words[0], words[-1]].append(entry)
            self._by_initial[words[0][0], words[-1]].append(entry)
            for start in range(1, len(words) - 1):
                self._by_tail[tuple(words[start:])].append(entry)

    def candidates(self, words: Sequence[str]) -> list[Person]:
        same = self._by_initial if len(words[0]) == 1 else self._by_ends
        return same[words[0], words[-1]] + self._by_tail.get(tuple(words), [])


def _shortened(words: Sequence[str], more: Sequence[str]) -> bool:
    if words == more or words[-1] != more[-1] or len(words) > len(more):
        return False
    if len(words) == len(more):
        pairs = zip(words, more, strict=True)
        return all(word == other or (len(word) == 1 and other.startswith(word)) for word, other in pairs)
    same_start = words[0] == more[0] or (len(words[0]) == 1 and more[0].startswith(words[0]))
    if same_start:
        rest = iter(more[1:])
        return all(any(word == other for other in rest) for word in words[1:])
    return words == more[-len(words) :]


def _short_given_names(full: Iterable[Person], links: Links[str]) -> None:
    """Take "Mo Cheeks" for "Maurice Cheeks" where nobody else of that surname can be called so."""
    by_surname: dict[str, list[Person]] = defaultdict(list)
    for person in full:
        by_surname[person[1][-1]].append(person)
    for name, words in full:
        formal = nicknames().get(words[0])
        if not formal:
            continue
        bearers = [
            other for other, more in by_surname[words[-1]] if more[0] in formal and _middle_fits(words, more)
        ]
        whole = the_one(bearers, links)
        if whole is not None:
            join(
                links, name, whole, "short given name of {}", "given name in full of {}", confidence="likely"
            )


def _middle_fits(words: Sequence[str], others: Sequence[str]) -> bool:
    """Whether what stands between given name and surname is the same, or is not told."""
    return len(words) == 2 or len(others) == 2 or words[1:-1] == others[1:-1]
