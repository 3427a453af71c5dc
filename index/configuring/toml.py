"""TOML with the line of each entry, which Python's own reader does not tell.

A statement of TOML begins on a line of its own, and its beginning alone is never a whole one: a string or list that
goes on below is not closed. So lines are taken together until they are TOML, and what they then set stands there.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from models.config import Fault

_PLACE = re.compile(r" \(at (?:line (\d+), column \d+|end of document)\)$")
_LONGEST = 200
"""Lines of one statement, at most: what is not closed by then is taken for a mistake."""


class Parsed(NamedTuple):
    """The entries of a file by their dotted names, and where each stands."""

    values: dict[str, object]
    lines: dict[str, int]
    """By the same names, and by those of tables; counted from 1."""
    faults: list[Fault]


def parse(text: str) -> Parsed:
    """Read a file's text. What stands above a line that is not TOML holds; what stands below is not read."""
    text = text.replace("\r\n", "\n")
    values, fault, until = _load(text)
    lines = _lines_of(text.split("\n")[:until])
    return Parsed(dict(_flat(values)), lines, [fault] if fault else [])


def _load(text: str) -> tuple[Mapping[str, object], Fault | None, int]:
    """The values of as much as is TOML, what is wrong with the next statement, and the number of lines before it."""
    rows = text.split("\n")
    try:
        return tomllib.loads(text), None, len(rows)
    except tomllib.TOMLDecodeError as error:
        place = _PLACE.search(str(error))
        reason = _PLACE.sub("", str(error))
        line = int(place[1]) if place and place[1] else len(rows)
    except RecursionError:
        reason, line = "Lists or tables are nested too deeply", 1
    # The statement that the line is in: an opened string or list may run on to where its end is missed.
    begins = max((start for start, end, _ in _statements(rows) if start <= line), default=line)
    message = f"This is not TOML: {reason[0].lower()}{reason[1:]}. What stands below is not read."
    while begins > 1:
        try:
            return tomllib.loads("\n".join(rows[: begins - 1])), Fault(message, begins), begins - 1
        except (tomllib.TOMLDecodeError, RecursionError):
            begins -= 1
    return {}, Fault(message, begins), 0


def _statements(rows: list[str]) -> Iterator[tuple[int, int, Mapping[str, object] | None]]:
    """First and last line of each statement, and what it says; None where it is not TOML. Blank lines are left out."""
    at = 0
    while at < len(rows):
        if not rows[at].strip() or rows[at].lstrip().startswith("#"):
            at += 1
            continue
        end, said = at + 1, None
        for last in range(at + 1, min(len(rows), at + _LONGEST) + 1):
            try:
                end, said = last, tomllib.loads("\n".join(rows[at:last]))
                break
            except (tomllib.TOMLDecodeError, RecursionError):
                continue
        yield at + 1, end, said
        at = end


def _lines_of(rows: list[str]) -> dict[str, int]:
    lines: dict[str, int] = {}
    table = ""
    for start, _, said in _statements(rows):
        if said is None:
            continue
        if rows[start - 1].lstrip().startswith("["):
            table = next(_tables(said))
            lines.setdefault(table, start)
            continue
        for name, _ in _flat(said, f"{table}." if table else ""):
            lines[name] = start
    return lines


def _tables(said: Mapping[str, object]) -> Iterator[str]:
    """The name of the table that a heading opens."""
    names: list[str] = []
    inner: object = said
    while isinstance(inner, Mapping) and inner:
        name, inner = next(iter(inner.items()))
        names.append(name)
    yield ".".join(names)


def _flat(values: Mapping[str, object], before: str = "") -> Iterator[tuple[str, object]]:
    for name, value in values.items():
        if isinstance(value, Mapping) and value:
            yield from _flat(value, f"{before}{name}.")
        else:
            yield before + name, value
