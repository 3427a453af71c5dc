"""Indirect speech: what somebody said, in the article's words ("Kern said the ministry would ...")."""

import re
from collections.abc import Iterator

from index.annotating.attribution import Attribution, Source
from index.annotating.speech import ACCORDING, CLAUSE_VERBS
from index.annotating.speech_cues import Cue
from index.sentences import paragraphs, sentences

_SAYING = frozenset({"said", "says", "say"})
_TELLING = frozenset({"told", "tells", "tell"})
_NO_HEARER = r"(?!(?:that|at|in|on|after|before|during|outside|inside|near|by|from|over|as)\b)"
"""Where and when somebody was told something is not what they were told: "told reporters at the bridge"."""
_HEARER = re.compile(
    rf"\s+(?:(?:the|a|an|his|her|its|their)\s+)?(?:{_NO_HEARER}[\w’'.-]+\s+){{0,5}}?{_NO_HEARER}[\w’'.-]+"
    r"(?=\s+(?:that|it|he|she|they|there|the)\b)"
)
_THAT = re.compile(r"(?:\s+(?!that\b)[\w’'.-]+){0,9}?,?\s+that\s+(?=\S)")
_STARTS_CLAUSE = re.compile(
    r"\s+(?=(?:the|a|an|it|he|she|they|we|there|his|her|its|their|this|these|those|such|both|some|many|most|all|no"
    r"|any|more|about|around|nearly|at least|over|several|[A-Z][\w’'-]+|\d[\d,.]*)\s)"
)
_FINITE = re.compile(
    r"\b(?:is|are|was|were|be|been|has|have|had|will|would|can|could|may|might|must|should|did|do|does"
    r"|[a-z]{3,}ed|won['’]t|[a-z]+n['’]t)\b"
)
_ENDING = re.compile(r"[\s.;]+$")
_FEWEST_WORDS = 4


def indirect_speech(attribution: Attribution) -> Iterator[tuple[int, int, Source]]:
    """The start, end and source of each clause that is given as said, where its speaker is told.

    Rather too few than too many: the clause must follow its cue with "that" or look like a clause of its own, or
    stand before a closing ", Kern said" or ", according to the ministry".
    """
    for start, end in paragraphs(attribution.masked):
        if not attribution.cues(start, end):
            continue
        for sentence_start, sentence_end in sentences(attribution.bounded, start, end):
            found = _in_sentence(attribution, sentence_start, sentence_end)
            if found:
                yield found


def _in_sentence(attribution: Attribution, start: int, end: int) -> tuple[int, int, Source] | None:
    for cue in attribution.cues(start, end):
        according = ACCORDING.match(cue.word)
        if not according and cue.word not in CLAUSE_VERBS:
            continue
        span = (
            _according(attribution.masked, cue, start, end)
            if according
            else _clause(attribution.masked, cue, start, end)
        )
        if span is None or not _is_clause(attribution.masked, *span):
            continue
        speaker = attribution.subject_of(cue, start, end)
        if speaker:
            return *span, Source(speaker, cue.word.lower())
    return None


def _clause(masked: str, cue: Cue, start: int, end: int) -> tuple[int, int] | None:
    at = cue.end
    plain = cue.word in _SAYING
    if cue.word in _TELLING:
        hearer = _HEARER.match(masked, at, end)
        at = hearer.end() if hearer else at
        plain = hearer is not None
    begins = _THAT.match(masked, at, end) or (_STARTS_CLAUSE.match(masked, at, end) if plain else None)
    if begins:
        return begins.end(), _trimmed(masked, begins.end(), end)
    comma = masked.rfind(",", start, cue.start)
    if cue.word in _SAYING and comma > start and cue.start - comma < 60 and end - cue.end < 60:
        return start, comma
    return None


def _according(masked: str, cue: Cue, start: int, end: int) -> tuple[int, int] | None:
    if not masked[start : cue.start].strip():
        comma = masked.find(", ", cue.end, end)
        return (comma + 2, _trimmed(masked, comma + 2, end)) if comma >= 0 else None
    before = masked[start : cue.start].rstrip()
    if masked.find(", ", cue.end, end) >= 0:
        return None  # the sentence goes on, and what was said with it
    return (start, start + len(before) - 1) if before.endswith(",") else None


def _trimmed(masked: str, start: int, end: int) -> int:
    ending = _ENDING.search(masked, start, end)
    return ending.start() if ending else end


def _is_clause(masked: str, start: int, end: int) -> bool:
    """Words of the article's own, a finite verb among them, before any quoted ones."""
    own = masked[start:end].partition('"')[0]
    return len(own.split()) >= _FEWEST_WORDS and bool(_FINITE.search(masked, start, end)) and "_" not in own
