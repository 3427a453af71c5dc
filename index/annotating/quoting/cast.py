"""Who appears in a text: the persons and bodies a cue can point at, and whom a pronoun stands for."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from index.annotating.names.titles import sex_before, sex_of_given
from models.annotation import Mention
from models.kind import Kind

_SPEAKERS = frozenset({Kind.PERSON, Kind.ORG, Kind.PLACE, Kind.NORP})
_BODIES = re.compile(
    r"(?:ministry|government|army|military|company|group|agency|court|committee|commission|council|department|union|party"
    r"|police|officials|authorities|bank|firm|airline|charity|office|administration|board|panel|campaign|report|study"
    r"|team|club|[a-z]{3,}ers|[a-z]{3,}ists|[a-z]{3,}men)\b",
    re.IGNORECASE,
)
_TITLE = 16
"""Code points of a title, with its stop and the space behind."""
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
        points); None where nobody fits. "They", "we" and "I" are never resolved. A likely one of whom nothing tells
        whether they are a man or a woman gives way to a person of the same paragraph of whom something does.
        """
        gender = _gender(word)
        if not gender:
            return None
        first, last = bisect_left(self._starts, place - 600), bisect_left(self._starts, place)
        before = [
            m
            for m in self.mentions[first:last]
            if m.kind is Kind.PERSON and self._fits(self.speaker(m), gender)
        ]
        subject = self._subject(before) if before else None
        nearest = self.speaker(subject) if subject else None
        if likely and likely.entity and likely.entity.startswith("PERSON") and self._fits(likely, gender):
            told = nearest is not None and nearest.name in self._gender and likely.name not in self._gender
            here = subject is not None and "\n" not in self._text[subject.end : place]
            return nearest if told and here else likely
        return nearest

    def may_be_called(self, word: str, role: Speaker) -> bool:
        """Whether a role's words do not tell that a pronoun means somebody else: "she" is no spokesman."""
        return sex_before(f"{role.name} ") in (None, _gender(word))

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
            before = self._text[max(0, mention.start - _TITLE) : mention.start]
            sex = sex_before(before) or sex_before(mention.text.partition(" ")[0] + " ")
            if sex is not None:
                tally[sex] += 5
            given = sex_of_given(name.split()[0])
            if given is not None:
                tally[given] += 2
        return {name: tally.most_common(1)[0][0] for name, tally in votes.items() if tally}


def _gender(pronoun: str) -> str:
    lower = pronoun.lower()
    return "m" if lower in _MALE_WORDS else "f" if lower in _FEMALE_WORDS else ""
