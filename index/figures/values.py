"""Whether two figures say one number: in one unit, in two, as a range, as a word such as "dozens"."""

import math
import re

from index.annotating.counting.measures import unit_written
from models.annotation import Figure

_UNIT_TOLERANCE = 0.025
_ROUGH_TOLERANCE = 0.05
_CROWD_WIDTH = 10
"""Dozens are fewer than ten dozen."""
_ABOVE, _OPEN = frozenset({"over", "at least"}), frozenset({"over", "at least", "under", "at most"})
_ROOM = 1.1
"""A round bound stands for numbers so far beyond it."""
_CROWD = re.compile(r"(?:several|a few|the few|(?:a|the) couple of)\b|[a-z]+s(?: |$)", re.IGNORECASE)
_DIGITS = re.compile(r"\d[\d,. ]*")


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
    if is_crowd(a) != is_crowd(b):
        crowd, exact = (size_a, size_b) if is_crowd(a) else (size_b, size_a)
        return crowd <= exact <= crowd * _CROWD_WIDTH
    if math.isclose(size_a, size_b, rel_tol=1e-6):
        return True
    if a.unit == b.unit and not converted(a, b):
        return _within_bound(a, b, size_a, size_b) or _within_bound(b, a, size_b, size_a)
    difference = abs(size_a - size_b) / max(abs(size_a), abs(size_b))
    return difference <= _UNIT_TOLERANCE or (
        difference <= _ROUGH_TOLERANCE
        and abs(size_a - size_b) <= max(_half_step(a, size_a), _half_step(b, size_b))
    )


def _within_bound(a: Figure, b: Figure, size_a: float, size_b: float) -> bool:
    """Whether a round "more than 3,000" leaves room for the exact number that another gives: 3,200."""
    if a.bound not in _OPEN or b.bound in _OPEN or digits_told(a) != 1:
        return False
    return size_a < size_b <= size_a * _ROOM if a.bound in _ABOVE else size_a / _ROOM <= size_b < size_a


def is_crowd(figure: Figure) -> bool:
    """Whether a figure is a word such as "dozens", "several hundred"."""
    return figure.bound == "at least" and bool(_CROWD.match(figure.text))


def converted(a: Figure, b: Figure) -> bool:
    """Whether figures of one base unit were written in different ones: miles and kilometres."""
    first, second = unit_written(a.text), unit_written(b.text)
    return first is not None and second is not None and first != second


def digits_told(figure: Figure) -> int:
    """How many digits a number is written with, noughts at its ends left out; 0 for words."""
    digits = _DIGITS.search(figure.text)
    return len(re.sub(r"[,. ]", "", digits.group()).strip("0")) if digits else 0


def _ranges_meet(a: Figure, b: Figure) -> bool:
    if a.unit != b.unit:
        return False
    low_a, high_a = (a.low, a.high) if a.low is not None and a.high is not None else (a.value, a.value)
    low_b, high_b = (b.low, b.high) if b.low is not None and b.high is not None else (b.value, b.value)
    return low_a <= high_b and low_b <= high_a


def _written(figure: Figure) -> float | None:
    digits = _DIGITS.search(figure.text)
    try:
        return float(re.sub(r"[, ]", "", digits.group()).rstrip(".")) if digits else None
    except ValueError:
        return None


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
