"""Which mentions of one article name the same thing: surnames of full names, abbreviations in parentheses."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise

from index.annotating.aliases.normal import initials, is_acronym, person_words, plain
from index.annotating.names.local_bodies import short_bodies
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
    full = _people(mentions) | short_bodies(mentions) | _defined(text, mentions)
    named = []
    for mention in mentions:
        name = full.get((mention.kind, plain(mention.text)), plain(mention.text))
        name = full.get((mention.kind, name), name)
        named.append(mention.model_copy(update={"entity": f"{mention.kind}:{name}"}))
    return named


def _people(mentions: Iterable[Mention]) -> dict[tuple[Kind, str], str]:
    """Shorter names of people to the one longer name in the text that they can stand for."""
    counts = Counter(plain(mention.text) for mention in mentions if mention.kind is Kind.PERSON)
    longer: dict[str, list[str]] = defaultdict(list)
    words = {name: person_words(name) for name in counts}
    for name, parts in words.items():
        if len(parts) > 1:
            for part in set(parts):
                longer[part].append(name)
    full: dict[tuple[Kind, str], str] = {}
    for name, parts in words.items():
        candidates = (
            [other for other in longer[parts[-1]] if _stands_for(parts, words[other])] if parts else []
        )
        whole = _one_person(candidates, words)
        if whole is not None:
            full[Kind.PERSON, name] = whole
    return full


def _stands_for(short: list[str], full: list[str]) -> bool:
    """Whether a name shortens another: "Kern", "Davor", "D. Kern" do "Davor Ivan Kern", but "Ivan" does not."""
    if len(short) >= len(full):
        return False
    if len(short) == 1:
        return short[0] in (full[-1], full[0])
    if short == full[-len(short) :]:
        return True
    given, rest = short[0], full[0]
    return short[-1] == full[-1] and (given == rest or (len(given) == 1 and rest.startswith(given)))


def _one_person(candidates: list[str], words: dict[str, list[str]]) -> str | None:
    """The fullest of the candidates where all of them can be one person; None where they cannot."""
    if not candidates:
        return None
    fullest = max(candidates, key=lambda name: (len(words[name]), len(name), name))
    others = (name for name in candidates if name != fullest)
    return fullest if all(_stands_for(words[name], words[fullest]) for name in others) else None


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
