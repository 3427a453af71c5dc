"""Where the explorer starts."""

from pathlib import Path


def explore(folder: Path, *, bundled: bool = False) -> None:
    """Open the explorer on a folder and stay until the reader leaves.

    The collection is opened after the first paint, on the work thread; a child process makes it current
    meanwhile.

    Args:
        folder: The folder of articles.
        bundled: Whether it is the demo that comes with Morgue; it is then called so.
    """
    from tui.app import Explorer
    from tui.archive import Archive
    from tui.indexing import Indexer

    Explorer(Archive(folder), Indexer(folder), name="demo" if bundled else None).run()
