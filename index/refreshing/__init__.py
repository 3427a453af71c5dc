"""Making a collection current: changed files read, annotated and given to the engine, in processes of their own."""

from index.refreshing.current import compare, forget_index, refresh
from index.refreshing.standing import is_current, is_to_learn, names_to_compare

__all__ = [
    "compare",
    "forget_index",
    "is_current",
    "is_to_learn",
    "names_to_compare",
    "refresh",
]
