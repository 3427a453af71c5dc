"""Spans between quotation marks, in every style newspapers use, without asking yet whose words they are."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from index.sentences import paragraphs


class Marked(NamedTuple):
    """A span between quotation marks, marks included; `end` is the paragraph's where no mark closes it."""

    start: int
    end: int
    closed: bool

    def inner(self, text: str) -> str:
        """The words without their marks."""
        return text[self.start + 1 : self.end - 1 if self.closed else self.end]


_MARK = re.compile("''|``|[\"“”„‟«»‘’'‚‹›「」『』]")
_CLOSERS: dict[str, tuple[str, ...]] = {
    '"': ('"', "”", "“"),
    "“": ("”", '"', "“"),
    "„": ("“", "”", '"'),
    "‟": ("”", '"'),
    "”": ("”",),
    "«": ("»",),
    "»": ("«",),
    "``": ("''", '"', "”"),
    "‘": ("’", "'"),
    "'": ("'", "’"),
    "‚": ("‘", "’"),
    "‹": ("›",),
    "「": ("」",),
    "『": ("』",),
}
_SINGLE = frozenset("‘'‚‹")
_ELISION = re.compile(r"['’](?:\d\ds?\b|(?:em|til|tis|twas|cause|n|bout|round|im|er)\b)", re.IGNORECASE)
_INCHES = re.compile(r"\d['’] ?\d{1,2}$")
_SENTENCE_BEFORE = re.compile(r"[.!?:,”\"]\s$")
_MARKUP_ATTRIBUTE = re.compile(r"[\w-]=$")


_SOME_MARKS, _LEAST_APART = 60, 10
"""Marks that any paragraph may have, and the characters for each of the others: with more of them it is no prose."""
_FARTHEST = 200
"""Marks among which the closing one is looked for, or a long paragraph of opening ones would take hours."""


def marked_spans(text: str) -> Iterator[Marked]:
    """The outermost marked spans of a text in order. A mark inside another's span belongs to that span.

    A span never runs over a paragraph's end: words quoted over several paragraphs, the opening mark repeated in
    each, give one span a paragraph. Marks that stand for inches, apostrophes or attributes of markup are left alone.
    """
    for start, end in paragraphs(text):
        yield from _in_paragraph(text, start, end)


def _in_paragraph(text: str, start: int, end: int) -> Iterator[Marked]:
    marks = [m for m in _MARK.finditer(text, start, end) if not _is_apostrophe(text, m)]
    if len(marks) > _SOME_MARKS + (end - start) // _LEAST_APART:
        return
    at = 0
    while at < len(marks):
        mark = marks[at]
        if not _opens(text, mark, start):
            at += 1
            continue
        closing = _closing(text, marks, at)
        if closing is not None:
            yield Marked(mark.start(), marks[closing].end(), closed=True)
            at = closing + 1
        elif mark.group() not in _SINGLE and _goes_on(text, mark, start, end, rest=marks[at + 1 :]):
            yield Marked(mark.start(), end, closed=False)
            return
        else:
            at += 1


def _goes_on(text: str, mark: re.Match[str], start: int, end: int, rest: Sequence[re.Match[str]]) -> bool:
    """Whether an unclosed mark quotes the rest of its paragraph.

    It does if it begins it, if the next paragraph repeats the mark, and if it is the last one and begins a sentence.
    """
    before = text[start : mark.start()]
    if not before.strip() or text[end : end + 12].lstrip().startswith(mark.group()):
        return True
    begins = _SENTENCE_BEFORE.search(before) and text[mark.end() : mark.end() + 1].isupper()
    return bool(begins) and all(later.group() in _SINGLE | {"’"} for later in rest)


def _is_apostrophe(text: str, mark: re.Match[str]) -> bool:
    before, after = text[mark.start() - 1 : mark.start()], text[mark.end() : mark.end() + 1]
    if mark.group() == '"':
        return bool(_INCHES.search(text, max(0, mark.start() - 6), mark.start()))
    if mark.group() not in ("'", "’"):
        return False
    if before.isalnum():
        return after.isalnum()
    return bool(_ELISION.match(text, mark.start()))


