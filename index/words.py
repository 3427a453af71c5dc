"""Text to words: the one tokeniser that indexing, queries, highlights and related passages share."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

import Stemmer

# Vowel signs and accents that Python's \w leaves out; without them a Hindi or pointed Arabic word falls apart.
_MARKS = (
    "\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc"
    "\u0900-\u0963\u0966-\u0dff\u0e31-\u0e3a\u0e47-\u0e4e\u0f71-\u0f84\u102b-\u103e"
)
_WORD = re.compile(rf"\w[\w{_MARKS}]*")
_INSIDE = re.compile(rf"[\w{_MARKS}]")
_UNSPACED = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_UNSPACED_RUN = re.compile(rf"[{_UNSPACED}]+|[^{_UNSPACED}]+")
_IS_UNSPACED = re.compile(rf"[{_UNSPACED}]")
# Letters that have no canonical decomposition but that an English keyboard types as others.
_PLAIN = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "æ": "ae", "œ": "oe", "ß": "ss"}
)

STOP_WORDS = frozenset(
    "a about after again against all also am an and any are aren as at be because been before being below "
    "between both but by can cannot could did didn do does doesn doing don down during each few for from "
    "further had has have having he her here hers him himself his how i if in into is isn it its itself just "
    "ll me more most must my myself no nor not of off on once only or other our ours out over own re s same "
    "she should so some such t than that the their theirs them themselves then there these they this those "
    "through to too under until up upon very was wasn we were what when where which while who whom whose "
    "why will with would you your yours ve d m o".split()
)
"""English words that carry no subject; a query of several words is not held to them."""


class Word(NamedTuple):
    """A word as the index knows it, and its code points in the text it came from."""

    term: str
    start: int
    end: int


def fold(word: str) -> str:
    """A word without case and accents: "Ilić" and "ILIC" are both "ilic"."""
    lower = word.lower()
    if lower.isascii():
        return lower
    decomposed = unicodedata.normalize("NFKD", lower.translate(_PLAIN))
    # Only these accents go: the vowel signs of other scripts are letters in their own right.
    return unicodedata.normalize("NFC", re.sub("[\u0300-\u036f]", "", decomposed))


_fold = lru_cache(maxsize=200_000)(fold)


def words(text: str) -> Iterator[Word]:
    """The words of a text in order; positions count them from 0.

    Scripts written without spaces between words (Chinese, Japanese) give overlapping pairs of characters.
    """
    for match in _WORD.finditer(text):
        found = match.group()
        if found.isascii() or not _IS_UNSPACED.search(found):
            yield Word(_fold(found), match.start(), match.end())
        else:
            yield from _pairs(found, match.start())


def _pairs(found: str, offset: int) -> Iterator[Word]:
    for run in _UNSPACED_RUN.finditer(found):
        text, start = run.group(), offset + run.start()
        if len(text) == 1 or not _IS_UNSPACED.match(text):
            yield Word(_fold(text), start, start + len(text))
            continue
        for i in range(len(text) - 1):
            yield Word(text[i : i + 2], start + i, start + i + 2)


def terms(text: str) -> list[str]:
    """The terms of `words` alone, which is much the faster where places do not matter."""
    if text.isascii():
        return _WORD.findall(text.lower())
    if not _IS_UNSPACED.search(text):
        return [_fold(found) for found in _WORD.findall(text)]
    return [word.term for word in words(text)]


BREAK = "\0"
"""What `pieces` puts after each text. No text has it as a piece."""
_AFTER_EACH = f" {BREAK} "
_CUT = bytes(
    byte
    if byte >= 0x80 or chr(byte) == BREAK
    else ord(chr(byte).lower())
    if chr(byte).isalnum() or byte == 0x5F
    else 0x20
    for byte in range(256)
)
"""Bytes of UTF-8 to others: those of ASCII that are in no word to blanks, capitals to small letters."""


def pieces(texts: Sequence[str]) -> list[str]:
    """Texts cut at blanks and at the marks of ASCII, in small letters as far as ASCII has them, `BREAK` after each.

    The `terms` of a text are those of its pieces, one after the other, and the only term of a piece in ASCII is itself.
    However many the texts, they have few different pieces: who numbers them first has terms to find for these only.
    """
    whole = _AFTER_EACH.join((*texts, ""))
    if whole.count(BREAK) != len(texts):
        whole = _AFTER_EACH.join((*(text.replace(BREAK, " ") for text in texts), ""))
    return whole.encode("utf-8", "surrogatepass").translate(_CUT).decode("utf-8", "surrogatepass").split()


def places(text: str) -> list[tuple[int, int]]:
    """The code points of each of `terms`, end exclusive."""
    if text.isascii() or not _IS_UNSPACED.search(text):
        return [match.span() for match in _WORD.finditer(text)]
    return [(word.start, word.end) for word in words(text)]


def forms(text: str) -> list[str] | None:
    """The words as they are written, of which each folds to a term; None of a script without spaces between words."""
    if text.isascii() or not _IS_UNSPACED.search(text):
        return _WORD.findall(text)
    return None


def places_of(text: str, wanted: Sequence[str]) -> list[tuple[int, int]]:
    """Where some of a text's `forms` stand, each given as often as it is there; the places are in no order.

    Where these are few it is several times as fast as `places`.
    """
    found = []
    for form in set(wanted):
        start = text.find(form)
        while start >= 0:
            end = start + len(form)
            if not _INSIDE.match(text, end) and not (start and _INSIDE.match(text, start - 1)):
                found.append((start, end))
            start = text.find(form, end)
    if len(found) < len(wanted):
        # An accent that stands alone before a word is no part of it.
        return [match.span() for match in _WORD.finditer(text) if match.group() in wanted]
    return found


_stemmer = Stemmer.Stemmer("english")
_stemmer.maxCacheSize = 0  # the cache below is faster than the one inside


@lru_cache(maxsize=500_000)
def stem(term: str) -> str:
    """The Snowball (Porter 2) English stem of a folded term; other scripts pass unchanged."""
    return str(_stemmer.stemWord(term))


_stems: dict[str, str] = {}
_MOST_STEMS = 500_000


def stems_of(terms: Sequence[str]) -> list[str]:
    """The stems of many different terms, as `stem` gives them, at half the price."""
    unknown = [term for term in terms if term not in _stems]
    if len(_stems) + len(unknown) > _MOST_STEMS:
        _stems.clear()
        unknown = list(terms)
    _stems.update(zip(unknown, _stemmer.stemWords(unknown), strict=True))
    return [_stems[term] for term in terms]
