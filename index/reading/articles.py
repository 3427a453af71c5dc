"""A file's drafts to its articles, and what could not be read of it to one sentence."""

from collections.abc import Callable, Iterator
from pathlib import Path

from index.reading.draft import Draft, Unread, assemble
from index.reading.formats import read_source
from index.reading.sanitising import one_line, printable_name
from index.reading.source import Source
from models.article import Article
from models.errors import UnreadableFile

_TOLD = 3
"""Unread entries that are named; a list of problems has one line for a file."""


def articles_of(
    path: Path, name: str, day_first: bool | None, on_problem: Callable[[str], None]
) -> Iterator[Article]:
    """The articles of a file; see `index.reading.read`."""
    part = 0
    unread: list[Unread] = []
    count = 0
    try:
        with Source.of_file(path) as source:
            for found in read_source(source, day_first):
                try:
                    article = _article(found, printable_name(name), part)
                except UnreadableFile as error:
                    count += 1
                    if len(unread) < _TOLD:
                        unread.append(Unread(found.entry, str(error)))
                    continue
                part += 1
                yield article
    except UnreadableFile as error:
        if not part:
            raise
        on_problem(f"Only {part} of its articles could be read: {error}")
        return
    if part and count:
        on_problem(f"{count} of {part + count} entries could not be read: {_listed(unread, count)}")
    elif count == 1:
        raise UnreadableFile(_shown(unread[0].reason))
    elif count:
        raise UnreadableFile(f"None of its {count} entries could be read: {_listed(unread, count)}")
    elif not part:
        raise UnreadableFile("It holds no articles.")


def _article(found: Draft | Unread, name: str, part: int) -> Article:
    if isinstance(found, Unread):
        raise UnreadableFile(found.reason)
    return assemble(found, name, part)


def _listed(unread: list[Unread], count: int) -> str:
    """The first unread entries with their reasons."""
    named = [f"{one_line(one.entry) or 'an entry'}: {_shown(one.reason).rstrip('.')}" for one in unread]
    more = count - len(named)
    return "; ".join(named) + (f"; and {more} more." if more else ".")


def _shown(reason: str) -> str:
    """A reason as it can be shown: some quote what a file says."""
    return one_line(reason) or "it is damaged"
