"""What programs call the fields of an article, and their values as text, names and dates."""

import ast
import html
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any, NamedTuple

from index.reading.decoding import mend
from index.reading.stated.bylines import clean_authors
from index.reading.stated.dates import iso_date

TEXT = (
    "maintext articlebody bodytext articletext fulltext textcontent contenttext text cleanedtext article body content "
    "contenthtml htmlcontent bodyhtml articlehtml html contentencoded story selection paragraphs rawtext rawcontent"
).split()
"""Names of an article's text, the cleanest first: small letters, nothing but letters and digits."""
TITLE = "title headline webtitle articletitle headlinemain titlepage titlerss".split()
SUMMARY = (
    "abstract abstractnote standfirst subtitle dek trailtext description metadescription excerpt lead leadparagraph "
    "shortdescription teaser snippet summary"
).split()
AUTHORS = "authors author byline bylines creators creator dccreator publishedby bookauthor writer by".split()
PUBLISHED = (
    "datepublished publisheddate datepublish publishedat published publishedtime publishdate publicationdate "
    "webpublicationdate firstpublished pubdate dateposted issued date datetime"
).split()
UPDATED = "datemodified modified datemodify modifieddate lastmodified dateupdated updateddate updated updatedat".split()
URL = (
    "url link weburl articleurl canonicalurl canonical permalink pageurl originalurl givenurl sourceurl href alternate "
    "source"
).split()
OUTLET = (
    "outlet sitename publication publicationtitle containertitle newspaper journal publisher sourcename source site "
    "website origin"
).split()
DOMAIN = "domain domainname sourcedomain hostname sourcehostname".split()
LANGUAGE = "language lang inlanguage metalang".split()
KEPT_SINCE = frozenset("createdat dateadded creationdate savedat saveddate addedat".split())
"""Names that a reading list or a reference manager gives to the day on which an article was put into it."""
_WRAPPERS = frozenset("_source fields article item data doc document metadata meta".split())
_EMPTY = frozenset({"", "nan", "none", "null", "n/a", "[]", "undefined"})
_INNER = (
    "name",
    "title",
    "rendered",
    "content",
    "literal",
    "main",
    "original",
    "value",
    "raw",
    "href",
    "text",
    "url",
)
"""Where an object that stands for a single value keeps it, as in {"author": {"name": ...}}."""
_MIDNIGHT = re.compile(r"[T ]00:00(?::00(?:\.0+)?)?$")
_EARLIEST_STAMP = 315_532_800
"""Seconds since 1970 at the beginning of 1980: smaller numbers are no times of news on a computer."""
_LONGEST_LIST = 5000
_TAG = re.compile(r"<[^<>]{1,2000}>")
_ONE_WORD = re.compile(r"[^\W\d_][\w'’.-]*")


class Field(NamedTuple):
    """A value and the name that the file gives it."""

    name: str
    value: Any

    @property
    def place(self) -> str:
        """What `Draft.found` says of it."""
        return f"field {self.name}"


class Fields:
    """A record's fields by their names, in small letters and without what is neither letter nor digit."""

    def __init__(self, record: Mapping[str, Any]) -> None:
        self._fields: dict[str, Field] = {}
        inner = []
        for name, value in record.items():
            # Wrappers come behind the record's own fields, which they may repeat.
            if isinstance(value, Mapping) and name in _WRAPPERS:
                inner.append(value)
            elif isinstance(name, str) and not _is_empty(value):
                self._fields.setdefault(plain_name(name), Field(name, value))
        for wrapped in inner:
            for key, field in Fields(wrapped)._fields.items():
                self._fields.setdefault(key, field)

    def __contains__(self, name: str) -> bool:
        return name in self._fields

    def of(self, names: Sequence[str]) -> Iterator[Field]:
        """The fields of these names that have a value, in the order of the names."""
        for name in names:
            if name in self._fields:
                yield self._fields[name]


def plain_name(name: str) -> str:
    """A field's name as the lists of names here have it."""
    return "".join(filter(str.isalnum, name.lower()))


def _is_empty(value: Any) -> bool:
    return value is None or value in ([], {}) or (isinstance(value, str) and value.strip().lower() in _EMPTY)


