"""Choosing a theme in the palette: each shows as the cursor comes to it, and only the chosen one stays."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.app import App

from index.configuring import choose_theme
from tui.inks import inks
from tui.themes import DARK, LIGHT, fitting

if TYPE_CHECKING:
    from textual.command import CommandPalette

    from tui.settings import Settings


@dataclass(frozen=True)
class ThemeCommand:
    """What the palette does when a theme is chosen, which also says which theme is under its cursor."""

    app: Themed
    theme: str

    def __call__(self) -> None:
        """Choose it."""
        self.app.use_theme(self.theme)


class Themed(App[None]):
    """An app in the colours that the reader has set or chosen."""

    settings: Settings
    _before: str | None = None
    """The theme before one was only looked at."""

    def wear(self, settings: Settings) -> None:
        """Put on the colours that are set, as far as the terminal has them."""
        self.settings = settings
        self.register_theme(DARK)
        self.register_theme(LIGHT)
        self.theme = fitting(settings.config.theme, few=self.has_few_colours)

    def on_mount(self) -> None:
        """Textual gives the new colours to the screens below the one on top only."""
        self.theme_changed_signal.subscribe(self, lambda _: self.stylesheet.update(self.screen))

    @property
    def has_few_colours(self) -> bool:
        """Whether the terminal has sixteen colours only, or none are wanted (NO_COLOR)."""
        return self.no_color or self.console.color_system == "standard"

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Inks, in whatever theme."""
        return inks(self.current_theme)

    def use_theme(self, name: str) -> None:
        """Change the colours, and remember them for the next start."""
        self._before = None
        self.theme = name
        choose_theme(name, self.settings.stated_theme)

    def on_command_palette_option_highlighted(self, message: CommandPalette.OptionHighlighted) -> None:
        """Show the theme under the cursor; what was there before comes back with the next row that is none."""
        hit = getattr(message.highlighted_event.option, "hit", None)
        command = getattr(hit, "command", None)
        if isinstance(command, ThemeCommand):
            self._before = self._before or self.theme
            self.theme = command.theme
        else:
            self._look_away()

    def on_command_palette_closed(self, message: CommandPalette.Closed) -> None:
        """A theme that was only looked at goes with the palette."""
        if not message.option_selected:
            self._look_away()

    def _look_away(self) -> None:
        if self._before is not None:
            self.theme, self._before = self._before, None
