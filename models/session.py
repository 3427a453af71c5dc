"""Where the reader was in a folder, exact enough to come back to after leaving or a crash."""

from typing import Annotated, Literal

from pydantic import Field

from models.base import Value
from models.concordance import LineOrder
from models.key import ArticleKey
from models.saved import SavedSearch
from models.search import Order
from models.timeline import Unit

Pane = Literal["results", "reader", "related"]
Share = Annotated[float, Field(ge=0, le=1)]


class Stop(Value):
    """A place in an article."""

    key: ArticleKey
    passage: int
    scroll: int = -1
    """The first line that showed, in a window as wide as the session's; -1 for wherever the passage shows well."""
    focus: tuple[int, int] | None = None
    """Start and end of the focused span, in code points of the article's text, or of the headline in passage 0."""
    under: str | None = None
    """The query beside whose results it was read, where another has taken their place."""


class ResultsStop(Value):
    """A result of a query."""

    query: str
    key: ArticleKey | None
    row: int


class LineStop(Value):
    """A line of the concordance of a query."""

    query: str
    order: LineOrder
    key: ArticleKey
    passage: int
    start: int


class PeriodStop(Value):
    """A period on the timeline of a query."""

    query: str
    unit: Unit
    number: int
    key: ArticleKey | None


class BookmarksStop(Value):
    """A row of the bookmarks."""

    way: Literal["order", "story", "speaker", "outlet", "date"]
    """How they stood on shelves."""
    everywhere: bool
    row: int


class NameStop(Value):
    """A row of the card of a name."""

    entity: str
    called: str
    row: int


class CardStop(Value):
    """A row of a figure's ledger, or of the appearances of a quotation."""

    of: Literal["figure", "quotation"]
    key: ArticleKey
    passage: int
    start: int
    """Where the figure or quotation begins in the article's text, or in the headline in passage 0, in code points."""
    called: str
    row: int


class ComparisonStop(Value):
    """A change between two articles."""

    pairs: tuple[tuple[ArticleKey, ArticleKey], ...]
    """What can be compared, the one that was there before first; the first pair was."""
    called: str
    row: int


AnyStop = Stop | ResultsStop | LineStop | PeriodStop | BookmarksStop | NameStop | CardStop | ComparisonStop
"""A place on the way back; no two kinds have the same fields."""


class Arrangement(Value):
    """How the reader arranged the panes."""

    results: Share
    """The share of the window's width, from 0 to 1, that the results have in a wide window."""
    related: Share
    """The same of the related passages."""
    beside: Share
    """The same of the one list that stands beside the article in a window of medium width."""
    aside: bool
    """Whether related passages stand beside the article."""
    alone: bool
    """Whether one pane has all the room."""


class Shelves(Value):
    """How the bookmarks were last looked at."""

    way: Literal["order", "story", "speaker", "outlet", "date"] = "order"
    """How they were put on shelves."""
    everywhere: bool = False
    """Whether those of all folders were shown."""
    entry: tuple[Literal["quote", "heading"], int] | None = None
    """What the cursor was on, by its id; None for the head of a shelf."""
    row: int = 0
    """Where the cursor stood in the list."""


class Session(Value):
    """The desk as it was."""

    format: Literal[1] = 1
    """Raised whenever an older Morgue could not read it, or the other way round."""
    columns: int = 0
    """The width of the window, in cells."""
    query: str = ""
    ranked: Order = "relevance"
    """The order of results that can be ranked."""
    listed: Order = "relevance"
    """The order of those that cannot."""
    by_passage: bool = False
    """Whether each passage had a row of its own."""
    visiting: SavedSearch | None = None
    """The saved search that was shown, as it was before that visit."""
    selected: ArticleKey | None = None
    passage: int | None = None
    """The passage that the selected row stood for."""
    row: int = 0
    """Where the selected article stood in the list."""
    pane: Pane = "results"
    open: Stop | None = None
    """The article that the reader was in; None where one was only shown beside the results."""
    behind: tuple[AnyStop, ...] = ()
    """The places that lead back, the latest last."""
    ahead: tuple[AnyStop, ...] = ()
    queries_behind: tuple[tuple[str, str], ...] = ()
    """Queries before and after each step that leads back, the latest last."""
    queries_ahead: tuple[tuple[str, str], ...] = ()
    arrangement: Arrangement | None = None
    """None where the panes were as the configuration has them."""
    shelves: Shelves = Shelves()
