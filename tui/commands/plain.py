"""Answers for people: plain text, wrapped to the terminal, with nothing in it that a terminal would obey."""

import shutil
import sys

WIDEST = 100
"""Cells; longer lines are hard to read."""


def say(text: str = "", indent: int = 0, hanging: int | None = None) -> None:
    """Print a paragraph, wrapped.

    Args:
        text: May come from a file; its line ends become spaces.
        indent: Cells before the first line.
        hanging: Cells before the others, where that differs.
    """
    from tui.text.safety import printable
    from tui.text.wrapping import wrap

    rest = indent if hanging is None else hanging
    width = max(20, min(WIDEST, shutil.get_terminal_size((80, 24)).columns))
    # A file's name may hold a line end too.
    safe = printable(text)
    pieces = [safe[start:end] for start, end in wrap(safe, max(10, width - max(indent, rest)))] or [""]
    for number, piece in enumerate(pieces):
        sys.stdout.write(f"{' ' * (rest if number else indent)}{piece}".rstrip() + "\n")


def source_line(outlet: str | None, published: str | None, path: str) -> str:
    """Where a text is from, as "The Courier · 28 Jul 2021 · flood/courier.txt"."""
    from tui.text.dates import short_date

    return " · ".join(part for part in (outlet, short_date(published), path) if part)


def counted(number: int, one: str, many: str | None = None) -> str:
    """A number of things, as "1 article" or "1,204 articles"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"
