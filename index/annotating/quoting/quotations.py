"""Quotations of a text with their speakers: direct, indirect, and words in marks that are nobody's speech."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import Literal

from index.annotating.quoting.attribution import Attribution, Source
from index.annotating.quoting.cast import Cast
from index.annotating.quoting.datelines import without_datelines
from index.annotating.quoting.headings import announced
from index.annotating.quoting.indirect import indirect_speech
from index.annotating.quoting.marks import Marked, marked_spans
from index.annotating.quoting.masking import is_title_case
from models.annotation import Mention, Quotation

_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]{1,2}")
"""Chinese and Japanese have no spaces between words; two characters are one, about."""
_SCARE_WORDS = 4
"""Marked words up to this many, claimed by nobody and no sentence, are a term or a title, not speech."""


def find_quotations(text: str, mentions: Sequence[Mention]) -> tuple[Quotation, ...]:
    """The quotations of a text in order of start.

    A quotation split by its speaker's verb is two with one speaker; words quoted over several paragraphs are one a
    paragraph. Indirect speech runs from its cue to the end of the sentence and may hold a direct quotation of a few
    words. A speaker is somebody the text names, by the local name of their mention, or the role it gives, or None.

    Args:
        text: Plain text; paragraphs end at line ends.
        mentions: The names in it. `entity` is a local name such as "PERSON:Davor Kern" or None.
    """
    spans = list(marked_spans(text))
    reported = without_datelines(text)
    attribution = Attribution(reported, spans, Cast(reported, _outside(reported, mentions, spans)))
    sources = attribution.sources()
    headings = announced(text, spans)
    found = [
        _direct(text, span, source)
        for span, source in zip(spans, sources, strict=True)
        if span not in headings
    ]
    found += [
        _quotation(text, start, end, "indirect", source)
        for start, end, source in indirect_speech(attribution)
    ]
    return tuple(sorted(found, key=lambda q: q.start))


def _outside(reported: str, mentions: Sequence[Mention], spans: Sequence[Marked]) -> list[Mention]:
    """The mentions that are the article's own words: whoever is named in a quotation or dateline does not say it."""
    starts = [span.start for span in spans]
    outside = []
    for mention in mentions:
        at = bisect_right(starts, mention.start) - 1
        quoted = at >= 0 and mention.start < spans[at].end
        if not quoted and not reported[mention.start : mention.end].isspace():
            outside.append(mention)
    return outside


def _direct(text: str, span: Marked, source: Source) -> Quotation:
    scare = source.speaker is None and source.cue is None and _is_scare(span.inner(text))
    return _quotation(text, span.start, span.end, "scare" if scare else "direct", source)


def _quotation(
    text: str, start: int, end: int, kind: Literal["direct", "indirect", "scare"], source: Source
) -> Quotation:
    speaker = source.speaker
    return Quotation(
        start=start,
        end=end,
        text=text[start:end],
        kind=kind,
        speaker=speaker.name if speaker else None,
        entity=speaker.entity if speaker else None,
        cue=source.cue,
    )


def _is_scare(inner: str) -> bool:
    """Few words that are no sentence, or a title."""
    if len(_UNSPACED.sub(" x ", inner).split()) <= _SCARE_WORDS:
        return not inner.rstrip().endswith(("?", "!"))
    return is_title_case(inner)
