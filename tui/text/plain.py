"""Text for those who hear it: without the lines, bars and marks that a screen reader spells out or leaves out."""

import re

_TABLE: dict[int, str] = {
    # Borders, rules, bars and lines of counts are air.
    **dict.fromkeys(range(0x2500, 0x25A0), " "),
    ord("▌"): ">",
    ord("▸"): ">",
    ord("◆"): "*",
    ord("↔"): "/",
    ord("✓"): "x",
}
"""Character for character, so that what stands in columns stays there."""

_BETWEEN = re.compile(r"(?<=\S)[ \u00a0]·(?=[ \u00a0])|^[ \u00a0]·(?=[ \u00a0])")
"""A dot between two things. Inside a word, as in Catalan, it is a letter's."""
_ALONE = re.compile(r"(?<!\S)·(?!\S)")


def plainly(text: str) -> str:
    """The text with nothing in it that means something to the eye only; every column stays where it is.

    What dots part, commas part, each behind the word before it.
    """
    if text.isascii():
        return text
    if "·" in text:
        text = _ALONE.sub(" ", _BETWEEN.sub(", ", text))
    return text.translate(_TABLE)
