r"""JSON Lines in and out: UTF-8 and "\n" whatever the platform and locale say."""

import argparse
import io
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from models.errors import MorgueError

# JSON leaves these as they are, and a terminal would obey them.
_C1 = re.compile("[\x7f-\x9f]")


class MisuseError(MorgueError):
    """The command was not given what it needs; the exit status is 2."""


def prepare_streams() -> None:
    """Make the standard streams say what the JSON contract says."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # A lone surrogate becomes \udcxx, which is right inside JSON and harmless elsewhere.
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
    if isinstance(sys.stdin, io.TextIOWrapper):
        sys.stdin.reconfigure(encoding="utf-8-sig", errors="replace", newline="\n")


def put(value: Any) -> None:
    """Write one JSON object as a line, at once, so that a program at the other end can go on."""
    line = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    sys.stdout.write(_C1.sub(lambda match: f"\\u{ord(match.group()):04x}", line) + "\n")
    sys.stdout.flush()


def note(message: str) -> None:
    """Write a message for a person to standard error."""
    from tui.text.safety import printable

    sys.stderr.write(printable(message) + "\n")
    sys.stderr.flush()


def add_batch(parser: argparse.ArgumentParser, what: str) -> None:
    """Add the option `--batch`."""
    parser.add_argument(
        "--batch", metavar="FILE", help=f"answer many: {what} a line, from FILE or - for input"
    )


def lines(source: str) -> Iterator[tuple[int, str]]:
    """The lines of a file, or of standard input for "-", that are not blank, with their numbers from 1.

    Raises:
        MisuseError: The file cannot be read.
    """
    if source == "-":
        yield from _numbered(sys.stdin)
        return
    try:
        with Path(source).open(encoding="utf-8-sig", errors="replace", newline="\n") as file:
            yield from _numbered(file)
    except OSError as error:
        raise MisuseError(f"{source} cannot be read: {error.strerror}.") from error


def _numbered(file: Any) -> Iterator[tuple[int, str]]:
    for number, line in enumerate(file, 1):
        if line.strip():
            yield number, line.rstrip("\r\n")


_TYPES = {str: "text", int: "a whole number"}
"""The types of fields, in words; `object` takes any value."""


def objects(source: str, **fields: type) -> Iterator[dict[str, Any]]:
    """The JSON objects of a file, one a line; each has `fields` with values of those types.

    Raises:
        MisuseError: A line is something else; the lines before it have been given.
    """
    for number, line in lines(source):
        try:
            value = json.loads(line)
        except (ValueError, RecursionError) as error:
            raise MisuseError(f"Line {number} of the input is not JSON: {error}.") from error
        if not isinstance(value, dict):
            wanted = ", ".join(f'"{field}"' for field in fields)
            raise MisuseError(f"Line {number} of the input is not an object with {wanted}.")
        for name, kind in fields.items():
            if name not in value:
                raise MisuseError(f'Line {number} of the input has no "{name}".')
            # For Python, true is a number.
            if not isinstance(value[name], kind) or (kind is int and isinstance(value[name], bool)):
                raise MisuseError(f'In line {number} of the input "{name}" is not {_TYPES[kind]}.')
        yield value
