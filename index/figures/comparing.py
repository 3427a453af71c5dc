"""How two figures compare: the same, the same in other units, a conflict, another occasion, another measure."""

import math
import re
from datetime import date, timedelta

from index.annotating.measures import unit_written
from index.figures.context import PAST, Context
from index.nearby.shelf import dated
from models.annotation import Figure
from models.related import FigureClass

SAME_STORY = 0.28
"""From this cosine of two articles on they tell one story; set on ECB+, whose topics pair two stories each."""
_NAMED_STORY, _SHARED_NAMES = 0.14, 3
"""Or from this one on, where so many names are of both articles and their dates do not part them."""
_CLOSE_WORDS = 0.5
"""From this share of a sentence's weight on, another sentence says the same thing of whatever articles."""
_LOOSE_WORDS = 0.25
"""Below this share, a year named on one side only is taken for another occasion."""
_ADDED = re.compile(r"\b(?:extra|additional|another|further|more)\b", re.IGNORECASE)
_UNIT_TOLERANCE = 0.025
_ROUGH_TOLERANCE = 0.05
_CROWD_WIDTH = 10
"""Dozens are fewer than ten dozen."""
_WIDTH, _WIDTH_INSIDE = 10, 5
"""Figures so many times apart, in two articles or inside one, count different things; as inside one where what is
counted stands only in a sentence before."""
_NEAR_WORDS = 2
"""So many words right around two figures, or the same thing counted, show that they measure one thing."""
_MONTHS = "January February March April May June July August September October November December".split()
_SAME_DAYS = 7
"""Of articles dated further apart, unequal figures are of two occasions."""
_MONEY_KINDS = re.compile(
    r"\b(cash|stock|shares?|loans?|grants?|fines?|tax(?:es)?|salar(?:y|ies)|rewards?|debts?|profits?|revenues?|sales"
    r"|loss(?:es)?|budget|funding|aid|dividends?|bail|damages|rent|wages?)\b",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"\d[\d,. ]*")


def compare(a: Context, b: Context, *, likeness: float, overlap: float, apart: bool) -> FigureClass | None:
    """How `b` compares with `a`; None where they count different kinds of things.

    A conflict is claimed only where nothing speaks against it: two occasions called a conflict are worse than one
    conflict missed.

    Args:
        a: The figure asked about.
        b: Another figure.
        likeness: Cosine of their articles' stems.
        overlap: The share of the sentences' weight that they have in common.
        apart: Different sources give them, as far as the text says who gives them.
    """
    if a.measure != b.measure or not _same_thing(a, b):
        return None
    equal = same_value(a.figure, b.figure, a.size, b.size)
    if _other_occasion(a, b, likeness, overlap, equal=equal):
        return "other-occasion"
    if _other_measure(a, b):
        return "other-measure"
    if equal:
        return (
            "same" if a.figure.unit == b.figure.unit and not _converted(a.figure, b.figure) else "same-units"
        )
    return _conflict(a, b, apart=apart)


def _conflict(a: Context, b: Context, *, apart: bool) -> FigureClass | None:
    """Call it "differs" where two unequal figures surely count one thing, "other-measure" where they may, else None."""
    if _is_crowd(a.figure) or _is_crowd(b.figure):
        return None
    inside = a.opened.revision == b.opened.revision
    ratio = max(a.size, b.size) / max(min(a.size, b.size), 1e-9)
    alike = len(a.near & b.near)
    if a.head is None or a.head != b.head:
        surely = bool(a.measure) and alike >= _NEAR_WORDS
    else:
        surely = a.state == b.state or ((a.state is None or b.state is None) and alike > 0)
    narrow = inside or not (a.measure or (a.figure.of and b.figure.of))
    if surely and ratio <= (_WIDTH_INSIDE if narrow else _WIDTH) and (apart or not inside):
        # One article by one source rarely contradicts itself: it goes on to something else.
        return "differs"
    return "other-measure" if ratio <= _WIDTH and (surely or alike > 0) else None


def _same_thing(a: Context, b: Context) -> bool:
    """Whether two figures of one measure may count one thing at all."""
    if (a.state == "population") != (b.state == "population"):
        return False
    if a.measure:
        return (a.head == "age") == (b.head == "age") if a.measure == "time" else True
    if a.head and b.head:
        return a.head == b.head or {a.head, b.head} == {"people", "troops"} or _share_object(a, b)
    return a.state is not None and a.state == b.state


def _share_object(a: Context, b: Context) -> bool:
    """Whether one counts with a word that stands beside the other: "7.6 magnitude", "a quake measuring 7.6"."""
    return (a.head in b.near or b.head in a.near) and (a.state == b.state)


def _other_occasion(a: Context, b: Context, likeness: float, overlap: float, *, equal: bool) -> bool:
    if a.years and b.years and not a.years & b.years:
        return True
    if not equal and _days_apart(a, b) > _SAME_DAYS:
        return True
    if a.opened.revision == b.opened.revision:
        return _dated_apart(a, b) or _dated_apart(b, a)
    if overlap < _LOOSE_WORDS and bool(a.years) != bool(b.years) and not equal:
        return True
    if not equal and bool(_past(a)) != bool(_past(b)):
        return True
    if overlap >= _CLOSE_WORDS or is_one_story(a, b, likeness):
        return False
    return not (equal and (len(a.names & b.names) > 0 or _is_money(a) or _says_the_same(a, b)))


