"""Making a collection current: changed files read, annotated and given to the engine, in processes of their own."""

from index.refreshing.run import (
    check_folder,
    compare,
    forget_index,
    is_current,
    is_to_learn,
    names_to_compare,
    refresh,
)

__all__ = [
    "check_folder",
    "compare",
    "forget_index",
    "is_current",
    "is_to_learn",
    "names_to_compare",
    "refresh",
]
