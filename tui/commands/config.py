"""`morgue config`: what the reader has set, where each value comes from, and what is wrong with it."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from models.errors import MorgueError
from tui.commands.command import Command
from tui.commands.plain import counted, say

if TYPE_CHECKING:
    from models.config import Entry
    from tui.settings import Settings


def _arguments(parser: argparse.ArgumentParser) -> None:
    what = parser.add_mutually_exclusive_group()
    what.add_argument(
        "--check", action="store_true", help="only say what is wrong, line by line; exit 1 if anything is"
    )
    what.add_argument("--path", action="store_true", help="only say where the file is, or would be")
    what.add_argument(
        "--init", action="store_true", help="write a file with every entry and its default, commented out"
    )


def _run(args: argparse.Namespace) -> int:
    from index.configuring import config_file

    path = config_file()
    if args.path:
        sys.stdout.write(f"{path}\n")
        return 0
    if args.init:
        _write(path)
        say(f"{path} is written. All of it is commented out: take a # away to change something.")
        return 0
    from tui.settings import read_settings

    settings = read_settings()
    if args.check:
        return _check(settings)
    _show(settings)
    return 0


def _check(settings: Settings) -> int:
    if not settings.reading.found:
        say(f"There is no {settings.reading.path}, so the defaults hold.")
        return 0
    for fault in settings.faults:
        say(str(fault), hanging=2)
    if not settings.faults:
        say(f"{settings.reading.path} is right.")
    return 1 if settings.faults else 0


def _show(settings: Settings) -> None:
    from index.configuring.example import written
    from models.config import ENTRIES, KEYMAP
    from tui.keys import KEYS

    reading = settings.reading
    say(str(reading.path))
    if not reading.found:
        say("is not there, so the defaults hold. `morgue config --init` writes one to begin with.")
    say()
    values = [
        (name, written(getattr(settings.config, entry.field)), _origin(settings, name, entry))
        for name, entry in ENTRIES.items()
    ]
    ours = {key.id: key for key in KEYS}
    values += [
        (f"{KEYMAP}.{key.id}", key.shown, f"line {reading.lines.get(f'{KEYMAP}.{key.id}')}")
        for key in settings.keys
        if key != ours[key.id]
    ]
    widths = [max(len(row[column]) for row in values) for column in (0, 1)]
    for name, value, origin in values:
        say(f"{name:{widths[0]}}  {value:{min(widths[1], 24)}}  {origin}", hanging=widths[0] + 2)
    if settings.faults:
        say()
        say(f"{counted(len(settings.faults), 'entry', 'entries')} cannot hold:")
        for fault in settings.faults:
            say(str(fault), indent=2, hanging=4)


def _origin(settings: Settings, name: str, entry: Entry) -> str:
    """Where a value comes from."""
    if name == "theme" and settings.theme_chosen:
        stated = settings.stated_theme
        line = settings.reading.lines.get("theme")
        return "chosen in the explorer" + (f", after line {line} said {stated}" if stated else "")
    if name == "plain" and settings.plain_asked:
        return "asked for by MORGUE_PLAIN"
    line = settings.reading.lines.get(name)
    if line is None:
        return "default"
    held = getattr(settings.config, entry.field) == getattr(settings.reading.config, entry.field)
    wrong = any(fault.line == line for fault in settings.faults)
    return f"line {line}" if held and not wrong else f"default (line {line} is wrong)"


def _write(path: Path) -> None:
    from index.configuring.example import example
    from tui.keys import KEYS

    text = example((key.id, " ".join(key.keys), key.tooltip) for key in KEYS)
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8") as file:
            file.write(text)
    except FileExistsError as error:
        raise MorgueError(f"There is a {path} already.", "Move it away to have a new one.") from error
    except OSError as error:
        raise MorgueError(f"{path} cannot be written: {error.strerror}.") from error


COMMAND = Command(
    name="config",
    usage="config [--check | --path | --init]",
    summary="Show the configuration, check it, or write a file to begin with",
    about="Theme, keys, citation, layout, the order of day and month, and plain text for screen readers are set in one "
    "file. An entry that is wrong is named with its line, here and when the explorer starts; the others hold.",
    examples=("morgue config --init", "$EDITOR $(morgue config --path)", "morgue config --check"),
    arguments=_arguments,
    run=_run,
)
