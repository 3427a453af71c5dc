"""The articles of a query over time: columns, the peaks with what made them, and the articles of a period."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, ClassVar

from textual import work

from index.periods import days_of
from index.query.dates import spoken
from models.errors import MorgueError
from models.key import ArticleKey
from tui import keys
from tui.keys import Group
from tui.overviews import LISTED
from tui.screens.awaiting import leads_away, means
from tui.screens.prompt import Prompt
from tui.screens.views.view import Departure, View
from tui.text import timeline as words
from tui.text.chart import Chart, height_of
from tui.text.jumps import PeriodPlace, Target
from tui.text.painting import Run, cells
from tui.text.periods import Periods
from tui.widgets.bar import Bar
from tui.widgets.chart import ChartView
from tui.widgets.lines import Lines
from tui.work import Urgency

if TYPE_CHECKING:
    from pathlib import PurePath

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from index.query.dates import Days
    from models.search import Hit
    from models.timeline import Timeline, Unit
    from tui.messages import PeriodChosen, RowChosen, RowOpened
    from tui.turns import Typed

_GOING_ON = (
    "period.earlier", "period.later", "peak.next", "peak.previous", "period.finer", "period.coarser", "period.go",
)  # fmt: skip
"""Keys that lead to another period, whatever this one holds; held down, they must not wait for what they pass."""
_RESTS = 0.15
"""Seconds on one period after which it is compared with the rest."""
_SUCH_AS = "2021, march 2021 or 28 jul"
_NOTHING = "Nothing found\nFewer or shorter words find more. / goes back to the search line."


class TimelineScreen(View):
    """Shows when the articles of a query were published. The arrows choose a period, up and down its articles."""

    BINDINGS: ClassVar[list[BindingType]] = [*keys.bindings(*keys.in_group(Group.TIMELINE))]
    GROUPS = (Group.TIMELINE,)
    CSS_PATH: ClassVar[list[str | PurePath]] = ["../lists.tcss", "timeline.tcss"]
    AUTO_FOCUS = "#articles"

    def __init__(self, query: str, place: PeriodPlace | None = None) -> None:
        """Make the timeline of a query.

        Args:
            query: As typed, empty for all articles; the last word may be unfinished.
            place: Where on it one was before.
        """
        super().__init__(query, came_back=place is not None)
        self.periods = Periods(place.unit, place.number) if place is not None else Periods()
        self.found: Timeline | None = None
        self.hits: tuple[Hit, ...] = ()
        """The articles of the period under the cursor."""
        self._chosen = place is not None
        """Whether unit and period are the reader's, and not merely where a timeline begins."""
        self._wanted = place.key if place is not None else None
        """The article on which the cursor is to stand."""

    def compose(self) -> ComposeResult:
        """Two lines of heading, the chart, the period, its articles, the footer."""
        yield Bar(id="header")
        yield Bar(id="understood")
        yield ChartView(id="chart")
        yield Bar(id="period")
        yield Bar(id="telling")
        yield Lines(id="articles")
        yield Bar(id="footer")

    def on_mount(self) -> None:
        """Count the articles."""
        self.entries.fill((), empty="Looking…")
        self._describe()
        self._fetch()

    def on_resize(self) -> None:
        """Shorter periods where they have room now."""
        if self.periods.counts and not self._chosen:
            self._begin()
        self._describe()

    @property
    def entries(self) -> Lines:
        """The articles of the period."""
        return self.query_one("#articles", Lines)

    @property
    def selected(self) -> Hit | None:
        """The article under the cursor."""
        return self.entries.under_cursor(self.hits)

    @property
    def place(self) -> PeriodPlace | None:
        """Where one comes back to."""
        if not self.periods.counts:
            return None
        hit = self.selected
        key = ArticleKey(hit.path, hit.part) if hit is not None else None
        return PeriodPlace(self.query_text, self.periods.unit, self.periods.number, key)

    @work(exclusive=True, group="fetch", exit_on_error=False)
    async def _fetch(self) -> None:
        try:
            found = await self.archive.timeline(self.query_text)
        except MorgueError as error:
            self.found = None
            self.periods.take(())
            self.entries.fill((), empty=f"{error}\n{error.advice}")
            return
        self.found = found
        self.periods.take(found.days)
        if not found.days:
            self.hits = ()
            self.query_one("#chart", ChartView).show(None)
            self.entries.fill(
                (), empty=words.undated_words(found) if found.undated else self.why_nothing(_NOTHING)
            )
            self._describe()
            self.update_footer()
        elif self._chosen:
            self._name_peaks()
            self._look(self.periods.number)
        else:
            self._begin()

    def _begin(self) -> None:
        """With the shortest periods that all have room, at the highest of them."""
        self.periods.begin(self.size.width - 2)
        self._name_peaks()
        self._look(self.periods.number)

    def _look(self, number: int) -> None:
        """Go to a period, or to the nearest that there is."""
        if not self.periods.counts:
            return
        self.periods.look(number)
        self._describe()
        self._list()

    def _go(self, number: int) -> None:
        self._chosen = True
        if number != self.periods.number:
            self._wanted = None
            self.entries.move(-self.entries.cursor)
        self._look(number)
        if self.explorer.plain:
            self.say(
                f"{words.period_words(self.periods.number, self.periods.unit)}, {words.how_many(self.periods.count)}"
            )

    # What is asked for

    def awaits(self, event: Typed) -> bool:
        """Keys are meant for the articles of the period that the cursor came to, unless they go on to another."""
        if super().awaits(event):
            return True
        goes_on = leads_away(event) or means(event, *keys.named(*_GOING_ON))
        return not goes_on and self.is_busy_with("list")

    @work(exclusive=True, group="list", exit_on_error=False)
    async def _list(self) -> None:
        """The articles of the period."""
        periods = self.periods
        try:
            hits = await self.archive.published(self.query_text, *periods.days) if periods.count else ()
        except MorgueError as error:
            self._show_fault(error)
            return
        self._fill(hits)
        self._compare()

    @work(exclusive=True, group="compare", exit_on_error=False)
    async def _compare(self) -> None:
        """When the cursor rests on a period, what tells its articles from the rest."""
        periods = self.periods
        unit, number, days = periods.unit, periods.number, periods.days
        if periods.compared(number) is None and self.hits:
            await asyncio.sleep(_RESTS)
            try:
                found = await self.archive.period(self.query_text, *days, Urgency.RELATED)
                periods.learn(unit, number, found)
            except MorgueError as error:
                self._show_fault(error)
                return
        self._describe()

    def _show_fault(self, error: MorgueError) -> None:
        self.hits = ()
        self.entries.fill((), empty=f"{error}\n{error.advice}")
        self._describe()

    def _fill(self, hits: tuple[Hit, ...]) -> None:
        keys_ = [ArticleKey(hit.path, hit.part) for hit in hits]
        cursor = keys_.index(self._wanted) if self._wanted in keys_ else self.entries.cursor
        self.hits, self._wanted = hits, None
        rows = words.article_rows(hits, self.periods.unit, spoken=self.explorer.plain)
        count = self.periods.count
        cut = LISTED <= len(hits) < count
        end = f"The first {len(hits):,} of {count:,}; r narrows the search to them." if cut else ""
        self.entries.fill(rows, cursor=cursor, empty="No article", end=end)
        self.update_footer()

    @work(exclusive=True, group="peaks", exit_on_error=False)
    async def _name_peaks(self) -> None:
        """Find out what made the peaks, one by one, while nothing else is to be done."""
        periods, unit = self.periods, self.periods.unit
        for number in periods.peaks:
            if periods.compared(number) is None:
                try:
                    found = await self.archive.period(self.query_text, *days_of(number, unit), Urgency.AHEAD)
                except MorgueError:
                    # The list of articles says what is wrong.
                    return
                periods.learn(unit, number, found)
                self._describe()

    # What is shown

    def _describe(self) -> None:
        found = self.found
        left = [Run("morgue", ("brand",)), Run("  Timeline", ("strong",))]
        if self.periods.counts:
            left.append(Run(f"   {words.unit_words(self.periods.unit)}", ("dim",)))
        right = [Run(words.total_words(found), ("strong",))] if found is not None else []
        self.query_one("#header", Bar).write(left, right)
        said = "" if found is None else found.understood if self.query_text.strip() else "all articles"
        some = "none has all the words; articles with some" if found is not None and not found.full else ""
        self.query_one("#understood", Bar).write(
            [Run("  "), Run(said, ("dim",))], [Run(some, ("warning",))] if some else []
        )
        self._describe_period()

    def _describe_period(self) -> None:
        bar, telling = self.query_one("#period", Bar), self.query_one("#telling", Bar)
        periods = self.periods
        if not periods.counts:
            bar.write([])
            telling.write([])
            return
        chart = Chart(periods.unit, periods.counts, periods.number, periods.labels)
        view = self.query_one("#chart", ChartView)
        # Two fifths of the window at most; what columns of few articles leave of that is the list's.
        most = max(7, min(20, self.size.height * 2 // 5))
        view.styles.height = most if self.explorer.plain else height_of(chart, most)
        view.show(chart)
        period = periods.compared(periods.number)
        said = words.period_words(periods.number, periods.unit)
        left = [Run(said, ("title",)), Run(f"   {words.how_many(self.periods.count)}", ("strong",))]
        room = self.size.width - cells(left) - 6
        bar.write(left, words.outlet_runs(period, room) if period is not None else [])
        telling.write(words.telling_runs(period, self.size.width - 2))

    # Moving

    def action_period(self, direction: int) -> None:
        """To the period before or after."""
        there = self.periods.number + direction
        if self.periods.reaches(there):
            self._go(there)
        else:
            self.say("No article is earlier" if direction == -1 else "No article is later")

    def action_peak(self, direction: int) -> None:
        """To the next peak, or the one before."""
        there = self.periods.peak_beside(direction)
        if there is not None:
            self._go(there)
        else:
            self.say("There is no peak before this" if direction == -1 else "There is no peak after this")

    def action_zoom(self, direction: int) -> None:
        """Shorter periods: to that of the most articles inside this one. Longer ones: to the one around it."""
        unit = self.periods.unit_beside(direction)
        if not self.periods.counts or unit is None:
            self.say("Periods are a day at least" if direction == 1 else "Periods are a year at most")
        else:
            self._zoom(unit, self.periods.days)

    def _zoom(self, unit: Unit, days: Days) -> None:
        """To periods of a unit, and of those in some days to the one with the most articles."""
        if unit != self.periods.unit:
            self.periods.measure(unit)
            self._name_peaks()
        self._go(self.periods.highest_in(days))

    def on_period_chosen(self, message: PeriodChosen) -> None:
        """A column was clicked."""
        self._go(message.number)

    @work(group="going", exit_on_error=False)
    async def action_go_to_day(self) -> None:
        """To a day, month or year that the reader types."""
        if not self.periods.counts:
            return
        typed = await self.app.push_screen_wait(Prompt("Go to a day, month or year", explain=self._explain))
        days = self.periods.days_meant(typed or "")
        if days is not None:
            self._zoom(self.periods.unit_for(days), days)
        elif typed and typed.strip():
            self.say(f"“{typed.strip()}” is no date such as {_SUCH_AS}")

    def _explain(self, typed: str) -> str:
        """What a date that is being typed means, and how many articles there are."""
        days = self.periods.days_meant(typed)
        if days is None:
            return f"as {_SUCH_AS}"
        return f"{spoken(days)} · {words.how_many(self.periods.articles_in(days))}"

    # The ways out

    def news_came(self) -> None:
        """Count anew; the cursor stays where it is."""
        self._wanted = self.place.key if self.place is not None else None
        self._fetch()

    def action_enter(self) -> None:
        """Open the selected article."""
        if (hit := self.selected) is not None:
            self.open_article(Target(ArticleKey(hit.path, hit.part), hit.passage))

    def on_row_opened(self, _: RowOpened) -> None:
        """An article was clicked."""
        self.action_enter()

    def on_row_chosen(self, _: RowChosen) -> None:
        """The cursor moved."""
        self.update_footer()

    def action_restrict(self) -> None:
        """Search for the articles of this period only."""
        if self.periods.counts:
            from index.query.narrowing import in_days, within

            clause = in_days(*self.periods.days)
            self.dismiss(Departure(self.place, query=within(self.query_text, clause)))

    def action_timeline(self) -> None:
        """It is open."""

    def hints(self) -> list[tuple[str, str]]:
        """The keys of this screen."""
        if not self.periods.counts:
            return [*keys.hints(*keys.named("search")), keys.hint("out", "close")]
        wanted = [*keys.in_group(Group.TIMELINE), *keys.named("row.next")]
        return [*keys.hints(*wanted), keys.hint("concordance", "concordance"), keys.hint("out", "close")]

    def position(self) -> str:
        """The article of the period."""
        return f"{self.entries.cursor + 1:,}/{len(self.hits):,}" if self.hits else ""
