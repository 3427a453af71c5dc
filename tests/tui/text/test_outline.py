"""Moving quotes and sections in the reader's order."""

from collections.abc import Sequence

import pytest

from models.bookmark import Anchor, Bookmark, Entry, Heading
from tui.text.outline import moved_past, put_below, section_moved


def entry(name: str) -> Entry:
    """A heading where the name is a capital, else a quote."""
    if name.isupper():
        return Heading(id=ord(name), folder="/clippings", text=name)
    anchor = Anchor(exact=name, prefix="", suffix="", start=0, end=1, passage=1)
    return Bookmark(
        id=ord(name),
        folder="/clippings",
        path="a.txt",
        part=0,
        anchor=anchor,
        created="2031-01-01",
        changed="",
    )


def order(names: str) -> list[Entry]:
    return [entry(name) for name in names]


def named(entries: Sequence[Entry]) -> str:
    return "".join(one.anchor.exact if isinstance(one, Bookmark) else one.text for one in entries)


@pytest.mark.parametrize(
    ("heading", "direction", "expected"),
    [
        ("A", 1, "xBcAabC"),
        ("A", -1, "AabxBcC"),
        ("B", -1, "xBcAabC"),
        ("B", 1, "xAabCBc"),
        ("C", 1, "xAabBcC"),
        ("C", -1, "xAabCBc"),
    ],
)
def test_a_heading_moves_with_its_quotes_past_a_section(heading: str, direction: int, expected: str) -> None:
    assert named(section_moved(order("xAabBcC"), entry(heading), direction)) == expected


def test_a_quote_moves_past_what_shows_next() -> None:
    assert named(moved_past(order("abBc"), entry("a"), entry("B"), 1)) == "bBac"
    assert named(moved_past(order("abBc"), entry("c"), entry("a"), -1)) == "cabB"


@pytest.mark.parametrize(
    ("marked", "where", "expected"),
    [
        ("ac", "B", "bBacd"),
        ("db", "a", "abdBc"),
        ("bc", "c", "aBbcd"),
        ("d", "B", "abBdc"),
        ("ab", "a", "abBcd"),
    ],
)
def test_marked_quotes_are_gathered_below_another_in_their_order(
    marked: str, where: str, expected: str
) -> None:
    assert named(put_below(order("abBcd"), order(marked), entry(where))) == expected
