"""Outlets that articles write with "The" and without: one outlet, by its fuller name."""

from collections import Counter
from collections.abc import Mapping

from index.words import terms

_ARTICLE = "the"


def own_words(name: str) -> frozenset[str]:
    """The words that tell an outlet from others: all but "The", without case and accents."""
    words = frozenset(terms(name))
    return words - {_ARTICLE} or words


def together(articles: Mapping[str, int]) -> list[tuple[str, int]]:
    """Outlets with their articles, the most first: "Northern Post" counts for "The Northern Post" if that is there.

    Args:
        articles: How many articles write each name.
    """
    alike: dict[tuple[str, ...], dict[str, int]] = {}
    for name, count in articles.items():
        words = terms(name)
        key = tuple(words[words[0] == _ARTICLE :]) if len(words) > 1 else tuple(words)
        alike.setdefault(key or (name,), {})[name] = count
    counts = Counter[str]()
    for names in alike.values():
        fullest = max(names, key=lambda name: (len(terms(name)), names[name], name))
        counts[fullest] += sum(names.values())
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))
