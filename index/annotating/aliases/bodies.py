"""Which names of bodies, places, peoples and events are one thing, over a whole collection."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from index.annotating.aliases.abbreviations import link_abbreviations
from index.annotating.aliases.context import Context
from index.annotating.aliases.links import Links
from index.annotating.aliases.names import LocalName, join, join_equal
from index.annotating.aliases.normal import body_key, is_acronym, skeleton, without_company_end
from index.annotating.aliases.offices import link_offices
from index.annotating.aliases.places import is_listed, link_places
from index.annotating.aliases.short_forms import GENERIC, link_short_forms
from index.annotating.aliases.tables import spellings
from index.annotating.aliases.units import link_units
from index.annotating.names.gazetteer import Gazetteer
from models.kind import Kind

_SHORTEST_VARIANT = 6
_SHORTEST_ALONE = 7
"""Letters of a name of one word that may be spelled with another vowel: Taliban, Taleban."""
_SHORTEST_COMPANY = 3
"""Letters of a company's name without its ending; two are too often also something else."""


def link_bodies(names: Sequence[LocalName], links: Links[str], known: Gazetteer, context: Context) -> None:
    """Join names other than people's, the sure ways first; a way that leaves two candidates joins nothing."""
    _same_key(names, links, known)
    _one_spelling_of_words(names, links)
    link_places(names, links, known)
    link_units(names, links)
    link_offices(names, links, known)
    _plurals(names, links)
    link_abbreviations(names, links, known, context)
    _spelling_variants(names, links, known)
    link_short_forms(names, links, known, context)


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
    plain_word = " " not in bare and (known.is_ordinary(bare) or bare in GENERIC)
    listed = is_listed(bare.title(), known) or len(bare) < _SHORTEST_COMPANY
    return key if plain_word or listed else bare


def _one_spelling_of_words(names: Iterable[LocalName], links: Links[str]) -> None:
    """Join al-Qaeda with Al Qaida, Hezbollah with Hizbullah, by the table of spellings."""
    first: dict[tuple[bool, tuple[str, ...]], LocalName] = {}
    for name in sorted(names, key=lambda name: (-name.mentions, name.key)):
        same = first.setdefault((name.kind is Kind.NORP, spelled_body(name.name)), name)
        join_equal(links, name, same, "spelling variant of {}")


def spelled_body(name: str) -> tuple[str, ...]:
    """The words of a body's key, each in the spelling that stands for all its spellings."""
    usual = spellings()
    return tuple(usual.get(word, word) for word in body_key(name).split())


def _plurals(names: Iterable[LocalName], links: Links[str]) -> None:
    """Join one of a people with the many, as "Tajik" and "Tajiks"; and "Tarnby Rover" with "Tarnby Rovers"."""
    for kind in (Kind.NORP, Kind.ORG):
        by_key = {body_key(name.name): name for name in names if name.kind is kind}
        for key, name in by_key.items():
            one = by_key.get(key[:-1]) if key.endswith("s") and (kind is Kind.NORP or " " in key) else None
            if one is not None:
                join(links, name, one, "plural of {}", "singular of {}", confidence="likely")


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
                join_equal(links, name, block[0], "spelling variant of {}", confidence="likely")


def _one_spelling(name: LocalName, other: LocalName, known: Gazetteer) -> bool:
    key, other_key = body_key(name.name).split(), body_key(other.name).split()
    if is_listed(name.name, known) or is_listed(other.name, known):
        return False
    changed = [(word, another) for word, another in zip(key, other_key, strict=True) if word != another]
    if any(known.is_ordinary(word) and known.is_ordinary(another) for word, another in changed):
        return False
    if any(is_listed(word.title(), known) and is_listed(another.title(), known) for word, another in changed):
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
