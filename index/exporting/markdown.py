"""Markdown: quotes under the reader's headings and those of their articles, for notes and drafts."""

import re
from collections.abc import Sequence

from index.attribution import attribution_kept
from index.exporting.source import (
    Source,
    clean,
    date_parts,
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
_MONTHS = "January February March April May June July August September October November December".split()


def write(entries: Sequence[Entry]) -> str:
    """Bookmarks as Markdown (CommonMark); no text of an article can turn into markup."""
    parts = ["# Kept quotes"]
    for section in sections(entries):
        level = "##"
        if section.heading is not None:
            parts.append(f"## {_escape(one_line(section.heading))}")
            level = "###"
        for source in runs(section.bookmarks):
            parts.append(f"{level} {_escape(source.title)}")
            parts.append(_citation(source))
            for bookmark in source.bookmarks:
                parts.extend(_quote(bookmark))
    return "\n\n".join(parts) + "\n"


def _citation(source: Source) -> str:
    citation = source.citation

    def guessed(field: str, told: str) -> str:
        return f"{told} (guessed)" if told and field in citation.guessed else told

    told = [
        guessed("outlet", _escape(one_line(citation.outlet or ""))),
        guessed("authors", _escape(one_line(", ".join(citation.authors)))),
        guessed("published", _day(citation.published)),
        "headline guessed" if "title" in citation.guessed else "",
        _link(citation.url),
        f"file {_escape(one_line(source.path))}",
    ]
    return " · ".join(part for part in told if part)


def _quote(bookmark: Bookmark) -> list[str]:
    lines = _escape(without_closing_comma(clean(bookmark.anchor.exact))).split("\n")
    parts = ["\n".join(f"> {line}".rstrip() for line in lines)]
    if said := attribution_kept(bookmark).told:
        parts.append(f"— {_escape(one_line(said))}")
    if bookmark.note:
        parts.append(_escape(clean(bookmark.note)))
    if bookmark.tags:
        parts.append("Tags: " + ", ".join(_escape(one_line(tag)) for tag in bookmark.tags))
    parts.append(f"[Open in Morgue]({link_to(bookmark)})")
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


def _link(url: str | None) -> str:
    if not url:
        return ""
    if re.fullmatch(r"https?://[^\s<>\x00-\x1f\x7f]+", url):
        return f"<{url}>"
    return _escape(one_line(url))


def _escape(text: str) -> str:
    text = _MARKUP.sub(r"\\\g<0>", text)
    return _LINE_START.sub(lambda m: m[1] + (f"\\{m[2]}" if m[2] else f"{m[3]}\\{m[4]}"), text)
