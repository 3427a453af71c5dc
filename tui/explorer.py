"""Where the explorer starts."""

from __future__ import annotations

import os
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from models.link import Link


_SWITCHED = 0.001
"""Seconds for which one thread may keep the interpreter while another waits. Of Python's 5 ms a key waits several times
between its coming and its frame, while the work thread finds what is related."""
_ONE_THREAD = "OPENBLAS_NUM_THREADS"
"""What numpy's library reads as it loads."""


def explore(
    folder: Path, *, bundled: bool = False, link: Link | None = None, plain: bool = False, fresh: bool = False
) -> None:
    """Open the explorer on a folder and stay until the reader leaves.

    The collection is opened after the first paint, on the work thread; a child process makes it current
    meanwhile.

    Args:
        folder: The folder of articles.
        bundled: Whether it is the demo that comes with Morgue; it is then called so.
        link: The passage to begin at.
        fresh: Whether it begins anew; else it comes back as it was left.
        plain: Whether plain text is asked for, whatever the configuration file says.
    """
    let_keys_pass()
    from index.session import SessionFile
    from tui.app import Explorer
    from tui.archive import Archive
    from tui.hangup import watch
    from tui.indexing import Indexer
    from tui.settings import read_settings

    settings = read_settings(plain=plain)
    name = "demo" if bundled else None
    # Who follows a link looks something up, and finds the desk as it was left the next time.
    session = SessionFile(folder) if link is None else None
    explorer = Explorer(
        Archive(folder),
        Indexer(folder),
        name=name,
        link=link,
        settings=settings,
        session=session,
        fresh=fresh,
    )
    watch(partial(explorer.call_from_thread, explorer.exit))
    explorer.run()


def let_keys_pass() -> None:
    """Have what is worked out beside the keys take little of their time; before numpy is loaded.

    Products here are small: more threads would mostly wait for each other, busily.
    """
    os.environ.setdefault(_ONE_THREAD, "1")
    sys.setswitchinterval(_SWITCHED)
