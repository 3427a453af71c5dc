"""Where names begin and end by the guide: two peoples at a dash, "Central Asian", "the Haqqani network"."""

import re
from collections.abc import Iterator, Sequence

from index.annotating.names import cues
from index.annotating.names.gazetteer import gazetteer
from index.annotating.network.found import Name, taken_by
from models.kind import Kind

BODY_WORDS = frozenset(
    "agency faction fighters forces group groups insurgents militants militia movement network newspaper party rebels"
    " troops".split()
)
"""What, in small letters behind a name, says that it is a body's; it is no part of the name."""
_DASHES = "‐‑‒–—-"
_AT_DASH = re.compile(rf"([^{_DASHES}]+?)\s?[{_DASHES}]\s?([^{_DASHES}]+)")
_EDGE = " \t,;:" + _DASHES
_DIRECTION = re.compile(r"(?<![^\W_])([A-Z][a-z]+(?:[-‐‑][A-Z]?[a-z]+)?) $")
_TWO_WORDS = re.compile(r"(?<![\w-])(?=([A-Z][a-z]+ [A-Z][a-z]+)(?!\w))")
_LISTED = 0.9
"""Score of a people that a list has and the network has passed over."""
_INSIDE_SENTENCE = re.compile(r"[a-z,] $")


def bounded(text: str, names: Sequence[Name]) -> list[Name]:
    """The names with their ends where the guide has them, in order, without overlap."""
    parts = [part for name in names for part in _parted(text, name)]
    parts += _peoples_of_two_words(text, parts)
    return _with_directions(text, sorted(parts, key=lambda name: name.start))


def _peoples_of_two_words(text: str, names: Sequence[Name]) -> Iterator[Name]:
    """Listed peoples, as "Middle Eastern", of which no word is in a name."""
    known, taken = gazetteer(), taken_by(names, len(text))
    for match in _TWO_WORDS.finditer(text):
        start, end = match.span(1)
        if match[1] in known.peoples and not any(taken[start:end]):
            yield Name(start, end, match[1], Kind.NORP, _LISTED)


def _parted(text: str, name: Name) -> Iterator[Name]:
    known = gazetteer()
    match = _AT_DASH.fullmatch(name.text)
    if match and name.text not in known.peoples and name.text not in known.places:
        sides = [_listed(side) for side in match.groups()]
        if Kind.NORP in sides and None not in sides:
            for i, kind in enumerate(sides, start=1):
                start, end = (name.start + at for at in match.span(i))
                yield Name(start, end, text[start:end], kind or name.kind, name.score)
            return
    yield _trimmed(name)


def _listed(word: str) -> Kind | None:
    known = gazetteer()
    if word in known.peoples:
        return Kind.NORP
    return Kind.PLACE if word in known.places else None


def _trimmed(name: Name) -> Name:
    """Without marks at its ends, and without a small word that only says what the named is."""
    bare = name.text.rstrip(_EDGE)
    words = bare.split(" ")
    if len(words) > 1 and words[-1] in BODY_WORDS and name.kind is Kind.ORG and words[-2][:1].isupper():
        bare = bare[: -len(words[-1])].rstrip(_EDGE)
    if not bare or bare == name.text:
        return name
    return Name(name.start, name.start + len(bare), bare, name.kind, name.score)


def _with_directions(text: str, names: Sequence[Name]) -> list[Name]:
    """A people with the direction before it is one people: "Central Asian", "North Korean"."""
    known = gazetteer()
    kept: list[Name] = []
    for name in names:
        before = _DIRECTION.search(text, max(0, name.start - 20), name.start) if _may_be(name) else None
        if before:
            start = before.start(1)
            whole = text[start : name.end]
            listed = whole in known.peoples
            direct = before[1] in cues.COMPASS and _INSIDE_SENTENCE.search(text, max(0, start - 2), start)
            free = not kept or kept[-1].end <= start or kept[-1].start == start
            if free and (listed or direct):
                if kept and kept[-1].start == start:
                    kept.pop()
                kept.append(Name(start, name.end, whole, Kind.NORP, name.score))
                continue
        kept.append(name)
    return kept


def _may_be(name: Name) -> bool:
    return name.kind is Kind.NORP and " " not in name.text
