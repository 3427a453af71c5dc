"""Which names of bodies, places, peoples and events are one thing, over a whole collection."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from index.annotating import cues, world
from index.annotating.aliases.links import Links
from index.annotating.aliases.names import LocalName, join, join_equal
from index.annotating.aliases.normal import (
    body_key,
    initials,
    is_acronym,
    skeleton,
    sounds,
    without_company_end,
)
from index.annotating.gazetteer import COUNTRY_WEIGHT, Gazetteer
from index.words import fold
from models.annotation import Kind

_SHORTEST_VARIANT = 6
_SHORTEST_ALONE = 7
"""Letters of a name of one word that may be spelled with another vowel: Taliban, Taleban."""
_SHORTEST_TRANSLITERATED = 5
"""Letters of a place's name that may be transliterated in another way: Žerav, Zherav."""
_SHORTEST_INITIALS = 3
_WELL_KNOWN_PLACE = 1.6
"""Weight in the gazetteer of a place of 100,000 people."""
_SHORTEST_AS_WORD = 4
"""Letters of an abbreviation that is also written as a word: ISIS, Isis; but Md is not MD."""
NUMBERED = re.compile(r"\b(\d+)(?:st|nd|rd|th)?\b")
UNIT = re.compile(r"\b(base|brigade|division|battalion|regiment)\b")


def link_bodies(names: Sequence[LocalName], links: Links[str], known: Gazetteer) -> None:
    """Join names other than people's, the sure ways first; a way that leaves two candidates joins nothing."""
    _same_key(names, links, known)
    _countries(names, links, known)
    _numbered_units(names, links)
    _plurals(names, links)
    _known_abbreviations(names, links)
    _abbreviations(names, links)
    _spelling_variants(names, links, known)
    _transliterations(names, links, known)
    _teams(names, links, known)


def _same_key(names: Iterable[LocalName], links: Links[str], known: Gazetteer) -> None:
    first: dict[tuple[bool, str], LocalName] = {}
    for name in sorted(names, key=lambda name: (-name.mentions, name.key)):
        same = first.setdefault((name.kind is Kind.NORP, _company_key(name.name, known)), name)
        join_equal(links, name, same, "{} written differently")


def _company_key(name: str, known: Gazetteer) -> str:
    """The key without a company's ending, unless a place or a plain word would be left: Boston Corp is not Boston."""
    key = body_key(name)
    bare = without_company_end(key)
    if bare == key:
        return key
    word = bare.title()
    plain_word = " " not in bare and known.is_ordinary(bare)
    listed = (
        word in known.places or word in known.peoples or bare in known.countries or is_acronym(bare.upper())
    )
    return key if plain_word or listed else bare


def _countries(names: Iterable[LocalName], links: Links[str], known: Gazetteer) -> None:
    first: dict[str, LocalName] = {}
    for name in sorted(names, key=lambda name: (-name.mentions, name.key)):
        code = known.countries.get(fold(name.name)) if name.kind in (Kind.PLACE, Kind.ORG) else None
        if code is not None and not (
            name.name.islower() or (len(name.name) == 2 and not name.name.isupper())
        ):
            same = first.setdefault(code, name)
            join_equal(links, name, same, "another name of the country {}")


def _numbered_units(names: Iterable[LocalName], links: Links[str]) -> None:
    """Join units by kind and number, as "201st military base" and "base No. 201"."""
    first: dict[tuple[str, str], LocalName] = {}
    for name in names:
        unit, number = UNIT.search(name.name.lower()), NUMBERED.search(name.name)
        if unit and number:
            same = first.setdefault((unit[1], number[1]), name)
            join_equal(links, name, same, "the same kind and number as {}")


def _plurals(names: Iterable[LocalName], links: Links[str]) -> None:
    """Join one of a people with the many, as "Tajik" and "Tajiks"."""
    peoples = {body_key(name.name): name for name in names if name.kind is Kind.NORP}
    for key, name in peoples.items():
        one = peoples.get(key[:-1]) if key.endswith("s") else None
        if one is not None:
            join(links, name, one, "plural of {}", "singular of {}")


def _known_abbreviations(names: Iterable[LocalName], links: Links[str]) -> None:
    """Join UN with United Nations, whatever else in the collection has those initials."""
    by_key = {body_key(name.name): name for name in names if name.kind is not Kind.NORP}
    for short, full in world.ABBREVIATIONS.items():
        name, whole = by_key.get(body_key(short)), by_key.get(body_key(full))
        if name is not None and whole is not None:
            join(links, name, whole, "abbreviation of {}", "{} in full")


