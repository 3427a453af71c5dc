"""Which mentions of one article name the same thing: surnames of full names, abbreviations in parentheses."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from index.annotating.aliases.normal import initials, is_acronym, plain
from index.annotating.names.local_bodies import short_bodies
from index.annotating.names.namesakes import people_meant
from models.annotation import Mention
from models.kind import Kind

_DEFINITION = re.compile(
    r"\s?\((?:[a-z ]*\b(?:or|as|called|the) )?[\"“'‘]?$|,? (?:or|known as|abbreviated as|called) (?:the )?[\"“'‘]?$"
)
_IN_FULL = re.compile(r"\s?\((?:the )?[\"“'‘]?")
_SLASH = re.compile(r"\s?/\s?")


def name_locally(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions with `entity` set to local names, "KIND:Full Name", resolved inside this text only.

    Args:
        text: The text the mentions were found in.
        mentions: In order of start.
    """
    people = people_meant(text, mentions)
    full = short_bodies(mentions) | _defined(text, mentions)
    named = []
    for number, mention in enumerate(mentions):
        name = people.get(number) or full.get((mention.kind, plain(mention.text)), plain(mention.text))
        name = full.get((mention.kind, name), name)
        named.append(mention.model_copy(update={"entity": f"{mention.kind}:{name}"}))
    return named


def _defined(text: str, mentions: Sequence[Mention]) -> dict[tuple[Kind, str], str]:
    """Abbreviations to the names that define them: "Long Name (LN)", "(LN/LNX)", "LN (Long Name)"."""
    full: dict[tuple[Kind, str], str] = {}
    long: Mention | None = None
    for before, short in pairwise(mentions):
        gap = text[before.end : short.start]
        if _DEFINITION.fullmatch(gap):
            long = before
        elif not _SLASH.fullmatch(gap):
            long = None
        if long is not None and _abbreviates(short.text, long):
            full[short.kind, plain(short.text)] = plain(long.text)
        elif _IN_FULL.fullmatch(gap) and _initials_of(before.text, short):
            full[before.kind, plain(before.text)] = plain(short.text)
    return full


def _abbreviates(short: str, long: Mention) -> bool:
    """Another order of letters is common where the abbreviation comes from another language."""
    words = [word for word in long.text.split() if word[0].isupper()]
    if not is_acronym(short) or len(words) < 2 or long.kind is Kind.PERSON:
        return False
    same_letters = Counter(short.replace(".", "")) == Counter(word[0] for word in words)
    return same_letters or (long.kind is not Kind.PLACE and short[0] == words[0][0])


def _initials_of(short: str, long: Mention) -> bool:
    return (
        is_acronym(short) and initials(long.text) == short.replace(".", "") and long.kind is not Kind.PERSON
    )
