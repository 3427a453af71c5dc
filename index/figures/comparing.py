"""How two figures compare: the same, the same in other units, a conflict, another occasion, another measure."""

from index.annotating.counting.measures import common, is_money
from index.figures.context import Context
from index.figures.counting import Counting
from index.figures.limits import limited_otherwise
from index.figures.occasions import LOOSE_WORDS, NEAR_WORDS, other_occasion
from index.figures.standing import is_standing
from index.figures.values import converted, digits_told, is_crowd, same_value
from index.nearby.ranking import content
from models.related import FigureClass

_WIDTH, _WIDTH_INSIDE = 10, 5
"""Figures so many times apart, in two articles or inside one, count different things; as inside one where what is
counted stands only in a sentence before."""
_SLIP, _SLIP_FROM, _SLIP_WORDS = 1.25, 100, 3
"""Inside one article, by one source: counts from 100 on no further apart, in sentences that share so many words."""
_ORDER = 100
"""Figures of other occasions and measures further apart are shown only where the same is told of what they count."""
_ANY_STORY = 0.14
"""A cosine of articles, or a share of the sentences' weight, from which on two may tell of one thing."""
_FEW = 12
"""Counts up to here are equal by chance all the time."""
_PART_OF_A_PRICE = ("cash", "advance")
_SHARES = frozenset({"%", "points"})


def may_compare(a: Counting, b: Counting) -> bool:
    """Whether `compare` can say anything of two figures, as far as it shows before their articles are opened."""
    if a.measure != b.measure or not _same_thing(a, b):
        return False
    return _of_one_order(a, b) or same_value(a.figure, b.figure, a.size, b.size)


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
    if not may_compare(a, b):
        return None
    equal = same_value(a.figure, b.figure, a.size, b.size)
    if not equal and _contradict(a, b) and (likeness >= _ANY_STORY or overlap >= _ANY_STORY):
        return "differs"
    if other_occasion(a, b, likeness, overlap, equal=equal):
        return "other-occasion" if _of_one_order(a, b) else None
    if _other_measure(a, b, equal=equal):
        return "other-measure" if _of_one_order(a, b) else None
    if equal:
        if _by_chance(a, b):
            return None
        same_unit = a.figure.unit == b.figure.unit and not converted(a.figure, b.figure)
        return "same" if same_unit else "same-units"
    return _conflict(a, b, overlap, apart=apart)


def _by_chance(a: Context, b: Context) -> bool:
    """Whether two small counts have nothing in common but the number, and at most what they count.

    "Two men are missing", "the page is kept by two people": nothing tells that these are the same two.
    """
    if a.measure or a.size > _FEW or (a.aspect is not None and a.aspect == b.aspect):
        return False
    counted = content(f"{a.figure.text} {a.figure.of or ''} {b.figure.text} {b.figure.of or ''}")
    return not a.stems & b.stems - set(counted)


def _contradict(a: Context, b: Context) -> bool:
    """Whether a sentence of theirs sets one number against the other itself: "60 people, not 40"."""
    pairs = ((a, b), (b, a))
    return any(
        same_value(denied, other.figure, common(denied.value, denied.unit)[0], other.size)
        for one, other in pairs
        for denied in one.contrasted
    )


def _conflict(a: Context, b: Context, overlap: float, *, apart: bool) -> FigureClass | None:
    """Call it "differs" where two unequal figures surely count one thing, "other-measure" where they may, else None."""
    if is_crowd(a.figure) or is_crowd(b.figure):
        return None
    inside = a.opened.revision == b.opened.revision
    ratio = max(a.size, b.size) / max(min(a.size, b.size), 1e-9)
    alike = len(a.near & b.near)
    if a.measure and a.aspect:
        surely = a.aspect == b.aspect or alike >= NEAR_WORDS
    elif a.head is None or a.head != b.head:
        surely = bool(a.measure) and (alike >= NEAR_WORDS or _agreed(a, b, overlap))
    else:
        surely = a.aspect == b.aspect or ((a.aspect is None or b.aspect is None) and alike > 0)
    narrow = inside or not (a.measure or (a.figure.of and b.figure.of))
    # One article by one source rarely contradicts itself: it goes on to something else.
    if surely and ratio <= (_WIDTH_INSIDE if narrow else _WIDTH) and (apart or not inside):
        return "differs"
    if inside and _slips(a, b, ratio):
        return "differs"
    return "other-measure" if ratio <= _WIDTH and (surely or alike > 0) else None


def _agreed(a: Context, b: Context, overlap: float) -> bool:
    """Whether two sums were agreed for one thing, as far as the words of their sentences tell."""
    shared = bool(a.money & b.money) and len(a.stems & b.stems) >= NEAR_WORDS
    return shared and overlap >= LOOSE_WORDS and is_standing(a) and is_standing(b)


def _of_one_order(a: Counting, b: Counting) -> bool:
    """Whether it is worth showing two unequal figures side by side: they tell of one thing, or are not far apart."""
    alike = a.aspect is not None and a.aspect == b.aspect
    return alike or max(a.size, b.size) <= _ORDER * max(min(a.size, b.size), 1e-9)


def _slips(a: Context, b: Context, ratio: float) -> bool:
    """Whether an article gives two large counts, nearly alike, for what it tells in nearly the same words."""
    return (
        not a.measure
        and a.head is not None
        and a.head == b.head
        and ratio <= _SLIP
        and min(a.size, b.size) >= _SLIP_FROM
        and len(a.stems & b.stems) >= _SLIP_WORDS
    )


def _same_thing(a: Counting, b: Counting) -> bool:
    """Whether two figures of one measure may count one thing at all."""
    if not a.measure and a.head and b.head and a.head != b.head and {a.head, b.head} != {"people", "troops"}:
        # Asked first, since it takes the least to know that stones are no sheep.
        return _share_object(a, b)
    if (a.aspect == "population") != (b.aspect == "population"):
        return False
    if a.measure in _SHARES and a.head and b.head and a.head != b.head:
        return bool(a.near & b.near)
    if a.measure:
        return (a.head == "age") == (b.head == "age") if a.measure == "time" else True
    if a.head and b.head:
        return True
    return a.aspect is not None and a.aspect == b.aspect


def _share_object(a: Counting, b: Counting) -> bool:
    """Whether one counts with a word that stands beside the other: "7.6 magnitude", "a quake measuring 7.6"."""
    return (a.head in b.near or b.head in a.near) and (a.aspect == b.aspect)


def _other_measure(a: Context, b: Context, *, equal: bool) -> bool:
    if (a.aspect and b.aspect and a.aspect != b.aspect) or limited_otherwise(a.limits, b.limits, equal=equal):
        return True
    if is_money(a.measure):
        if any((kind in a.money) != (kind in b.money) for kind in _PART_OF_A_PRICE):
            return True
        told = equal and min(digits_told(a.figure), digits_told(b.figure)) >= NEAR_WORDS
        return not told and bool(a.money and b.money and not a.money & b.money)
    if not a.measure:
        return {a.head, b.head} == {"people", "troops"}
    if a.measure in _SHARES or not (a.aspect and a.aspect == b.aspect):
        return (
            bool(a.head and b.head) and a.head != b.head and a.head not in b.stems and b.head not in a.stems
        )
    return False
