"""The clipboard: through the terminal (OSC 52), through a program that keeps it, or by the reader's own hand."""

from __future__ import annotations

import asyncio
import os
import shutil
import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from textual.app import App

_PATIENCE = 2.0
"""Seconds in which a program has to take the text."""

Way = Literal["program", "terminal", "none"]
"""How a text went: to a program, which said that it has it; to the terminal, which says nothing; or not at all."""


async def put_on_clipboard(app: App[Any], text: str) -> Way:
    """Put a text on the clipboard, in every way there is.

    The terminal's way is the only one that reaches the reader's own machine over SSH, and no terminal says whether
    it heard. So where the clipboard's machine is this one a program is given the text as well.
    """
    app.copy_to_clipboard(text)
    for command in programs(os.environ, sys.platform):
        if await _given(command, text):
            return "program"
    return "none" if is_deaf(os.environ) else "terminal"


def programs(environment: Mapping[str, str], platform: str) -> list[list[str]]:
    """The commands that may keep the clipboard here, the likeliest first; none of them need be there."""
    found = []
    if environment.get("TMUX"):
        # Hands it on to the terminal outside, also where tmux lets no program speak to that (`set-clipboard external`).
        found.append(["tmux", "load-buffer", "-w", "-"])
    if environment.get("SSH_CONNECTION") or environment.get("SSH_TTY"):
        # What keeps a clipboard here keeps that of another machine than the reader's.
        return found
    if platform == "darwin":
        found.append(["pbcopy"])
    if environment.get("WAYLAND_DISPLAY"):
        found.append(["wl-copy"])
    if environment.get("DISPLAY"):
        found += [["xclip", "-selection", "clipboard"], ["xsel", "--clipboard", "--input"]]
    if environment.get("WSL_DISTRO_NAME"):
        found.append(["clip.exe"])
    return found


def is_deaf(environment: Mapping[str, str]) -> bool:
    """Whether the terminal is one that is known to pass OSC 52 over."""
    return (
        environment.get("TERM_PROGRAM") == "Apple_Terminal"
        or environment.get("TERM", "") in {"linux", "dumb"}
        # GNU Screen keeps it for itself.
        or bool(environment.get("STY"))
        # GNOME's terminal and its kin.
        or bool(environment.get("VTE_VERSION"))
    )


async def _given(command: list[str], text: str) -> bool:
    program = shutil.which(command[0])
    if program is None:
        return False
    try:
        process = await asyncio.create_subprocess_exec(
            program,
            *command[1:],
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.DEVNULL,
            stderr=asyncio.subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError:
        return False
    try:
        await asyncio.wait_for(process.communicate(text.encode("utf-8", "replace")), _PATIENCE)
    except TimeoutError:
        process.kill()
        return False
    return process.returncode == 0


def show_to_copy(app: App[Any], text: str) -> bool:
    """Show a text where the terminal's own selection reaches it, until Enter is pressed; False where that cannot be."""
    from textual.app import SuspendNotSupported

    from tui.text.safety import printable

    try:
        with app.suspend():
            lines = "\n".join(printable(line) for line in text.split("\n"))
            sys.stdout.write(
                f"{lines}\n\nSelect and copy it here as in any terminal; Enter goes back to Morgue.\n"
            )
            sys.stdout.flush()
            sys.stdin.readline()
    except SuspendNotSupported:
        return False
    app.screen.refresh(layout=True)
    return True
