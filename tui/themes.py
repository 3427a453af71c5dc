"""Colours: a dark and a light theme of the house, and inks for every other theme."""

from textual.theme import Theme

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

_ON_DARK = {
    "ink-dim": "#968f83",
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
    "ink-dim": "#70695d",
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

FEW_COLOURS = "ansi-dark"
"""Textual's theme for terminals that have sixteen colours only."""


def inks(theme: Theme) -> dict[str, str]:
    """The style sheets' variables beyond Textual's own, for themes that know nothing of news."""
    if theme.ansi:
        return _ON_ANSI
    return _ON_DARK if theme.dark else _ON_LIGHT
