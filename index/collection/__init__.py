"""The one door to a folder's index: everything a screen or a command asks goes through it."""

from index.collection.asked import Asked
from index.collection.named import Named
from index.collection.shown import Shown


class Collection(Asked, Shown, Named):
    """A folder of articles as of one commit of its index.

    Calls may come from any thread, one at a time. Nothing here writes the index, what the reader decides about names
    apart (`heed`); `index.refreshing` does.
    """
