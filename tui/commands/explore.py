"""`morgue [FOLDER]`: the explorer; without a folder, what there is to open."""

import argparse
import shlex
from difflib import get_close_matches
from pathlib import Path

from tui.commands.plain import counted, say
from tui.commands.streams import MisuseError


def explore_folder(named: str, commands: tuple[str, ...], *, plain: bool = False, fresh: bool = False) -> int:
    """Open the explorer on a folder, in plain text or begun anew if wanted.

    Raises:
        MisuseError: It looks like a mistyped command rather than a folder.
        CollectionUnavailable: There is no such folder, or it cannot be read.
    """
    folder = Path(named).expanduser()
    if "/" not in named and not folder.exists():
        raise unknown_name(named, commands)
    from index.folders import check_folder

    check_folder(folder)
    from tui.explorer import explore

    explore(folder, plain=plain, fresh=fresh)
    return 0


def add_ways(parser: argparse.ArgumentParser) -> None:
    """Add the options that say how the explorer is opened."""
    parser.add_argument("--fresh", action="store_true", help="begin anew, not where you left")
    parser.add_argument("--plain", action="store_true", help="plain text, for a screen reader")


def unknown_name(named: str, commands: tuple[str, ...]) -> MisuseError:
    """What to say of a first word that is neither a folder nor a command."""
    close = get_close_matches(named, commands, n=1)
    return MisuseError(
        f"There is neither a folder nor a command “{named}”.",
        f"Did you mean `morgue {close[0]}`?" if close else "`morgue --help` lists the commands.",
    )


def list_folders() -> int:
    """Print the known collections and the demo, with the commands that open them."""
    from index.demo import demo_folder
    from index.known import known_collections

    demo = str(demo_folder().resolve())
    known = [status for status in known_collections() if status.folder != demo]
    if known:
        say("Your collections:")
        for status in known:
            say()
            say(f"morgue {shlex.quote(status.folder)}", indent=2, hanging=4)
            missing = "" if Path(status.folder).is_dir() else " · the folder is not there now"
            say(
                f"{counted(status.articles, 'article')}, {counted(status.outlets, 'outlet')}{missing}",
                indent=4,
            )
        say()
    else:
        say("No collection yet. Give Morgue a folder of saved articles:")
        say()
        say("morgue FOLDER", indent=2)
        say()
    say("To try it on a bundled collection of invented articles:")
    say()
    say("morgue demo", indent=2)
    return 0
