"""The themes: a dark and a light one of the house, Textual's, and the terminal's own colours."""

from collections.abc import Sequence

from textual.theme import BUILTIN_THEMES, Theme

DARK = Theme(
    name="morgue-dark",
    dark=True,
    primary="#d9a441",
    secondary="#7fb0d9",
    accent="#d9a441",
    warning="#e0b354",
    error="#e5796b",
    success="#8fbf7f",
    foreground="#e4dfd5",
    background="#1a1917",
    surface="#201f1c",
    panel="#2a2825",
)

LIGHT = Theme(
    name="morgue-light",
    dark=False,
    primary="#8a4b00",
    secondary="#1c5a96",
    accent="#8a4b00",
    warning="#8a5a00",
    error="#a8261a",
    success="#2f6b28",
    foreground="#24211c",
    background="#faf7f1",
    surface="#f3efe6",
    panel="#e8e2d6",
)

FEW_COLOURS = "ansi-dark"
"""Textual's theme for terminals that have sixteen colours only."""


def names() -> Sequence[str]:
    """The themes that can be chosen: ours, Textual's, and last those of the terminal's own colours."""
    others = sorted(BUILTIN_THEMES, key=lambda name: (BUILTIN_THEMES[name].ansi, name))
    return [DARK.name, LIGHT.name, *others]


def fitting(name: str, *, few: bool) -> str:
    """A theme, or the terminal's own colours where it has few: others, brought down to these, come out alike."""
    theme = BUILTIN_THEMES.get(name)
    return FEW_COLOURS if few and not (theme is not None and theme.ansi) else name
