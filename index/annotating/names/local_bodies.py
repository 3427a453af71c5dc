"""Bodies that one article calls by a part of their name: "the Ministry", "the Supreme Court" of a country."""

from collections.abc import Iterable, Sequence

from index.annotating.aliases.normal import body_key, is_acronym, plain
from index.annotating.names import cues
from index.annotating.names.gazetteer import gazetteer
from models.annotation import Mention
from models.kind import Kind

_ALONE = frozenset(
    "academy agency airport association authority bank board bureau center centre college commission committee company "
    "corporation council court department federation foundation fund group hospital institute league ministry museum "
    "organisation organization school service society tribunal trust union university".split()
)
"""Words that name, alone, the one such body that the article has named; the Army and the House are often another."""
_HEADS = frozenset(head.lower() for head in cues.ORG_HEADS)
_SMALL = frozenset({"of", "for", "the"})


def short_bodies(mentions: Iterable[Mention]) -> dict[tuple[Kind, str], str]:
    """Short names of bodies to the one longer name in the text that they can stand for.

    "Supreme Court" stands for "Norwegian Supreme Court": what is left out says only whose it is. "Democratic Party"
    does not stand for "Social Democratic Party".
    """
    names = {plain(mention.text) for mention in mentions if mention.kind is Kind.ORG}
    words = {name: body_key(name).split() for name in sorted(names) if not is_acronym(name)}
    full: dict[tuple[Kind, str], str] = {}
    for name, short in words.items():
        candidates = [other for other, long in words.items() if _stands_for(short, long)]
        if candidates:
            fullest = max(candidates, key=lambda other: (len(words[other]), other))
            if all(other == fullest or _stands_for(words[other], words[fullest]) for other in candidates):
                full[Kind.ORG, name] = fullest
    return full


def _stands_for(short: Sequence[str], long: Sequence[str]) -> bool:
    if not short or len(short) >= len(long) or not _HEADS & {short[0], short[-1]}:
        return False
    if list(long[-len(short) :]) == list(short):
        left_out = long[: -len(short)]
    elif list(long[: len(short)]) == list(short) and long[len(short)] in _SMALL:
        left_out = long[len(short) :]
    else:
        return False
    if len(short) == 1:
        return short[0] in _ALONE
    return _says_whose(" ".join(word for word in left_out if word not in _SMALL))


def _says_whose(words: str) -> bool:
    """Whether words are a country's, a place's or a people's name."""
    known = gazetteer()
    name = words.title()
    return words in known.countries or name in known.peoples or name in known.places
