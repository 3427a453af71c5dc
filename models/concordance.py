"""A concordance: each place where something was found, in the middle of its line (KWIC, key word in context)."""

from typing import Literal, NamedTuple, TypeAlias

from models.key import ArticleKey

LineOrder: TypeAlias = Literal["newest", "oldest", "1L", "2L", "3L", "1R", "2R", "3R"]
"""By date, or by the first, second or third word to the left or right; what no word stands at comes last."""


class Line(NamedTuple):
    """One place that a query asks for, with the text around it in its passage."""

    key: ArticleKey
    passage: int
    start: int
    """Code points into the article's text, end exclusive; in passage 0, the headline, into the title."""
    end: int
    left: str
    """What stands before it; cut where it is long, as is what stands after."""
    keyword: str
    right: str
    outlet: str | None
    published: str | None
