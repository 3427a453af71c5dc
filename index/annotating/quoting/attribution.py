"""Whose words a quotation gives: cues found around it, continuation, or nobody where the text does not say."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from index.annotating.quoting.cast import Cast, Speaker
from index.annotating.quoting.cue_subjects import CueSubjects
from index.annotating.quoting.marks import Marked
from index.annotating.quoting.masking import bounded, is_title_case, mask
from index.annotating.quoting.speech import ACCORDING, ADVERBS, LABEL_VERBS, PARTICIPLES, SAY_VERBS
from index.annotating.quoting.speech_cues import Cue
from index.annotating.quoting.subjects import Subjects
from index.sentences import paragraphs, sentences


class Source(NamedTuple):
    """What attributes a quotation: `speaker` None where the cue's subject is not told or not resolved."""

    speaker: Speaker | None
    cue: str | None


_NOBODY = Source(None, None)
_INVERTED = re.compile(rf"[\s,—–-]*(?:{ADVERBS}\s+)*([a-z]+)\b")
_VERB_BEHIND = re.compile(
    r"\s+(?P<who>(?:[hH]e|[sS]he|[A-Z][\w’'.-]*(?: [A-Z][\w’'.-]*){0,3}))(?:\s+\w+ly)?"
    r"\s+(?P<verb>[a-z]{3,}(?:ed|[^aiu]s))(?=[\s.,:;])"
)
_FOLLOWS = re.compile(
    r" (?P<who>[hH]e|[sS]he|[A-Z][\w’'.-]*(?: [A-Z][\w’'.-]*){0,3}) (?:\w+ly )?(?P<verb>[a-z]{3,})(?: \w+){0,2}\."
)
_ENDS_SPEECH = (",", "?", "!", "—", "–", "…", ".")
_NAMING = re.compile(
    r"\b(?:called|named|dubbed|titled|entitled|known as|nicknamed|labell?ed|read|reading|reads)\s*$"
)
_FEW_WORDS = 6
_TOLD_OF = re.compile(
    r"(?:,\s+(?:who|whose|which|where|when|one of)|\s(?:after|before|during|at|in)\s(?:an?|the|his|her))\b"
    r"[^,;:—]*\w\s+$"
)
_WHAT_CALLED = re.compile(
    r"\bwhat (?:[\w’'.-]+ ){1,4}(?:has |have |had )?(?:called|calls|described as|dubbed)\s*$"
)
_SIGNATURE = re.compile(r"\s*[—–―-]{1,2}\s*([^\n\"]{3,60}?)[.\s]*$", re.MULTILINE)


