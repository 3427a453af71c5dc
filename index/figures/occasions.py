"""Whether two figures are of one occasion, as far as dates, persons, places and their articles' words tell."""

from typing import Literal

from index.figures.context import PAST, Context, day_of
from index.figures.days import days_apart
from index.figures.standing import is_standing
from index.figures.values import digits_told, is_crowd

SAME_STORY = 0.28
"""From this cosine of two articles on they tell one story; set on ECB+, whose topics pair two stories each."""
_NAMED_STORY, _SHARED_NAMES = 0.14, 3
"""Or from this one on, where so many names are of both articles and their dates do not part them."""
_THING_NAMES = 2
"""So many will do for what stands for long, such as a ferry: its yard and the water it crosses."""
_CLOSE_WORDS = 0.5
"""From this share of a sentence's weight on, another sentence says the same thing of whatever articles."""
LOOSE_WORDS = 0.25
"""Below this share, a year named on one side only is taken for another occasion."""
_SAME_DAYS = 7
"""Of articles dated further apart, unequal figures are of two occasions."""
_STANDING_DAYS = 365
"""The same for what does not happen on a day: a length, a capacity, the sum of a contract."""
NEAR_WORDS = 2
"""So many words right around two figures, or the same thing counted, show that they measure one thing."""
_TELLING = 3
"""A number of so many digits is hardly met in two stories by chance where they share a name; else two names."""
_BODILY = frozenset({"length", "time", "kg"})
_LARGE = 100
"""Counts from here on that are equal are so by chance hardly ever, where articles share names."""
_RISING = frozenset({"killed", "injured", "displaced", "arrested", "rescued", "damaged"})
"""What is counted on and on while an event goes on."""
UNDATED, STORY = "undated", "another story"
"""Reasons for another occasion that leave a doubt."""
_PERSONAL = frozenset({"sentenc", "term", "age"})
"""What each person has of his own."""


def other_occasion(a: Context, b: Context, likeness: float, overlap: float, *, equal: bool) -> bool:
    """Whether two figures that may count one thing count it on two occasions.

    Args:
        a: A figure.
        b: Another.
        likeness: Cosine of their articles' stems.
        overlap: The share of the sentences' weight that they have in common.
        equal: Whether they say one number.
    """
    if a.years and b.years and not a.years & b.years:
        return True
    if (not equal or a.head in _PERSONAL) and _persons_apart(a, b):
        return True
    back = _looks_back_on(a, b) or _looks_back_on(b, a)
    if not equal and (
        (not back and _parted_by_days(a, b, overlap)) or {a.limits.time, b.limits.time} == {"day", "whole"}
    ):
        return True
    if a.opened.revision == b.opened.revision:
        return _dated_apart(a, b) or _dated_apart(b, a) or (not equal and _weekdays_apart(a, b))
    if overlap < LOOSE_WORDS and bool(a.years) != bool(b.years) and not equal and not back:
        return True
    if not equal and bool(_past(a)) != bool(_past(b)) and not back:
        return True
    if overlap >= _CLOSE_WORDS or likeness >= SAME_STORY:
        return False
    if is_one_story(a, b, likeness) and (
        _both_dated(a, b)
        or a.measure
        or a.aspect
        or overlap >= LOOSE_WORDS
        or (equal and a.size >= _LARGE and not is_crowd(a.figure) and not is_crowd(b.figure))
    ):
        return False
    if (
        overlap >= LOOSE_WORDS
        and is_standing(a)
        and is_standing(b)
        and (equal or _is_one_thing(a, b, likeness))
    ):
        return False
    return not (equal and (_names_it(a, b) or _says_the_same(a, b)))


def _is_one_thing(a: Context, b: Context, likeness: float) -> bool:
    """Whether two articles may tell of one standing thing, whatever else each tells."""
    return likeness >= _NAMED_STORY and len(a.opened.names & b.opened.names) >= _THING_NAMES


def _parted_by_days(a: Context, b: Context, overlap: float) -> bool:
    """Whether so many days lie between them that unequal figures are of two occasions.

    What stands for long, as the worth of a contract, is told again and again; but of one thing surely only where the
    sentences agree.
    """
    days = days_apart(a, b)
    if overlap >= LOOSE_WORDS and is_standing(a) and is_standing(b):
        return days > _STANDING_DAYS
    return days > _SAME_DAYS


