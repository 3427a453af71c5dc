"""The ground floor of the desk: the header, which says what the collection holds and how far reading has got."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import work

from models.errors import MorgueError
from tui import keys
from tui.screens.room import Room
from tui.text.painting import Run, cells
from tui.text.safety import printable
from tui.text.status import collection_runs, progress_runs
from tui.widgets.bar import Bar

if TYPE_CHECKING:
    from models.search import Answer, Facets
    from models.status import Progress, Status

_AIR = 5
"""Cells of the header that stay empty: at both ends, and between what stands left and right."""


class Heading(Room[None]):
    """Knows how the collection stands."""

    def __init__(self) -> None:
        super().__init__()
        self.facets: Facets | None = None
        """The latest results by outlet and month that were counted; those of an earlier query while one types."""
        self.status: Status | None = None
        self.progress: Progress | None = None

    def describe_again(self) -> None:
        """What was found so far may be all there is, or no longer."""
        raise NotImplementedError

    @property
    def reading(self) -> bool:
        """Whether the folder's texts are still being read, or are about to be."""
        if self.progress is None:
            return self.explorer.indexer is not None
        return not self.progress.text_complete and self.progress.stage not in {"done", "stopped", "failed"}

    @property
    def knows_most(self) -> bool:
        """Whether most of what the folder holds can be found: all was read, or little is left of it."""
        if not self.reading:
            return True
        known = self.status.articles if self.status is not None else 0
        return known > (self.progress.total - self.progress.done if self.progress is not None else 0)

    @property
    def naming(self) -> bool:
        """Whether names are still being found in texts that can be searched."""
        return self.progress is not None and self.progress.stage in {"annotating", "names"}

    @property
    def is_empty(self) -> bool:
        """Whether it is known that nothing can be found, as no article is there."""
        return self.status is not None and not self.status.articles

    def why_empty(self) -> str:
        """Why no article is there, and what to do about it."""
        if self.reading:
            return "Reading the folder\nArticles appear here as they are read; searching works meanwhile."
        if self.status is not None and self.status.problems:
            return (
                f"No article could be read\nPress {keys.shown('problems')} to see why. "
                f"What else you put into {self.archive.folder} appears here."
            )
        return (
            f"No articles here\nPut saved articles (text, HTML, Markdown, PDF and others) into {self.archive.folder} "
            "and they appear here."
        )

    def why_nothing(self, answer: Answer) -> str:
        """Why nothing was found, as far as that is known, and what to do about it."""
        if self.is_empty or (self.reading and self.status is None):
            return self.why_empty()
        if answer.suggestion and self.knows_most:
            found = "Nothing found yet" if self.reading else "Nothing found"
            return f"{found}\nDid you mean {answer.suggestion}? Press {keys.shown('query.open')}."
        if self.reading and answer.query.strip():
            return "Nothing found yet\nThe folder is still being read; what it holds appears here."
        if self.naming and answer.query.strip():
            return "Nothing found yet\nNames are still being found; searches for text are complete."
        if answer.query.strip():
            return "Nothing found\nFewer or shorter words find more; word* finds beginnings."
        return self.why_empty()

    @work(group="status", exclusive=True, exit_on_error=False)
    async def refresh_status(self) -> None:
        """Look at the counts again."""
        try:
            self.status = await self.archive.status()
        except MorgueError:
            # The search, which runs at the same time, says what is wrong.
            self.status = None
        self.update_header()
        # Other keys apply where no article is there.
        self.update_footer()
        self.describe_again()

    def update_header(self) -> None:
        """Name, counts, when the results were published, and how far reading has got."""
        name = printable(self.explorer.collection_name)
        left = [Run("morgue", ("brand",)), Run("  "), Run(name, ("strong",)), Run("   ")]
        right = progress_runs(self.progress, self.status)
        room = self.size.width - cells(left) - cells(right) - _AIR
        left += collection_runs(self.status, None if self.explorer.plain else self.facets, room)
        self.query_one("#header", Bar).write(left, right)

    def show_progress(self, progress: Progress) -> None:
        """Reading has got this far."""
        if progress.stage == "watching":
            # Said beside the work, of which it tells nothing.
            self.notify(progress.message, markup=False)
            return
        self.progress = progress
        self.update_header()
        self.describe_again()
        if progress.stage == "failed" and progress.message:
            self.notify(progress.message, title="Reading stopped", severity="warning", markup=False)
