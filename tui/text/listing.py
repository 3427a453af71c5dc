"""The list of results: a row for each article or passage, near-identical articles folded into one or below it."""

from __future__ import annotations

from collections.abc import Callable, Container, Mapping
from functools import partial
from typing import TYPE_CHECKING

from models.key import ArticleKey
from tui.text.answers import found_articles
from tui.text.asking import asks_for_articles
from tui.text.folding import Unfolded, draw_unfolded, folded, unfolded
from tui.text.results import by_article, draw_find, draw_passage

if TYPE_CHECKING:
    from models.search import Answer
    from models.version import Version
    from tui.text.folding import ResultRow
    from tui.text.painting import Runs
    from tui.text.results import Find


class Listing:
    """An answer as it is listed."""

    def __init__(self) -> None:
        self.answer: Answer | None = None
        self.finds: list[Find] = []
        """The results, near-identical articles folded into one."""
        self.rows: list[ResultRow] = []
        """The same with the copies that are unfolded, as the list shows them."""
        self.articles = 0
        """How many articles are in the list, folded or not."""
        self.passages = False
        """Whether the reader wants a row for each passage rather than for each article."""
        self._unfolded: dict[int, tuple[Version, ...]] = {}
        """The groups of near-identical articles that are unfolded."""

    @property
    def lists_all(self) -> bool:
        """Whether articles are listed of which nothing is asked that one passage could answer."""
        return self.answer is not None and asks_for_articles(self.answer.query)

    @property
    def by_passage(self) -> bool:
        """Whether each passage has a row: not where nothing is asked of passages."""
        return self.passages and not self.lists_all

    @property
    def folds(self) -> bool:
        """Whether some of the articles have no row of their own unless they are unfolded."""
        return self.articles > len(self.finds)

    def take(
        self, answer: Answer, unfolded_groups: Mapping[int, tuple[Version, ...]], *, by_date: bool
    ) -> None:
        """List another answer.

        Args:
            answer: What was found.
            unfolded_groups: The groups of it that are unfolded, with all their versions.
            by_date: Whether its hits stand in the order of their dates.
        """
        self.answer = answer
        self._unfolded = dict(unfolded_groups)
        finds = by_article(answer.hits)
        self.articles = len(finds)
        self.finds = folded(finds, by_date=by_date)
        self._lay()

    def clear(self) -> None:
        """There is no answer."""
        self.answer, self.finds, self.rows, self.articles = None, [], [], 0

    def turn(self) -> None:
        """A row for each passage where each article has one, or the other way round."""
        self.passages = not self.passages
        self._lay()

    def _lay(self) -> None:
        self.rows = unfolded(self.finds, self._unfolded, passages=self.by_passage)

    # Folding

    def is_unfolded(self, group: int) -> bool:
        """Whether the articles of a group stand below the one that they are near-identical to."""
        return group in self._unfolded

    def unfolded_in(self, answer: Answer) -> dict[int, ArticleKey]:
        """The groups that are unfolded and another answer has, too, each by an article of it."""
        return {
            hit.group: ArticleKey(hit.path, hit.part) for hit in answer.hits if hit.group in self._unfolded
        }

    def unfold(self, key: ArticleKey, versions: tuple[Version, ...]) -> None:
        """List the versions of an article below it, if it is still listed."""
        group = next((find.best.group for find in self.finds if find.key == key), 0)
        if group:
            self._unfolded[group] = versions
        self._lay()

    def fold(self, group: int) -> None:
        """List a group in one row again."""
        del self._unfolded[group]
        self._lay()

    # What is shown

    def drawn(self, number: int, read: Container[ArticleKey]) -> Callable[[int], list[Runs]]:
        """A row: given its width in cells, its lines.

        Args:
            number: Its place in `rows`.
            read: The articles that the reader has been in.
        """
        row = self.rows[number]
        was_read = row.key in read
        if isinstance(row, Unfolded):
            return partial(draw_unfolded, row, read=was_read)
        open_below = number + 1 < len(self.rows) and isinstance(self.rows[number + 1], Unfolded)
        if self.by_passage:
            return partial(draw_passage, row, open_below=open_below, read=was_read)
        return partial(draw_find, row, listed=self.lists_all, open_below=open_below, read=was_read)

    def counted(self, *, complete: bool) -> str:
        """How many rows there are, as "20"; "20 of 245" where more were found than a complete list holds."""
        count = f"{len(self.rows):,}"
        if not complete or self.answer is None:
            return count
        of_passages = self.by_passage
        found = self.answer.total if of_passages else found_articles(self.answer)
        held = sum(hit.full for hit in self.answer.hits) if of_passages else self.articles
        return count if found <= held else f"{count} of {found:,}"
