"""Sayings that their speaker's verb parts, as in “We stay,” Kern said, “and wait”.

In an article these are two quotations or more. Whoever keeps or copies one means all of what was said, from the first
mark to the last; the outlet's words between are in it, and are told apart again by the same marks and verbs.
"""

from collections.abc import Sequence
from itertools import pairwise

from index.annotating.quoting.marks import marked_spans
from index.annotating.quoting.speech import ACCORDING, SAY_VERBS
from index.annotating.quoting.speech_cues import find_cues
from index.sentences import sentences
from models.annotation import Quotation

_DOUBLE = frozenset('"“”„‟«»‹›「」『』`')
_MARKS = "".join(_DOUBLE) + "'‘’‚"
_TWO_SIGNS = ("``", "''")
"""Marks of old wire copy that have two signs."""
_FORBIDDEN = _DOUBLE | set("\n;:")
"""What shows that more stands between two halves than who says them."""
_LEADS_ON = (",", "?", "!", "—", "–", "…", "，", "？", "！")
"""What words end with that are not all."""
_COMPLETE = (".", "?", "!", "…", "。", "？", "！")
_LONGEST = 200
"""Code points between two halves: a speaker with role, and where and when; what is longer tells something else."""


def whole(text: str, quotations: Sequence[Quotation], one: Quotation) -> tuple[int, int]:
    """Where the saying of which a quotation is a part begins and ends; its own place where it is all of it.

    Parts are direct quotations of one known speaker in one paragraph. Between two of them stands nothing but who says
    it, with one verb of speech: either a sentence goes on behind it, or words that are sentences of their own and
    that nothing behind them attributes once more.

    Args:
        text: The article's.
        quotations: All of it, in order of start.
        one: The one that is meant.
    """
    direct = [q for q in quotations if q.kind == "direct"]
    if one not in direct:
        return one.start, one.end
    first = last = direct.index(one)
    while first and _one_saying(text, direct[first - 1], direct[first]):
        first -= 1
    while last + 1 < len(direct) and _one_saying(text, direct[last], direct[last + 1]):
        last += 1
    return direct[first].start, direct[last].end


def parts(words: str) -> tuple[tuple[int, int], ...]:
    """The spoken parts of what `whole` gives, marks included, in code points; of any other words none."""
    spans = list(marked_spans(words))
    if len(spans) < 2 or spans[0].start or spans[-1].end < len(words) or not spans[-1].closed:
        return ()
    if all(_parted(words, first.end, second.start) for first, second in pairwise(spans)):
        return tuple((span.start, span.end) for span in spans)
    return ()


def joined(words: str) -> str:
    """A saying without the outlet's words between its parts: “We stay … and wait.” Other words stay as they are."""
    spoken = [words[start:end] for start, end in parts(words)]
    if not spoken:
        return words
    opening = 2 if words.startswith(_TWO_SIGNS) else 1
    closing = 2 if words.endswith(_TWO_SIGNS) else 1
    *leading, last = [part[opening:-closing].strip() for part in spoken]
    said = " … ".join([*(part.rstrip(",，—– ") for part in leading), last])
    return f"{words[:opening]}{said}{words[-closing:]}"


def _one_saying(text: str, first: Quotation, second: Quotation) -> bool:
    alike = first.speaker is not None and (first.speaker, first.entity) == (second.speaker, second.entity)
    if not alike or not _parted(text, first.end, second.start):
        return False
    if not text[first.end : second.start].rstrip().endswith("."):
        return True
    return text[second.end : second.end + 1] == "." or text[: second.end].rstrip(_MARKS).endswith(_COMPLETE)


def _parted(text: str, start: int, end: int) -> bool:
    """Whether nothing but who says it stands between two quotations."""
    between = text[start:end]
    if len(between) > _LONGEST or not _FORBIDDEN.isdisjoint(between):
        return False
    if not (text[:start].rstrip(_MARKS).endswith(_LEADS_ON) or between.lstrip().startswith((",", "—", "–"))):
        return False
    if (
        not between.rstrip().endswith((",", ".", "—", "–"))
        or len(list(sentences(between.strip(" ,—–")))) != 1
    ):
        return False
    cues = list(find_cues(between))
    return len(cues) == 1 and (cues[0].word in SAY_VERBS or ACCORDING.match(cues[0].word) is not None)
