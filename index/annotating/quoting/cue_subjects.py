"""Who does what a cue says: the subject before its verb, behind it, or shared with another verb."""

import re
from bisect import bisect_left

from index.annotating.quoting.cast import Speaker
from index.annotating.quoting.marks import Marked
from index.annotating.quoting.speech import ACCORDING, INVERTING, PARTICIPLES
from index.annotating.quoting.speech_cues import Cue, find_cues
from index.annotating.quoting.subjects import Subjects

_BEHIND_SUBJECT = re.compile(
    r"\s*(?:[,.:;(—–]|-|$)|\s+(?:in|on|at|of|who|whose|to|during|after|before|from|for|with|last|this|about|when|as|by"
    r"|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|yesterday|today)\b"
)


class CueSubjects:
    """The cues of one text, and their subjects."""

    def __init__(self, masked: str, subjects: Subjects, titles: frozenset[int]) -> None:
        """Find the cues of a text whose quoted words are masked; `titles` are the ends of marks around titles."""
        self._masked = masked
        self._subjects = subjects
        self._titles = titles
        self._cues = list(find_cues(masked))
        self._cue_starts = [cue.start for cue in self._cues]

    def cues(self, start: int, end: int) -> list[Cue]:
        """The cues between two code points of the masked text."""
        first, last = bisect_left(self._cue_starts, start), bisect_left(self._cue_starts, end)
        return self._cues[first:last]

    def subject_of(
        self, cue: Cue, start: int, end: int, likely: Speaker | None = None, span: Marked | None = None
    ) -> Speaker | None:
        """Who does what a cue says, in the sentence from `start` to `end`; None where that cannot be told."""
        if ACCORDING.match(cue.word):
            return self._subjects.after(cue.end, end, likely)
        if cue.word.lower() in PARTICIPLES:
            beside = self._subjects.with_participle(cue.start, start)
            if beside:
                return beside
            earlier = [c for c in self.cues(start, cue.start) if c.word.lower() not in PARTICIPLES]
            for other in reversed(earlier):
                speaker = self.subject_of(other, start, end, likely)
                if speaker:
                    return speaker
            if not self._masked[start : cue.start].strip(' "'):
                return self._subjects.after(span.end, span.end + 120, likely) if span else None
            return self._subjects.of_clause(start, cue.start, likely)
        return self.inverted(cue, start, end, likely) or self._subjects.before(
            cue.start, self._clause_start(cue.start, start), cue.word, likely
        )

    def inverted(self, cue: Cue, start: int, end: int, likely: Speaker | None = None) -> Speaker | None:
        """The subject that stands behind its verb: "The bridge, said Kern, was open" · "Added Kern: ..."."""
        if cue.word.lower() not in INVERTING:
            return None
        before = self._masked[start : cue.start].rstrip()
        if before and not before.endswith((",", '"', "—", "–", " -")):
            return None
        found = self._subjects.at(cue.end, end, likely)
        if found is None or not _BEHIND_SUBJECT.match(self._masked, found[1], end):
            return None
        return found[0]

    def _clause_start(self, place: int, start: int) -> int:
        """Where the clause of a verb begins: after a semicolon, or after quoted words that end with a comma."""
        quoted = self._masked.rfind(',"', start, place)
        while quoted >= 0 and quoted + 2 in self._titles:
            quoted = self._masked.rfind(',"', start, quoted)
        opened = self._masked.rfind("(", start, place)
        inside = opened >= 0 and self._masked.find(")", opened, place) < 0
        return max(
            start,
            self._masked.rfind(";", start, place) + 1,
            quoted + 2 if quoted >= 0 else 0,
            opened + 1 if inside else 0,
        )
