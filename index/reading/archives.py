"""Files packed into others, and the entries of all kinds of containers."""

import gzip
from collections.abc import Iterator
from pathlib import PurePosixPath

from index.reading.candidates import by_content, by_name, unsupported
from index.reading.draft import Draft, Unread
from index.reading.formats import read_source
from index.reading.sanitising import printable_name
from index.reading.source import BudgetSpent, Opener, Source
from models.errors import UnreadableFile


def read_entry(
    source: Source, name: str, opened: Opener, day_first: bool | None = None, *, encoding: str | None = None
) -> Iterator[Draft | Unread]:
    """The articles of one entry of a container; nothing if it is no article, as a picture or a style sheet.

    Whatever is wrong with the entry comes as an `Unread` of its name, so that the next can be read.

    Args:
        source: the container.
        name: the entry's name.
        opened: opens its bytes.
        day_first: the order of day and month, where it is known.
        encoding: the encoding of its text, where a header states it.

    Raises:
        BudgetSpent: the file has been unpacked to more than an honest one holds.
    """
    name = printable_name(name)
    path = PurePosixPath(name)
    told = by_name(path)
    if told is False:
        reason = unsupported(path)
        if reason:
            yield Unread(name, reason)
        return
    try:
        with source.entry(name, opened(), encoding=encoding) as entry:
            if told or by_content(path, entry.head):
                for found in read_source(entry, day_first):
                    yield _placed(found, name)
    except BudgetSpent:
        raise
    except UnreadableFile as error:
        yield Unread(name, str(error))
    except Exception as error:  # noqa: BLE001 - one odd entry must never cost the others
        yield Unread(name, f"It could not be read ({type(error).__name__}: {str(error)[:120]}).")


def _placed(found: Draft | Unread, name: str) -> Draft | Unread:
    """What was found in an entry, with the entry's name before the name of the part of it."""
    place = f"{name}: {found.entry}" if found.entry else name
    if isinstance(found, Unread):
        return found._replace(entry=place)
    found.entry = place
    return found


def read_gzip(source: Source, day_first: bool | None = None) -> Iterator[Draft | Unread]:
    """What a gzip file holds, which is one file, named as it is without its suffix."""
    name = source.name.removesuffix(source.name[-3:]) if source.suffix == "gz" else source.name
    return read_entry(source, name, lambda: gzip.open(source.stream()), day_first)
