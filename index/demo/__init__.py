"""The demo: invented articles by invented outlets, to try the explorer on. `docs/demo.md` gives a tour."""

from importlib.resources import files
from pathlib import Path


def demo_folder() -> Path:
    """The folder that the bundled articles live in, to be opened like any other.

    Wheels are always installed unzipped, so the package's resources are ordinary files and no copy is made.
    The folder may be read-only, and holds articles only.
    """
    return Path(str(files(__name__) / "articles"))
