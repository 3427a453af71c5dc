"""The words of a text that attribute speech, where they are verbs and not nouns or adjectives of the same form."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from index.annotating.quoting.speech import ACCORDING, BARE_VERBS, CUES, PHRASAL


class Cue(NamedTuple):
    """A word that attributes, and its place."""

    start: int
    end: int
    word: str


_WORD = re.compile(r"[A-Za-z]+")
_NO_VERB_BEHIND = re.compile(
    r"(?:^|[\s\"(“‘])(?:the|an?|his|her|its|their|my|our|your|this|these|those|no|any|some|such|each|every|another|of)\s$"
    r"|(?<!\bhe)(?<!she)(?<!\bit)(?<!who)(?<!that)['’]s\s$|s['’]\s$",
    re.IGNORECASE,
)
"""Behind these stands no verb: "the alleged plan", "Kern's proposed tax", "their claims"."""
_BARE_BEHIND = re.compile(
    r"(?:^|\W)(?:will|would|can|could|may|might|must|shall|should|to|not|do|did|does|they|we|i|you|who|that|also|both|have"
    r"|and|or|\w+ly|\w+s|people|police|men|women|\w+n[’']t)\W+$",
    re.IGNORECASE,
)
"""Behind what a verb without an ending can stand; elsewhere it is a noun: "a Twitter comment"."""
_ACCORDING_WORDS = frozenset({"according", "According", "in", "In"})


def find_cues(masked: str) -> Iterator[Cue]:
    """The cues of a text whose quoted words are masked, in order."""
    for match in _WORD.finditer(masked):
        word = match.group()
        if word in CUES:
            before = masked[max(0, match.start() - 16) : match.start()]
            if _NO_VERB_BEHIND.search(before) or (word in BARE_VERBS and not _BARE_BEHIND.search(before)):
                continue
            beside = PHRASAL.get(word)
            if beside is None or re.compile(rf" {beside}\b").match(masked, match.end()):
                yield Cue(match.start(), match.end(), word)
        elif word in _ACCORDING_WORDS:
            phrase = ACCORDING.match(masked, match.start())
            if phrase:
                yield Cue(match.start(), phrase.end(), phrase.group())
