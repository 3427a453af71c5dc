"""Markdown: quotes under the reader's headings and those of their articles, for notes and drafts.

Addresses stand at the end, as link reference definitions (CommonMark 0.31, 4.7), so that the text above them can be
read and edited as it is.
"""

import re
from collections.abc import Sequence
from hashlib import blake2s
from urllib.parse import urlsplit

from index.attribution import attribution_kept
from index.exporting.source import (
    Source,
    clean,
    date_parts,
    missed,
    one_line,
    runs,
    sections,
    without_closing_comma,
)
from index.linking import link_to
from models.bookmark import Bookmark, Entry

# What CommonMark takes for markup anywhere in a line, and what only at its beginning.
_MARKUP = re.compile(r"[\\`*_\[\]<>&~|]")
_LINE_START = re.compile(r"^(\s*)(?:(#{1,6}|[-+=>:])|(\d+)([.)]))", re.MULTILINE)
_LINE_END = re.compile(r"(?<!\n)\n(?!\n)")
_MONTHS = "January February March April May June July August September October November December".split()


def write(entries: Sequence[Entry]) -> str:
    """Bookmarks as Markdown (CommonMark); no text of an article can turn into markup."""
    parts = ["# Kept quotes"]
    links = _Links()
    for section in sections(entries):
        level = "##"
        if section.heading is not None:
            parts.append(f"## {_escape(one_line(section.heading))}")
            level = "###"
        for source in runs(section.bookmarks):
            parts.append(f"{level} {_escape(source.title)}")
            parts.append(_citation(source, links))
            for bookmark in source.bookmarks:
                parts.extend(_quote(bookmark, links))
    return "\n\n".join([*parts, *links.defined]) + "\n"


class _Links:
    """The addresses of one text, each under a label."""

    def __init__(self) -> None:
        self._addresses: dict[str, str] = {}

    def to(self, address: str, words: str) -> str:
        """Words that lead to an address.

        The label is the address's own, not a number: two exports pasted into one note then never lead to each other's
        passages, as the first definition of a label is everybody's.
        """
        # 40 bits: among ten thousand addresses two share a label once in twenty thousand exports.
        label = blake2s(address.encode("utf-8", "replace"), digest_size=5).hexdigest()
        self._addresses[label] = address
        return f"[{words}][{label}]"

    @property
    def defined(self) -> list[str]:
        """What stands at the end of the text."""
        lines = [f"[{label}]: <{address}>" for label, address in self._addresses.items()]
        return ["\n".join(lines)] if lines else []


def _citation(source: Source, links: _Links) -> str:
    citation = source.citation

    def guessed(field: str, told: str) -> str:
        return f"{told} (guessed)" if told and field in citation.guessed else told

    told = [
        guessed("outlet", _escape(one_line(citation.outlet or ""))),
        guessed("authors", _escape(one_line(", ".join(citation.authors)))),
        guessed("published", _day(citation.published)),
        "headline guessed" if "title" in citation.guessed else "",
        _link(citation.url, links),
        f"file {_escape(one_line(source.path))}",
    ]
    return " · ".join(part for part in told if part)


def _quote(bookmark: Bookmark, links: _Links) -> list[str]:
    said = attribution_kept(bookmark)
    lines = _escape(without_closing_comma(said.spoken(clean(bookmark.anchor.exact)))).split("\n")
    parts = ["\n".join(f"> {line}".rstrip() for line in lines)]
    speaker = f"— {_escape(one_line(said.told))} · " if said.told else ""
    parts.append(speaker + links.to(link_to(bookmark), "passage"))
    if bookmark.missed:
        parts.append(f"**{missed(bookmark)}**")
    if bookmark.note:
        # The reader's lines stay lines.
        parts.append(_LINE_END.sub("\\\\\n", _escape(clean(bookmark.note))))
    if bookmark.tags:
        parts.append("Tags: " + ", ".join(_escape(one_line(tag)) for tag in bookmark.tags))
    return parts


def _day(published: str | None) -> str:
    match date_parts(published):
        case (year, month, day) if 1 <= month <= 12:
            return f"{day} {_MONTHS[month - 1]} {year}"
        case (year, month) if 1 <= month <= 12:
            return f"{_MONTHS[month - 1]} {year}"
        case (year, *_):
            return str(year)
    return "undated"


def _link(url: str | None, links: _Links) -> str:
    """The page where an article was published, by the name of its site."""
    if not url:
        return ""
    host = _host(url)
    return links.to(url, _escape(host)) if host else _escape(one_line(url))


def _host(url: str) -> str:
    """The site of a web address; empty of anything else, which is not to be followed."""
    if not re.fullmatch(r"https?://[^\s<>\x00-\x1f\x7f\\]+", url):
        return ""
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        # Brackets that are no address of a machine.
        return ""


def _escape(text: str) -> str:
    text = _MARKUP.sub(r"\\\g<0>", text)
    return _LINE_START.sub(lambda m: m[1] + (f"\\{m[2]}" if m[2] else f"{m[3]}\\{m[4]}"), text)
