"""Changed words from where they begin to where they end: a kept sentence is a sentence again, a quotation a quotation.

The run of words most like a quote's ends with the last word that both have, which may be in the middle of what is said
now. Where the quote began or ended with a quotation or a sentence, so does what is found of it.
"""

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from index.annotating.quoting.marks import marked_spans
from index.sentences import paragraphs, sentence_around, sentences
from models.bookmark import Anchor

Span = tuple[int, int]
"""Start and end in code points."""

_Edge = Literal["inside", "at its words", "whole"]
"""Where an end of the quote is: inside a sentence; at its outermost word, without its marks; at the sentence's end."""

_STOPS = tuple(".!?…。！？")


class Words(NamedTuple):
    """Words of a text, and how like the kept ones they are."""

    start: int
    end: int
    likeness: float
    """Twice the words in common by the words of both, 0 to 1."""


def whole(kept: Anchor, text: str, found: Span, least: float) -> Words:
    """A run of words from the beginning to the end of the quotations or sentences that it stands in.

    An end moves out or in to the next one of a quotation or sentence, whichever makes the words more alike. Where the
    quote itself was cut out of a sentence, that end stays where it was found; so do both where nothing whole is like
    the quote at all.

    Args:
        kept: The quote, with the words around it.
        text: The text in which it was found.
        found: The run of words most like it.
        least: The likeness from which on words are like the quote at all.
    """
    begin, end = _paragraphs_around(text, found)
    for spans, edges in _ways(kept, text, begin, end):
        starts = _starts(spans, found, edges[0], kept.exact, text)
        ends = _ends(spans, found, edges[1], kept.exact, text)
        possible = [_compared(kept, text, start, end) for start in starts for end in ends if start < end]
        best = max(possible, key=lambda words: words.likeness, default=None)
        if best is not None and best.likeness >= least:
            return best
    return _compared(kept, text, *found)


def edge(kept: str, here: str) -> int:
    """How many of the quotation marks and stops at a quote's edge still stand at the found words' edge."""
    length = 0
    for character in here[: len(kept)]:
        if character.isalnum() or character.isspace():
            break
        length += 1
    return length


def _ways(kept: Anchor, text: str, begin: int, end: int) -> Iterator[tuple[list[Span], tuple[_Edge, _Edge]]]:
    """What the quote may have to be a whole of between two places of a text, with how each of its ends is to stand."""
    if _is_quotation(kept.exact):
        here = text[begin:end]
        marked = [(begin + span.start, begin + span.end) for span in marked_spans(here) if span.closed]
        yield marked, ("whole", "whole")
    spans = [
        span for paragraph in paragraphs(text[begin:end]) for span in sentences(text[begin:end], *paragraph)
    ]
    yield [(begin + a, begin + b) for a, b in spans], _edges(kept)


def _is_quotation(words: str) -> bool:
    """Whether words are a quotation from mark to mark, or several with something between."""
    spans = list(marked_spans(words))
    return bool(spans) and spans[0].start == 0 and spans[-1].closed and spans[-1].end == len(words)


def _edges(kept: Anchor) -> tuple[_Edge, _Edge]:
    """How a quote's ends stood to those of sentences, as far as the words kept around it tell."""
    start, end = len(kept.prefix), len(kept.prefix) + len(kept.exact)
    around = f"{kept.prefix}{kept.exact}{kept.suffix}"
    begin, stop = sentence_around(around, start, end)
    # Without words around it, as of an annotation from elsewhere, an end that shows nothing may be anywhere.
    knows_start = bool(kept.prefix) or kept.start == 0
    knows_end = bool(kept.suffix) or kept.exact.rstrip("\"'”’»)]").endswith(_STOPS)
    return (
        _edge_of(around[begin:start]) if knows_start and begin <= start else "inside",
        _edge_of(around[end:stop]) if knows_end and stop >= end else "inside",
    )


def _edge_of(between: str) -> _Edge:
    if any(character.isalnum() for character in between):
        return "inside"
    return "at its words" if between else "whole"


def _paragraphs_around(text: str, found: Span) -> Span:
    """The passages in which words stand, which blank lines part."""
    begin, end = text.rfind("\n\n", 0, found[0] + 1), text.find("\n\n", found[1])
    return (0 if begin < 0 else begin + 2), (len(text) if end < 0 else end)


def _starts(spans: Sequence[Span], found: Span, how: _Edge, exact: str, text: str) -> list[int]:
    """Where the words may begin: with what they begin in, or with the next."""
    if how == "inside":
        return [found[0]]
    around = [start for start, end in spans if start <= found[0] < end]
    after = [start for start, _ in spans if found[0] < start < found[1]]
    starts = [*around, *after[:1]]
    return starts if how == "whole" else [_first_word(start, exact, text) for start in starts]


def _ends(spans: Sequence[Span], found: Span, how: _Edge, exact: str, text: str) -> list[int]:
    """Where the words may end: with what they end in, or with the one before."""
    if how == "inside":
        return [found[1]]
    around = [end for start, end in spans if start < found[1] <= end]
    before = [end for _, end in spans if found[0] < end < found[1]]
    ends = [*around, *before[-1:]]
    return ends if how == "whole" else [_last_word(end, exact, text) for end in ends]


def _first_word(start: int, exact: str, text: str) -> int:
    """The first word from a place on, with the marks before it that the quote has."""
    while start < len(text) and not text[start].isalnum():
        start += 1
    return start - edge(_head(exact)[::-1], text[:start][::-1])


def _last_word(end: int, exact: str, text: str) -> int:
    """The end of the last word before a place, with the marks behind it that the quote has."""
    while end > 0 and not text[end - 1].isalnum():
        end -= 1
    return end + edge(_head(exact[::-1])[::-1], text[end:])


def _head(exact: str) -> str:
    """What stands before the first word."""
    length = next((n for n, character in enumerate(exact) if character.isalnum()), len(exact))
    return exact[:length]


def _compared(kept: Anchor, text: str, start: int, end: int) -> Words:
    from rapidfuzz.distance import LCSseq

    from index.words import terms

    wanted, given = terms(kept.exact), terms(text[start:end])
    return Words(start, end, 2 * LCSseq.similarity(wanted, given) / max(1, len(wanted) + len(given)))
