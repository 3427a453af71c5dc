"""Inks: the colours of names, figures, quotations and hits, legible in every theme."""

from collections.abc import Sequence

from textual.color import Color
from textual.theme import Theme

from tui.themes import DARK, LIGHT

LEGIBLE = 4.5
"""The contrast that text needs (WCAG 2.2, 1.4.3)."""

_ON_DARK = {
    "ink-text": "#e4dfd5",
    "ink-key": "#d9a441",
    "ink-warning": "#e0b354",
    "ink-error": "#ea8779",
    "ink-success": "#8fbf7f",
    "ink-dim": "#a69f92",
    "ink-rule": "#4a463f",
    "ink-title": "#f6f1e6",
    "ink-person": "#86bdf0",
    "ink-org": "#c4a6f2",
    "ink-place": "#8ecfa4",
    "ink-norp": "#72c9cf",
    "ink-event": "#e7a3c0",
    "ink-quotation": "#e9d8a6",
    "ink-indirect": "#e2d9bf",
    "ink-figure": "#f0a678",
    "ink-hit": "#1a1917",
    "ink-hit-ground": "#e0b354",
    "ink-focus": "#1a1917",
    "ink-focus-ground": "#f6f1e6",
    "ink-differs": "#f0a678",
    "ink-row": "#2d2a25",
    "ink-landing": "#3a3428",
    "ink-row-away": "#242320",
}

_ON_LIGHT = {
    "ink-text": "#24211c",
    "ink-key": "#8a4b00",
    "ink-warning": "#8a5a00",
    "ink-error": "#a8261a",
    "ink-success": "#2f6b28",
    "ink-dim": "#665f54",
    "ink-rule": "#c9c1b2",
    "ink-title": "#12100d",
    "ink-person": "#0b55a0",
    "ink-org": "#6d2b9c",
    "ink-place": "#11693a",
    "ink-norp": "#00636d",
    "ink-event": "#9c2460",
    "ink-quotation": "#6a4a00",
    "ink-indirect": "#4a3c1a",
    "ink-figure": "#ad3e08",
    "ink-hit": "#1a1500",
    "ink-hit-ground": "#ffd54a",
    "ink-focus": "#faf7f1",
    "ink-focus-ground": "#24211c",
    "ink-differs": "#ad3e08",
    "ink-row": "#e9e2d3",
    "ink-landing": "#efe4c4",
    "ink-row-away": "#f1ece1",
}


_ON_ANSI = {
    "ink-text": "ansi_default",
    "ink-key": "ansi_default",
    "ink-warning": "ansi_yellow",
    "ink-error": "ansi_red",
    "ink-success": "ansi_green",
    "ink-dim": "ansi_bright_black",
    "ink-rule": "ansi_bright_black",
    "ink-title": "ansi_default",
    "ink-person": "ansi_blue",
    "ink-org": "ansi_magenta",
    "ink-place": "ansi_green",
    "ink-norp": "ansi_cyan",
    "ink-event": "ansi_red",
    "ink-quotation": "ansi_yellow",
    "ink-indirect": "ansi_default",
    "ink-figure": "ansi_red",
    "ink-hit": "ansi_black",
    "ink-hit-ground": "ansi_yellow",
    "ink-focus": "ansi_bright_white",
    "ink-focus-ground": "ansi_blue",
    "ink-differs": "ansi_red",
    "ink-row": "ansi_default",
    "ink-landing": "ansi_default",
    "ink-row-away": "ansi_default",
}
"""For the terminal's own sixteen colours, on whatever ground; the cursor of a list is then its bar alone."""

_ALONE = {"ink-rule", "ink-hit", "ink-hit-ground", "ink-focus", "ink-focus-ground"}
"""Inks that are no text, or that stand on a ground of their own."""
_ROW, _ROW_AWAY, _LANDING = 0.1, 0.05, 0.15
"""How far these grounds are from the theme's own, towards its text or its accent."""
_STEP = 0.05
"""By how much an ink is made paler or darker at a time."""


def inks(theme: Theme) -> dict[str, str]:
    """The style sheets' variables beyond Textual's own, for themes that know nothing of news."""
    if theme.ansi:
        return dict(_ON_ANSI)
    ours = _ON_DARK if theme.dark else _ON_LIGHT
    return dict(ours) if theme.name in {DARK.name, LIGHT.name} else _fitted(ours, theme)


def _fitted(ours: dict[str, str], theme: Theme) -> dict[str, str]:
    """Our inks made to be read on another theme's grounds, and its own accents as inks."""
    colours = theme.to_color_system().generate()
    background, text = Color.parse(colours["background"]), Color.parse(colours["foreground"])
    accent = Color.parse(theme.primary)
    landing = background.blend(accent, _LANDING)
    made = {
        "ink-row": background.blend(text, _ROW),
        "ink-row-away": background.blend(text, _ROW_AWAY),
        "ink-landing": landing,
    }
    grounds = [background, *(Color.parse(colours[name]) for name in ("surface", "panel")), *made.values()]
    wanted = {name: Color.parse(value) for name, value in ours.items() if name not in made}
    wanted |= {"ink-text": text, "ink-title": text, "ink-key": accent}
    wanted |= {f"ink-{name}": Color.parse(colours[name]) for name in ("warning", "error", "success")}
    for name, colour in wanted.items():
        made[name] = colour if name in _ALONE else legible(colour, grounds, dark=theme.dark)
    return {name: colour.hex6 for name, colour in made.items()}


def legible(ink: Color, grounds: Sequence[Color], *, dark: bool) -> Color:
    """An ink, as much paler on dark grounds or darker on light ones as it takes to be read on all of them."""
    to = Color(255, 255, 255) if dark else Color(0, 0, 0)
    for step in range(round(1 / _STEP) + 1):
        mixed = ink.blend(to, step * _STEP)
        if all(contrast(mixed, ground) >= LEGIBLE for ground in grounds):
            return mixed
    return to


def contrast(one: Color, other: Color) -> float:
    """The contrast of two colours, from 1 to 21 (WCAG 2.2, relative luminance)."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: Color) -> float:
    channels = [channel / 255 for channel in colour.rgb]
    red, green, blue = (c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
