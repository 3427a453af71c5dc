"""Numbers that name instead of counting: dates, times, years, ordinals, "Flight 12", "GBU-43", scores."""

import re

from index.annotating.counting.numerals import Numeral

_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)"
)
_DATE_BEFORE = re.compile(
    rf"\b{_MONTH}\.? (?:\d{{1,2}}(?:st|nd|rd|th)?,? )?(?:the )?(?:\d{{1,2}} ?(?:-|–|to|and) ?)?$"
)
_DATE_AFTER = re.compile(rf"(?:st|nd|rd|th)?(?: ?(?:-|–|to|and) ?\d{{1,2}})? (?:of )?{_MONTH}\b")
_CLOCK_AFTER = re.compile(
    r":\d\d|\.\d\d ?[ap]\.? ?m\b|h\d\d\b|(?::\d\d)? ?[ap]\. ?m\.|(?: ?[ap]m\b)"
    r"| ?(?:GMT|UTC|BST|EST|EDT|CET|hrs|hours local|o[’']clock)\b"
)
_NOT_ENDED = re.compile(r"[A-Za-z_/@]|\.\d|[’']s\b|:\d|-(?:\d|[A-Z])|–\d")
_NUMBERED = re.compile(
    r"(?:\b(?:nos?|numbers?|chapter|sections?|articles?|resolution|flight|route|highway|pages?|room|gate|level|phase"
    r"|stage|round|type|class|channel|area|season|episode|version|part|volume|category|step|grade|size|figure|table"
    r"|line|platform|district|ward|zone|block|sector|model|top|juror|runway|base|interstate|game|week|day|amendment"
    r"|apollo)\.? ?|\bp\. ?|#)$",
    re.IGNORECASE,
)
_HYPHENATED = re.compile(r"[^\W\d_]-$|\d[-–]$")
_LINE_NUMBER = re.compile(r"(?:^|\n)\s*$")
_YEAR_BEFORE = re.compile(
    r"\b(?:of|late|early|mid|during|before|after|from|year|spring|summer|autumn|fall|winter|and|to|between|the)[ -]$"
    r"|\b(?:until|till|since|by|in)\b",
    re.IGNORECASE,
)
_COUNTED_PEOPLE = re.compile(
    r" (?:people|troops|soldiers|men|women|children|refugees|civilians|police|personnel|others)\b"
)
_PLURAL_AFTER = re.compile(r" (?:[a-z]+ )?[a-z]{3,}s\b")


def is_label(text: str, number: Numeral) -> bool:
    """Whether what stands around a number shows that it names: a date, a time, an ordinal, a numbered thing."""
    before, end = text[max(0, number.start - 40) : number.start], number.end
    if number.spelled:
        return bool(_NUMBERED.search(before))
    if _HYPHENATED.search(before) and not before.lower().endswith("magnitude-"):
        return True
    if _DATE_BEFORE.search(before) or _DATE_AFTER.match(text, end) or _CLOCK_AFTER.match(text, end):
        return True
    if _LINE_NUMBER.search(before) and text[end : end + 2] in (". ", ") "):
        return True
    # What is numbered past a thousand has no thousands mark: "part 1,100" is "took part 1,100 soldiers".
    return not number.grouped and bool(_NUMBERED.search(before))


def goes_on(text: str, number: Numeral) -> bool:
    """Whether digits are only the beginning of something: "201st", "1990s", "3.11.2", "5-3"; not "32-bit"."""
    return not number.spelled and bool(_NOT_ENDED.match(text, number.end))


def is_year(text: str, number: Numeral, end: int, *, bounded: bool) -> bool:
    """Four plain digits from 1500 to 2100, unless people or, after a bound ("over"), a plural stand behind `end`."""
    if number.spelled or number.scaled or number.grouped or not 1500 <= number.value <= 2100:
        return False
    if text[number.start : number.end] != f"{number.value:.0f}":
        return False
    if _YEAR_BEFORE.search(text, max(0, number.start - 20), number.start):
        return True
    return not (_COUNTED_PEOPLE.match(text, end) or (bounded and _PLURAL_AFTER.match(text, end)))
