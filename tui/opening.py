"""Handing a page or a file to the program that the desktop opens it with."""

import asyncio
import os
import shutil
import sys


async def open_outside(target: str) -> bool:
    """Open an address or a file; False where there is no desktop to open it on. Never waits for the program.

    Python's `webbrowser` is not used: without a desktop it starts a browser inside this terminal.
    """
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
