"""Words that a heading quotes ahead of the text, and that the text gives itself."""

from collections.abc import Iterator, Sequence

from index.annotating.quoting.marks import Marked
from index.sentences import paragraphs
from index.words import terms

_SINGLE = ("'", "‘")
_DOUBLE = ('"', "“")
_LONGEST = 200
"""Characters; a longer paragraph is no heading."""


def announced(text: str, spans: Sequence[Marked]) -> set[Marked]:
    """The spans of headings whose words the text below has, too, so that they are nobody's words once more.

    Papers that set double marks set single ones in their headlines: a text's first lines, and a line that is nothing
    but the marked words. Words that stand in the heading only are left what they are.
    """
    single = [span for span in spans if text[span.start] in _SINGLE]
    if not single or not any(text[span.start] in _DOUBLE for span in spans):
        return set()
    found = set()
    below = ""
    for span in _in_headings(text, single):
        below = below or _plain(text)
        if below.count(_plain(span.inner(text))) > 1:
            found.add(span)
    return found


def _in_headings(text: str, spans: Sequence[Marked]) -> Iterator[Marked]:
    """The spans that stand in a short first paragraph, or make up a paragraph by themselves."""
    for number, (start, end) in enumerate(paragraphs(text)):
        if end - start > _LONGEST:
            continue
        for span in spans:
            inside = start <= span.start and span.end <= end
            if inside and (number == 0 or (span.start == start and not text[span.end : end].strip(" .,"))):
                yield span


def _plain(text: str) -> str:
    return f" {' '.join(terms(text))} "
