"""A text without its quoted words, so that nothing said is taken for what the article says of it."""

from collections.abc import Sequence

from index.annotating.quoting.marks import Marked
from index.annotating.quoting.speech import SAY_VERBS

_SMALL = frozenset("a an and as at but by for from in into nor of on or over the to under up with vs".split())
_TITLE_WORDS = 9


def is_title_case(inner: str) -> bool:
    """Whether marked words are written as titles are: up to nine words, all but the small ones with a capital."""
    words = [w.strip("“”‘’'\".,:;#") for w in inner.split()]
    if (
        not 1 <= len(words) <= _TITLE_WORDS
        or inner.rstrip().endswith(("?", "!"))
        or not words[0][:1].isupper()
    ):
        return False
    return all(w[:1].isupper() or w[:1].isdigit() or w.lower() in _SMALL or not w for w in words)


def mask(text: str, spans: Sequence[Marked]) -> str:
    """The text, same length, with the words inside marks blanked; only what ends them is left.

    A question quoted and followed by its speaker ("Why?" Kern asked) loses its question mark, which would look
    like the end of the sentence.
    """
    pieces, at = [], 0
    for span in spans:
        pieces.append(text[at : span.start])
        length = span.end - span.start
        body = "_" * length
        if span.closed and length >= 3:
            last = text[max(span.start, span.end - 4) : span.end - 1].rstrip("'’” \"")[-1:] or "_"
            if last in "?!…" and _speaker_follows(text, span.end):
                last = ","
            body = '"' + "_" * (length - 3) + (last if last in ".,?!…—–" else "_") + '"'
        pieces.append(body)
        at = span.end
    pieces.append(text[at:])
    return "".join(pieces)


def bounded(masked: str, text: str, spans: Sequence[Marked]) -> str:
    """The masked text with a capital in each span that begins with one, by which sentences are told apart."""
    pieces, at = [], 0
    for span in spans:
        first = next((c for c in text[span.start : span.start + 4] if c.isalnum()), "")
        if first.isupper() or first.isdigit():
            pieces += [masked[at : span.start + 1], "X"]
            at = span.start + 2
    pieces.append(masked[at:])
    return "".join(pieces)


def _speaker_follows(text: str, end: int) -> bool:
    """Whether words like "Dana Milevska asked" or "asked Dana Milevska" stand right behind a mark."""
    for word in text[end : end + 70].split()[:5]:
        if word.rstrip(".,:;") in SAY_VERBS:
            return True
        if (
            word.endswith((",", ";", ":", "?", "!"))
            or not word[0].isalnum()
            or (word.endswith(".") and len(word) > 4)
        ):
            return False
    return False
