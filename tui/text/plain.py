"""Text for those who hear it: without the lines, bars and marks that a screen reader spells out or leaves out."""

_TABLE: dict[int, str] = {
    # Borders, rules, bars and lines of counts are air.
    **dict.fromkeys(range(0x2500, 0x25A0), " "),
    ord("▌"): ">",
    ord("▸"): ">",
    ord("◆"): "*",
    ord("·"): ",",
    ord("↔"): "/",
    ord("✓"): "x",
}
"""Character for character, so that what stands in columns stays there."""


def plainly(text: str) -> str:
    """The text with nothing in it that means something to the eye only; every column stays where it is."""
    return text if text.isascii() else text.translate(_TABLE)
