"""A quote with its source, ready to be pasted, in a template of the reader's choice.

A template is text with fields in braces. Words between the braces and beside the field, behind a bar, are left out with
it where there is nothing to say: "{— |speaker}", "{|outlet|, }". Braces that are doubled are themselves.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from tui.text.dates import long_date

if TYPE_CHECKING:
    from models.article import Article

FIELDS: Mapping[str, str] = {
    "quote": "the words, in quotation marks",
    "words": "the words without them",
    "speaker": "who said it",
    "source": "authors, headline, outlet and date, as far as the article states them",
    "title": "the headline",
    "outlet": "the outlet",
    "authors": "the authors, separated by commas",
    "date": "the day of publication, as 28 July 2021",
    "day": "the same, as 2021-07-28",
    "url": "the address that the article states, else its file",
    "link": "a link back to the passage, which `morgue open` follows",
}
"""What a template can name, and what it stands for."""

TEMPLATES: Mapping[str, str] = {
    "quote": "{quote}{\n— |speaker}{\n|source}\n{url}",
    "line": "{quote}{ — |speaker}{, |source}, {url}",
    "markdown": "> {words}\n>\n> {— |speaker|, }[{source}]({url})",
    "words": "{words}",
}
"""Those that have a name."""

_TOKEN = re.compile(r"(\{\{|\}\})|\{([^{}]*)\}|([{}])")
_OPENING, _CLOSING = "“\"«„'‘", "”\"»“'’"


class BadTemplate(ValueError):
    """A template that cannot be filled in; the message says why, as a sentence or two."""


class _Field(NamedTuple):
    before: str
    name: str
    """Empty where `before` is plain text."""
    after: str


def check_template(stated: str) -> None:
    """See that a template can be filled in.

    Raises:
        BadTemplate: It cannot.
    """
    fields = _parsed(stated)
    if not any(field.name for field in fields):
        from index.configuring.nearest import did_you_mean

        known = ", ".join(f'"{name}"' for name in TEMPLATES)
        raise BadTemplate(
            f"A template has fields, such as {{quote}} and {{source}}, or is one of {known}."
            + did_you_mean(stated, TEMPLATES)
        )


def _parsed(stated: str) -> list[_Field]:
    text = TEMPLATES.get(stated, stated)
    fields = []
    at = 0
    for match in _TOKEN.finditer(text):
        fields.append(_Field(text[at : match.start()], "", ""))
        doubled, inside, lone = match.groups()
        if lone:
            raise BadTemplate(f"A “{lone}” is alone; write {lone * 2} for the character itself.")
        fields.append(_Field(doubled[0], "", "") if doubled else _field(inside))
        at = match.end()
    return [*fields, _Field(text[at:], "", "")]


def _field(inside: str) -> _Field:
    parts = inside.split("|")
    if len(parts) > 3:
        raise BadTemplate(f"{{{inside}}} has more than two bars: one stands before its field, one after it.")
    before, name, after = [("", *parts, ""), (*parts, ""), tuple(parts)][len(parts) - 1]
    if name.strip() not in FIELDS:
        from index.configuring.nearest import did_you_mean

        raise BadTemplate(
            f"There is no field {{{name.strip()}}}.{did_you_mean(name, FIELDS)} There are: {', '.join(FIELDS)}."
        )
    return _Field(before, name.strip(), after)


def has_link(template: str) -> bool:
    """Whether a template has the link back to the passage, which takes the most to make."""
    return any(field.name == "link" for field in _parsed(template))


def cite(
    article: Article, quote: str, speaker: str | None = None, *, template: str = "quote", link: str = ""
) -> str:
    """The quote with who said it and where it is from, as far as the file states that.

    Args:
        article: Where it stands.
        quote: The words, with quotation marks or without.
        speaker: Who said them, where they are said.
        template: The name of a template, or one of the reader's own that `check_template` accepts.
        link: The link back to the passage; needed where the template `has_link`.
    """
    values = _values(article, quote, speaker) | {"link": link}
    filled = "".join(_filled(_parsed(template), values))
    return filled.strip("\n")


def _filled(fields: list[_Field], values: Mapping[str, str]) -> Iterator[str]:
    for field in fields:
        if not field.name:
            yield field.before
        elif values[field.name]:
            yield field.before + values[field.name] + field.after


def _values(article: Article, quote: str, speaker: str | None) -> dict[str, str]:
    from index.exporting.source import without_closing_comma

    words = quote.strip()
    if not words.startswith(("“", '"', "«", "„")):
        words = f"“{words}”"
    words = without_closing_comma(words)
    day = (article.published or "")[:10]
    date = long_date(day) if day else ""
    authors = ", ".join(article.authors)
    source = (authors, f"“{article.title}”" if article.title else "", article.outlet or "", date)
    return {
        "quote": words,
        "words": words.lstrip(_OPENING).rstrip(_CLOSING),
        "speaker": speaker or "",
        "source": ", ".join(part for part in source if part),
        "title": article.title or "",
        "outlet": article.outlet or "",
        "authors": authors,
        "date": date,
        "day": day,
        "url": article.url or article.path,
    }
