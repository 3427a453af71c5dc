"""The configuration file, read: what holds, where each value stands, and what cannot hold."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from index.configuring.place import config_file
from models.config import ENTRIES, KEYMAP, Config, DateOrder, Fault

_LARGEST = 200_000
"""Bytes: every entry with pages of comments is a tenth of it."""
_SHOWN = 40
"""Characters of a wrong value that a message shows."""


@dataclass(frozen=True)
class Reading:
    """The file as read. Faults are in the order of their lines."""

    path: Path
    found: bool = False
    """Whether there is a file."""
    config: Config = field(default_factory=Config)
    lines: Mapping[str, int] = field(default_factory=dict)
    """The line of each entry that the file sets, right or wrong, by its name."""
    faults: tuple[Fault, ...] = ()


def read_config(path: Path | None = None) -> Reading:
    """Read the configuration file, or another; never raises. Where there is none the defaults hold.

    What only the explorer knows, themes, keys and templates, is checked by `tui.settings`.
    """
    path = path or config_file()
    try:
        with path.open("rb") as file:
            raw = file.read(_LARGEST + 1)
    except FileNotFoundError:
        return Reading(path)
    except OSError as error:
        return Reading(path, found=True, faults=(Fault(f"The file cannot be read: {error.strerror}."),))
    if len(raw) > _LARGEST:
        return Reading(path, found=True, faults=(Fault("The file is too large to be a configuration."),))
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        return Reading(path, found=True, faults=(Fault("The file is not UTF-8 text.", line),))
    return _read(path, text)


def _read(path: Path, text: str) -> Reading:
    from index.configuring.toml import parse

    parsed = parse(text)
    faults = list(parsed.faults)
    values: dict[str, Any] = {}
    keymap: dict[str, str] = {}
    for name, value in parsed.values.items():
        line = parsed.lines.get(name)
        table, _, id_ = name.partition(".")
        if table == KEYMAP and id_:
            if isinstance(value, str):
                keymap[id_] = value
            else:
                faults.append(Fault(f"`{id_}` takes keys in quotation marks, not {_shown(value)}.", line))
        elif name in ENTRIES:
            if (wrong := _wrong(name, value)) is None:
                values[ENTRIES[name].field] = value
            else:
                faults.append(Fault(wrong, line))
        elif (wrong := _unknown(name, value)) is not None:
            faults.append(Fault(wrong, line))
    faults.sort(key=lambda fault: fault.line or 0)
    return Reading(path, True, Config(**values, keymap=keymap), parsed.lines, tuple(faults))


def _wrong(name: str, value: object) -> str | None:
    entry = ENTRIES[name]
    # A truth value is a number to Python.
    right = type(value) is type(entry.default)
    if right and isinstance(value, int) and not isinstance(value, bool):
        right = entry.least <= value <= entry.most
    if right and entry.choices:
        right = value in entry.choices
    return None if right else f"`{name}` takes {entry.allowed}, not {_shown(value)}."


def _unknown(name: str, value: object) -> str | None:
    from index.configuring.nearest import did_you_mean

    tables = {entry.partition(".")[0] for entry in ENTRIES if "." in entry} | {KEYMAP}
    if name in tables:
        # An empty table says nothing.
        return None if value == {} else f"`{name}` is a table: write [{name}] and its entries below."
    return f"There is no entry `{name}`.{did_you_mean(name, [*ENTRIES, KEYMAP])}"


def _shown(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    text = f'"{value}"' if isinstance(value, str) else str(value)
    text = " ".join(text.split())
    return text if len(text) <= _SHOWN else text[:_SHOWN] + "…"


def day_first() -> bool | None:
    """Whether the reader says that 7/8/2021 is a day in August (True) or in July (False); None where it is guessed."""
    order: DateOrder = read_config().config.date_order
    return None if order == "guess" else order == "dmy"
