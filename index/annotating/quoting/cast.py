"""Who appears in a text: the persons and bodies a cue can point at, and whom a pronoun stands for."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from models.annotation import Mention
from models.kind import Kind

_SPEAKERS = frozenset({Kind.PERSON, Kind.ORG, Kind.PLACE, Kind.NORP})
_FEMALE_TITLE = re.compile(
    r"(?:Mrs|Ms|Miss|Madam|Mme|Lady|Dame|Sister|Queen|Princess|Baroness|[Ss]pokeswoman|[Cc]hairwoman|[Cc]ongresswoman"
    r"|[Bb]usinesswoman|[Aa]ctress|mother|daughter|wife|sister|aunt|widow)\.?\s$"
)
_MALE_TITLE = re.compile(
    r"(?:Mr|Sir|Lord|King|Prince|Baron|Father|[Ss]pokesman|[Cc]hairman|[Cc]ongressman|[Bb]usinessman|father|son|husband"
    r"|brother|uncle|widower)\.?\s$"
)
_FEMALE_NAMES = frozenset(
    "mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty margaret sandra ashley "
    "kimberly emily donna michelle carol amanda melissa deborah stephanie rebecca sharon laura cynthia kathleen amy "
    "angela shirley anna brenda pamela emma nicole helen samantha katherine christine debra rachel carolyn janet "
    "catherine maria heather diane ruth julie olivia joyce virginia victoria kelly lauren christina joan evelyn judith "
    "megan andrea cheryl hannah jacqueline martha gloria teresa ann sara madison frances kathryn janice jean abigail "
    "alice julia judy sophia grace denise amber doris marilyn danielle beverly isabella theresa diana natalie brittany "
    "charlotte marie kayla alexis lori fatima aisha leila yasmin olga natalia svetlana irina elena tatiana ekaterina "
    "anastasia ingrid astrid greta angela ursula claire anne chloe camille elise sofia lucia carmen rosa ana isabel "
    "hillary ivanka melania kellyanne megyn sally jane kate lucy molly jill theresa priti liz nicola penny harriet "
    "huma condoleezza madeleine sonia indira mariana paula silvia chiara giulia francesca monica yuki keiko sakura mei "
    "li-chen ling amina khadija zainab noor mara ivana jelena milica katarina tamara vera nina lena eva petra".split()
)
_MALE_NAMES = frozenset(
    "james robert john michael david william richard joseph thomas charles christopher daniel matthew anthony mark "
    "donald steven paul andrew joshua kenneth kevin brian george timothy ronald edward jason jeffrey ryan jacob gary "
    "nicholas eric jonathan stephen larry justin scott brandon benjamin samuel gregory alexander frank patrick raymond "
    "jack dennis jerry tyler aaron jose adam nathan henry douglas zachary peter kyle ethan walter noah jeremy "
    "keith roger terry austin sean gerald carl harold dylan arthur lawrence jordan jesse bryan billy bruce gabriel joe "
    "logan alan juan albert willie elijah wayne randy vincent philip bobby johnny bradley mohammed muhammad mohammad "
    "ahmed ali hassan hussein omar ibrahim abdul yusuf khalid vladimir sergei dmitry ivan nikolai andrei boris alexei "
    "mikhail yuri igor oleg viktor yevgeniy evgeny hans klaus jurgen wolfgang pierre jacques francois jean luc carlos "
    "luis jorge pedro miguel antonio francisco manuel diego pablo mario marco giovanni giuseppe tim jim tom bob bill "
    "mike dave steve chris matt dan greg ted ben bernie barack rand marco mitt newt rick chuck harry tony gordon nigel "
    "jeremy simon ian colin neil graham stuart kenji hiroshi takeshi wei jun davor goran zoran milan dragan stefan "
    "josef karl otto fritz kurt lars erik sven olaf bjorn rahul amit raj sanjay narendra imran nawaz asif".split()
)
_BODIES = re.compile(
    r"(?:ministry|government|army|military|company|group|agency|court|committee|commission|council|department|union|party"
    r"|police|officials|authorities|bank|firm|airline|charity|office|administration|board|panel|campaign|report|study"
    r"|team|club|[a-z]{3,}ers|[a-z]{3,}ists|[a-z]{3,}men)\b",
    re.IGNORECASE,
)
_MALE_WORDS = frozenset({"he", "him", "his"})
_FEMALE_WORDS = frozenset({"she", "her", "hers"})


class Speaker(NamedTuple):
    """Somebody as the article calls them at the fullest; `entity` None for a role."""

    name: str
    entity: str | None


class Cast:
    """The mentions of a text that can speak, by place."""

    def __init__(self, text: str, mentions: Sequence[Mention]) -> None:
        self._text = text
        self.mentions = sorted((m for m in mentions if m.kind in _SPEAKERS), key=lambda m: (m.start, -m.end))
        self._starts = [m.start for m in self.mentions]
        self._gender = self._genders()

    def within(self, start: int, end: int) -> list[Mention]:
        """The mentions that lie wholly between two code points, in order."""
        first = bisect_left(self._starts, start)
        found = []
        for mention in self.mentions[first:]:
            if mention.start >= end:
                break
            if mention.end <= end:
                found.append(mention)
        return found

    def speaker(self, mention: Mention) -> Speaker:
        """The speaker that a mention names."""
        name = mention.entity.split(":", 1)[-1] if mention.entity else mention.text
        return Speaker(name, mention.entity)

    def is_body(self, speaker: Speaker) -> bool:
        """Whether a speaker is a body, a country or several people: "it" or "they"."""
        if speaker.entity:
            return not speaker.entity.startswith("PERSON:")
        return _BODIES.search(speaker.name) is not None

    def called(self, written: str) -> Speaker:
        """The one of the text's persons who goes by a name that was not recognised, else the name as it is written."""
        last = written.rsplit(maxsplit=1)[-1]
        known = {self.speaker(m) for m in self.mentions if m.kind is Kind.PERSON and m.text.endswith(last)}
        fitting = {s for s in known if f" {s.name}".endswith(f" {last}")}
        return fitting.pop() if len(fitting) == 1 else Speaker(written, None)

    def pronoun(self, word: str, place: int, likely: Speaker | None = None) -> Speaker | None:
        """Whom a personal pronoun at a place stands for: `likely` if it fits, else the nearest fitting person before.

        Of one sentence's persons the first goes first, as its subject. Looks back three sentences or so (600 code
        points); None where nobody fits. "They", "we" and "I" are never resolved.
        """
        gender = "m" if word.lower() in _MALE_WORDS else "f" if word.lower() in _FEMALE_WORDS else ""
        if not gender:
            return None
        first, last = bisect_left(self._starts, place - 600), bisect_left(self._starts, place)
        before = [
            m
            for m in self.mentions[first:last]
            if m.kind is Kind.PERSON and self._fits(self.speaker(m), gender)
        ]
        if likely and likely.entity and likely.entity.startswith("PERSON") and self._fits(likely, gender):
            return likely
        if not before:
            return None
        return self.speaker(self._subject(before))

    def _subject(self, persons: list[Mention]) -> Mention:
        """The first person of the last sentence before a place that names one."""
        latest = persons[-1]
        begin = max(
            self._text.rfind(stop, 0, latest.start) for stop in (". ", ".” ", '." ', "\n", "? ", "! ")
        )
        return next(m for m in persons if m.start > begin)

    def _fits(self, speaker: Speaker, gender: str) -> bool:
        return self._gender.get(speaker.name, gender) == gender

    def _genders(self) -> dict[str, str]:
        votes: dict[str, Counter[str]] = {}
        for mention in self.mentions:
            if mention.kind is not Kind.PERSON:
                continue
            name = self.speaker(mention).name
            tally = votes.setdefault(name, Counter())
            before = self._text[max(0, mention.start - 16) : mention.start]
            written = self._text[mention.start : mention.end] + " "
            first = name.split()[0].lower()
            if _FEMALE_TITLE.search(before) or re.match(r"(?:Mrs|Ms|Miss|Lady|Dame)\b", written):
                tally["f"] += 5
            elif _MALE_TITLE.search(before) or re.match(r"(?:Mr|Sir|Lord)\b", written):
                tally["m"] += 5
            if first in _FEMALE_NAMES:
                tally["f"] += 2
            elif first in _MALE_NAMES:
                tally["m"] += 2
        return {name: tally.most_common(1)[0][0] for name, tally in votes.items() if tally}
