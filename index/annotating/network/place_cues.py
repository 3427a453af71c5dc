"""Places that no list knows, told by what they stand among and by the small word behind them."""

import re
from collections.abc import Iterator, Sequence

from index.annotating.aliases.normal import is_acronym
from index.annotating.names import cues, world
from index.annotating.names.gazetteer import gazetteer
from index.annotating.network.found import DOUBTFUL, Name
from models.kind import Kind

_REGION = (
    r"province|district|region|governorate|prefecture|oblast|county|emirate|caliphate|peninsula|valley"
    r"|municipality"
)
_BEHIND = re.compile(rf" (?:{_REGION})\b")
_PROVINCES = re.compile(
    r"\b(?:provinces|districts|regions|governorates|prefectures|oblasts|counties|cities|towns|villages)\b[^.!?\n]*$"
)
_BETWEEN = re.compile(r",? and |, | or ")
_SENTENCE = 300
"""Characters before a list in which a word for what it lists is looked for."""


def place_by_cues(text: str, names: Sequence[Name]) -> None:
    """Let unlisted names be places where the text says so, and the network does not surely say something else."""
    for name in names:
        if (_open(name) or _unknown_person(name)) and _BEHIND.match(text, name.end):
            name.kind = Kind.PLACE
    for run in _lists(text, names):
        first, last = run[0], run[-1]
        sure = sum(name.kind is Kind.PLACE for name in run)
        opened = text[max(0, first.start - 2) : first.start]
        if opened == " (" and text[last.end : last.end + 1] == ")":
            placed = any(name.end == first.start - 2 and name.kind is Kind.PLACE for name in names)
            before = text[max(0, first.start - _SENTENCE) : first.start]
            told = placed and (sure > 0 or _PROVINCES.search(before) is not None)
        else:
            told = len(run) > 2 and 2 * sure > len(run)
        if told:
            for name in run:
                if _open(name):
                    name.kind = Kind.PLACE


def _lists(text: str, names: Sequence[Name]) -> Iterator[list[Name]]:
    """Names that only commas, "and" and "or" part, one or more together."""
    run: list[Name] = []
    for name in names:
        if run and not _BETWEEN.fullmatch(text, run[-1].end, name.start):
            yield run
            run = []
        run.append(name)
    if run:
        yield run


def _open(name: Name) -> bool:
    """Whether a name may be a place though the network takes it for a person or a body."""
    known = gazetteer()
    words = name.text.split()
    return (
        name.kind is Kind.ORG
        and name.score < DOUBTFUL
        and not is_acronym(name.text)
        and name.text not in world.KNOWN_BODIES
        and words[-1] not in cues.ORG_TAILS
        and words[0] not in cues.ORG_HEADS
        and not any(word in known.given_names for word in words[:-1])
    )


def _unknown_person(name: Name) -> bool:
    """Whether one word that no list of people's names has was taken, doubtfully, for a person."""
    known = gazetteer()
    listed = name.text in known.given_names or name.text in known.surnames
    return name.kind is Kind.PERSON and name.score < DOUBTFUL and " " not in name.text and not listed
