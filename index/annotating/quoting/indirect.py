"""Indirect speech: what somebody said, in the article's words ("Kern said the ministry would ...")."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from index.annotating.quoting.attribution import Attribution, Source
from index.annotating.quoting.cast import Speaker
from index.annotating.quoting.clauses import (
    begin_behind,
    end_of,
    has_finite,
    is_clause,
    main_clause,
    own_words,
    past_leading,
    quotes,
    trimmed,
)
from index.annotating.quoting.speech import ACCORDING, ASKING, CLAUSE_PARTICIPLES, CLAUSE_VERBS
from index.annotating.quoting.speech_cues import Cue
from index.sentences import paragraphs, sentences

_REST = re.compile(
    r"\s*(?:[.,;:!?\"()—–]|$|(?:(?:in|on|at|during|after|before|to|late|early|earlier|last|later|yesterday|today|tonight|this"
    r"|when|while|as|from|via|through|by|of|with|and|but|again|then|\w+day)\b))[^;]{0,90}$"
)
"""What may stand behind a closing "Kern said": where and when."""
_HEARER = re.compile(
    r"\s+(?:(?!(?:in|on|at|during|after|before|that)\b)[\w’'-]+\s*){1,5}?(?=\s(?:in|on|at|during|after|late)\b|\W|$)"
)
_DEPENDENT = re.compile(
    r"(?:Asked|Speaking|Writing|When|While|After|Before|As|If|Although|Though|Because|Since|Once)\b[^,]*$"
)
_MOST_CUES = 24
"""With more of them in a sentence it is no prose."""
_APPOSED = re.compile(r", (?:[^\W\d_a-z][\w’'.-]*\s?){1,4},\s")
"""A name between commas, which belongs to the role in front of it."""
_INFINITIVE = re.compile(r"(?<!on )(?<!On )\bto\s+(?:\w+ly\s+)?$")
"""Somebody is expected to say it; who "went on to say" it has."""
_ASIDE = 160
"""The most characters between a clause and the verb behind it: a name with its apposition."""


class Clause(NamedTuple):
    """A clause that is given as said, and by whom; `cue` is where its verb stands."""

    start: int
    end: int
    source: Source
    cue: int


def indirect_speech(attribution: Attribution) -> Iterator[tuple[int, int, Source]]:
    """The start, end and source of each clause that is given as said, where its speaker is told.

    A clause is what follows "said that", what stands before a closing ", Kern said", and the rest of a sentence with
    "according to Kern" at either end. It lies within one sentence, and ends where the sentence goes on to another's
    words. What somebody is reported to have said about another's words is one clause, the outer one.
    """
    likely: Speaker | None = None
    for start, end in paragraphs(attribution.masked):
        if not attribution.verbs.cues(start, end):
            likely = None
            continue
        for begin, stop in sentences(attribution.bounded, start, end):
            found = _outermost(_in_sentence(attribution, begin, stop, likely))
            for clause in found:
                yield clause.start, clause.end, clause.source
            likely = found[-1].source.speaker if found else attribution.last_speaker(begin, stop)


def _outermost(clauses: list[Clause]) -> list[Clause]:
    """Clauses whose verb does not stand in another's words."""
    kept = [c for c in clauses if not any(o is not c and o.start <= c.cue < o.end for o in clauses)]
    alone: list[Clause] = []
    for clause in sorted(kept, key=lambda c: (c.start, -c.end)):
        if not alone or clause.start >= alone[-1].end:
            alone.append(clause)
    return alone


def _in_sentence(attribution: Attribution, start: int, end: int, likely: Speaker | None) -> list[Clause]:
    cues = attribution.verbs.cues(start, end)
    if len(cues) > _MOST_CUES:
        return []
    found: list[Clause] = []
    for number, cue in enumerate(cues):
        if ACCORDING.match(cue.word) and any(c.end >= cue.start - len(", ") for c in found):
            continue  # who passed it on, not who said it
        span = _span(attribution, cue, cues[number + 1 :], start, end)
        if (
            span is None
            or "''" in attribution.masked[span[0] : span[1]]
            or not is_clause(attribution.masked, *span)
        ):
            continue
        speaker = attribution.verbs.subject_of(cue, start, end, likely)
        if speaker:
            found.append(Clause(*span, Source(speaker, cue.word.lower()), cue.start))
    return found