def _abbreviations(names: Sequence[LocalName], links: Links[str]) -> None:
    """Abbreviations that an article defines, then those that are the initials of one name only."""
    defined: dict[str, list[LocalName]] = defaultdict(list)
    initialled: dict[str, list[LocalName]] = defaultdict(list)
    well_known = {body_key(short) for short in world.ABBREVIATIONS}
    for name in names:
        if is_acronym(name.name) or name.kind is Kind.NORP:
            continue
        for form in name.forms:
            if is_acronym(form):
                defined[body_key(form)].append(name)
        if " " in name.name:
            initialled[initials(name.name).lower()].append(name)
    for name in names:
        key = body_key(name.name)
        short = is_acronym(name.name) or (
            len(key) >= _SHORTEST_AS_WORD and name.name.istitle() and key in defined
        )
        if not short or name.kind is Kind.NORP or key in well_known:
            continue
        for candidates, reason in (
            (defined.get(key, []), "defined in parentheses as {}"),
            (initialled.get(key, []) if len(key) >= _SHORTEST_INITIALS else [], "initials of {}"),
        ):
            whole = _the_one(candidates, links)
            if whole is not None:
                join(links, name, whole, reason, "{} in full")
            if candidates:
                break


def _the_one(candidates: Sequence[LocalName], links: Links[str]) -> LocalName | None:
    if not candidates or len({links.root(name.key) for name in candidates}) > 1:
        return None
    return max(candidates, key=lambda name: (name.mentions, name.key))


def _spelling_variants(names: Iterable[LocalName], links: Links[str], known: Gazetteer) -> None:
    """Taliban and Taleban, but never two names that the gazetteer knows: Niger and Nigeria."""
    blocks: dict[tuple[str, ...], list[LocalName]] = defaultdict(list)
    for name in names:
        key = body_key(name.name)
        if len(key) >= _SHORTEST_VARIANT and not any(c.isdigit() for c in key) and not is_acronym(name.name):
            blocks[(str(name.kind), *(skeleton(word) for word in key.split()))].append(name)
    for block in blocks.values():
        block.sort(key=lambda name: (-name.mentions, name.key))
        for name in block[1:]:
            if _one_spelling(name, block[0], known):
                join_equal(links, name, block[0], "spelling variant of {}")


def _transliterations(names: Iterable[LocalName], links: Links[str], known: Gazetteer) -> None:
    """Join places that are one when accents and other alphabets are written in one way, as Žerav and Zherav."""
    heard: dict[str, list[LocalName]] = defaultdict(list)
    for name in names:
        key = body_key(name.name)
        plain_word = any(known.is_ordinary(word) for word in key.split())
        if (
            name.kind is not Kind.PLACE
            or _is_listed(name.name, known)
            or _is_listed(name.name.title(), known)
        ):
            continue
        if len(key) >= _SHORTEST_TRANSLITERATED and not plain_word and not is_acronym(name.name):
            heard[" ".join(sounds(word) for word in key.split())].append(name)
    for block in heard.values():
        best = max(block, key=lambda name: (name.mentions, name.key))
        for name in block:
            join_equal(links, name, best, "spelling variant of {}")


def _teams(names: Iterable[LocalName], links: Links[str], known: Gazetteer) -> None:
    """Join "Rovers" with "Tarnby Rovers" where no other place of the collection has Rovers."""
    full: dict[str, list[LocalName]] = defaultdict(list)
    single: list[LocalName] = []
    for name in names:
        if name.kind is not Kind.ORG:
            continue
        place, _, last = name.name.rpartition(" ")
        city = _WELL_KNOWN_PLACE <= known.places.get(place, 0.0) < COUNTRY_WEIGHT
        if city and last.endswith("s") and not known.is_ordinary(place.lower()):
            full[last].append(name)
        elif not place and not is_acronym(last):
            single.append(name)
    for name in single:
        whole = _the_one(full.get(name.name, []), links)
        if whole is not None and name.name not in cues.ORG_HEADS:
            join(links, name, whole, "short for {}", "{} with its place")


def _one_spelling(name: LocalName, other: LocalName, known: Gazetteer) -> bool:
    key, other_key = body_key(name.name).split(), body_key(other.name).split()
    if _is_listed(name.name, known) or _is_listed(other.name, known):
        return False
    changed = [(word, another) for word, another in zip(key, other_key, strict=True) if word != another]
    if any(known.is_ordinary(word) and known.is_ordinary(another) for word, another in changed):
        return False
    if len(key) == 1:
        return _one_vowel_apart(key[0], other_key[0])
    return len(changed) < len(key) and all(_little_apart(word, another) for word, another in changed)


def _little_apart(word: str, other: str) -> bool:
    from rapidfuzz.distance import Levenshtein

    return (
        word[0] == other[0]
        and Levenshtein.distance(word, other) <= 2
        and min(len(word), len(other)) >= _SHORTEST_VARIANT
    )


def _one_vowel_apart(word: str, other: str) -> bool:
    """A word alone says little: only a name long enough, with one vowel for another, is taken for the same."""
    if len(word) != len(other) or len(word) < _SHORTEST_ALONE:
        return False
    changed = [(a, b) for a, b in zip(word, other, strict=True) if a != b]
    return len(changed) == 1 and set(changed[0]) <= set("aeiou") and word[0] == other[0]


def _is_listed(name: str, known: Gazetteer) -> bool:
    return name in known.places or name in known.peoples or fold(name) in known.countries
