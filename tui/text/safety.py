"""The last line of defence between text from files and the terminal."""

_PICTURES = {code: 0x2400 + code for code in range(0x20)} | {0x7F: 0x2421}
_SPACES = dict.fromkeys([*map(ord, "\t\n\v\f\r"), 0x85, 0x2028, 0x2029], " ")
_C1 = dict.fromkeys(range(0x80, 0xA0), "\ufffd")
# Zero cells wide either way, but these would reorder or hide the rest of the line.
_INVISIBLE = dict.fromkeys(
    [0xAD, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A), 0xFEFF], "\u200b"
)
_SURROGATES = dict.fromkeys(range(0xD800, 0xE000), "\ufffd")

_TABLE: dict[int, int | str] = {**_PICTURES, **_C1, **_SPACES, **_INVISIBLE, **_SURROGATES}


def printable_lines(text: str) -> str:
    """The same of a text of several lines, whose line ends stay."""
    return "\n".join(printable(line) for line in text.splitlines())


def printable(text: str) -> str:
    """The text with nothing in it that a terminal would obey, code point for code point.

    Control characters become their pictures ("␛"), line ends and tabs become spaces, marks that turn the
    direction of writing become a zero-width space, lone surrogates the replacement character. The length
    stays the same, so that offsets still hold.
    """
    if text.isascii() and text.isprintable():
        return text
    return text.translate(_TABLE)
