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
    from index.attribution import Attribution
    from models.article import Article

FIELDS: Mapping[str, str] = {
    "quote": "the words, in quotation marks where they are a quotation",
    "words": "the words without marks around them",
    "speaker": "who said it, or in reported speech as: denied by Ida Marsh, reported speech",
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
_DOUBLE = '“”"«»„'


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


def cite(article: Article, quote: str, said: Attribution, *, template: str = "quote", link: str = "") -> str:
    """The quote with who said it and where it is from, as far as the file states that.

    Args:
        article: Where it stands.
        quote: The words, with quotation marks or without.
        said: Whose they are.
        template: The name of a template, or one of the reader's own that `check_template` accepts.
        link: The link back to the passage; needed where the template `has_link`.
    """
    values = _values(article, quote, said) | {"link": link}
    filled = "".join(_filled(_parsed(template), values))
    return filled.strip("\n")


def _filled(fields: list[_Field], values: Mapping[str, str]) -> Iterator[str]:
    for field in fields:
        if not field.name:
            yield field.before
        elif values[field.name]:
            yield field.before + values[field.name] + field.after


def _values(article: Article, quote: str, said: Attribution) -> dict[str, str]:
    from index.exporting.source import without_closing_comma

    words = without_closing_comma(said.marked(quote.strip()))
    day = (article.published or "")[:10]
    date = long_date(day) if day else ""

    def guessed(field: str, told: str) -> str:
        return f"{told} (guessed)" if told and article.confidence(field) == "guess" else told

    authors = guessed("authors", ", ".join(article.authors))
    title = guessed("title", f"“{article.title}”" if article.title else "")
    source = (authors, title, article.outlet or "", guessed("published", date))
    return {
        "quote": words,
        "words": _without_marks(words),
        "speaker": said.told,
        "source": ", ".join(part for part in source if part),
        "title": article.title or "",
        "outlet": article.outlet or "",
        "authors": authors,
        "date": guessed("published", date),
        "day": day,
        "url": article.url or article.path,
    }


def _without_marks(words: str) -> str:
    """Words that stand in marks as a whole, without them; “Stay,” she said, “and wait” keeps its own."""
    inner = words.lstrip(_OPENING).rstrip(_CLOSING)
    return words if any(mark in inner for mark in _DOUBLE) else inner
