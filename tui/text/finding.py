"""Words inside one article, as a reader looks for them: without regard to case, accents and kinds of quotes."""

import re
import unicodedata

_SAME = str.maketrans({"‘": "'", "’": "'", "‚": "'", "“": '"', "”": '"', "„": '"', "–": "-", "—": "-"})


def find(text: str, wanted: str) -> list[tuple[int, int]]:
    """Every place of the wanted words in the text; any white space matches any other."""
    words = [re.escape(_plain(word)) for word in wanted.split()]
    if not words:
        return []
    return [match.span() for match in re.finditer(r"\s+".join(words), _plain(text))]


def _plain(text: str) -> str:
    """The text without case and accents, code point for code point."""
    if text.isascii():
        return text.lower()
    return "".join(map(_plain_character, text.translate(_SAME)))


def _plain_character(character: str) -> str:
    # Lower case may be two code points ("İ"), and so may a decomposition; the first is the letter.
    return unicodedata.normalize("NFD", character.lower())[:1] or character
