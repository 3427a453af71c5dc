"""Noun phrases as far as speakers need them: which words name a person by capitals alone, and which name is a head."""

import re
from collections.abc import Sequence
from itertools import pairwise

from index.annotating.quoting.speech import ROLE_NOUNS
from models.annotation import Mention
from models.kind import Kind

_CAPITAL = r"[^\W\d_a-zß-ÿ][\w’'.-]*"
_CAPITALS_LAST = re.compile(rf"(?:^|(?<=[\s,;(—–\"]))({_CAPITAL}(?: {_CAPITAL}){{0,3}})$")
_CAPITALS_FIRST = re.compile(rf"({_CAPITAL}(?: {_CAPITAL}){{0,3}})")
_NO_NAME = frozenset(
    "a an the this that these those he she it they we i you his her its their our my your who which what where when "
    "why how there here some many most several few both one two three four five other others another all none no "
    "and but or nor so yet for as at by from in into of on over to under up with without while although though if "
    "because since until after before during despite like unlike asked still then now also again later earlier today "
    "yesterday tomorrow meanwhile instead however moreover finally indeed perhaps maybe yes well oh not never ever "
    "monday tuesday wednesday thursday friday saturday sunday january february march april june july august september "
    "october november december mr mrs ms dr sen rep gov gen col lt capt sgt prof president senator "
    "representative governor mayor minister chairman chairwoman spokesman spokeswoman secretary judge general "
    "police officials republicans democrats "
    "continued added adding saying read related according likewise having being given asked speaking".split()
)
"""Words that a capital at the start of a clause does not make a name."""
_ROLE_LAST = re.compile(
    rf"(?:^|\s)(?:{ROLE_NOUNS}|attorney general|chief of staff|manager|columnist|correspondent|contributor|host|co-host"
    r"|moderator|anchor|strategist|pollster|speechwriter|counsel|lawyer|vice-?chair|co-chair|hopeful|candidate|rival"
    r"|front-runner|frontrunner|consultant|producer|[a-z]+-general|commentator|blogger|ally|surrogate|running mate"
    r"|supporter|adviser|aide|star|legend|veteran|nominee|Rep\.|Sen\.|Gov\.|Gen\.|Lt\.|Mayor|Attorney General)\s*$"
)


def is_name(words: str) -> bool:
    """Whether capitalised words can be somebody's name: none of them is only the beginning of a clause."""
    apart = words.replace(".", "").split()
    return bool(apart) and apart[0].lower() not in _NO_NAME and apart[-1].lower() not in _NO_NAME


def capitals_before(text: str, floor: int, place: int) -> str | None:
    """The capitalised words that end at a place and may be a name that the recogniser does not know."""
    found = _CAPITALS_LAST.search(text[floor:place])
    return found.group(1) if found and is_name(found.group(1)) else None


def capitals_at(text: str, place: int, end: int) -> str | None:
    """The same of the words that begin at a place."""
    found = _CAPITALS_FIRST.match(text, place, end)
    words = found.group(1).rstrip(".'’-") if found else ""
    return words if words and is_name(words) else None


def head(text: str, names: Sequence[Mention]) -> Mention:
    """The name that a phrase or clause is about: its first, unless that only says whose or which a later one is.

    In "Ilić spokesman Davor Kern" it is Kern, in "Ilić told a friend of Kern" it is Ilić.
    """
    found = names[0]
    for before, later in pairwise(names):
        between = text[before.end : later.start]
        if not (is_role(between) or (before.kind is not Kind.PERSON and _describes(between))):
            break
        found = later
    return found


def is_role(between: str) -> bool:
    """Whether what stands between two names makes the second one's role of the first: " spokesman "."""
    return len(between.split()) <= 4 and _ROLE_LAST.search(between) is not None and "," not in between


def _describes(between: str) -> bool:
    """Whether it leaves a place, people or body in front of a name: "Velin Sen. Mara Ilić"."""
    return not between.strip() or (between.strip()[:1].isupper() and len(between.split()) <= 2)
