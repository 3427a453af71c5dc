"""The FOLDER that most commands take, which may be the bundled collection by its name."""

import argparse
import shlex
from pathlib import Path

_DEMO = "demo"
_HELP = "a folder of articles; `demo` is the bundled collection"


def add_folder(parser: argparse.ArgumentParser) -> None:
    """Give a command the argument FOLDER."""
    parser.add_argument("folder", metavar="FOLDER", type=folder_named, help=_HELP)


def folder_named(text: str) -> Path:
    """The folder that a word of the command line names."""
    folder = Path(text)
    if text != _DEMO or folder.exists():
        return folder
    from index.demo import demo_folder

    return demo_folder()


def typed(folder: Path) -> str:
    """A folder as one would type it on a command line."""
    from index.demo import demo_folder

    if folder == demo_folder() and not Path(_DEMO).exists():
        return _DEMO
    return shlex.quote(str(folder))
