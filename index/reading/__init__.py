"""One file to its articles: what the file states, its passages, and what was dropped with the reason."""

from pathlib import Path

from index.reading.folder import is_candidate, unsupported, walk
from models.article import Article

__all__ = ["is_candidate", "read", "unsupported", "walk"]


def read(path: Path, name: str, *, day_first: bool | None = None) -> list[Article]:
    """The articles of a file.

    Args:
        path: the file.
        name: its path relative to the collection's folder, for `Article.path`.
        day_first: whether 7/8/2021 is the seventh of August; None leaves such a date unset.

    Raises:
        UnreadableFile: the file is empty, binary, too large, not permitted, gone, a folder, or without article text.
    """
    from index.reading.decoding import load
    from index.reading.draft import assemble
    from index.reading.formats import format_of
    from index.reading.sanitising import printable_name

    data = load(path)
    drafts = format_of(data, path.suffix.lower().removeprefix(".")).read(data, day_first)
    return [assemble(draft, printable_name(name), part) for part, draft in enumerate(drafts)]
