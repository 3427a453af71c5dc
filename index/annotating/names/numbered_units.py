"""Military units and bases known by a number, which are names without a capital: "201st military base"."""

import re

_ARM = (
    "military|air|naval|infantry|motorised|motorized|armoured|armored|tank|airborne|mechanised|mechanized|marine"
    "|artillery|guards|rifle|mountain"
)
_UNIT = re.compile(
    rf"\b\d+(?:st|nd|rd|th) (?:[A-Z]\w+ )?(?:(?:{_ARM}) )*(?:base|brigade|division|battalion|regiment)\b"
    rf"|\b(?:(?:{_ARM}) )*(?:base|brigade|division|battalion|regiment) No\.? ?\d+"
)
_HINT = re.compile(r"base|brigade|division|battalion|regiment")


def numbered_units(text: str) -> list[tuple[int, int]]:
    """The start and end of each numbered unit of a text, in order."""
    return [match.span() for match in _UNIT.finditer(text)] if _HINT.search(text) else []
