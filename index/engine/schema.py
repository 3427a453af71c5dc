"""The fields of a row as a Whoosh schema, with analyzers that give the very terms the writer indexes."""

from collections.abc import Iterator
from typing import Any

from whoosh.analysis import Analyzer, Token
from whoosh.columns import NumericColumn
from whoosh.fields import COLUMN, KEYWORD, TEXT, Schema

from index.words import stem, terms


class Folded(Analyzer):  # type: ignore[misc]  # Whoosh is untyped
    """Words as `index.words` folds them, stop words kept."""

    def __call__(self, value: str, positions: bool = False, **_: Any) -> Iterator[Token]:
        """Yield a token for each word; Whoosh reuses one token object, and so does this."""
        token = Token(positions=positions, mode="")
        for position, term in enumerate(self.terms(value)):
            token.text = term
            token.boost = 1.0
            token.pos = position
            yield token

    def terms(self, text: str) -> list[str]:
        """The terms of a text in order."""
        return terms(text)


class Stemmed(Folded):
    """The stems of the folded words."""

    def terms(self, text: str) -> list[str]:
        """The stems of a text's words in order."""
        return [stem(term) for term in terms(text)]


POSITIONAL = ("words",)
"""Fields that know where in the passage a term stands, so that phrases can be asked of them."""
SCORABLE = ("words", "stems", "title", "outlet", "by")
"""Fields whose matches are scored by BM25F; the others score the number of times a key is given."""
KEYS = ("names", "said")
"""Fields of opaque keys."""
TERM_FIELDS = SCORABLE + KEYS
COLUMNS = {"article": "<i8", "passage": "<i4", "day": "<i4", "outlet": "<i4"}
"""Numbers of each row, with their types on disk; outlets are numbered anew in each segment."""
INITIALS = "initials"
"""The first letters of `words`, made from them: what a prefix of one letter is looked up in."""


def schema() -> Schema:
    """The schema that the table of contents carries, by which a stock Whoosh searcher can read the index."""
    return Schema(
        words=TEXT(analyzer=Folded(), phrase=True),
        stems=TEXT(analyzer=Stemmed(), phrase=False),
        title=TEXT(analyzer=Stemmed(), phrase=False),
        outlet=TEXT(analyzer=Folded(), phrase=False),
        by=TEXT(analyzer=Folded(), phrase=False),
        names=KEYWORD(),
        said=KEYWORD(),
        article=COLUMN(NumericColumn("q")),
        passage=COLUMN(NumericColumn("i")),
        day=COLUMN(NumericColumn("i")),
    )
