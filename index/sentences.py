"""Where sentences and paragraphs begin and end: the precision at which related passages and figures are shown."""

import re
from collections.abc import Iterator

# A blank line always parts paragraphs; a single line end does too, unless the next line goes on in small letters,
# as hard-wrapped text does.
_PARAGRAPH_END = re.compile(r"[ \t]*\r?\n(?:\s*\n|(?!\s*[a-z]))\s*")
_CLOSERS = "\"'”’»)\\]›"
# Begins with a plain set of characters, which is looked for three times as fast as a choice between two.
_STOP = re.compile(
    rf"[.!?…。！？](?:(?<=[.!?…])[.!?…]*[{_CLOSERS}]*(?=\s|$)|(?<=[。！？])(?:[{_CLOSERS}]*(?=\s|$))?)"
)
_ABBREVIATION = re.compile(
    r"(?:^|[\s(\"'“‘])(?:[A-Za-z]|(?:[A-Za-z]\.)+[A-Za-z]|Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Maj|Capt|Cpl|Sgt|Adm|Brig|Cmdr"
    r"|Gov|Sen|Rep|Sens|Reps|Rev|Hon|Pres|St|Sr|Jr|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|No|Nos|vs|etc"
    r"|Inc|Ltd|Co|Corp|Bros|Fig|pp|approx|est|al)$"
)
# After these a capital letter does not show that a sentence begins.
_TITLE = re.compile(
    r"(?:^|[\s(\"'“‘])(?:[A-Z]|Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Maj|Capt|Cpl|Sgt|Adm|Brig|Cmdr|Gov|Sens?|Reps?|Rev|Hon"
    r"|Pres|St|vs|(?:[A-Za-z]\.)+[A-Za-z])$"
)
_NEXT_BEGINS = re.compile(r"\s+[\"'“‘„«(\[]*[^\Wa-z_]")


def paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """The start and end of each paragraph that holds anything, in order."""
    start = 0
    for gap in _PARAGRAPH_END.finditer(text):
        if text[start : gap.start()].strip():
            yield start, gap.start()
        start = gap.end()
    if text[start:].strip():
        yield start, len(text)


def sentences(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
    """The start and end of each sentence between two code points of a text, white space at the edges left out.

    A full stop after an initial, a title or an abbreviation ends a sentence only where a new one plainly begins.
    Closing quotation marks belong to the sentence they close.
    """
    end = len(text) if end is None else end
    begin = start
    for stop in _STOP.finditer(text, start, end):
        if not _ends_sentence(text, stop, begin, end):
            continue
        yield from _trimmed(text, begin, stop.end())
        begin = stop.end()
    yield from _trimmed(text, begin, end)


def _ends_sentence(text: str, stop: re.Match[str], begin: int, end: int) -> bool:
    if stop.end() >= end or stop.group()[0] in "。！？":
        return True
    # After "…" and inside "Why?" she asked, a small letter goes on with the same sentence.
    if not _NEXT_BEGINS.match(text, stop.end()):
        return False
    if stop.group() != ".":
        return True
    before = text[max(begin, stop.start() - 12) : stop.start()]
    return not (
        _TITLE.search(before) or (_ABBREVIATION.search(before) and not before.endswith(("etc", "Inc", "Ltd")))
    )


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield start, end


def sentence_around(text: str, start: int, end: int) -> tuple[int, int]:
    """The sentence that holds a span, or the run of sentences where the span reaches over several."""
    left = max((m.end() for m in _PARAGRAPH_END.finditer(text, max(0, start - 4000), start)), default=None)
    if left is None:
        left = max(0, start - 4000)
    gap = _PARAGRAPH_END.search(text, end, min(len(text), end + 4000))
    right = gap.start() if gap else min(len(text), end + 4000)
    inside = [(s, e) for s, e in sentences(text, left, right) if s < end and start < e]
    return (inside[0][0], inside[-1][1]) if inside else (start, end)
