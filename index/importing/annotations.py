"""W3C Web Annotations and those of Hypothesis, from JSON that anybody may have written.

Read are an AnnotationCollection or AnnotationPage, a list, a single annotation, and the rows of Hypothesis' API
(https://www.w3.org/TR/annotation-model/, https://h.readthedocs.io/en/latest/api-reference/v1/).
"""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from pydantic import ValidationError

from index.exporting.w3c import KEPT, REPORTED, SPEAKER
from models.annotation import Speech
from models.base import Value
from models.bookmark import Anchor, Citation
from models.errors import MorgueError

LARGEST = 64_000_000
"""Bytes of a file that is read at all: a hundred thousand annotations with room to spare."""

LONGEST = 100_000
"""Characters of a quote, a note or an address beyond which they are none."""

_MOST_TAGS = 200
_BLANKS = re.compile(r"\s+")
_EMPTY_LINE = re.compile(r"\n[^\S\n]*\n")
_MOMENT = re.compile(r"\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)?)?")


class WrongAnnotations(MorgueError):
    """A file from which no annotation can be read."""


class Unusable(Exception):
    """An item that cannot be kept as a bookmark; the message says why, as the end of a sentence."""


class Kept(Value):
    """Where a bookmark was kept from, as our own export says."""

    folder: str
    path: str
    part: int
    passage: int
    kind: Speech | None = None
    speaker: str | None = None
    cue: str | None = None
    citation: Citation


class Annotation(NamedTuple):
    """One annotation with words of a text."""

    number: int
    """Its place in the file, from 1."""
    source: str
    """The address of what was annotated; may be empty."""
    title: str | None
    anchor: Anchor
    """Its start is that of the position selector, -1 where there is none; its passage is not known."""
    speaker: str | None
    note: str
    tags: tuple[str, ...]
    created: str | None
    changed: str | None
    kept: Kept | None
    """None for an annotation that is not ours."""


class Problem(NamedTuple):
    """Why an annotation cannot be a bookmark."""

    number: int
    why: str


def read_annotations(file: Path) -> tuple[list[Annotation], list[Problem]]:
    """The annotations of a file, and which of its items are none that can be kept.

    Raises:
        WrongAnnotations: It cannot be read, is too large, or is no file of annotations.
    """
    items = _items(_loaded(file), file)
    annotations: list[Annotation] = []
    problems: list[Problem] = []
    for number, item in enumerate(items, 1):
        try:
            annotations.append(_annotation(number, item))
        except Unusable as error:
            problems.append(Problem(number, str(error)))
    return annotations, problems


def _loaded(file: Path) -> Any:
    try:
        with file.open("rb") as opened:
            content = opened.read(LARGEST + 1)
    except OSError as error:
        raise WrongAnnotations(f"{file} cannot be read: {error.strerror or error}.") from error
    if len(content) > LARGEST:
        raise WrongAnnotations(
            f"{file} is larger than {LARGEST // 1_000_000} MB, so it was not read.", _ADVICE
        )
    try:
        return json.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise WrongAnnotations(f"{file} is not JSON, so there are no annotations in it.", _ADVICE) from error


_ADVICE = "Name a file that `morgue bookmarks export --format w3c` or Hypothesis wrote."


def _items(value: Any, file: Path) -> list[Any]:
    for _ in range(3):
        if not isinstance(value, dict) or "target" in value:
            break
        value = next(
            (value[name] for name in ("items", "rows", "first", "annotations") if name in value), None
        )
    if isinstance(value, dict):
        value = [value]
    if not isinstance(value, list):
        raise WrongAnnotations(f"There are no annotations in {file}.", _ADVICE)
    return value


