"""Handing a page or a file to the program that the desktop opens it with."""

from __future__ import annotations

import asyncio
import os
import shutil
import sys
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from pathlib import Path


def web_address(url: str | None) -> str | None:
    """A page's address as the article states it, if it is one of the web that can be handed to a browser."""
    if not url or not url.isprintable() or any(character.isspace() for character in url):
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme in {"http", "https"} and parts.netloc else None


def is_safe_to_open(file: Path) -> bool:
    """Whether a file is of a kind that is shown rather than run: one that Morgue reads, and not marked as a program."""
    from index.reading.formats import is_readable_suffix
    from index.reading.source import suffix_of

    suffix = suffix_of(file.name)
    return file.is_file() and bool(suffix) and is_readable_suffix(suffix) and not os.access(file, os.X_OK)


async def open_outside(target: str) -> bool:
    """Open an address or a file; False where there is no desktop to open it on. Never waits for the program.

    Over SSH nothing is opened: it would show on the other machine, where nobody looks.
    Python's `webbrowser` is not used: without a desktop it starts a browser inside this terminal.
    """
    if os.environ.get("SSH_CONNECTION") or os.environ.get("SSH_TTY"):
        return False
    if sys.platform == "darwin":
        opener = "open"
    elif os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"):
        opener = "xdg-open"
    else:
        return False
    program = shutil.which(opener)
    if program is None:
        return False
    try:
        await asyncio.create_subprocess_exec(
            program,
            target,
            stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.DEVNULL,
            stderr=asyncio.subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError:
        return False
    return True
