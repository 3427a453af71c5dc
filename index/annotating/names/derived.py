"""Countries and peoples that no list knows, told by each other: Ruritania, because the texts say "Ruritanian" too."""

from collections.abc import Collection, Iterator

from index.annotating.names.gazetteer import Gazetteer

_SHORTEST = 5
"""Letters of a place's name; shorter ones have such endings by chance."""


def derived_peoples(words: Collection[str], known: Gazetteer) -> dict[str, str]:
    """Unlisted peoples to the unlisted places they are of, both among the words.

    People's names are left alone: Julian is nobody from Julia. Only places that end in "a" count, because "-ian" makes
    words of surnames too.

    Args:
        words: The capitalised words of names, as written.
        known: What is known beforehand.
    """
    peoples: dict[str, str] = {}
    for word in words:
        if word in known.peoples or word in known.places or _is_taken(word, known):
            continue
        for place in _places(word):
            if len(place) >= _SHORTEST and place in words and not _is_taken(place, known):
                peoples[word] = place
    return peoples


def _is_taken(word: str, known: Gazetteer) -> bool:
    return word in known.given_names or word in known.surnames or known.is_ordinary(word.lower())


def _places(people: str) -> Iterator[str]:
    """What the place of a people could be called."""
    one = people.removesuffix("s")
    if one.endswith("an"):
        yield one[:-1]
    elif one.endswith("ese"):
        yield f"{one[:-3]}a"