def _span(
    attribution: Attribution, cue: Cue, later: list[Cue], start: int, end: int
) -> tuple[int, int] | None:
    masked = attribution.masked
    if ACCORDING.match(cue.word):
        return _according(masked, cue, later, start, end)
    if _INFINITIVE.search(masked, max(start, cue.start - 16), cue.start):
        return None
    if cue.word.lower() not in CLAUSE_VERBS | CLAUSE_PARTICIPLES | ASKING:
        return None
    behind = not (_said_words(masked, cue, start) or attribution.verbs.inverted(cue, start, end))
    begin = begin_behind(masked, cue, end) if behind else None
    if begin is not None:
        end = main_clause(
            masked, masked[start : cue.start], begin, end, [c for c in later if c.start > begin]
        )
        return begin, end_of(masked, begin, end, [c for c in later if begin < c.start < end])
    if cue.word.lower() in CLAUSE_PARTICIPLES | ASKING:
        return None
    return _in_front(attribution, cue, start, end)


def _said_words(masked: str, cue: Cue, start: int) -> bool:
    """Whether the verb belongs to words in marks right before it, so that nothing of the article's follows as said."""
    before = masked[start : cue.start]
    mark = before.rfind('"')
    if mark < 1 or before[mark - 1] not in ",?!—–" or re.match(r"\s+that\b", masked[cue.end :]):
        return False
    between = before[mark + 1 :]
    return between.count(",") % 2 == 0 and not has_finite(re.sub(r",[^,]*,", " ", between))


def _in_front(attribution: Attribution, cue: Cue, start: int, end: int) -> tuple[int, int] | None:
    """The clause before ", Kern said": the whole sentence where it goes on behind ", Kern said,"."""
    masked = attribution.masked
    comma = _boundary(attribution, cue, start, end)
    if comma is None:
        return None
    begin = past_leading(masked, start, comma)
    goes_on = re.match(r"[^,\"]{0,60},\s+(?P<verb>(?:[\w’'-]+\s+){1,2})", masked[cue.end : end])
    own = own_words(masked, begin, comma)
    if goes_on and own.strip() and not has_finite(own) and has_finite(goes_on["verb"]):
        return begin, trimmed(masked, begin, end)
    if own.strip() and re.match(r"[^,\"]{0,60},\s+\"", masked[cue.end : end]):
        return begin, trimmed(masked, begin, end)
    if (
        _DEPENDENT.match(masked[begin:comma])
        or quotes(masked, begin, comma)
        or not has_finite(masked[begin:comma])
        or not (attribution.verbs.inverted(cue, start, end) or _says_where(masked, cue, end))
    ):
        return None
    return begin, comma + 2 if masked[comma + 1] == '"' else comma


def _says_where(masked: str, cue: Cue, end: int) -> bool:
    """Whether nothing but the hearer, place and time follows a verb."""
    hearer = _HEARER.match(masked, cue.end, end) if cue.word in ("told", "tells", "tell") else None
    return _REST.match(masked[hearer.end() if hearer else cue.end : end]) is not None


def _boundary(attribution: Attribution, cue: Cue, start: int, end: int) -> int | None:
    """The comma behind which whoever says it, and nothing else, stands before the verb or behind it."""
    masked = attribution.masked
    floor = max(start, cue.start - _ASIDE)
    if attribution.verbs.inverted(cue, start, end):
        comma = masked.rfind(",", floor, cue.start)
        return comma if comma > start and not masked[comma + 1 : cue.start].strip() else None
    speaker = attribution.verbs.subject_of(cue, start, end)
    found = None
    comma = masked.rfind(",", floor, cue.start)
    while speaker and comma > start:
        named = attribution.subjects.after(comma + 1, cue.start, speaker)
        between = re.sub(r",?\s+(?:who|which|whose)\b[^,]*(?:,|$)", " ", masked[comma + 1 : cue.start])
        if named == speaker and not has_finite(between):
            found = comma
        comma = masked.rfind(",", floor, comma)
    return found


def _according(masked: str, cue: Cue, later: list[Cue], start: int, end: int) -> tuple[int, int] | None:
    start += max(masked[start : cue.start].rfind(mark) for mark in ":;") + 1
    before = masked[start : cue.start]
    if re.search(r"\b(?:which|who|that|whom|whose),\s*$", before):
        return None
    if not before.strip(' "“(') or re.fullmatch(r"\s*(?:But|And|Yet|Still|However,)\s+", before):
        comma = masked.find(", ", cue.end, end)
        while comma >= 0 and (_APPOSED.match(masked, comma, end) or not has_finite(masked[comma:end])):
            comma = masked.find(", ", comma + 2, end)
        if comma < 0:
            return None
        begin = comma + 2
        return begin, end_of(masked, begin, end, [c for c in later if c.start > begin])
    if not before.rstrip().endswith(",") and not has_finite(before):
        return None
    return past_leading(masked, start, cue.start), start + len(before.rstrip(" ,"))
