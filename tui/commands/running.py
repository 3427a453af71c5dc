"""From a command line to an exit status; nothing that goes wrong ends in a traceback."""

import argparse
import os
import sys
import traceback
from collections.abc import Sequence
from datetime import UTC, datetime
from itertools import takewhile
from pathlib import Path

from models.errors import MorgueError
from tui.commands.command import STOPPED
from tui.commands.explore import add_ways, explore_folder, list_folders, unknown_name
from tui.commands.registry import COMMANDS, GROUPS
from tui.commands.streams import MisuseError, note, prepare_streams

_WAYS = frozenset({"--plain", "--fresh"})
"""Options of `morgue` itself, which say how the explorer is opened."""

_LOG_FULL = 1_000_000
"""Bytes after which the log of unexpected errors begins again."""


def run(arguments: Sequence[str]) -> int:
    """Run a command line, without the program's name; returns its exit status.

    Raises:
        SystemExit: By argparse, for --help and misuse.
    """
    prepare_streams()
    try:
        status = _dispatch(arguments)
        sys.stdout.flush()
    except MorgueError as error:
        note(f"morgue: {error}")
        if error.advice:
            note(error.advice)
        return 2 if isinstance(error, MisuseError) else 1
    except BrokenPipeError:
        # The reader of our output has left. Python would complain once more when it closes standard output.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except KeyboardInterrupt:
        sys.stderr.write("\n")
        note("morgue: stopped.")
        return STOPPED
    except Exception as error:  # noqa: BLE001 - the last resort, which keeps the details
        note(f"morgue: something went wrong that should not have ({type(error).__name__}).")
        note(_log(arguments))
        return 1
    return status


def _dispatch(arguments: Sequence[str]) -> int:
    said = list(takewhile(lambda word: word in _WAYS, arguments))
    if said and len(arguments) > len(said) and arguments[len(said)] in COMMANDS:
        # Said of Morgue as a whole, as before a folder.
        arguments = [arguments[len(said)], *said, *arguments[len(said) + 1 :]]
    if arguments and arguments[0] in COMMANDS:
        command = COMMANDS[arguments[0]]
        # Intermixed, so that options may stand between FOLDER and QUERY.
        args: argparse.Namespace = command.parser().parse_intermixed_args(command.prepared(arguments[1:]))
        return command.run(args)
    top = parser()
    args, rest = top.parse_known_args(list(arguments))
    if rest:
        if args.folder and not Path(args.folder).exists():
            raise unknown_name(args.folder, tuple(COMMANDS))
        top.error(f"unrecognized arguments: {' '.join(rest)}")
    if args.version:
        from importlib.metadata import version

        sys.stdout.write(f"morgue {version('morgue')}\n")
        return 0
    if not args.folder:
        return list_folders()
    return explore_folder(args.folder, tuple(COMMANDS), plain=args.plain, fresh=args.fresh)


def parser() -> argparse.ArgumentParser:
    """The parser of `morgue` itself, whose help lists the commands."""
    top = _Parser(
        prog="morgue",
        usage="morgue [FOLDER]\n       morgue COMMAND ...",
        description="Explore a folder of saved news articles, or ask about it from a script.\n"
        "Without FOLDER, lists what there is to open.",
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    top.add_argument(
        "folder", metavar="FOLDER", nargs="?", help="the folder to explore; nothing is ever written into it"
    )
    add_ways(top)
    top.add_argument("--version", action="store_true", help="show the version and exit")
    return top


class _Parser(argparse.ArgumentParser):
    """Lists the commands below its own help; only there they are all loaded."""

    def format_help(self) -> str:
        width = max(map(len, COMMANDS))
        self.epilog = "\n".join(
            [
                *(line for group, names in GROUPS.items() for line in _listed(group, names, width)),
                "`morgue COMMAND --help` tells more about one.",
                "",
                "environment:",
                "  MORGUE_HOME        the folder for indexes, bookmarks and config.toml",
                "  MORGUE_PLAIN=1     plain text, as with --plain",
                "  NO_COLOR=1         no colours",
                "  MORGUE_RECOGNISER  spacy:PIPELINE, which then finds the names (morgue[spacy])",
                "  MORGUE_ENCODER     folder of a sentence encoder for related passages",
                "",
                "examples:",
                "  morgue demo",
                "  morgue ~/clippings",
                "  morgue search ~/clippings 'drills outlet:courier'",
            ]
        )
        return super().format_help()


def _listed(group: str, names: Sequence[str], width: int) -> list[str]:
    """The lines of a group of commands."""
    return [f"{group}:", *(f"  {name:{width}}  {COMMANDS[name].summary}" for name in names), ""]


def _log(arguments: Sequence[str]) -> str:
    """Write down the exception in hand; returns a sentence that says where."""
    from index.home import home

    entry = f"{datetime.now(UTC).isoformat(timespec='seconds')} morgue {list(arguments)}\n{traceback.format_exc()}\n"
    try:
        log: Path = home() / "errors.log"
        fresh = log.exists() and log.stat().st_size > _LOG_FULL
        mode = os.O_WRONLY | os.O_CREAT | (os.O_TRUNC if fresh else os.O_APPEND)
        with os.fdopen(os.open(log, mode, 0o600), "a", encoding="utf-8", errors="backslashreplace") as file:
            file.write(entry)
    except (OSError, MorgueError):
        return "The details could not be written down either; `morgue doctor` checks Morgue's own folder."
    return f"The details are in {log}; please report them."
