"""Tags as they are typed: several on a line, each completed from those in use."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui.text.painting import Run, Runs, justify
from tui.text.safety import printable

if TYPE_CHECKING:
    from collections.abc import Mapping

_BETWEEN = re.compile(r"[\s,]")
_PART = re.compile(r"[-_/.:]+")
"""Between the words of one tag."""


def split_tags(text: str) -> tuple[str, ...]:
    """Tags as typed, separated by white space or commas, with or without "#", each once."""
    return tuple(dict.fromkeys(tag for word in _BETWEEN.split(text) if (tag := word.lstrip("#"))))


def fitting(text: str, known: Mapping[str, int]) -> list[str]:
    """The tags in use that the word being typed may become: those that begin so, then those of which a part does.

    Args:
        text: The line so far.
        known: Tags with how often each is in use, in the order in which they are offered.
    """
    before, word = _parted(text)
    there = {tag.casefold() for tag in split_tags(before)}
    free = [tag for tag in known if tag.casefold() not in there]
    begun = [tag for tag in free if tag.casefold().startswith(word)]
    within = [tag for tag in free if any(part.startswith(word) for part in _PART.split(tag.casefold())[1:])]
    return [*begun, *(tag for tag in within if tag not in begun)]


def completed(text: str, tag: str) -> str:
    """The line with the word being typed become a tag, and room for the next."""
    before, _ = _parted(text)
    return f"{before}{tag} "


def is_new(text: str, known: Mapping[str, int]) -> bool:
    """Whether the word being typed is, or begins, no tag that is in use."""
    _, word = _parted(text)
    return bool(word) and not fitting(text, known)


def _parted(text: str) -> tuple[str, str]:
    """What stands before the word being typed, and that word as it is compared."""
    word = _BETWEEN.split(text)[-1]
    return text[: len(text) - len(word)], word.lstrip("#").casefold()


def draw_tag(tag: str, uses: int, taken_by: str, width: int) -> list[Runs]:
    """A tag that is offered: its name, in how many quotes it is, and the key that takes it, if one does."""
    left = [Run(printable(f"#{tag}"), ("tag",)), Run(f"  {uses:,}", ("dim",))]
    return [justify(left, [Run(taken_by, ("key",))] if taken_by else [], width)]
