"""The lines of a text with what is known of each."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from index.reading.plain.furniture import Verdict, signs_within, verdict
from index.reading.plain.furniture_rules import COMMENTS, TEASER

_SENTENCE_ENDS = tuple(".!?。！？।۔")
_AFTER_SENTENCE = "\"'”’»)]"
_UNSPACED = re.compile("[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff]")
_CUT_SHORT = re.compile(r"(?:\.\.\.|…|\[…\])(?: ?(?:read|see|show) (?:more|on).{0,12})?$", re.IGNORECASE)


@dataclass(slots=True)
class Line:
    """One line of the text, trimmed, never empty."""

    text: str
    blank_before: bool
    verdict: Verdict | None
    prose: bool
    """Long, or a whole sentence: what articles consist of and menus do not."""
    ends: bool
    """Ends as a sentence does."""
    cut_short: bool
    """Ends in dots, as the teaser of another article does."""
    reason: str | None = None
    """Why it is dropped; None while it is kept."""
    taken: str | None = None
    """The field of the article that it gave: it is neither dropped nor a paragraph."""

    @property
    def furniture(self) -> bool:
        """Its words show that it is not the article's."""
        return self.verdict is not None and self.verdict.sure

    @property
    def opens_comments(self) -> bool:
        """It heads a comment area, or belongs to one."""
        return self.furniture and self.verdict is not None and self.verdict.reason == COMMENTS

    @property
    def teaser(self) -> bool:
        """It points to other articles, or heads a list of them."""
        return self.verdict is not None and self.verdict.reason == TEASER


def _size(text: str) -> int:
    """Characters, those of scripts without spaces counted as the two or three letters that they stand for."""
    return len(text) if text.isascii() else len(text) + 2 * len(_UNSPACED.findall(text))


def to_lines(texts: Iterable[str]) -> list[Line]:
    """Judge each line by itself; blank ones are remembered by the line after them."""
    texts = list(texts)
    signs = signs_within("\n".join(texts))
    lines: list[Line] = []
    blank = True
    for text in texts:
        if not text:
            blank = True
            continue
        ends = text.rstrip(_AFTER_SENTENCE).endswith(_SENTENCE_ENDS)
        dots = "…" in text or "..." in text
        cut_short = dots and ((ends and bool(_CUT_SHORT.search(text))) or text.endswith("…"))
        judged = verdict(text, signs)
        prose = (
            (len(text) >= 140 or (ends and len(text) >= 45))
            and not (judged and judged.sure)
            and not cut_short
        )
        lines.append(Line(text, blank, judged, prose, ends, cut_short))
        blank = False
    return lines
