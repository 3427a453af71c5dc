"""What may be named as shared by two passages: telling words, whole numbers, names that are not the outlet's."""

import re
from collections.abc import Collection, Iterable, Sequence
from itertools import pairwise

from index.words import STOP_WORDS, places, stem, terms
from models.annotation import Mention
from models.kind import Kind

_TITLES = (
    "mr mrs ms miss dr prof professor sir lady lord rev lt gen col capt cpt sgt maj cmdr adm lieutenant general "
    "colonel captain sergeant major commander admiral judge justice mayor minister president secretary director"
)
_CALENDAR = (
    "monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun january february march april "
    "june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec today "
    "yesterday tomorrow second seconds minute minutes hour hours day days night nights week weeks weekend month months "
    "year years time times morning afternoon evening noon midnight o'clock am pm"
)
_NUMBERS = (
    "one two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty sixty seventy eighty "
    "ninety hundred hundreds thousand thousands million millions billion half quarter dozen dozens first third last "
    "next per cent percent"
)
_COMMON = (
    "ask asks asked asking give gives gave given giving take takes took taken taking make makes made making come comes "
    "came coming go goes went gone going get gets got getting see sees saw seen seeing find finds found finding think "
    "thinks thought know knows knew known want wants wanted put puts keep keeps kept call calls called let lets leave "
    "leaves left turn turns turned look looks looked seem seems seemed use uses used try tries tried tell tells add "
    "adds added begin begins began begun start starts started need needs needed show shows showed shown bring brings "
    "brought stand stands stood hold holds held set sets run runs ran say saying speak spoke spoken people person "
    "man men woman women thing things way ways part parts place places side end number numbers lot long short little "
    "much many good bad new old big small great high low large every another nothing something somebody nobody "
    "everybody anything everything without within still already never always often again ever even just back well "
    "bed bit kind sort word words like"
)
_LINKING = (
    "now then here there however meanwhile yet also too soon ago once twice recent recently lately current currently "
    "later latest earlier early late finally eventually according accordingly including include includes included "
    "especially particularly mainly mostly almost nearly near nearby perhaps maybe possible possibly really actually "
    "simply instead moreover although though despite amid among toward towards across along further whether would "
    "could should might must may"
)
_PLAIN = frozenset(f"{_TITLES} {_CALENDAR} {_NUMBERS} {_COMMON} {_LINKING}".split()) | STOP_WORDS
"""Words that are in any two articles, so that to share them means nothing."""
_WHOLE_NUMBER = re.compile(r"(?<![\w.,:])\d[\d.,:]*\d(?![\w])")
_JOINING = (" ", "-")
_DIGITS = 3
"""A shorter number is met twice by chance."""


def distinctive(term: str) -> bool:
    """Whether a folded word tells something of a passage: no piece of a number, title, weekday or everyday word."""
    return len(term) > 1 and term not in _PLAIN and (term.isalpha() or not any(c.isdigit() for c in term))


def shared_numbers(text: str, other: str) -> list[str]:
    """The numbers of three digits or more that two texts write alike, in the order of the second."""
    mine = set(_WHOLE_NUMBER.findall(text))
    return [n for n in _WHOLE_NUMBER.findall(other) if n in mine and sum(map(str.isdigit, n)) >= _DIGITS]


def phrases(text: str, shared: Collection[str], other: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """The distinctive words of a text whose stems are shared, with their stems; side by side in both they are a phrase.

    Args:
        text: Whose words they are.
        shared: The stems that both texts have.
        other: The words of the other text, folded, in their order.
    """
    beside = set(pairwise(map(stem, other)))
    found: list[tuple[list[str], int, int]] = []
    for term, (start, end) in zip(terms(text), places(text), strict=True):
        stem_ = stem(term)
        if stem_ not in shared or not distinctive(term):
            continue
        if found and (found[-1][0][-1], stem_) in beside and text[found[-1][2] : start] in _JOINING:
            found[-1] = ([*found[-1][0], stem_], found[-1][1], end)
        else:
            found.append(([stem_], start, end))
    return {text[start:end]: tuple(stems) for stems, start, end in found}


def is_outlet(mention: Mention, outlets: Iterable[str]) -> bool:
    """Whether a mention names one of the outlets: "the Ledger" for The Continental Ledger, but no place in a name."""
    named = set(terms(mention.text)) - STOP_WORDS
    for outlet in outlets:
        own = set(terms(outlet)) - STOP_WORDS
        if named == own or (mention.kind is Kind.ORG and named <= own):
            return True
    return False
