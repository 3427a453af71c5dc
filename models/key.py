"""Where an article comes from: what the explorer tells articles by before anything else is loaded."""

from typing import NamedTuple


class ArticleKey(NamedTuple):
    """Where an article comes from: a path relative to its collection's folder, and its place in that file."""

    path: str
    part: int = 0
