"""Markdown, as clipping programs and reader exports write it: front matter, headings, links."""

import re

from index.reading.draft import Draft
from index.reading.plain.marked import read_marked
from index.reading.sanitising import sanitise
from index.reading.stated.bylines import clean_authors, looks_like_name
from index.reading.stated.dates import date_line, iso_date
from index.reading.stated.languages import language_code
from index.reading.stated.outlets import is_outlet_name, outlet_of_address

_FRONT = re.compile(r"\A\ufeff?---[ \t]*\n(.{0,20000}?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_FIELD = re.compile(r"^(?P<key>[A-Za-z][\w -]{0,30}):[ \t]*(?P<value>.*)$")
_ITEM = re.compile(r"^\s*-\s+(?P<value>.+)$")
_FIELDS = {
    "title": "title",
    "headline": "title",
    "subtitle": "standfirst",
    "description": "standfirst",
    "standfirst": "standfirst",
    "summary": "standfirst",
    "excerpt": "standfirst",
    "outlet": "outlet",
    "publication": "outlet",
    "publisher": "outlet",
    "site": "outlet",
    "site_name": "outlet",
    "website": "outlet",
    "newspaper": "outlet",
    "author": "authors",
    "authors": "authors",
    "byline": "authors",
    "by": "authors",
    "date": "published",
    "published": "published",
    "date_published": "published",
    "updated": "updated",
    "modified": "updated",
    "url": "url",
    "link": "url",
    "source": "url",
    "source_url": "url",
    "canonical": "url",
    "lang": "language",
    "language": "language",
}
_HEADING = re.compile(r"^ {0,3}(#{1,6})\s+(.+?)\s*#*$")
_UNDERLINE = re.compile(r"^ {0,3}(=+|-+)\s*$")
_FENCE = re.compile(r"^ {0,3}(?:```|~~~)")
_INLINE = (
    (re.compile(r"!\[([^\]]{0,300})\]\([^)\s]{0,2000}(?:\s+\"[^\"]{0,300}\")?\)"), ""),
    (re.compile(r"\[([^\]]{1,500})\]\([^)\s]{0,2000}(?:\s+\"[^\"]{0,300}\")?\)"), r"\1"),
    (re.compile(r"\[([^\]]{1,500})\]\[[^\]]{0,100}\]"), r"\1"),
    (re.compile(r"<(https?://[^>\s]{1,2000})>"), r"\1"),
    (re.compile(r"(\*\*|__)(?=\S)(.{1,2000}?)(?<=\S)\1"), r"\2"),
    (re.compile(r"(?<![\w*])\*(?=\S)([^*\n]{1,1000}?)(?<=\S)\*(?![\w*])"), r"\1"),
    (re.compile(r"(?<![\w_])_(?=\S)([^_\n]{1,1000}?)(?<=\S)_(?![\w_])"), r"\1"),
    (re.compile(r"`([^`\n]{1,500})`"), r"\1"),
    (re.compile(r"\[\^[^\]]{1,40}\]"), ""),
    (re.compile(r"\\([\\`*_{}\[\]()#+.!>-])"), r"\1"),
)
_BOLD_FIRST = re.compile(
    r"^\s{0,3}(?P<mark>\*\*|__)(?P<bold>[^*_\n]{2,60})(?P=mark)\s*[·•|–—]\s*(?P<rest>.{4,160})$"
)
_LONGEST_MARKED = 20_000
"""Characters above which a line keeps its markup: unclosed brackets by the thousand would take minutes."""
_REFERENCE = re.compile(r"^ {0,3}\[[^\]]{1,100}\]:\s+\S+.*$")


def read_markdown(text: str, day_first: bool | None = None) -> Draft:
    """What a Markdown file states. The text under its markup is cleaned as plain text is."""
    text = sanitise(text)
    draft = Draft()
    front = _FRONT.match(text)
    if front:
        _read_front_matter(draft, front[1], day_first)
        text = text[front.end() :]
    headings: dict[str, int] = {}
    plain = _plain_lines(text, headings)
    if not plain.strip() and draft.title:
        return draft
    _read_bold_outlet(draft, text, day_first)
    return read_marked(draft, plain, headings, day_first)


def _read_front_matter(draft: Draft, front: str, day_first: bool | None) -> None:
    """Lines "key: value" and lists under a key: the part of YAML that clipping programs write."""
    values: dict[str, list[str]] = {}
    key = ""
    for line in front.split("\n"):
        field, item = _FIELD.match(line), _ITEM.match(line)
        if field:
            key = field["key"].strip().lower().replace(" ", "_").replace("-", "_")
            value = field["value"].strip()
            listed = value[1:-1].split(",") if value.startswith("[") and value.endswith("]") else [value]
            values.setdefault(key, []).extend(_unquoted(one) for one in listed if _unquoted(one))
        elif item and key:
            values.setdefault(key, []).append(_unquoted(item["value"]))
    for key, found in values.items():
        name = _FIELDS.get(key)
        if name is None or not found:
            continue
        place = f"front matter {key}"
        if name == "authors":
            draft.note(name, clean_authors("; ".join(found), single_names=True), place)
        elif name in {"published", "updated"}:
            draft.note(name, iso_date(found[0], day_first), place)
        elif name == "language":
            draft.note(name, language_code(found[0]), place)
        elif name == "url" and not found[0].startswith("http"):
            draft.note("outlet", found[0], place)
        else:
            draft.note(name, found[0], place)
    if draft.url:
        draft.note("outlet", outlet_of_address(draft.url), "address")


def _read_bold_outlet(draft: Draft, text: str, day_first: bool | None) -> None:
    """A line "**Sund Letters** · Ana Berg · 18 August 2021" at the top, as letters and exports begin."""
    for line in text[:2000].split("\n")[:12]:
        match = _BOLD_FIRST.match(line)
        stated = date_line(_without_markup(match["rest"]), day_first) if match else None
        if match and stated:
            bold, rest = match["bold"].strip(), stated.rest
            if is_outlet_name(rest) and looks_like_name(bold):
                bold, rest = rest, bold
            if looks_like_name(rest):
                draft.note("outlet", bold, "bold line")
                draft.note("authors", clean_authors(rest), "bold line")
            return


def _unquoted(value: str) -> str:
    value = value.strip()
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        value = value[1:-1]
    return value.strip().removeprefix("[[").removesuffix("]]")


def _plain_lines(text: str, headings: dict[str, int]) -> str:
    """The text without markup; `headings` receives the headings with their level."""
    lines: list[str] = []
    fenced = False
    for line in text.split("\n"):
        if _FENCE.match(line):
            fenced = not fenced
            continue
        if fenced:
            lines.append(line)
            continue
        if _REFERENCE.match(line):
            continue
        heading, underline = _HEADING.match(line), _UNDERLINE.match(line)
        if underline and lines and lines[-1].strip() and len(lines[-1]) < 200:
            title = lines.pop().strip()
            headings.setdefault(title, 1 if underline[1][0] == "=" else 2)
            lines += ["", title, ""]
        elif heading:
            title = _without_markup(heading[2])
            headings.setdefault(title, len(heading[1]))
            lines += ["", title, ""]
        else:
            lines.append(_without_markup(re.sub(r"^\s{0,3}(?:>\s?)+", "", line)))
    return "\n".join(lines)


def _without_markup(line: str) -> str:
    if len(line) > _LONGEST_MARKED:
        return line.strip()
    for pattern, replacement in _INLINE:
        line = pattern.sub(replacement, line)
    return line.strip()
