"""People whose short names were taken for something else than a person's."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from index.annotating.aliases.context import SAME_STORY, Context
from index.annotating.aliases.links import Links
from index.annotating.aliases.names import LocalName, join, the_one
from index.annotating.aliases.normal import is_acronym, spelled_alike
from index.annotating.aliases.places import is_listed
from index.annotating.aliases.tables import nicknames
from index.annotating.names.gazetteer import Gazetteer
from models.kind import Kind

_MOSTLY_TOGETHER = 0.5
"""Share of the articles with the short name that name its bearer in full."""


def link_misread_people(
    names: Iterable[LocalName],
    links: Links[str],
    mentions: Mapping[str, int],
    known: Gazetteer,
    context: Context,
) -> None:
    """Join a "body" or "place" that is a surname with the only bearer, where their articles tell the same story."""
    bearers: dict[str, list[LocalName]] = defaultdict(list)
    others: list[LocalName] = []
    for name in names:
        if name.kind is Kind.PERSON:
            words = spelled_alike(name.name)
            if len(words) > 1:
                bearers[words[-1]].append(name)
        elif name.kind is not Kind.NORP and not is_acronym(name.name) and not is_listed(name.name, known):
            others.append(name)
    for name in others:
        *given, surname = spelled_alike(name.name) or ("",)
        person = the_one(bearers.get(surname, []), links)
        if person is None or len(given) > 1 or (given and not _is_given(given[0], person)):
            continue
        rarer = sum(mentions[key] for key in links.members(name.key)) < person.mentions
        if rarer and _meet(name, person, context):
            join(
                links,
                name,
                person,
                "short name of {}, in the same story",
                "full name of {}",
                confidence="likely",
            )


def _meet(name: LocalName, person: LocalName, context: Context) -> bool:
    return context.together(name, person) >= _MOSTLY_TOGETHER or context.alike(name, person) >= SAME_STORY


def _is_given(given: str, person: LocalName) -> bool:
    first = spelled_alike(person.name)[0]
    return given == first or first in nicknames().get(given, ())
