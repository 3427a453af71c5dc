"""The command palette: every command of `tui.keys`, and the themes."""

from functools import partial
from typing import TYPE_CHECKING, cast

from textual.command import DiscoveryHit, Hit, Hits, Provider

from tui import keys
from tui.keys import Key

if TYPE_CHECKING:
    from tui.app import Explorer


class Commands(Provider):
    """Offers what the keys do, by name, each with its key."""

    @property
    def _explorer(self) -> "Explorer":
        return cast("Explorer", self.app)

    async def discover(self) -> Hits:
        """Everything, where nothing has been typed yet."""
        for key in keys.KEYS:
            if key.command:
                yield DiscoveryHit(key.tooltip, partial(self._explorer.perform, key), help=_help(key))
        for theme in sorted(self.app.available_themes):
            yield DiscoveryHit(f"Theme: {theme}", partial(self._explorer.use_theme, theme))

    async def search(self, query: str) -> Hits:
        """What matches the words typed."""
        matcher = self.matcher(query)
        for key in keys.KEYS:
            if key.command and (score := matcher.match(key.tooltip)) > 0:
                yield Hit(
                    score,
                    matcher.highlight(key.tooltip),
                    partial(self._explorer.perform, key),
                    help=_help(key),
                )
        for theme in sorted(self.app.available_themes):
            name = f"Theme: {theme}"
            if (score := matcher.match(name)) > 0:
                yield Hit(score, matcher.highlight(name), partial(self._explorer.use_theme, theme))


def _help(key: Key) -> str:
    return f"{key.group.value} · {key.shown}"
