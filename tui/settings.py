"""What holds for the explorer: the configuration file as the explorer understands it, with what is wrong in it."""

import os
from collections.abc import Sequence
from dataclasses import dataclass, replace

from index.configuring import Reading, chosen_theme, read_config
from models.config import KEYMAP, Config, Fault
from tui.keys import KEYS, Key, remap
from tui.text.citing import BadTemplate, check_template
from tui.text.painting import shorten_text

PLAIN = "MORGUE_PLAIN"
"""The environment variable that asks for plain text."""


@dataclass(frozen=True)
class Settings:
    """The file as read, and what holds after all."""

    reading: Reading
    config: Config
    """What holds."""
    keys: tuple[Key, ...]
    """All keys, with the reader's own in place of ours."""
    faults: tuple[Fault, ...]
    """What cannot hold, by line."""
    theme_chosen: bool = False
    """Whether the theme was chosen in the explorer, after what the file says."""
    plain_asked: bool = False
    """Whether plain text was asked for on the command line or by the environment."""

    @property
    def stated_theme(self) -> str | None:
        """The theme that the file names, if any."""
        return self.reading.config.theme if "theme" in self.reading.lines else None

    @property
    def notice(self) -> str:
        """What to tell of the faults in passing; empty where there are none."""
        if not self.faults:
            return ""
        first = self.faults[0]
        where = self.reading.path.name + (f" line {first.line}" if first.line is not None else "")
        return f"{where}: {shorten_text(first.message, _TOLD)} · morgue config --check"


_TOLD = 28
"""Cells of a fault that are told in passing, so that what tells it whole has room beside it in 80 columns."""


def read_settings(reading: Reading | None = None, *, plain: bool = False) -> Settings:
    """Read the configuration file and see what of it holds; never raises.

    Args:
        reading: The file, where it has been read already.
        plain: Whether plain text is asked for whatever the file says.
    """
    reading = reading or read_config()
    config, faults = reading.config, list(reading.faults)
    table = remap(KEYS, config.keymap)
    faults += [Fault(r.message, reading.lines.get(f"{KEYMAP}.{r.id}")) for r in table.refused]
    if why := _unknown_theme(config.theme):
        faults.append(Fault(why, reading.lines.get("theme")))
        config = replace(config, theme=Config.theme)
    try:
        check_template(config.citation)
    except BadTemplate as error:
        faults.append(Fault(str(error), reading.lines.get("citation")))
        config = replace(config, citation=Config.citation)
    stated = reading.config.theme if "theme" in reading.lines else None
    chosen = chosen_theme(stated)
    if chosen is not None and chosen in theme_names():
        config = replace(config, theme=chosen)
    else:
        chosen = None
    asked = plain or os.environ.get(PLAIN, "") not in {"", "0"}
    config = replace(config, plain=config.plain or asked)
    faults.sort(key=lambda fault: fault.line or 0)
    return Settings(reading, config, table.keys, tuple(faults), chosen is not None, asked)


def _unknown_theme(name: str) -> str:
    """What to say of a theme that there is not; empty where there is."""
    known = theme_names()
    if name in known:
        return ""
    from index.configuring.nearest import did_you_mean

    meant = did_you_mean(name, known) or f" There are: {', '.join(known)}."
    return f"There is no theme `{name[:40]}`.{meant}"


def theme_names() -> Sequence[str]:
    """All themes that can be chosen, ours first."""
    from tui.themes import names

    return names()
