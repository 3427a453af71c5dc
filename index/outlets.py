"""Outlets that articles write with "The" and without: one outlet, by the name that most of them write."""

from collections import Counter
from collections.abc import Iterable, Mapping

from index.words import terms

_ARTICLE = "the"


def own_words(name: str) -> frozenset[str]:
    """The words that tell an outlet from others: all but "The", without case and accents."""
    words = frozenset(terms(name))
    return words - {_ARTICLE} or words


def same_for_all(name: str) -> str:
    """What all ways of writing an outlet have in common: "northern post" of "The Northern Post"."""
    words = terms(name)
    return " ".join(words[1:] if words[:1] == [_ARTICLE] and len(words) > 1 else words) or name


def together(articles: Mapping[str, int]) -> list[tuple[str, int]]:
    """Outlets with their articles, the most first: "The Northern Post" counts for "Northern Post" if more write that.

    Of names that as many write it is the fuller one.

    Args:
        articles: How many articles write each name.
    """
    alike: dict[str, dict[str, int]] = {}
    for name, count in articles.items():
        alike.setdefault(same_for_all(name), {})[name] = count
    counts = Counter[str]()
    for names in alike.values():
        usual = max(names, key=lambda name: (names[name], len(terms(name)), name))
        counts[usual] += sum(names.values())
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))


def each_once(names: Iterable[str]) -> list[str]:
    """Outlets in the order in which they come first, each as it is written most often."""
    written = Counter(names)
    usual = {same_for_all(name): name for name, _ in together(written)}
    return list(dict.fromkeys(usual[same_for_all(name)] for name in written))
