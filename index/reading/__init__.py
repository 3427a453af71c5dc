"""One file to its articles: what the file states, its passages, and what was dropped with the reason."""

from collections.abc import Callable, Iterator
from pathlib import Path

from index.reading.candidates import is_candidate, unsupported
from index.reading.folder import listed, walk
from models.article import Article

__all__ = ["is_candidate", "listed", "read", "unsupported", "walk"]


def read(
    path: Path,
    name: str,
    *,
    day_first: bool | None = None,
    on_problem: Callable[[str], None] | None = None,
) -> Iterator[Article]:
    """The articles of a file, one by one, in their order in it.

    Args:
        path: the file.
        name: its path relative to the collection's folder, for `Article.path`.
        day_first: whether 7/8/2021 is the seventh of August; None leaves such a date unset.
        on_problem: told, in a sentence, what could not be read of a file that gives some articles.

    Raises:
        UnreadableFile: while iterating, before the first article: the file is empty, binary, too large, not permitted,
            gone, a folder, or without article text.
    """
    from index.reading.articles import articles_of

    return articles_of(path, name, day_first, on_problem or (lambda _problem: None))
