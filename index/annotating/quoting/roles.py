"""Speakers without a name: "a spokesman for the council", "the minister", and the person whom such a role means."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from index.annotating.names.titles import OFFICES
from index.annotating.quoting.cast import Cast, Speaker
from index.annotating.quoting.clauses import has_finite
from models.annotation import Mention
from models.kind import Kind

_HEAD_WORDS = frozenset(OFFICES.split("|"))
_APPOSITION = re.compile(
    rf",\s(?:who\s(?:is|was)\s)?(?:(?:the|a|an|its|his|her|their)\s)?((?:[\w’'-]+\s){{0,4}}?)({OFFICES})\b",
    re.IGNORECASE,
)
_DEFINITE = re.compile(rf"the\s((?:[\w’'-]+\s){{0,3}})({OFFICES})$", re.IGNORECASE)
_TAKEN_UP = re.compile(rf"(?:^|[.!?]\s+|\n\s*)(The\s(?:[\w’'-]+\s){{0,2}}(?:{OFFICES}))\b(?![’'-])")
"""A role that a sentence begins with, as its subject."""
_LED_UP_TO = re.compile(
    r"(?:^|[.!?]\"?\s+|\n\s*)"
    r"(?:(?P<clause>After|Although|As|Because|Before|Having|If|Once|Since|Though|When|Whenever|While)"
    r"|About|Among|At|By|Concerning|Despite|Discussing|During|Following|For|From|In|Like|Of|On|Regarding|Under|Unlike"
    r"|Upon|With|Without|[A-Z][a-z]+(?:ed|ing)(?=\s(?:about|at|by|for|from|in|of|on|to|whether|why)\b))\b"
    rf"(?P<lead>[^.!?;:\n]+?),\s(?P<role>the\s(?:[\w’'-]+\s){{0,2}}?(?:{OFFICES}))(?P<verb>(?:\s[a-z’']+){{1,2}})"
)
"""A role behind what a sentence begins with instead of its subject: "Asked about the bridge, the general laughed"."""
_DEPENDENT = re.compile(
    r"(?:(?:after|although|as|at|because|before|by|during|for|from|if|in|of|on|since|though|to|when|where|while|which|who"
    r"|whom|whose|with)|[a-z]+ing)\b"
)
"""Begins what stands between commas without being the sentence's main clause."""
_LOOK_BACK = 600
"""Code points before a pronoun in which its person is looked for, as in `Cast.pronoun`."""
_APART = frozenset({"vice", "deputy", "former", "ex", "acting", "assistant", "shadow", "late"})
"""A vice president is no president."""
_BELONGS = re.compile(r"\s(?:for|of|at|to|from|with|by|in|near|across)\s(?:(?:the|an?)\s)?")
_LOWERED = re.compile(r"(?:[.!?:;\"“”\n]\s*|^\s*)$")


class _Introduced(NamedTuple):
    head: str
    words: frozenset[str]
    speaker: Speaker


class Roles:
    """The roles of one text."""

    def __init__(self, text: str, cast: Cast) -> None:
        self._text = text
        self._cast = cast
        self._starts = [m.start for m in cast.mentions]
        self._introduced = [i for m in cast.mentions if m.kind is Kind.PERSON for i in self._roles_of(m)]

    def speaker(self, start: int, end: int) -> Speaker:
        """Whoever a role at a place means: a person if the text introduces just one with it, else the words of it.

        The words go on to the name that the role belongs to ("a spokesman for the Sava Council"), which is not the
        speaker: there is no entity then.
        """
        owner = self._belongs_to(end)
        words = " ".join(self._text[start : owner.end if owner else end].split())
        person = None if owner else self._person(words)
        if person:
            return person
        named = self._named_at(start)
        if named is None and words[:1].isupper() and not words[1:2].isupper() and self._begins(start):
            words = words[0].lower() + words[1:]
        return Speaker(words, None)

    def taken_up(self, place: int) -> Speaker | None:
        """The person of whom the last sentences before a place speak by role only, as "the general" does.

        The role is their subject: at the beginning, or behind all that leads up to a main clause. None where a person
        is named after it. Where the text introduces nobody, or several, with a role that others lead up to, it is the
        role itself: one of them may be named there, and is not meant.
        """
        floor = max(0, place - _LOOK_BACK)
        named = self._cast.within(floor, place)
        person = max((m.start for m in named if m.kind is Kind.PERSON), default=floor)
        begun = [m.span(1) for m in _TAKEN_UP.finditer(self._text, person, place)]
        led = [m.span("role") for m in _LED_UP_TO.finditer(self._text, floor, place) if _is_main(m)]
        start, end = max([*begun, *(role for role in led if role[0] > person)], default=(0, 0))
        if not end or self._belongs_to(end):
            return None
        words = " ".join(self._text[start:end].split())
        words = words[0].lower() + words[1:]
        return self._person(words) or (Speaker(words, None) if (start, end) in led else None)

    def _begins(self, start: int) -> bool:
        """Whether a sentence begins at a place, so that a capital there means nothing."""
        return _LOWERED.search(self._text[max(0, start - 8) : start]) is not None

    def _named_at(self, start: int) -> Mention | None:
        at = bisect_left(self._starts, start)
        found = self._cast.mentions[at : at + 1]
        return found[0] if found and found[0].start == start else None

    def _belongs_to(self, end: int) -> Mention | None:
        behind = _BELONGS.match(self._text, end)
        return self._named_at(behind.end()) if behind else None

    def _person(self, words: str) -> Speaker | None:
        phrase = _DEFINITE.fullmatch(words)
        if phrase is None:
            return None
        head, described = phrase.group(2).lower(), frozenset(phrase.group(1).lower().split())
        fitting = {i.speaker for i in self._introduced if i.head == head and _fits(described, i.words)}
        return fitting.pop() if len(fitting) == 1 else None

    def _roles_of(self, mention: Mention) -> Sequence[_Introduced]:
        found = []
        *words, head = ["", *self._text[max(0, mention.start - 60) : mention.start].lower().split()][-4:]
        # Ranks come in either order: "lieutenant-general", "general-lieutenant".
        office = next((part for part in reversed(head.split("-")) if part in _HEAD_WORDS), None)
        if office:
            words += [part for part in head.split("-") if part != office]
            found.append(_Introduced(office, frozenset(words), self._cast.speaker(mention)))
        apposition = _APPOSITION.match(self._text, mention.end)
        if apposition:
            words = apposition.group(1).lower().replace("-", " ").split()
            head = apposition.group(2).lower()
            found.append(_Introduced(head, frozenset(words), self._cast.speaker(mention)))
        return found


def _is_main(led: re.Match[str]) -> bool:
    """Whether a role has a verb behind it, and no other main clause before it: "In May Kern said that, ..., "."""
    first, *others = led["lead"].split(", ")
    if not has_finite(led["verb"]) or led["lead"].endswith((" that", " and", " but")):
        return False
    if not led["clause"] and has_finite(first.partition('"')[0]):
        return False
    return not any(has_finite(part) and not _DEPENDENT.match(part) for part in others)


def _fits(described: frozenset[str], introduced: frozenset[str]) -> bool:
    """Whether a role as it is taken up again can be the one that was introduced."""
    if described & _APART != introduced & _APART:
        return False
    return not described or not introduced or bool(described & introduced)
