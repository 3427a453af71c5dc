"""The command palette: every command of `tui.keys`, and the themes."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, NamedTuple, cast

from textual.command import CommandPalette, DiscoveryHit, Hit, Hits, Provider

from tui import keys
from tui.screens.awaiting import Awaiting
from tui.text.jumps import named
from tui.text.safety import printable
from tui.themes import DARK, LIGHT, fitting, names
from tui.theming import ThemeCommand

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tui.app import Explorer
    from tui.keys import Key


class _Keyless(NamedTuple):
    """A command without a key of its own."""

    title: str
    help: str
    run: Callable[[Explorer], None]


_KEYLESS = (
    _Keyless(
        "What you said of names",
        "d takes one back, however long ago it was",
        lambda explorer: explorer.show_decisions(),
    ),
    _Keyless(
        "Mark this article as unread",
        "The open article, else the selected one",
        lambda explorer: explorer.mark_unread(),
    ),
    _Keyless(
        "Mark all of these results as read",
        "Everything that the query finds; without one, the whole collection",
        lambda explorer: explorer.mark_all_read(),
    ),
    _Keyless(
        "Start afresh",
        "No query, no way back; what you read and kept stays",
        lambda explorer: explorer.start_afresh(),
    ),
)

_PLACE_HELP = "Where you were"
_THEME_HELP = "Enter keeps it, Esc takes it back"
_OURS = {DARK.name, LIGHT.name}

_PREFERENCE = 2
"""By how much our own themes match better than Textual's, which were not made for reading news."""


class Palette(CommandPalette, Awaiting[None]):
    """Textual's palette. What chooses among the commands waits for those that the words typed before it find."""

    AWAITED = frozenset({CommandPalette._GATHER_COMMANDS_GROUP})


class Commands(Provider):
    """Offers what the keys do, by name, each with its key."""

    @property
    def _explorer(self) -> Explorer:
        return cast("Explorer", self.app)

    async def discover(self) -> Hits:
        """Everything, where nothing has been typed yet."""
        for key in keys.everything():
            if key.command:
                yield DiscoveryHit(key.tooltip, partial(self._explorer.perform, key), help=_help(key))
        for title, back in self._places():
            yield DiscoveryHit(title, back, help=_PLACE_HELP)
        for keyless in _KEYLESS:
            yield DiscoveryHit(keyless.title, partial(keyless.run, self._explorer), help=keyless.help)
        for theme in self._themes():
            yield DiscoveryHit(_called(theme), ThemeCommand(self._explorer, theme), help=_THEME_HELP)

    async def search(self, query: str) -> Hits:
        """What matches the words typed."""
        matcher = self.matcher(query)
        for key in keys.everything():
            if key.command and (score := matcher.match(key.tooltip)) > 0:
                yield Hit(
                    score,
                    matcher.highlight(key.tooltip),
                    partial(self._explorer.perform, key),
                    help=_help(key),
                )
        for title, back in self._places():
            if (score := matcher.match(title)) > 0:
                yield Hit(score, matcher.highlight(title), back, help=_PLACE_HELP)
        for keyless in _KEYLESS:
            if (score := matcher.match(keyless.title)) > 0:
                run = partial(keyless.run, self._explorer)
                yield Hit(score, matcher.highlight(keyless.title), run, help=keyless.help)
        for theme in self._themes():
            name = _called(theme)
            if (score := matcher.match(name)) > 0:
                score *= _PREFERENCE if theme in _OURS else 1
                command = ThemeCommand(self._explorer, theme)
                yield Hit(score, matcher.highlight(name), command, help=_THEME_HELP)

    def _places(self) -> Iterator[tuple[str, Callable[[], None]]]:
        """Where the reader was, the latest first, each place once."""
        seen = set()
        for steps, place in enumerate(reversed(self._explorer.desk.places_behind), 1):
            title = f"Back to {printable(named(place))}"
            if title not in seen:
                seen.add(title)
                yield title, partial(self._explorer.travel_home, steps)

    def _themes(self) -> Sequence[str]:
        """Where the terminal has few colours, those only that use them."""
        return [name for name in names() if fitting(name, few=self._explorer.has_few_colours) == name]


def _called(theme: str) -> str:
    own = " (the terminal's own colours)" if theme.startswith("ansi") else ""
    return f"Theme: {theme}{own}"


def _help(key: Key) -> str:
    return f"{key.group.value} · {key.shown}"