def _annotation(number: int, item: Any) -> Annotation:
    """One item of the file.

    Raises:
        Unusable: It is no annotation of a text; the message says why.
    """
    if not isinstance(item, dict):
        raise Unusable("is no annotation")
    target = _first(item.get("target"))
    if isinstance(target, str):
        target = {"source": target}
    if not isinstance(target, dict):
        raise Unusable("does not say what it is about")
    selectors = list(_selectors(target.get("selector")))
    quote = next((s for s in selectors if s.get("type") == "TextQuoteSelector"), {})
    position = next((s for s in selectors if s.get("type") == "TextPositionSelector"), {})
    kept = _kept(item.get(KEPT))
    spaced = str if kept else _respaced
    exact = spaced(_text(quote.get("exact")))
    if not exact.strip():
        raise Unusable("has no quoted words")
    start = position.get("start")
    start = start if isinstance(start, int) and 0 <= start < 1 << 40 else -1
    bodies = list(_bodies(item))
    speaker = next(
        (v.removeprefix(SPEAKER) for v, p in bodies if p == "describing" and v.startswith(SPEAKER)), None
    )
    speaker = (_text(kept.speaker) if kept else "") or speaker
    return Annotation(
        number=number,
        source=_source(target.get("source") or item.get("uri")),
        title=_title(item),
        anchor=Anchor(
            exact=exact,
            prefix=spaced(_text(quote.get("prefix"))),
            suffix=spaced(_text(quote.get("suffix"))),
            start=start,
            end=start + len(exact) if start >= 0 else -1,
            passage=kept.passage if kept else 0,
        ),
        speaker=speaker,
        note="\n".join(value for value, purpose in bodies if purpose in {"commenting", "describing", ""}
                       and not (purpose == "describing" and value.startswith((SPEAKER, REPORTED)))),
        tags=tuple(value for value, purpose in bodies if purpose == "tagging")[:_MOST_TAGS],
        created=_moment(item.get("created")),
        changed=_moment(item.get("modified") or item.get("updated")),
        kept=kept,
    )  # fmt: skip


def _first(value: Any) -> Any:
    return value[0] if isinstance(value, list) and value else value


def _selectors(value: Any, depth: int = 0) -> Iterator[dict[str, Any]]:
    """Selectors, and those by which they are refined."""
    for one in value if isinstance(value, list) else [value]:
        if isinstance(one, dict) and depth < 8:
            yield one
            yield from _selectors(one.get("refinedBy"), depth + 1)


def _bodies(item: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """What was written to it, each with its purpose: a note, or a tag. Hypothesis has them as `text` and `tags`."""
    body = item.get("body")
    for one in body if isinstance(body, list) else [body]:
        if isinstance(one, str):
            yield _text(one), ""
        elif isinstance(one, dict) and isinstance(one.get("value"), str):
            yield _text(one["value"]), str(one.get("purpose") or "")
    if isinstance(item.get("bodyValue"), str):
        yield _text(item["bodyValue"]), ""
    if isinstance(item.get("text"), str) and item["text"]:
        yield _text(item["text"]), ""
    tags = item.get("tags")
    for tag in tags if isinstance(tags, list) else []:
        if isinstance(tag, str):
            yield _text(tag), "tagging"


def _source(value: Any) -> str:
    if isinstance(value, dict):
        value = value.get("id")
    return _text(value)


def _title(item: dict[str, Any]) -> str | None:
    document = item.get("document")
    title = _first(document.get("title")) if isinstance(document, dict) else None
    return _text(title) or None


def _text(value: Any) -> str:
    """A text of bearable length, without half characters; anything else is none.

    Raises:
        Unusable: It is longer than any quote, note or address.
    """
    if not isinstance(value, str):
        return ""
    if len(value) > LONGEST:
        raise Unusable(f"has a text of {len(value):,} characters")
    return value.encode("utf-8", "replace").decode("utf-8")


def _respaced(text: str) -> str:
    """A text as an article has it: lines and indents of a page's source are blanks, empty lines end paragraphs."""
    return _BLANKS.sub(lambda found: "\n\n" if _EMPTY_LINE.search(found[0]) else " ", text)


def _moment(value: Any) -> str | None:
    return value if isinstance(value, str) and _MOMENT.fullmatch(value) else None


def _kept(value: Any) -> Kept | None:
    try:
        return Kept.model_validate(value)
    except ValidationError:
        return None