class Attribution:
    """The sources of a text's marked spans, found sentence by sentence so that one may lean on the one before."""

    def __init__(self, text: str, spans: Sequence[Marked], cast: Cast) -> None:
        self._text = text
        self._spans = spans
        self.masked = mask(text, spans)
        self.bounded = bounded(self.masked, text, spans)
        self.subjects = Subjects(self.masked, cast)
        titles = frozenset(span.end for span in spans if self._is_title(span, 0))
        self.verbs = CueSubjects(self.masked, self.subjects, titles)
        self._sources: list[Source] = [_NOBODY] * len(spans)
        self._last: Source = _NOBODY
        self._speakers: dict[int, Speaker | None] = {}
        """By the start of each sentence with marks, who speaks last in it."""

    def sources(self) -> list[Source]:
        """One source a span, in the order of the spans."""
        at = 0
        previous: Source = _NOBODY
        for start, end in paragraphs(self.masked):
            held = at
            while at < len(self._spans) and self._spans[at].start < end:
                at += 1
            if held == at:
                introduces = self.masked[start:end].rstrip().endswith(":")
                self._last = previous = self._introducing(start, end) if introduces else _NOBODY
                continue
            self._last = previous
            self._paragraph(start, end, held, at)
            previous = self._last
        return self._sources

    def last_speaker(self, start: int, end: int) -> Speaker | None:
        """Who speaks last between two code points: in marks, or as the last cue tells."""
        return self._speakers.get(start) or self._told(start, end).speaker

    def _paragraph(self, start: int, end: int, first: int, stop: int) -> None:
        for sentence_start, sentence_end in sentences(self.bounded, start, end):
            inside = [i for i in range(first, stop) if sentence_start <= self._spans[i].start < sentence_end]
            if inside:
                self._sentence(sentence_start, sentence_end, inside)
                self._speakers[sentence_start] = self._last.speaker
            else:
                cues = self.verbs.cues(sentence_start, sentence_end)
                told = self._told(sentence_start, sentence_end) if cues else _NOBODY
                self._last = told if told.speaker else _NOBODY

    def _told(self, start: int, end: int) -> Source:
        """The source that a sentence without marks names: its last cue with a subject."""
        for cue in reversed(self.verbs.cues(start, end)):
            speaker = self.verbs.subject_of(cue, start, end)
            if speaker:
                return Source(speaker, cue.word)
        return _NOBODY

    def _introducing(self, start: int, end: int) -> Source:
        """The source that a paragraph with a colon at its end names: its last cue's subject, else whom it is about."""
        told = self._told(start, end)
        if told.speaker:
            return told
        last = list(sentences(self.bounded, start, end))[-1]
        speaker = self.subjects.of_clause(*last, None)
        return Source(speaker, None) if speaker and (speaker.entity or "").startswith("PERSON:") else _NOBODY

    def _sentence(self, start: int, end: int, inside: list[int]) -> None:
        cues = self.verbs.cues(start, end)
        found: Source | None = None
        for number, i in enumerate(inside):
            span = self._spans[i]
            if self._is_title(span, start):
                continue
            gap_start = self._spans[inside[number - 1]].end if number else start
            if found and self._is_aside(span, gap_start):
                continue
            gap_end = self._spans[inside[number + 1]].start if number + 1 < len(inside) else end
            source = (
                self._led(span, start, gap_start, cues, found)
                or self._after(span, start, gap_end, cues)
                or self._before(span, start, gap_start, cues, found)
                or self._according(start, end, cues)
                or self._trailing(span, end, cues)
                or self._signed(span)
                or self._followed(span, start, end)
                or self._continued(span, start, end, found)
                or self._introduced(span, start)
            )
            self._sources[i] = source or _NOBODY
            found = source or found
        if found:
            self._last = found
        elif any(self._spans[i].end - self._spans[i].start > (end - start) * 0.6 for i in inside):
            pass  # a sentence that is nothing but a quotation nobody claims leaves the last speaker speaking
        else:
            self._last = _NOBODY

    def _is_title(self, span: Marked, start: int) -> bool:
        """A title or name in marks ("the podcast “Slow Rivers”"), which nobody says however near a cue stands."""
        if not is_title_case(span.inner(self._text)):
            return False
        before = self.masked[max(start, span.start - 24) : span.start].rstrip()
        if not before.strip('"') or before.endswith((",", ":", '"')):
            return False
        word = re.split(r"[\s(]", before)[-1].lower()
        if word in ("told", "tells"):
            return True
        return not (word in SAY_VERBS or word in LABEL_VERBS or word in PARTICIPLES or word in ("that", "as"))

    def _is_aside(self, span: Marked, gap_start: int) -> bool:
        """A few words in marks in what is told of a speaker: "..., " said Kern, who leads the “quiet party”."""
        if len(span.inner(self._text).split()) > _FEW_WORDS:
            return False
        gap = self.masked[gap_start : span.start]
        return bool(self.verbs.cues(gap_start, span.start)) and _TOLD_OF.search(gap) is not None

    def _after(self, span: Marked, start: int, end: int, cues: list[Cue]) -> Source | None:
        """For instance: "...," said Kern · "...," Kern, who leads the ministry, told reporters."""
        if not span.closed or not self._ends_speech(span, start):
            return None
        gap = self.masked[span.end : end]
        inverted = _INVERTED.match(gap)
        if inverted and (inverted.group(1) in SAY_VERBS or inverted.group(1) in PARTICIPLES):
            word, place = inverted.group(1), span.end + inverted.end(1)
            if word in PARTICIPLES:
                return None
            if gap[inverted.end(1) : inverted.end(1) + 4] in (" to h", " tha"):
                return None
            speaker = self.subjects.after(place, end, self._last.speaker, loose=True)
            return Source(speaker, word) if speaker else None
        for cue in cues:
            if cue.start < span.end or cue.start > min(end, span.end + 260):
                continue
            if ACCORDING.match(cue.word):
                return Source(self.subjects.after(cue.end, end, self._last.speaker), cue.word)
            if cue.word in PARTICIPLES or cue.word.lower() in PARTICIPLES or cue.word in LABEL_VERBS:
                continue
            zone = self.masked[span.end : cue.start]
            if zone.count(",") > 5 or re.search(r"\b(?:that|because|which)\b", zone):
                return None
            speaker = self.subjects.before(cue.start, span.end, cue.word, self._last.speaker)
            first = self.subjects.after(span.end, cue.start, self._last.speaker)
            if first and zone.rstrip().endswith(","):
                speaker = first
            if speaker or first:
                return Source(speaker or first, cue.word)
        return self._done_with_words(span, end)

    def _done_with_words(self, span: Marked, end: int) -> Source | None:
        """For instance "..., " Kern sighed: who does anything right behind a comma inside the marks says the words."""
        verb = _VERB_BEHIND.match(self.masked, span.end, end)
        if verb is None or self.masked[span.end - 2] not in ",?!":
            return None
        speaker = self.subjects.after(verb.start("who"), verb.end("who"), self._last.speaker)
        return Source(speaker, verb["verb"]) if speaker else None

    def _ends_speech(self, span: Marked, start: int) -> bool:
        last = self.masked[span.end - 2]
        following = self.masked[span.end : span.end + 2].lstrip()[:1]
        begins = not self.masked[start : span.start].strip(" ([…")
        return last in _ENDS_SPEECH or following in (",", "—", "–", "-") or begins

    def _led(
        self, span: Marked, start: int, gap_start: int, cues: list[Cue], found: Source | None
    ) -> Source | None:
        """Words right behind a cue and its comma or colon, whatever is said of somebody else after them."""
        before = self.masked[gap_start : span.start].rstrip()
        near = [c for c in cues if max(gap_start, span.start - 40) <= c.start and c.end <= span.start]
        if not before.endswith((",", ":")) or not near:
            return None
        return self._before(span, start, gap_start, cues, found)

    def _before(
        self, span: Marked, start: int, gap_start: int, cues: list[Cue], found: Source | None
    ) -> Source | None:
        """For instance: Kern said: "..." · Kern called the plan "a farce" · ..., adding that it was "late"."""
        leading = [c for c in cues if c.end <= span.start and not ACCORDING.match(c.word)]
        for cue in reversed(leading):
            if cue.start < gap_start and found:
                break
            if self._names_a_thing(cue, span):
                return None
            speaker = self.verbs.subject_of(cue, start, span.start, self._last.speaker, span)
            if speaker:
                return Source(speaker, cue.word)
            if cue.word.lower() in PARTICIPLES and found:
                return Source(found.speaker, cue.word)
        if leading and found and gap_start > start:
            return found
        return None

    def _names_a_thing(self, cue: Cue, span: Marked) -> bool:
        """A cue that only gives a thing its name: "a song called “River”"."""
        before = self.masked[max(0, span.start - 60) : span.start]
        if not _NAMING.search(before) or cue.end < span.start - 8 or _WHAT_CALLED.search(before):
            return False
        lead = self.masked[max(0, cue.start - 40) : cue.start].rstrip()
        return cue.word in ("called", "named", "dubbed") and bool(re.search(r"[a-z]{3,}$", lead))

    def _according(self, start: int, end: int, cues: list[Cue]) -> Source | None:
        for cue in cues:
            if ACCORDING.match(cue.word) and start <= cue.start < end:
                speaker = self.subjects.after(cue.end, end, None)
                if speaker:
                    return Source(speaker, cue.word.lower())
        return None

    def _trailing(self, span: Marked, end: int, cues: list[Cue]) -> Source | None:
        """For instance: The plan was "late", and would cost more, Kern said."""
        for cue in cues:
            if cue.start < span.end or cue.word not in SAY_VERBS:
                continue
            comma = self.masked.rfind(",", span.end - 2, cue.start)
            rest = self.masked[cue.end : end].strip(' ."')
            if comma < 0 or cue.start - comma > 80:
                continue
            speaker = self.verbs.inverted(cue, comma, end, self._last.speaker)
            if (
                speaker is None
                and (not rest or len(rest) <= 90)
                and self.subjects.after(comma + 1, cue.start, self._last.speaker)
            ):
                speaker = self.subjects.before(cue.start, comma + 1, cue.word, self._last.speaker)
            if speaker:
                return Source(speaker, cue.word)
        return None

    def _signed(self, span: Marked) -> Source | None:
        """For instance "..." — Mara Petrova, at the end of a line."""
        signature = _SIGNATURE.match(self.masked, span.end)
        speaker = self.subjects.after(signature.start(1), signature.end(1), None) if signature else None
        return Source(speaker, None) if speaker and speaker.entity else None

    def _introduced(self, span: Marked, start: int) -> Source | None:
        """For instance: Kern went further still: "..." · Kern: "..."."""
        before = self.masked[start : span.start].rstrip()
        if not before.endswith(":"):
            return None
        speaker = self.subjects.of_clause(start, start + len(before) - 1, self._last.speaker)
        return Source(speaker, None) if speaker and (speaker.entity or "").startswith("PERSON:") else None

    def _followed(self, span: Marked, start: int, end: int) -> Source | None:
        """For instance: "We stay." Kern said. Words that are a sentence by themselves, and who said them in another."""
        if end != span.end or self.masked[start : span.start].strip():
            return None
        found = _FOLLOWS.match(self.masked, span.end)
        if found is None or not (found["verb"] in SAY_VERBS or found["verb"].endswith("ed")):
            return None
        speaker = self.subjects.after(found.start("who"), found.end("who"), self._last.speaker)
        return Source(speaker, found["verb"]) if speaker else None

    def _continued(self, span: Marked, start: int, end: int, found: Source | None) -> Source | None:
        """A quotation that is a sentence of its own goes on with the speaker before it."""
        if found:
            return found
        inner = span.inner(self._text)
        begins = not self.masked[start : span.start].strip(" ([…")
        alone = begins and not re.search(r"\w\w", self.masked[span.end : end].replace("_", ""))
        # Within a paragraph, words that only begin a sentence go on, too, unless they are a mere name or term.
        alone = alone or (
            begins
            and len(inner.split()) > _FEW_WORDS
            and self.masked[start - 2 : start].strip(" ") not in ("", "\n")
        )
        if alone and self._last.speaker and not is_title_case(inner) and not inner.rstrip().endswith(":"):
            return Source(self._last.speaker, self._last.cue)
        return None
