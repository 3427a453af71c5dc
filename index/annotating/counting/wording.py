"""A figure in words, with what it counts."""

import re

_CROWD = re.compile(
    r"\b(?:tens|scores|dozens|hundreds|thousands|millions|billions|trillions)$", re.IGNORECASE
)


def with_counted(number: str, counted: str) -> str:
    """As people say it: "5,000 troops", but "hundreds of people"; the number alone where nothing is said of the rest.

    Args:
        number: As a text writes it.
        counted: What it counts, in the text's own words; a share's begin with "of".
    """
    if _CROWD.search(number) and counted and not counted.startswith("of "):
        return f"{number} of {counted}"
    return f"{number} {counted}".rstrip()
