"""What an article is called where its outlet would stand."""

from pathlib import PurePath

from tui.text.safety import printable


def publisher(outlet: str | None, title: str | None, path: str) -> str:
    """The outlet, safe to print; where it is not known the headline, and without one the name of the file.

    Of articles that state no outlet all rows would else read the same.
    """
    return printable(outlet or (f"“{title}”" if title else PurePath(path).name))
