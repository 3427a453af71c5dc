"""How often a long piece of work commits, and what it tells of how far it has got."""

import time
from collections.abc import Callable

from models.status import Progress, Stage

Report = Callable[[Progress], None]

_FIRST = 1.5
_LONGEST = 10.0
"""Seconds of work between commits: at first short, so that search has something, then growing to this."""
_SURE = 2.0
"""Seconds after which a stage's speed says something about its end."""


class Pace:
    """Says when the next commit is due."""

    def __init__(self) -> None:
        self._patience = _FIRST
        self._next = time.monotonic() + _FIRST

    @property
    def due(self) -> bool:
        """Whether it is time."""
        return time.monotonic() >= self._next

    def committed(self, seconds: float) -> None:
        """A commit took so long: it may take a tenth of the time, the rest is for work."""
        self._patience = min(_LONGEST, max(self._patience * 1.7, 9 * seconds))
        self._next = time.monotonic() + self._patience


class Teller:
    """Reports each step of a run, stage by stage."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._now = Progress(stage="looking")
        self._began = time.monotonic()
        self._effort = 0
        self._spent = 0

    def begin(self, stage: Stage, total: int = 0, effort: int = 0) -> None:
        """A stage begins, with so much to do.

        Args:
            stage: Which.
            total: Files or articles.
            effort: How much work they are, in any unit, where some are more than others.
        """
        self._began = time.monotonic()
        self._effort, self._spent = effort or total, 0
        self._tell(stage=stage, done=0, total=total, rate=None, seconds_left=None)

    def did(self, more: int, effort: int = 0) -> None:
        """So much more is done, of the effort that `begin` was told."""
        done, spent = self._now.done + more, time.monotonic() - self._began
        self._spent += effort or more
        sure = done > 0 and spent > _SURE
        left = self._effort - self._spent
        self._tell(
            done=done,
            rate=round(done / spent, 1) if sure else None,
            # What follows the last one is no longer this stage's.
            seconds_left=round(spent / self._spent * left, 1) if sure and left > 0 else None,
        )

    def committed(self, searchable: int, named: int, *, text_complete: bool) -> None:
        """So many articles can be searched now, so many of them by name."""
        self._tell(searchable=searchable, named=named, text_complete=text_complete)

    def end(self, stage: Stage) -> None:
        """The run is over."""
        self._tell(stage=stage, rate=None, seconds_left=None)

    def _tell(self, **news: object) -> None:
        self._now = self._now.model_copy(update=news)
        self._report(self._now)
