"""What all formats need: bookmarks by article, dates in parts, text on one line."""

import re
from collections.abc import Iterable, Sequence
from itertools import groupby
from pathlib import PurePath
from typing import NamedTuple

from index.attribution import attribution_kept
from index.linking import link_to
from index.words import fold
from models.bookmark import Bookmark, Citation, Entry, Heading, Missed

_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff]")
_CLOSING_COMMA = re.compile("""[,，](?=\\s*["'”’»“‘]+\\s*$)""")
_LINE_ENDS = re.compile("\r\n|[\r\u2028\u2029]")


class Source(NamedTuple):
    """One article with quotes kept from it, in the order in which they are to be written."""

    citation: Citation
    folder: str
    path: str
    bookmarks: tuple[Bookmark, ...]

    @property
    def tags(self) -> tuple[str, ...]:
        """The tags of all its quotes, each once."""
        return tuple(dict.fromkeys(tag for bookmark in self.bookmarks for tag in bookmark.tags))

    @property
    def title(self) -> str:
        """The title, or the file's name where the article has none."""
        return one_line(self.citation.title or PurePath(self.path).name)


class Section(NamedTuple):
    """What stands under one heading."""

    heading: str | None
    """None for what stands before the first."""
    bookmarks: tuple[Bookmark, ...]


def sections(entries: Iterable[Entry]) -> list[Section]:
    """Bookmarks by the heading under which they stand; a heading without any is there too."""
    found: list[tuple[str | None, list[Bookmark]]] = [(None, [])]
    for entry in entries:
        if isinstance(entry, Heading):
            found.append((entry.text, []))
        else:
            found[-1][1].append(entry)
    return [Section(heading, tuple(held)) for heading, held in found if held or heading is not None]


def runs(bookmarks: Iterable[Bookmark]) -> list[Source]:
    """Bookmarks by article as long as they come from the same one, so that their order stays."""
    return [source for _, run in groupby(bookmarks, key=article_of) for source in sources(run)]


def article_of(bookmark: Bookmark) -> tuple[str, str, int]:
    """What tells the article of a bookmark from all others."""
    return bookmark.folder, bookmark.path, bookmark.part


def sources(bookmarks: Iterable[Bookmark]) -> list[Source]:
    """Bookmarks by article; each article is cited as its newest bookmark has it."""
    groups: dict[tuple[str, str, int], list[Bookmark]] = {}
    for bookmark in bookmarks:
        groups.setdefault(article_of(bookmark), []).append(bookmark)
    return [
        Source(
            max(group, key=lambda bookmark: bookmark.created).citation,
            folder,
            path,
            tuple(group),
        )
        for (folder, path, _), group in groups.items()
    ]


def date_parts(published: str | None) -> tuple[int, ...]:
    """Year, month and day of an ISO 8601 date as far as it states them; empty for an undated article."""
    found = _DATE.match(published or "")
    return tuple(int(part) for part in found.groups() if part) if found else ()


def clean(text: str) -> str:
    r"""Text without control characters, its lines ended by "\n"."""
    return _CONTROLS.sub("", _LINE_ENDS.sub("\n", text))


def one_line(text: str) -> str:
    """Text without control characters and line ends."""
    return " ".join(clean(text).split())


def without_closing_comma(quote: str) -> str:
    """A quote in its marks without the comma that led on to the speaker, as “Nobody sails” from “Nobody sails,”.

    For people to read. What programs compare with the text keeps it.
    """
    return _CLOSING_COMMA.sub("", quote)


_MISSED: dict[Missed | None, str] = {
    None: "",
    "gone": "The article is no longer in its folder; these are its words as they were kept.",
    "changed": "The article has changed and no longer says this in these words.",
}


def missed(bookmark: Bookmark) -> str:
    """What is to be said of a quote whose words are gone; empty of one whose words stand, or were not looked for."""
    return _MISSED[bookmark.missed]


def quoted(bookmark: Bookmark) -> str:
    """A quote on one line, in the quotation marks that it needs, with its speaker, note, and whether it is missed."""
    said = attribution_kept(bookmark)
    words = without_closing_comma(said.marked(one_line(bookmark.anchor.exact)))
    speaker = f" — {one_line(said.told)}" if said.told else ""
    note = f" [{one_line(bookmark.note)}]" if bookmark.note else ""
    gone = f" [{missed(bookmark)}]" if bookmark.missed else ""
    return f"{words}{speaker}{note}{gone}"


def linked(bookmark: Bookmark) -> str:
    """The same with the link back to its passage, which is one word."""
    return f"{quoted(bookmark)} {link_to(bookmark)}"


def stated_authors(citation: Citation) -> tuple[str, ...]:
    """The authors, unless they are a guess, which a field of a bibliography cannot say."""
    return () if "authors" in citation.guessed else citation.authors


def guesses(citation: Citation) -> str:
    """As "Guessed: author Ines Dovale; headline"; empty where nothing was."""
    told = {
        "authors": f"author {one_line(', '.join(citation.authors))}",
        "title": "headline",
        "outlet": "outlet",
        "published": "date",
    }
    named = "; ".join(words for field, words in told.items() if field in citation.guessed)
    return f"Guessed: {named}" if named else ""


def keys(found: Sequence[Source]) -> list[str]:
    """A key for each article, made of author or outlet, year, and the title's first long word; none twice."""
    taken: set[str] = set()
    result = []
    for source in found:
        stem = _stem(source)
        key, number = stem, 1
        while key in taken:
            number += 1
            key = f"{stem}-{number}"
        taken.add(key)
        result.append(key)
    return result


def _stem(source: Source) -> str:
    citation = source.citation
    authors = stated_authors(citation)
    who = _plain((authors[0] if authors else citation.outlet or "").split()[-1:])
    year = "".join(str(part) for part in date_parts(citation.published)[:1]) or "undated"
    what = _plain([word for word in source.title.split() if len(word) > 3][:1])
    return "-".join(part for part in (who, year, what) if part)


def _plain(words: Sequence[str]) -> str:
    return re.sub("[^a-z0-9]+", "", fold("".join(words)))
