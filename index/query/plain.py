"""A query tree in plain words: what stands beside the results as "understood"."""

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Literal

from index.query.parsing import FIELDS
from index.query.tree import (
    AllOf,
    AnyOf,
    By,
    Dated,
    Filed,
    FromOutlet,
    Marked,
    Named,
    Node,
    Not,
    Phrase,
    Stated,
    Titled,
    Word,
)
from models.mark import FileKind

_LIKE_A_FIELD = re.compile(r"([a-z]{2,12}):\w")
_ARTICLES = {"person": "a person", "org": "an organisation", "place": "a place"}
_MARKS = "is:read, is:unread or is:bookmarked"
FILES: dict[FileKind, str] = {
    "page": "web pages",
    "text": "text files",
    "pdf": "PDFs",
    "mail": "e-mails",
    "document": "documents",
    "book": "e-books",
    "data": "data files",
    "archive": "archives",
}
"""Kinds of file in plain words."""
_KINDS = ", ".join(FILES)
_ROLES = {"person": "person", "org": "organisation", "place": "place", "name": "name"}


def describe(
    tree: AllOf,
    *,
    ignored: frozenset[str] = frozenset(),
    names: Callable[[Named], list[str]] = lambda _: [],
    outlets: Callable[[FromOutlet], list[str]] = lambda _: [],
) -> str:
    """One line without a full stop: "all of border, drills · outlet is The Courier · from July 2021".

    Args:
        tree: The query.
        ignored: Stop words that the search passes over.
        names: The names of the entities that a name means.
        outlets: The outlets that an outlet's name means.
    """
    speaker = _Speaker(names, outlets)
    words = [n for n in tree.nodes if _wordy(n) and not (isinstance(n, Word) and n.text in ignored)]
    rest = [n for n in tree.nodes if not _wordy(n)]
    parts = []
    if len(words) > 1:
        parts.append("all of " + ", ".join(speaker.say(n) for n in words))
    elif words:
        parts.append(speaker.say(words[0]))
    parts += [speaker.say(n) for n in rest]
    passed = [n.text for n in tree.nodes if isinstance(n, Word) and n.text in ignored]
    if passed:
        parts.append("passing over " + ", ".join(dict.fromkeys(passed)))
    parts += dict.fromkeys(filter(None, map(_unknown_field, tree.nodes)))
    return " · ".join(parts) if parts else "everything, newest first"


def _unknown_field(node: Node) -> str | None:
    """What to say of a word such as "author:vell", which looks like a field but is searched as words."""
    match = _LIKE_A_FIELD.match(node.text) if isinstance(node, Phrase) and node.loose else None
    return f"{match[1]}: is no field, as {', '.join(FIELDS)} are" if match else None


def _wordy(node: Node) -> bool:
    return isinstance(node, Word | Phrase | AnyOf | AllOf)


class _Speaker:
    def __init__(
        self, names: Callable[[Named], list[str]], outlets: Callable[[FromOutlet], list[str]]
    ) -> None:
        self._names = names
        self._outlets = outlets

    def say(self, node: Node) -> str:
        match node:
            case Word():
                return _word(node)
            case Phrase(distance=1):
                return f"“{node.text}”" if not node.loose else node.text
            case Phrase():
                return f"“{node.text}” within {node.distance} words"
            case Titled():
                return f"headline has {node.text}"
            case By():
                return f"byline has {node.text}"
            case FromOutlet():
                return "outlet is " + _choice(self._outlets(node), node.text)
            case Named(role="said"):
                return "said by " + _choice(self._names(node), node.text)
            case Named(role="person" | "org" | "place") if not self._names(node) and (
                other := self._else(node)
            ):
                return other
            case Named():
                return f"{_ROLES[node.role]} is " + _choice(self._names(node), node.text)
            case Dated():
                return node.text
            case Stated():
                return "outlet known" if node.what == "outlet" else "dated"
            case Marked():
                return node.mark or f"“{node.text}” is nothing that an article can be: {_MARKS}"
            case Filed():
                return FILES[node.kind] if node.kind else f"“{node.text}” is no kind of file: {_KINDS}"
            case Not(node=Marked(mark="read")):
                return "unread"
            case Not(node=Marked(mark="bookmarked")):
                return "not bookmarked"
            case Not(node=Not(node=inner)):
                return self.say(inner)
            case Not(node=Stated(what=what)):
                return "outlet unknown" if what == "outlet" else "undated"
            case Not(node=FromOutlet() as outlet):
                return "outlet is not " + _choice(self._outlets(outlet), outlet.text)
            case Not(node=Dated() as dated):
                known = dated.first is not None or dated.last is not None
                return f"not {dated.text}" if known else dated.text
            case Not():
                return "without " + self.say(node.node)
            case AnyOf():
                return "(" + " or ".join(self.say(n) for n in node.nodes) + ")"
            case AllOf():
                return "(" + " and ".join(self.say(n) for n in node.nodes) + ")"

    def _else(self, named: Named) -> str | None:
        """What to say where a name is not here as what it was asked for, but as something else."""
        roles: tuple[Literal["person", "org", "place"], ...] = ("person", "org", "place")
        for role in roles:
            if found := self._names(replace(named, role=role)):
                return f"{found[0]} is {_ARTICLES[role]}: {role}:{named.text}"
        return None


def _word(word: Word) -> str:
    if word.match == "prefix":
        return f"{word.text}…"
    if word.match == "fuzzy":
        return f"{word.text} or like it"
    return f"{word.text}…" if word.unfinished else word.text


def _choice(found: list[str], typed: str) -> str:
    if not found:
        return f"“{typed}”, which is not here"
    if len(found) == 1:
        return found[0]
    return f"one of {', '.join(found[:3])}" + (f" and {len(found) - 3} more" if len(found) > 3 else "")