def is_one_story(a: Context, b: Context, likeness: float) -> bool:
    """Whether two figures stand in articles about one thing: alike in words, or in names where no date parts them.

    Args:
        a: A figure.
        b: Another, of another article.
        likeness: Cosine of their articles' stems.
    """
    if likeness >= SAME_STORY:
        return True
    if likeness < _NAMED_STORY or len(a.opened.names & b.opened.names) < _SHARED_NAMES:
        return False
    return bool(a.measure) or days_apart(a, b) <= _SAME_DAYS


def update_of(asked: Context, other: Context) -> Literal["later", "earlier"] | None:
    """Whether time explains a conflict: a toll told on a later day is higher, on an earlier day lower."""
    first, second = day_of(asked), day_of(other)
    if not first or not second or asked.aspect not in _RISING or asked.aspect != other.aspect:
        return None
    if second > first and other.size > asked.size:
        return "later"
    return "earlier" if second < first and other.size < asked.size else None


def told_apart_by(asked: Context, other: Context) -> str:
    """In a few words why a figure is of another occasion than the one asked about: "2019", "one day", "undated"."""
    if other.years and other.years != asked.years:
        return ", ".join(sorted(other.years))
    if asked.years and not other.years:
        return f"not told of {', '.join(sorted(asked.years))}"
    if _persons_apart(asked, other):
        return "another person"
    days = days_apart(asked, other)
    if days > (_STANDING_DAYS if is_standing(asked) and is_standing(other) else _SAME_DAYS):
        return f"{days} days apart"
    if {asked.limits.time, other.limits.time} == {"day", "whole"}:
        return "one day" if other.limits.time == "day" else "in all"
    if _weekdays_apart(asked, other):
        return "another day"
    if day_of(other) is None:
        return UNDATED
    return STORY


def _looks_back_on(a: Context, b: Context) -> bool:
    """Whether `a` tells of a past year in which the article of `b` was written about its own present."""
    return not b.years and (b.published or "")[:4] in _past(a)


def _both_dated(a: Context, b: Context) -> bool:
    return day_of(a) is not None and day_of(b) is not None


def _names_it(a: Context, b: Context) -> bool:
    """Whether two equal figures share names that make chance unlikely, or a year long ago."""
    if a.years & b.years:
        return True
    if is_crowd(a.figure) or is_crowd(b.figure):
        return False
    telling = digits_told(a.figure) >= _TELLING and digits_told(b.figure) >= _TELLING
    return len(a.names & b.names) >= (1 if telling else 2)


def _says_the_same(a: Context, b: Context) -> bool:
    """A measured thing of one kind, as the length of a border, is not met twice with one value by chance."""
    if not a.measure or "age" in (a.head, b.head):
        return False
    if a.money or b.money:
        return bool(a.money & b.money) or digits_told(a.figure) >= _TELLING
    return (a.head is not None and a.head == b.head) or len(a.near & b.near) >= NEAR_WORDS


def _persons_apart(a: Context, b: Context) -> bool:
    """Whether each measures something of a person of its own: how far one fell, how long another must serve."""
    if a.measure not in _BODILY and a.head not in _PERSONAL:
        return False
    first, second = _words_of(a.persons), _words_of(b.persons)
    return bool(first and second and not first & second)


def _words_of(persons: frozenset[str]) -> set[str]:
    """The words of their names, so that a misspelt surname does not part a person from himself."""
    return {word for person in persons for word in person.rpartition("/")[2].split("-")}


def _weekdays_apart(a: Context, b: Context) -> bool:
    return bool(a.weekdays and b.weekdays and not a.weekdays & b.weekdays)


def _past(context: Context) -> set[str]:
    """Years before the article's own that its sentence names."""
    year = (context.published or "")[:4]
    return {y for y in context.years if y == PAST or (year and y < year)}


def _dated_apart(a: Context, b: Context) -> bool:
    """Whether `a` is of another year or month than the rest of its article, and `b` is not."""
    published = (a.published or "")[:4]
    return bool(a.years - {published} and not b.years) or bool(
        a.months and b.months and not a.months & b.months
    )
