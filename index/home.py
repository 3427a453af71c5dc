"""Where Morgue keeps what it writes: indexes, and the reader's own data."""

import hashlib
import os
import re
from pathlib import Path

from models.errors import MorgueError

VECTORS = "vectors"
"""The folder, in a collection's home, of what was learnt of its words."""


def home() -> Path:
    """The folder of MORGUE_HOME, or the platform's folder for user data; created, readable by its owner only.

    Raises:
        MorgueError: It cannot be created.
    """
    stated = os.environ.get("MORGUE_HOME")
    if stated:
        folder = Path(stated).expanduser()
    else:
        import platformdirs

        folder = Path(platformdirs.user_data_dir("morgue"))
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise MorgueError(
            f"The folder for Morgue's data, {folder}, cannot be created: {error.strerror}.",
            "Set MORGUE_HOME to a folder that you can write to.",
        ) from error
    return folder


def collection_home(folder: Path) -> Path:
    """Where the index of one folder lives; the same folder under another name (a symlink) has the same home."""
    resolved = folder.resolve()
    slug = re.sub(r"[^A-Za-z0-9._-]+", "-", resolved.name)[:40].strip("-.") or "folder"
    digest = hashlib.sha256(os.fsencode(resolved)).hexdigest()[:12]
    return home() / "collections" / f"{slug}-{digest}"
