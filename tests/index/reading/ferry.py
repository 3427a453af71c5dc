"""The article that `data/ferry.*` hold, the same in many formats."""

from pathlib import Path

from index.reading import read
from models.article import Article

DATA = Path(__file__).parent / "data"

STATED = ("Ferry company raises winter fares after storm season", ("Lena Voss",), "2022-01-14T08:15")
"""Its headline, authors and time, which all of the files state."""

KINDS = ["paragraph", "paragraph", "heading", "paragraph", "paragraph"]
"""The kinds of its passages, where a format has headings."""


def ferry(name: str) -> Article:
    """The article as read from one of the files."""
    (article,) = read(DATA / name, name)
    return article


def stated(article: Article) -> tuple[str | None, tuple[str, ...], str | None]:
    """What an article states, as in `STATED`."""
    return article.title, article.authors, article.published
