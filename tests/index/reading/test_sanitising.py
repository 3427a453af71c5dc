import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.reading.sanitising import one_line, printable_name, sanitise


@pytest.mark.parametrize(
    ("dirty", "clean"),
    [
        ("a\r\nb\rc\u2028d\x85e", "a\nb\nc\nd\ne"),
        ("\x1b[31mred\x1b[0m and \x1b]0;title\x07done", "red and done"),
        ("\x9b2Jcleared", "cleared"),
        ("abc\u202etxt.exe", "abctxt.exe"),
        ("soft\u00adhyphen zero\u200bwidth", "softhyphen zerowidth"),
        ("tab\tand   blanks", "tab and blanks"),
        ("no\u00a0break but 5\u00a0000 troops", "no break but 5\u00a0000 troops"),
        ("lone \ud800 surrogate", "lone \ufffd surrogate"),
        ("unfinished \x1b[", "unfinished "),
    ],
)
def test_examples(dirty: str, clean: str) -> None:
    assert sanitise(dirty).replace("\x20\x20", " ") == clean


@given(st.text(st.characters()))
def test_no_control_character_is_left(text: str) -> None:
    result = sanitise(text)
    assert all(char == "\n" or unicodedata.category(char) not in {"Cc", "Cs"} for char in result)
    assert not any("\u202a" <= char <= "\u202e" or "\u2066" <= char <= "\u2069" for char in result)


def test_one_line() -> None:
    assert one_line(" A\n title\x1b[1m ") == "A title"
    assert one_line("\x00 \n") is None


def test_names_that_are_no_utf8() -> None:
    assert printable_name("caf\udce9.txt") == "caf\\xe9.txt"
    assert printable_name("naïve 🗞.txt") == "naïve 🗞.txt"
