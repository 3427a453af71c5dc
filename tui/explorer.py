"""Where the explorer starts."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from models.link import Link


def explore(folder: Path, *, bundled: bool = False, link: Link | None = None, plain: bool = False) -> None:
    """Open the explorer on a folder and stay until the reader leaves.

    The collection is opened after the first paint, on the work thread; a child process makes it current
    meanwhile.

    Args:
        folder: The folder of articles.
        bundled: Whether it is the demo that comes with Morgue; it is then called so.
        link: The passage to begin at.
        plain: Whether plain text is asked for, whatever the configuration file says.
    """
    from tui.app import Explorer
    from tui.archive import Archive
    from tui.indexing import Indexer
    from tui.settings import read_settings

    settings = read_settings(plain=plain)
    name = "demo" if bundled else None
    Explorer(Archive(folder), Indexer(folder), name=name, link=link, settings=settings).run()
