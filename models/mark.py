"""What the reader has done with an article."""

from typing import Literal

Mark = Literal["read", "bookmarked"]
"""Read: the reader was in it. Bookmarked: the reader keeps a quote of it."""