def text_of(value: Any, depth: int = 0) -> str:
    """A value as text: paragraphs of a list on lines of their own, an object by what it calls its value."""
    if isinstance(value, str):
        return mend(value).strip()
    if depth > 3 or isinstance(value, bool):
        return ""
    if isinstance(value, int | float):
        return str(value)
    if isinstance(value, list):
        return "\n\n".join(filter(None, (text_of(one, depth + 1) for one in value[:_LONGEST_LIST])))
    if isinstance(value, Mapping):
        return next((text for key in _INNER if (text := text_of(value.get(key), depth + 1))), "")
    return ""


def line_of(value: Any) -> str:
    """A value as one line without markup: a title, an outlet, a standfirst."""
    if isinstance(value, list):
        value = value[0] if value else ""
    text = text_of(value)
    if "<" in text:
        text = _TAG.sub(" ", text)
    return " ".join(html.unescape(text).split())


def names_of(value: Any, *, family_first: bool = False) -> tuple[str, ...]:
    """The people that a value names: a list or a line, of names or objects with names.

    Args:
        value: what the record has.
        family_first: whether "Ilić, Mara; Reed, Tom" is what this kind of record writes.
    """
    if isinstance(value, str):
        text = mend(value).strip()
        listed = _literal_list(text)
        if listed is not None:
            return names_of(listed)
        pieces = text.split(";") if family_first or ";" in text else [text]
    elif isinstance(value, list):
        pieces = [_name_of(one) for one in value[:100]]
    else:
        pieces = [_name_of(value)]
    names: dict[str, None] = {}
    for piece in pieces:
        names |= dict.fromkeys(clean_authors(_given_first(piece, family_first), single_names=True))
    return tuple(names)[:8]


def _name_of(value: Any) -> str:
    if isinstance(value, Mapping):
        parts = [text_of(value.get(key)) for key in ("given", "non-dropping-particle", "family")]
        if parts[2]:
            return " ".join(filter(None, parts))
    return line_of(value)


def _given_first(name: str, family_first: bool) -> str:
    """The name "Ilić, Mara" as "Mara Ilić"; two names of several words beside a comma are two people."""
    family, comma, given = (part.strip() for part in name.partition(","))
    single = _ONE_WORD.fullmatch(family) and _ONE_WORD.fullmatch(given)
    return f"{given} {family}" if comma and "," not in given and (single or family_first) else name


def _literal_list(text: str) -> list[Any] | None:
    """A list as Python writes it into a cell: "['Mara Ilić', 'Tom Reed']"."""
    if not (text.startswith("[") and text.endswith("]") and len(text) < _LONGEST_LIST):
        return None
    try:
        listed = ast.literal_eval(text)
    except (ValueError, SyntaxError, MemoryError, RecursionError):
        return None
    return listed if isinstance(listed, list) else None


def date_of(value: Any, day_first: bool | None = None) -> str | None:
    """A date in ISO 8601 from a date as people or programs write it, seconds or milliseconds since 1970, or CSL's."""
    if isinstance(value, Mapping):
        parts = value.get("date-parts")
        if isinstance(parts, list) and parts and isinstance(parts[0], list) and len(parts[0]) == 3:
            return iso_date("-".join(str(part).zfill(2) for part in parts[0]))
        # PHP writes a moment as an object.
        return next(
            (day for key in ("raw", "date", "value") if (day := date_of(value.get(key), day_first))), None
        )
    if isinstance(value, list):
        return date_of(value[0], day_first) if value else None
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    text = str(value).strip()
    if re.fullmatch(r"\d{9,13}(?:\.\d+)?", text):
        return _stamped(float(text))
    # A clock at midnight without a zone is how programs write a day.
    return iso_date(_MIDNIGHT.sub("", text[:200]), day_first)


def _stamped(number: float) -> str | None:
    seconds = number / 1000 if number > 10**11 else number
    moment = datetime.fromtimestamp(seconds, UTC)
    return (
        moment.isoformat(timespec="minutes")
        if seconds > _EARLIEST_STAMP and moment <= datetime.now(UTC)
        else None
    )
