"""What lights up for a query: its words, and the mentions of the names it asks for."""

from collections.abc import Iterable

from index.catalogue import Catalogue
from index.query.compiling import ignored, run_of
from index.query.highlighting import Highlighter, merged
from index.query.names import NameLookup
from index.query.parsing import parse
from index.query.tree import AllOf, Named
from models.article import Article
from models.search import Highlight

Spans = tuple[tuple[int, int], ...]


class Lighter:
    """Lights passages for one query."""

    def __init__(self, catalogue: Catalogue, tree: AllOf, names: NameLookup) -> None:
        self._catalogue = catalogue
        self._highlighter = Highlighter(tree, ignored(tree), run_of(tree))
        self._named = {
            local for node in tree.nodes if isinstance(node, Named) for local in names.locals_named(node)
        }

    def names(self, revisions: Iterable[int]) -> dict[int, list[tuple[int, int, int]]]:
        """Where the names asked for are mentioned, by revision: passage, start and end as in the article's text."""
        return self._catalogue.places_of(self._named, revisions)

    def spans(
        self, number: int, text: str, start: int | None, names: Iterable[tuple[int, int, int]]
    ) -> Spans:
        """What lights up in a passage, as code points into its text.

        Args:
            number: The passage's; 0 for the headline.
            text: The passage.
            start: Where it stands in the article's text; None for the headline, which is not part of it.
            names: Mentions anywhere in the article.
        """
        found = self._highlighter.spans(text, headline=start is None)
        before = start or 0
        inside = [(begin - before, end - before) for passage, begin, end in names if passage == number]
        return merged({*found, *inside}) if inside else found


def lit(
    catalogue: Catalogue, outlets: Iterable[str], revision: int, article: Article, query: str, *, typing: bool
) -> tuple[Highlight, ...]:
    """All of an article that lights up for a query, in reading order."""
    tree = parse(query, typing=typing)
    lighter = Lighter(catalogue, tree, NameLookup(catalogue, list(outlets)))
    names = lighter.names([revision]).get(revision, [])
    found = [(0, 0, span) for span in lighter.spans(0, article.title or "", None, names)]
    for passage in article.passages:
        found += [
            (passage.number, passage.start, span)
            for span in lighter.spans(passage.number, passage.text, passage.start, names)
        ]
    return tuple(
        Highlight(passage=number, start=start + begin, end=start + end)
        for number, start, (begin, end) in found
    )
