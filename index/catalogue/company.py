"""Where names stand, as whoever compares them asks for it."""

from collections.abc import Collection, Iterable

from index.annotating.names.titles import sides
from index.catalogue.store import Catalogue

_MOST_MENTIONS = 60
"""Of a name that is mentioned oftener, so many places tell its titles."""


class StoredArticles:
    """The articles of a catalogue, as `index.annotating.aliases.context.Context` looks at them."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue

    def with_name(self, key: str) -> Collection[int]:
        """The articles, by revision, in which a local name stands."""
        return self._catalogue.articles_of(key)

    def names_in(self, article: int) -> Collection[str]:
        """The keys of the local names that stand in an article."""
        return self._catalogue.locals_in([article])

    def beside(self, key: str) -> Iterable[tuple[str, str]]:
        """What stands before and behind some mentions of a local name."""
        return [sides(*place) for place in self._catalogue.mentions_in_text(key, _MOST_MENTIONS)]
