"""A record with an article's fields, as scrapers, reading lists and reference managers export them, to a draft."""

import re
from collections.abc import Mapping
from typing import Any

from index.reading.draft import Block, Draft
from index.reading.plain.plain_text import read_plain
from index.reading.records import fields as names
from index.reading.records.fields import Field, Fields, date_of, line_of, names_of, plain_name, text_of
from index.reading.stated.languages import language_code
from index.reading.stated.outlets import outlet_of_address
from models.errors import UnreadableFile

NO_FIELDS = "It has no fields of an article."
NO_TEXT = "It has a title, but no text."
_LEAST_TEXT = 200
"""Characters of a text that stands alone, without a title or an address, for it to be an article."""
_ENOUGH = 1000
_OTHERS_EACH = 20
"""Records without text for each article, beyond the first ones, that an honest export may have."""
_LEAST_STANDFIRST = 30
_LONGEST_HEAD = 2000
"""Characters of markup and headline before a text's first sentence."""
_CUT = ("...", "…", "[…]")
_LONGEST_OUTLET = 80
_IN_TEXT = frozenset({"first line", "top line", "line before the text"})
_PAGE = re.compile(r"\s*(?:<\?xml[^>]{0,200}>\s*)?<(?:!doctype\s+html|html)\b", re.IGNORECASE)
_MARKUP = re.compile(
    r"<(?:p|div|br|h[1-6]|article|section|body|ul|ol|li|span|blockquote|figure|table|strong|em|a)(?:\s[^<>]{0,2000})?/?>",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"https?://\S+", re.IGNORECASE)
_SHELVES = re.compile(
    r"https?://(?:[\w-]+\.)*(?:readwise\.io|omnivore\.app|getpocket\.com|wallabag\.it)/", re.IGNORECASE
)
"""Addresses of copies in a reading list, which are not where the article was published."""


class Patience:
    """How long a file is gone on with whose records are, but for a few, no articles: logs, settings, addresses."""

    def __init__(self) -> None:
        self._articles = 0
        self._others = 0

    def count(self, *, article: bool) -> None:
        """Account for one more record.

        Raises:
            UnreadableFile: of more than a thousand records, hardly one has been an article.
        """
        self._articles += article
        self._others += not article
        if self._others >= _ENOUGH and self._others >= _OTHERS_EACH * self._articles:
            count = self._articles + self._others
            raise UnreadableFile(
                f"Of its first {count:,} records {self._articles or 'none'} could be read as an article."
            )


def is_article(record: Mapping[str, Any]) -> bool:
    """Whether an object of a JSON file or a row of a table has an article's fields."""
    fields = Fields(record)
    text = _text(fields)
    if text:
        return len(text[1]) >= _LEAST_TEXT or any(
            True for _ in fields.of((*names.TITLE, *names.URL, *names.PUBLISHED))
        )
    # A title with a description is an article's only where something else says so: settings have both.
    stated = fields.of((*names.AUTHORS, *names.PUBLISHED, *names.URL))
    return any(fields.of(names.TITLE)) and any(stated)


def read_record(record: Mapping[str, Any], day_first: bool | None = None) -> Draft:
    """What a record states. Text that is HTML is read as a web page's, other text as plain text.

    Raises:
        UnreadableFile: it has no fields of an article, or no text.
    """
    fields = Fields(record)
    text = _text(fields) or _summary(fields)
    if text is None:
        raise UnreadableFile(NO_TEXT if any(fields.of(names.TITLE)) else NO_FIELDS)
    draft = Draft()
    _read_stated(draft, fields, day_first)
    for field in fields.of(names.SUMMARY):
        summary = line_of(field.value)
        if len(summary) > _LEAST_STANDFIRST and not summary.endswith(_CUT) and not _is_in(summary, text[1]):
            draft.note("standfirst", summary, field.place)
    _complete(draft, _read_text(text[1], day_first))
    return draft


def _is_in(summary: str, text: str) -> bool:
    """Whether a summary is the text's beginning, or all of it, and so does not stand above it."""
    return plain_name(summary) in plain_name(text[: 2 * len(summary) + _LONGEST_HEAD])


def _text(fields: Fields) -> tuple[Field, str] | None:
    return next(((field, text) for field in fields.of(names.TEXT) if (text := text_of(field.value))), None)


def _summary(fields: Fields) -> tuple[Field, str] | None:
    return next(((field, text) for field in fields.of(names.SUMMARY) if (text := text_of(field.value))), None)


def _read_stated(draft: Draft, fields: Fields, day_first: bool | None) -> None:
    for field in fields.of(names.TITLE):
        draft.note("title", line_of(field.value), field.place)
    for field in fields.of(names.URL):
        address = line_of(_first_address(field.value))
        if _ADDRESS.fullmatch(address) and not _SHELVES.match(address):
            draft.note("url", address, field.place)
    # Zotero's table writes the family name first; only it has this column.
    family_first = "itemtype" in fields
    for field in fields.of(names.AUTHORS):
        draft.note("authors", names_of(field.value, family_first=family_first), field.place)
    for field in fields.of(names.PUBLISHED):
        draft.note("published", date_of(field.value, day_first), field.place)
    if not any(key in fields for key in names.KEPT_SINCE):
        # Where the day of keeping is stated, the other one is that of changing what is kept.
        for field in fields.of(names.UPDATED):
            draft.note("updated", date_of(field.value, day_first), field.place)
    for field in fields.of(names.LANGUAGE):
        draft.note("language", language_code(line_of(field.value)), field.place)
    _read_outlet(draft, fields)


def _read_outlet(draft: Draft, fields: Fields) -> None:
    for field in fields.of(names.OUTLET):
        name = line_of(field.value)
        if name and len(name) <= _LONGEST_OUTLET and not _ADDRESS.match(name):
            draft.note("outlet", name, field.place)
    for field in fields.of(names.DOMAIN):
        name = line_of(field.value)
        draft.note("outlet", outlet_of_address(name if "//" in name else f"https://{name}"), field.place)
    if draft.url:
        draft.note("outlet", outlet_of_address(draft.url), "address")


def _first_address(value: Any) -> Any:
    """Of a feed's list of links, the first, which is an object with a type and an address."""
    first = value[0] if isinstance(value, list) and value else value
    return first.get("href") or first.get("url") if isinstance(first, Mapping) else first


def _read_text(text: str, day_first: bool | None) -> Draft:
    if not _MARKUP.search(text) and not _PAGE.match(text):
        return read_plain(text, day_first)
    from index.reading.web.web_page import read_fragment, read_page

    if _PAGE.match(text):
        return read_page(text.encode("utf-8", "replace"), day_first)
    return read_fragment(text, day_first)


def _complete(draft: Draft, body: Draft) -> None:
    """Give a draft the text, and what the record's own fields do not state."""
    stated = draft.title
    for name in ("title", "outlet", "authors", "published", "updated", "url", "language", "credit"):
        if name in body.found:
            draft.note(name, getattr(body, name), body.found[name])
    draft.blocks, draft.left = body.blocks, body.left
    # What reading took for the headline is the text's first line, where the record has another headline.
    if (
        stated
        and body.title
        and body.found["title"] in _IN_TEXT
        and plain_name(body.title) != plain_name(stated)
    ):
        draft.blocks = [Block(body.title), *body.blocks]
        draft.left = [line._replace(block=line.block + 1) for line in body.left]
