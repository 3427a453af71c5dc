"""The reader's words as the file holds them, and as they are said back in passing."""

_LABEL = 40
"""Characters of a text that are enough to know it by."""


def clean(text: str) -> str:
    """Text as SQLite and JSON can hold it: no half characters, which a terminal may send."""
    return text.encode("utf-8", "replace").decode("utf-8")


def counted(number: int, noun: str) -> str:
    """As "1 bookmark", "3 bookmarks"."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def quoted(text: str) -> str:
    """The beginning of a text in quotation marks, short enough to be said in passing."""
    words = " ".join(text.split()).strip("“”\"'‘’«» ")
    return f"“{words if len(words) <= _LABEL else words[: _LABEL - 1].rstrip() + '…'}”"
