"""The command palette: every command of `tui.keys`, and the themes."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast

from textual.command import DiscoveryHit, Hit, Hits, Provider

from tui import keys
from tui.themes import DARK, LIGHT

if TYPE_CHECKING:
    from tui.app import Explorer
    from tui.keys import Key


_DECISIONS = "What you said of names"
_DECISIONS_HELP = "d takes one back, however long ago it was"

_OURS = {DARK.name, LIGHT.name}

_PREFERENCE = 2
"""By how much our own themes match better than Textual's, which were not made for reading news."""


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
        yield DiscoveryHit(_DECISIONS, self._explorer.show_decisions, help=_DECISIONS_HELP)
        for theme in self._themes():
            yield DiscoveryHit(f"Theme: {theme}", partial(self._explorer.use_theme, theme))

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
        if (score := matcher.match(_DECISIONS)) > 0:
            show = self._explorer.show_decisions
            yield Hit(score, matcher.highlight(_DECISIONS), show, help=_DECISIONS_HELP)
        for theme in self._themes():
            name = f"Theme: {theme}"
            if (score := matcher.match(name)) > 0:
                score *= _PREFERENCE if theme in _OURS else 1
                yield Hit(score, matcher.highlight(name), partial(self._explorer.use_theme, theme))

    def _themes(self) -> list[str]:
        """Ours first; those for sixteen colours only where the terminal has no more."""
        few = self.app.current_theme.ansi
        themes = self.app.available_themes
        shown = [name for name, theme in themes.items() if few or not theme.ansi]
        return sorted(shown, key=lambda name: (name not in _OURS, name))


def _help(key: Key) -> str:
    return f"{key.group.value} · {key.shown}"
