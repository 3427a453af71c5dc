"""The desk comes back as it was left: the session, noted as one goes along and taken up at the start."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from textual import work

from models.errors import MorgueError
from tui.screens.desk.remembering import Remembering
from tui.stops import place_of, spot_of, spot_stop, stop_of
from tui.text.folding import row_of
from tui.text.orders import Orders
from tui.text.shelves import Standing

if TYPE_CHECKING:
    from models.session import Pane, Session
    from tui.text.jumps import Spot

NOTED_EVERY = 1.0
"""Seconds between two looks at whether there is something to note: what a crash may lose."""

_PANES = {"query": "results", "find": "reader"}
"""The pane that a text field belongs to."""


class Resuming(Remembering):
    """Takes up the session of the folder, unless the reader has done something meanwhile."""

    def __init__(self) -> None:
        super().__init__()
        self._pending: Session | None = None
        """What is still to be taken up once the query is answered."""
        self._taken_up = False
        """Whether the desk is the reader's own now, and worth being noted."""
        self._noted: Session | None = None

    def on_mount(self) -> None:
        """Note where the reader is, as long as somebody wants to know."""
        if self.explorer.session is not None:
            self.set_interval(NOTED_EVERY, self._note_session)

    def heard(self) -> None:
        """The reader does something, which counts for more than where he or she was."""
        super().heard()
        self._pending = None
        self._taken_up = True

    # Coming back

    @work(exclusive=True, group="resuming", exit_on_error=False)
    async def come_back(self) -> None:
        """Ask what was asked when the desk was left; without a session, for everything."""
        kept = self.explorer.session if self.explorer.resumes else None
        session = await self.archive.session(kept) if kept is not None else None
        if session is None or self._taken_up:
            self._taken_up = True
            self.ask()
            return
        same = session.columns == self.size.width
        self.put_back(session.arrangement)
        self._orders, self.listing.passages = Orders(session.ranked, session.listed), session.by_passage
        self.visiting = session.visiting
        self._behind, self._ahead = list(session.queries_behind), list(session.queries_ahead)
        behind, ahead = (
            [place_of(stop, self.archive, same_width=same) for stop in stops]
            for stops in (session.behind, session.ahead)
        )
        self._jumps.restore(behind, ahead)
        self.explorer.shelves = Standing(**dict(session.shelves))
        self._pending = session
        self.set_query(session.query)
        self.search_anew()

    def answered(self) -> None:
        """What was selected and open can be so again."""
        super().answered()
        session, self._pending = self._pending, None
        if session is not None:
            self._take_up(session)

    @work(exclusive=True, group="resuming", exit_on_error=False)
    async def _take_up(self, session: Session) -> None:
        same = session.columns == self.size.width
        spot = spot_of(session.open, same_width=same) if session.open is not None else None
        key = await self.archive.place_of(session.selected) if session.selected is not None else None
        if spot is not None and not await self._is_there(spot):
            spot = None
        if self._taken_up:
            return
        self._taken_up = True
        row = row_of(self.rows, key, session.passage)
        self.results.put_cursor(session.row if row is None else row)
        if spot is None:
            self.preview(self.selected)
        elif session.pane == "results":
            self.show_again(spot)
        else:
            await self.go_again(spot).wait()
            if session.pane == "related":
                self.set_focus(self.related)
        self.update_footer()

    async def _is_there(self, spot: Spot) -> bool:
        try:
            await self.archive.article(spot.key)
        except MorgueError:
            return False
        return True

    def start_afresh(self) -> None:
        """Forget where the reader was and has been; what was read and kept stays."""
        self.visiting = None
        self._orders = Orders()
        self.listing.passages = False
        self._behind, self._ahead = [], []
        self._jumps.restore([], [])
        self.explorer.shelves = Standing()
        self._visited = False
        self.set_query("")
        self.go_to_results()
        self.search_anew()

    # Noting

    def _note_session(self) -> None:
        session = self.session()
        if session is not None and session != self._noted:
            self._noted = session
            self._write_session(session)

    @work(group="noting", exit_on_error=False)
    async def _write_session(self, session: Session) -> None:
        if self.explorer.session is not None:
            await self.archive.note(self.explorer.session, session)

    def session(self) -> Session | None:
        """Where the reader is; None as long as the desk is not as he or she would have it."""
        if not self._taken_up or self.answer is None:
            return None
        from models.session import Session, Shelves

        row = self.selected
        behind, ahead = self._jumps.places()
        return Session(
            columns=self.size.width,
            query=self.field.value,
            ranked=self._orders.ranked,
            listed=self._orders.listed,
            by_passage=self.listing.passages,
            visiting=self.visiting,
            selected=row.key if row is not None else None,
            passage=row.passage if row is not None else None,
            row=max(0, self.results.cursor),
            pane=self._pane_of_focus,
            open=spot_stop(self.reader.spot) if self._visited and self.reader.spot is not None else None,
            behind=tuple(stop for place in behind if (stop := stop_of(place)) is not None),
            ahead=tuple(stop for place in ahead if (stop := stop_of(place)) is not None),
            queries_behind=tuple(self._behind),
            queries_ahead=tuple(self._ahead),
            arrangement=self.arrangement(),
            shelves=Shelves(**self.explorer.shelves._asdict()),
        )

    @property
    def _pane_of_focus(self) -> Pane:
        pane = _PANES.get(self.pane, self.pane)
        return cast("Pane", pane) if pane in {"results", "reader", "related"} else "results"
