"""Whether a folder can be opened at all, which is asked before anything else is loaded."""

import os
from pathlib import Path

from models.errors import CollectionUnavailable


def check_folder(folder: Path) -> None:
    """Raise CollectionUnavailable, with what to do, unless a folder can be listed."""
    try:
        if not folder.exists():
            raise CollectionUnavailable(f"There is no folder {folder}.", "Check the path.")
        if not folder.is_dir():
            raise CollectionUnavailable(f"{folder} is a file, not a folder.", "Give the folder it is in.")
        next(os.scandir(folder), None)
    except PermissionError as error:
        raise CollectionUnavailable(
            f"You have no permission to read the folder {folder}.", "Ask its owner, or choose another."
        ) from error
    except OSError as error:
        raise CollectionUnavailable(f"The folder {folder} cannot be read: {error.strerror}.") from error
