"""Abbreviations and the names they stand for: well-known ones, ones an article defines, and plain initials."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from index.annotating.aliases.context import Context
from index.annotating.aliases.links import Links
from index.annotating.aliases.names import LocalName, join, join_equal, suggest, the_one
from index.annotating.aliases.normal import body_key, initials, is_acronym
from index.annotating.aliases.places import country_code
from index.annotating.aliases.tables import other_names
from index.annotating.names.gazetteer import Gazetteer
from models.kind import Kind
from models.provenance import Confidence

SHORTEST_INITIALS = 3
_SHORTEST_AS_WORD = 4
"""Letters of an abbreviation that is also written as a word: ISIS, Isis; but Md is not MD."""
_MOST_CANDIDATES = 3
_ONE_STORY = 0.6


def link_abbreviations(
    names: Sequence[LocalName], links: Links[str], known: Gazetteer, context: Context
) -> None:
    """Join abbreviations with names in full: as an article defines them, as is well known, then by initials."""
    bodies = [name for name in names if name.kind is not Kind.NORP]
    defined = _definitions(bodies)
    _other_names(bodies, links, defined)
    well_known = {body_key(short) for group in other_names() for short in group[1:] if is_acronym(short)}
    initialled: dict[str, list[LocalName]] = defaultdict(list)
    for name in bodies:
        if not is_acronym(name.name) and " " in name.name:
            initialled[initials(name.name).lower()].append(name)
    for name in bodies:
        key = body_key(name.name)
        as_word = len(key) >= _SHORTEST_AS_WORD and name.name.istitle() and key in defined
        if not (is_acronym(name.name) or as_word) or country_code(name.name, known):
            continue
        if key in defined:
            _join_one(name, defined[key], links, "defined in parentheses as {}", "certain")
            _suggest_some(name, defined[key], links, context)
        elif len(key) >= SHORTEST_INITIALS and key not in well_known and key in initialled:
            candidates = initialled[key]
            if _meet(name, candidates, context):
                _join_one(name, candidates, links, "initials of {}", "likely")
            _suggest_some(name, candidates, links, context)


def _meet(name: LocalName, candidates: Iterable[LocalName], context: Context) -> bool:
    """Whether articles speak for initials: SEC is not Samsung Electronics' because that has the same letters."""
    return not context.knows(name) or any(
        context.together(name, other) > 0 or context.alike(name, other) >= _ONE_STORY for other in candidates
    )


def _definitions(bodies: Iterable[LocalName]) -> dict[str, list[LocalName]]:
    """Keys of abbreviations to the names of which articles say that they are short for."""
    defined: dict[str, list[LocalName]] = defaultdict(list)
    for name in bodies:
        if not is_acronym(name.name):
            for form in name.forms:
                if is_acronym(form):
                    defined[body_key(form)].append(name)
    return defined


def _join_one(
    name: LocalName, candidates: Sequence[LocalName], links: Links[str], reason: str, confidence: Confidence
) -> None:
    whole = the_one(candidates, links)
    if whole is not None:
        join(links, name, whole, reason, "{} in full", confidence=confidence)


def _suggest_some(
    name: LocalName, candidates: Sequence[LocalName], links: Links[str], context: Context
) -> None:
    if len({links.root(other.key) for other in candidates}) <= _MOST_CANDIDATES:
        for other in candidates:
            alike = context.alike(name, other)
            if alike > 0:
                suggest(links, name, other, "could be short for {}", 0.4 + 0.4 * alike)


def _other_names(bodies: Iterable[LocalName], links: Links[str], defined: dict[str, list[LocalName]]) -> None:
    """Join UN with United Nations, whatever else has those initials, unless an article defines it as something else."""
    by_key = {body_key(name.name): name for name in bodies}
    for group in other_names():
        present = [by_key[key] for text in group if (key := body_key(text)) in by_key]
        if not present:
            continue
        full = present[0]
        for name in present[1:]:
            others = [other for other in defined.get(body_key(name.name), []) if other not in present]
            if others or (full.kind is Kind.PLACE) != (name.kind is Kind.PLACE):
                continue
            if is_acronym(name.name) and not is_acronym(full.name):
                join(links, name, full, "abbreviation of {}", "{} in full")
            else:
                join_equal(links, name, full, "another name of {}")
