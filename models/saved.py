"""A search that the reader comes back to."""

from models.base import Value
from models.search import Order


class SavedSearch(Value):
    """A query under a name."""

    id: str
    """The same on all machines and in all backups."""
    folder: str
    name: str
    query: str
    order: Order = "relevance"
    created: str
    """ISO 8601, UTC, as `visited`."""
    visited: str
    """The state of the collection that was last seen through it: what came in later is new."""


class Standing(Value):
    """What a saved search finds now."""

    articles: int
    """Those with everything that it asks for."""
    new: int
    """How many of them came in after the last visit."""