def _opens(text: str, mark: re.Match[str], start: int) -> bool:
    kind = mark.group()
    begins = mark.start() == start
    before = "" if begins else text[mark.start() - 1]
    after = text[mark.end() : mark.end() + 1]
    if kind in ("“", "„", "‟", "‚", "«", "‹", "``", "「", "『"):
        return True
    if kind == "‘":
        return not before.isalnum()
    if kind == '"':
        if _MARKUP_ATTRIBUTE.search(text, max(start, mark.start() - 2), mark.start()):
            return False
        if before.isalnum() or before in tuple(".,!?;%"):
            return after.isalpha() and _closes_next(text, mark)
        return bool(after.strip())
    if kind == "”":
        return begins
    if kind in ("'", "»"):
        return (
            bool(after) and (after.isalnum() or after in '“"[…') and (begins or before in ' \t\u00a0([—–-“"')
        )
    return False


def _closes_next(text: str, mark: re.Match[str]) -> bool:
    """Whether the next straight mark plainly closes one, so that the one here opens though no space is before it."""
    following = text.find('"', mark.end(), mark.end() + 600)
    if following < 0 or "\n" in text[mark.end() : following]:
        return False
    before, after = text[following - 1], text[following + 1 : following + 2]
    return not before.isspace() and not after.isalnum()


def _closing(text: str, marks: list[re.Match[str]], at: int) -> int | None:
    """The place in `marks` of the mark that closes the one at `at`; None where it stays open."""
    opening = marks[at].group()
    if opening not in _CLOSERS:
        return None
    if opening in _SINGLE:
        return _closing_single(text, marks, at)
    closers, nested = _CLOSERS[opening], 0
    for i in range(at + 1, min(len(marks), at + _FARTHEST)):
        kind = marks[i].group()
        before, after = text[marks[i].start() - 1], text[marks[i].end() : marks[i].end() + 1]
        if kind == "“" and opening != "„" and (before.isspace() or after.isalnum()):
            if opening == "“" and before.isspace() and _never_closed(text, marks, i):
                return None
            nested += 1
        elif kind == '"' and not before.isalnum() and before not in tuple(".,!?;…'’—–") and after.isalnum():
            if opening == '"':
                return None if _never_closed(text, marks, i) else _after_nested(marks, i)
            nested += 1
        elif kind in closers:
            if nested and kind == "”":
                nested -= 1
                continue
            return i
    return None


def _never_closed(text: str, marks: list[re.Match[str]], at: int) -> bool:
    """A second opening mark after a sentence's end, closed once only, shows that the first was forgotten open."""
    before = text[max(0, marks[at].start() - 3) : marks[at].start()].rstrip()
    if not before.endswith((".", "!", "?", ",", ":")):
        return False
    near = marks[at + 1 : at + _FARTHEST]
    following = [mark.group() for mark in near if mark.group() in ("“", "”", '"')]
    return following[:2] not in (["”", "”"], ['"', '"'])


def _after_nested(marks: list[re.Match[str]], at: int) -> int | None:
    straight = [i for i in range(at + 1, min(len(marks), at + _FARTHEST)) if marks[i].group() == '"']
    return straight[1] if len(straight) > 1 else None


def _closing_single(text: str, marks: list[re.Match[str]], at: int) -> int | None:
    """A single mark closes where no letter follows, rather after punctuation than after the s of "ministers'"."""
    closers = _CLOSERS[marks[at].group()]
    unsure = None
    inside_double = False
    for i in range(at + 1, min(len(marks), at + _FARTHEST)):
        mark = marks[i]
        kind = mark.group()
        if kind in ('"', "“", "”"):
            inside_double = kind == "“" or (kind == '"' and not inside_double)
            continue
        if kind not in closers or inside_double:
            continue
        before, after = text[mark.start() - 1], text[mark.end() : mark.end() + 1]
        if after.isalnum() or before.isspace():
            continue
        if before == "s" and after == " " and text[mark.end() + 1 : mark.end() + 2].islower():
            unsure = i if unsure is None else unsure
            continue
        return i
    return unsure
