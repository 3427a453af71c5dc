"""What a person types, to a tree. Nothing is an error: what has no meaning is taken as words or left out."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import NamedTuple, TypeAlias

from index.query.dates import Days, may_become, span, spoken
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
from index.words import STOP_WORDS, fold, terms
from models.mark import FileKind

FIELDS = (
    "title",
    "outlet",
    "by",
    "person",
    "org",
    "place",
    "name",
    "said",
    "after",
    "before",
    "date",
    "is",
    "kind",
)
"""The fields of the language, each written before a colon."""

_QUOTED = r'"[^"]*"?|“[^”"]*[”"]?|„[^“”"]*[“”"]?|«[^»]*»?'
_TOKEN = re.compile(
    rf"""(?P<space>\s+)
    | (?P<open>\() | (?P<close>\))
    | (?P<minus>-(?=[^\s\-)]))
    | (?P<field>(?:{"|".join(FIELDS)})):(?=(?P<value>{_QUOTED}|[^\s()]*))
    | (?P<quoted>{_QUOTED})(?:~(?P<distance>\d{{1,3}}))?
    | (?P<word>[^\s()"“„«]+)
    | (?P<stray>.)""",
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)
_MARKS = '"“”„«»'
_MOST_TOKENS = 200
"""A query longer than this is somebody's pasted page: its beginning says enough."""


_OF_DATES = frozenset({"after", "before", "date"})


_SUCH_AS = "2021-07, mar-2021 or “28 jul 2021”"


_STATES: dict[str, Node] = {
    "read": Marked("read", "read"),
    "unread": Not(Marked("read", "read")),
    "bookmarked": Marked("bookmarked", "bookmarked"),
}
"""What an article can be, as written after `is:`."""


_FILES: dict[str, FileKind] = {
    "page": "page",
    "web": "page",
    "html": "page",
    "text": "text",
    "pdf": "pdf",
    "mail": "mail",
    "email": "mail",
    "document": "document",
    "word": "document",
    "book": "book",
    "epub": "book",
    "data": "data",
    "archive": "archive",
}
"""Kinds of file, as written after `kind:`."""


_Latest: TypeAlias = Callable[[], date | None]


class _Token(NamedTuple):
    kind: str
    text: str
    extra: str = ""
    end: int = 0


def parse(query: str, *, typing: bool = False, latest: _Latest = lambda: None) -> AllOf:
    """A query as a tree.

    Args:
        query: As typed.
        typing: The last word may be unfinished, and then also matches as the beginning of others.
        latest: The day that a date without a year does not go beyond, asked only where a date stands; None is today.
    """
    tokens = _balanced(_tokens(query))
    if typing and tokens and tokens[-1].end == len(query) and not _is_small(tokens):
        tokens[-1:] = _unfinished(tokens[-1])
    node = _Parser(tokens, latest).alternatives()
    return node if isinstance(node, AllOf) else AllOf((node,)) if node else AllOf(())


def plain_words(query: str) -> list[slice]:
    """Where the words of a query stand that are neither quoted nor in a field."""
    return [slice(t.end - len(t.text), t.end) for t in _tokens(query) if t.kind == "word"]


def _tokens(query: str) -> list[_Token]:
    tokens: list[_Token] = []
    place = 0
    while place < len(query) and len(tokens) < _MOST_TOKENS:
        match = _TOKEN.match(query, place)
        if match is None:  # pragma: no cover - `stray` takes any character
            break
        place = match.end()
        kind = match.lastgroup or ""
        if match["field"]:
            place += len(match["value"])
            tokens.append(_Token("field", match["field"].lower(), match["value"], place))
        elif match["quoted"]:
            tokens.append(_Token("quoted", match["quoted"], match["distance"] or "", place))
        elif kind == "minus" and tokens and query[match.start() - 1] not in " \t\n(":
            continue
        elif kind in {"open", "close", "minus", "word"}:
            tokens.append(_Token(kind, match.group(), "", place))
    return tokens


def _balanced(tokens: list[_Token]) -> list[_Token]:
    """Without the closing brackets that nothing opened."""
    kept, depth = [], 0
    for token in tokens:
        depth += {"open": 1, "close": -1}.get(token.kind, 0)
        if depth < 0:
            depth = 0
        else:
            kept.append(token)
    return kept


def _is_small(tokens: list[_Token]) -> bool:
    """Whether the last token is a small word behind others: it is taken for that until it becomes another."""
    *before, last = tokens
    others = any(token.kind in {"word", "quoted"} for token in before)
    return others and last.kind == "word" and fold(last.text) in STOP_WORDS


def _unfinished(token: _Token) -> list[_Token]:
    """The last token, marked as still being typed; of an open quotation only its last word is."""
    if token.kind == "word":
        return [token._replace(extra="unfinished")]
    if token.kind == "field" and token.text in _OF_DATES and _may_become_dates(token.extra.strip(_MARKS)):
        return []
    if token.kind == "quoted" and token.text[-1].isalnum():
        *before, last = token.text.strip(_MARKS).split()
        quoted = _Token("quoted", " ".join(before), "", token.end)
        return [quoted, _Token("word", last, "unfinished", token.end)]
    return [token]


class _Parser:
    """Recursive descent over the tokens; a group that is never closed ends with the query."""

    def __init__(self, tokens: list[_Token], latest: _Latest) -> None:
        self._tokens = tokens
        self._latest = latest
        self._place = 0

    def _peek(self) -> _Token | None:
        return self._tokens[self._place] if self._place < len(self._tokens) else None

    def alternatives(self) -> Node | None:
        """Parts between ORs, up to the closing bracket or the end."""
        parts: list[Node] = []
        while True:
            part = self._sequence()
            if part:
                parts.append(part)
            token = self._peek()
            if token is None:
                break
            self._place += 1
            if token.kind == "close":
                break
        if len(parts) > 1:
            return AnyOf(tuple(parts))
        return parts[0] if parts else None

    def _sequence(self) -> Node | None:
        """Everything up to an OR, a closing bracket or the end."""
        nodes: list[Node] = []
        while (token := self._peek()) and token.kind != "close" and not _is_or(token):
            self._place += 1
            node = self._one(token)
            if isinstance(node, AllOf):
                nodes += node.nodes
            elif node:
                nodes.append(node)
        if not nodes:
            return None
        return nodes[0] if len(nodes) == 1 and not isinstance(nodes[0], Not) else AllOf(tuple(nodes))

    def _one(self, token: _Token) -> Node | None:
        if token.kind == "minus" or (token.kind == "word" and token.text == "NOT"):
            following = self._peek()
            if following is None or following.kind == "close":
                return None
            self._place += 1
            inner = self._one(following)
            return Not(inner) if inner else None
        if token.kind == "open":
            return self.alternatives()
        if token.kind == "field":
            return _field(token.text, token.extra, self._latest)
        if token.kind == "quoted":
            return _phrase(token)
        if token.kind == "word" and token.text != "AND":
            return _word(token)
        return None


def _is_or(token: _Token) -> bool:
    return token.kind == "word" and token.text in {"OR", "|"}


def _phrase(token: _Token) -> Node | None:
    text = token.text.strip(_MARKS)
    found = tuple(terms(text))
    return Phrase(found, " ".join(text.split()), max(1, int(token.extra or 1))) if found else None


def _word(token: _Token) -> Node | None:
    text = token.text
    if match := re.fullmatch(r"(.*\w)~([1-3]?)", text):
        folded = fold(match[1])
        edits = int(match[2] or (1 if len(folded) < 8 else 2))
        return Word(folded, "fuzzy", edits) if terms(match[1]) == [folded] else _plain(match[1], token)
    if re.fullmatch(r"\w+\*+", text):
        return Word(fold(text.rstrip("*")), "prefix")
    # A question mark at the end is the end of a question.
    if re.search(r"\*|\?(?=\w)", text) and re.search(r"\w", text):
        pattern = re.sub(r"[^\w*?]+", "", fold(text))
        return Word(pattern, "wildcard")
    return _plain(text, token)


def _plain(text: str, token: _Token) -> Node | None:
    found = terms(text)
    if not found:
        return None
    if len(found) == 1:
        word = Word(found[0])
        return replace(word, unfinished=True) if token.extra == "unfinished" and text[-1].isalnum() else word
    if re.fullmatch(r"[^\W\d]{2,}(?:[-/'’][^\W\d]+)+", text) and text.isascii():
        # "Moscow-led" and "minister's" are words of their own to most writers.
        return AllOf(tuple(Word(term) for term in found if len(term) > 1))
    return Phrase(tuple(found), text, loose=True)


def _field(name: str, written: str, latest: _Latest) -> Node | None:
    if written == "*" and name in {"outlet", "date"}:
        return Stated("outlet" if name == "outlet" else "date")
    value = written.strip(_MARKS + " ")
    if not terms(value):
        return None
    whole = written[0] in _MARKS and written[-1] in _MARKS
    if name in _OF_DATES:
        return _dated(name, value, latest())
    match name:
        case "title":
            return Titled(value)
        case "outlet":
            return FromOutlet(value, whole)
        case "by":
            return By(value)
        case "person" | "org" | "place" | "name" | "said":
            return Named(name, value, whole)
        case "is":
            return _marked(value)
        case "kind":
            return _filed(value)
    return None


def _marked(value: str) -> Node:
    """The beginning is enough, so that the results do not go away while it is typed."""
    meant = [state for state in _STATES if state.startswith(fold(value))]
    return _STATES[meant[0]] if len(meant) == 1 else Marked(None, value)


def _filed(value: str) -> Node:
    """The beginning is enough, as for marks."""
    begins = fold(value).replace("-", "")
    meant = {kind for word, kind in _FILES.items() if word.startswith(begins)}
    return Filed(meant.pop() if len(meant) == 1 else None, value)


def _may_become_dates(value: str) -> bool:
    """Whether a date, or the second of two, is still being typed."""
    last = value.rpartition("..")[2]
    return span(last) is None and may_become(last)


def _dated(name: str, value: str, latest: date | None) -> Node:
    if name == "date" and ".." in value:
        begin, _, end = value.partition("..")
        # The year is often said once, with the second.
        if (until := span(end, latest)) and (since := span(begin, until[1])):
            text = f"from {spoken(since)} to {spoken(until)}"
            return Dated(since[0].toordinal(), until[1].toordinal(), text)
    days = span(value, latest)
    if days is None:
        return Dated(None, None, f"“{value}” is no date such as {_SUCH_AS}")
    first_day, last_day = (day.toordinal() for day in days)
    if name == "after":
        return Dated(first_day, None, f"from {spoken(days)}")
    if name == "before":
        return Dated(None, first_day - 1, f"before {spoken(days)}")
    return Dated(first_day, last_day, f"{_preposition(days)} {spoken(days)}")


def _preposition(days: Days) -> str:
    """As one says on a day, in a month or a year, from one day to another."""
    first, last = days
    if first == last:
        return "on"
    return "from" if " to " in spoken(days) else "in"
