"""Lines whose capitals mean nothing: ALL CAPS and Title Case, written as a sentence would be."""

import re
from collections.abc import Callable

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_BEFORE_CAPITAL = re.compile(r"\b([a-z]+)( [A-Z]\w+)")
_LONGEST = 200
"""Characters; longer lines are not headlines."""
_TITLE_CASE = 0.75
"""Share of words of more than three letters with a capital from which on capitals tell nothing."""


def capitals_tell(line: str) -> bool:
    """Whether a capital shows a name inside a headline: not in ALL CAPS and Title Case."""
    long_words: list[str] = [word for word in _WORD.findall(line) if len(word) > 3]
    capitals = sum(word[0].isupper() for word in long_words)
    return capitals < _TITLE_CASE * len(long_words)


def headline_as_prose(
    line: str, is_ordinary: Callable[[str], bool], is_place: Callable[[str], bool]
) -> str | None:
    """A headline with its ordinary words in small letters, of the same length; None if the line is no headline.

    Args:
        line: One line of a text.
        is_ordinary: Whether a word, given with a capital, would be small inside a sentence.
        is_place: Whether two words are one place, as "New Zealand".
    """
    if len(line) > _LONGEST:
        return None
    words = _WORD.findall(line)
    long_words = [word for word in words if len(word) > 3]
    if len(words) < 3 or not long_words:
        label = all(word.isupper() and len(word) > 2 and is_ordinary(word.title()) for word in words)
        return line.lower() if words and label and len(line.lower()) == len(line) else None
    if sum(word.isupper() for word in words) >= 0.7 * len(words):
        return _with_places(_same_length(line, lambda word: _from_capitals(word, is_ordinary)), is_place)
    capitals = sum(word[0].isupper() for word in long_words)
    if (
        capitals < _TITLE_CASE * len(long_words)
        or capitals < 3
        or line.rstrip().endswith((".", ",", ";", ":"))
    ):
        return None
    if not any(is_ordinary(word) for word in long_words if word[0].isupper()):
        return None
    prose = _same_length(
        line, lambda word: word.lower() if is_ordinary(word) and not word.isupper() else word
    )
    return _with_places(prose, is_place)


def _from_capitals(word: str, is_ordinary: Callable[[str], bool]) -> str:
    if len(word) == 1 or not word.isupper():
        return word
    title = word.title() if "'" not in word and "’" not in word else word.capitalize()
    return title.lower() if is_ordinary(title) else title


def _with_places(line: str, is_place: Callable[[str], bool]) -> str:
    def changed(match: re.Match[str]) -> str:
        place = f"{match[1].capitalize()}{match[2]}"
        return place if is_place(place) else match[0]

    return _BEFORE_CAPITAL.sub(changed, line)


def _same_length(line: str, change: Callable[[str], str]) -> str:
    def changed(match: re.Match[str]) -> str:
        new = change(match[0])
        return new if len(new) == len(match[0]) else match[0]

    return _WORD.sub(changed, line)