def _says_the_same(a: Context, b: Context) -> bool:
    """A measured thing of one kind, as the length of a border, is not met twice with one value by chance."""
    if not a.measure or "age" in (a.head, b.head):
        return False
    return (a.head is not None and a.head == b.head) or len(a.near & b.near) >= _NEAR_WORDS


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
    return bool(a.measure) or _days_apart(a, b) <= _SAME_DAYS


def _past(context: Context) -> set[str]:
    """Years before the article's own that its sentence names."""
    year = (context.opened.article.published or "")[:4]
    return {y for y in context.years if y == PAST or (year and y < year)}


def _days_apart(a: Context, b: Context) -> int:
    """Between the days told of; 0 where one is not known.

    That is the day of publication, or the nearer end of an earlier month of that year which the passage names.
    """
    first, second = dated(a.opened), dated(b.opened)
    if not first or not second:
        return 0
    return min(_gap(x, y) for x in _spans(a, first) for y in _spans(b, second))


def _gap(a: tuple[date, date], b: tuple[date, date]) -> int:
    return max((b[0] - a[1]).days, (a[0] - b[1]).days, 0)


def _spans(context: Context, published: date) -> list[tuple[date, date]]:
    spans = [(published, published)]
    for name in context.passage_months:
        month = _MONTHS.index(name) + 1
        if month < published.month:
            spans.append((date(published.year, month, 1), date(published.year, month + 1, 1) - timedelta(1)))
    return spans


def _dated_apart(a: Context, b: Context) -> bool:
    """Whether `a` is of another year or month than the rest of its article, and `b` is not."""
    published = (a.opened.article.published or "")[:4]
    return bool(a.years - {published} and not b.years) or bool(
        a.months and b.months and not a.months & b.months
    )


def _other_measure(a: Context, b: Context) -> bool:
    if (a.state and b.state and a.state != b.state) or _is_added(a) != _is_added(b):
        return True
    if _is_money(a):
        kinds, others = _money_kinds(a), _money_kinds(b)
        return ("cash" in kinds) != ("cash" in others) or bool(kinds and others and not kinds & others)
    if not a.measure:
        return {a.head, b.head} == {"people", "troops"}
    return bool(a.head and b.head) and a.head != b.head and a.head not in b.stems and b.head not in a.stems


def _is_added(context: Context) -> bool:
    """Whether a figure comes on top of others: "another 20,000", "two extra life sentences"."""
    text, figure = context.opened.article.text, context.figure
    before = text[max(context.start, figure.start - 12) : figure.start]
    return bool(_ADDED.search(text, figure.end, figure.end + 12) or re.search(r"\b(?:an)?other $", before))


def _is_money(context: Context) -> bool:
    return len(context.measure) == 3 and context.measure.isupper()


def _money_kinds(context: Context) -> set[str]:
    text, figure = context.opened.article.text, context.figure
    around = text[max(context.start, figure.start - 45) : min(context.end, figure.end + 45)]
    return {kind.lower().rstrip("s") for kind in _MONEY_KINDS.findall(around)}


def same_value(a: Figure, b: Figure, size_a: float, size_b: float) -> bool:
    """Whether two figures say the same number: exactly in one unit, within rounding where units differ.

    Args:
        a: A figure.
        b: Another of the same measure.
        size_a: The value of `a` in the measure's common unit.
        size_b: The same of `b`.
    """
    if (a.low is not None and a.high is not None) or (b.low is not None and b.high is not None):
        return _ranges_meet(a, b)
    if _is_crowd(a) != _is_crowd(b):
        crowd, exact = (size_a, size_b) if _is_crowd(a) else (size_b, size_a)
        return crowd <= exact <= crowd * _CROWD_WIDTH
    if math.isclose(size_a, size_b, rel_tol=1e-6):
        return True
    if a.unit == b.unit and not _converted(a, b):
        return False
    difference = abs(size_a - size_b) / max(abs(size_a), abs(size_b))
    return difference <= _UNIT_TOLERANCE or (
        difference <= _ROUGH_TOLERANCE
        and abs(size_a - size_b) <= max(_half_step(a, size_a), _half_step(b, size_b))
    )


def _ranges_meet(a: Figure, b: Figure) -> bool:
    if a.unit != b.unit:
        return False
    low_a, high_a = (a.low, a.high) if a.low is not None and a.high is not None else (a.value, a.value)
    low_b, high_b = (b.low, b.high) if b.low is not None and b.high is not None else (b.value, b.value)
    return low_a <= high_b and low_b <= high_a


def _is_crowd(figure: Figure) -> bool:
    """Whether a figure is a word such as "dozens"."""
    return figure.bound == "at least" and figure.text[:1].isalpha() and figure.text.rstrip().endswith("s")


def _written(figure: Figure) -> float | None:
    digits = _DIGITS.search(figure.text)
    try:
        return float(re.sub(r"[, ]", "", digits.group()).rstrip(".")) if digits else None
    except ValueError:
        return None


def _converted(a: Figure, b: Figure) -> bool:
    """Whether figures of one base unit were written in different ones: miles and kilometres."""
    first, second = unit_written(a.text), unit_written(b.text)
    return first is not None and second is not None and first != second


def _half_step(figure: Figure, size: float) -> float:
    """Half of the last written digit's place, in the common unit: what rounding may have changed."""
    written = _written(figure)
    if not written:
        return 0.0
    digits = f"{written:f}".rstrip("0")
    place = (
        -len(digits.split(".")[1])
        if not digits.endswith(".")
        else len(digits) - 1 - len(digits[:-1].rstrip("0"))
    )
    return abs(size) / written * 10.0**place / 2
