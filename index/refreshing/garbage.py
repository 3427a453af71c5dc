"""Python's search for cycles of objects, kept from going again and again through all that long work holds."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

SELDOM = 50_000
"""Objects between two searches. After every 700, Python's habit, they take a tenth of the time of reading an article
and a quarter of that of storing it, and find nearly nothing: text, numbers and tuples form no cycles."""


@contextmanager
def collected_seldom() -> Iterator[None]:
    """Search seldom inside; it concerns the whole process."""
    before = gc.get_threshold()
    gc.set_threshold(SELDOM)
    try:
        yield
    finally:
        gc.set_threshold(*before)
