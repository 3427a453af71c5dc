"""Bodies called by a part of their name: "Rovers", "Promises" for a clinic, in the articles that name it in full."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from index.annotating.aliases.context import Context
from index.annotating.aliases.links import Links
from index.annotating.aliases.names import LocalName, join, suggest, the_one
from index.annotating.aliases.normal import body_key, folded, is_acronym
from index.annotating.aliases.places import is_listed
from index.annotating.names import cues, world
from index.annotating.names.gazetteer import COUNTRY_WEIGHT, Gazetteer
from models.kind import Kind

_WELL_KNOWN_PLACE = 1.6
"""Weight in the gazetteer of a place of 100,000 people."""
_MOSTLY_TOGETHER = 0.5
"""Share of a short form's articles that have the name in full too."""
_SHORTEST = 4
_MOST_LEFT_OUT = 2
_WHOLE = frozenset(
    "center centre hospital clinic company corporation group holdings holding airlines airways motors motor stores "
    "industries technologies pharmaceuticals hotel hotels club magazine newspaper department church college school "
    "university institute stadium airport prison camp studios restaurants supermarkets".split()
)
"""Last words that belong to the whole, and not to a part of it: Labs, News and Foundation are parts."""
GENERIC = frozenset(folded(word) for word in cues.ORG_TAILS | cues.PLACE_TAILS | cues.GENERIC | cues.COMPASS)
"""Words that say what kind of thing a name names, and alone name nothing."""


def link_short_forms(
    names: Sequence[LocalName], links: Links[str], known: Gazetteer, context: Context
) -> None:
    """Join the short form where one body only can be meant; where there are two, or the evidence is thin, suggest."""
    _teams(names, links, known)
    _beginnings(names, links, known, context)


def _teams(names: Iterable[LocalName], links: Links[str], known: Gazetteer) -> None:
    """Join "Rovers" with "Tarnby Rovers" where no other place of the collection has Rovers."""
    full: dict[str, list[LocalName]] = defaultdict(list)
    single: list[LocalName] = []
    for name in names:
        team = team_of(name.name, known)
        if team is not None:
            full[team].append(name)
        elif is_team_alone(name):
            single.append(name)
    for name in single:
        whole = the_one(full.get(name.name.title(), []) or full.get(name.name, []), links)
        if whole is not None:
            join(links, name, whole, "short for {}", "{} with its place", confidence="likely")


def team_of(name: str, known: Gazetteer) -> str | None:
    """What a team with its place in front is called without it: "Rovers"; None for what is no such name."""
    place, _, last = name.rpartition(" ")
    city = _WELL_KNOWN_PLACE <= known.places.get(place, 0.0) < COUNTRY_WEIGHT and place not in world.STATES
    if not city or known.is_ordinary(place.lower()) or not last.endswith("s") or last in cues.PLACE_TAILS:
        return None
    return last


def is_team_alone(name: LocalName) -> bool:
    """Whether a name could be a team's without its place."""
    bare = name.name
    return name.kind is Kind.ORG and " " not in bare and not is_acronym(bare) and bare not in cues.ORG_HEADS


def _beginnings(names: Iterable[LocalName], links: Links[str], known: Gazetteer, context: Context) -> None:
    """Join "Tarnholm" with "Tarnholm Treatment Center" where the rest says only what it is, and articles have both."""
    full: dict[str, list[LocalName]] = defaultdict(list)
    candidates = [name for name in names if name.kind is Kind.ORG and not is_acronym(name.name)]
    for name in candidates:
        for start in without_generic_end(name.name, known):
            full[start].append(name)
    for name in candidates:
        key = body_key(name.name)
        bodies = [other for other in full.get(key, ()) if links.root(other.key) != links.root(name.key)]
        if not bodies or len(key) < _SHORTEST or is_listed(name.name, known) or _says_nothing(key):
            continue
        whole = the_one(bodies, links)
        if whole is not None and context.together(name, whole) >= _MOSTLY_TOGETHER:
            join(links, name, whole, "short for {}", "{} in full", confidence="likely")
            continue
        for other in bodies:
            alike = context.alike(name, other)
            if alike > 0:
                suggest(links, name, other, "could be short for {}", 0.3 + 0.4 * alike)


def without_generic_end(name: str, known: Gazetteer) -> Iterator[str]:
    """What is left of a body's name without the words at its end that only say what it is."""
    words = body_key(name).split()
    if words[-1] in _WHOLE:
        for left_out in range(1, min(_MOST_LEFT_OUT, len(words) - 1) + 1):
            if all(word in GENERIC or known.is_ordinary(word) for word in words[-left_out:]):
                yield " ".join(words[:-left_out])


def _says_nothing(key: str) -> bool:
    return all(word in GENERIC for word in key.split())
