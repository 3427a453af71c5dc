"""A real terminal for tests: a program in a pseudo-terminal, and the screen it draws."""

import base64
import os
import re
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Self

import pexpect
import pyte

PATIENCE = 60.0
"""Seconds after which what was waited for will not come; only a test that fails takes them, so a slow machine may."""
_ROOT = Path(__file__).resolve().parents[2]


class Terminal:
    """Runs `morgue` with the given arguments. Wait for text; never sleep.

    Keys are sent as a terminal sends them, so what only a terminal shows (type-ahead, a resize, a lost
    Escape) is tested too.
    """

    KEYS: Mapping[str, str] = {
        "Enter": "\r",
        "Escape": "\x1b",
        "Tab": "\t",
        "Backspace": "\x7f",
        "Up": "\x1b[A",
        "Down": "\x1b[B",
        "Left": "\x1b[D",
        "Right": "\x1b[C",
        "PageDown": "\x1b[6~",
        "Home": "\x1b[H",
        "End": "\x1b[F",
        "ctrl+d": "\x04",
        "ctrl+u": "\x15",
        "ctrl+f": "\x06",
        "ctrl+p": "\x10",
        "ctrl+y": "\x19",
    }

    def __init__(
        self,
        *arguments: str,
        columns: int = 120,
        rows: int = 40,
        home: Path | None = None,
        folder: Path | None = None,
    ) -> None:
        """Start the program; `folder` is where it is started."""
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)
        self.clipboard = ""
        """What the program put on the clipboard last."""
        environment = {
            **os.environ,
            "TERM": "xterm-256color",
            "COLORTERM": "truecolor",
            "PYTHONPATH": str(_ROOT),
        }
        environment.pop("NO_COLOR", None)
        if home is not None:
            environment["MORGUE_HOME"] = str(home)
        self._child = pexpect.spawn(
            sys.executable,
            ["-m", "tui", *arguments],
            dimensions=(rows, columns),
            env=environment,
            cwd=None if folder is None else str(folder),
            timeout=PATIENCE,
        )
        # By itself pexpect waits 50 ms before each key, which no typist does.
        self._child.delaybeforesend = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        try:
            self._child.close(force=True)
        except pexpect.ExceptionPexpect:
            # It has been told to die; a machine with much to do takes longer over that than pexpect waits.
            self._child.wait()

    @property
    def pid(self) -> int:
        """The program's process id."""
        return int(self._child.pid)

    def press(self, *keys: str) -> None:
        """Send named keys, or single characters, one after the other."""
        for key in keys:
            self._child.send(self.KEYS.get(key, key))
            # A terminal sends a key at a time; Escape and what follows would else be one sequence.
            self.read(0.15 if key == "Escape" else 0.02)

    def type(self, text: str) -> None:
        """Send characters in one burst, as a fast typist's terminal does."""
        self._child.send(text)

    def read(self, seconds: float = 0.05) -> None:
        """Take in what the program draws until it is quiet for so long."""
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            try:
                self._stream.feed(self._answer(self._child.read_nonblocking(65536, timeout=0.02)))
            except pexpect.TIMEOUT:
                continue
            except pexpect.EOF:
                return

    def settle(self, seconds: float) -> str:
        """Wait until the screen has been as it is for so long; returns it."""
        before, since = self.text, time.monotonic()
        while time.monotonic() - since < seconds:
            self.read(0.05)
            if self.text != before:
                before, since = self.text, time.monotonic()
        return before

    def _answer(self, output: bytes) -> bytes:
        """Without the private modes that pyte would draw as text; what is put on the clipboard is noted."""
        for copied in re.findall(rb"\x1b\]52;c;([^\x07\x1b]*)", output):
            self.clipboard = base64.b64decode(copied).decode()
        return re.sub(
            rb"\x1b\[[<>=?][0-9;]*[a-zA-Z$]+|\x1b\[[0-9;]*\$[a-z]|\x1bP.*?\x1b\\",
            _kept,
            output,
            flags=re.DOTALL,
        )

    @property
    def cursor(self) -> tuple[int, int]:
        """The row and column of the terminal's own cursor, from 0."""
        return self._screen.cursor.y, self._screen.cursor.x

    @property
    def text(self) -> str:
        """The screen as it stands, a line a row."""
        return "\n".join(line.rstrip() for line in self._screen.display)

    def wait(self, wanted: str | Callable[[str], bool], seconds: float = PATIENCE) -> str:
        """Wait until text is on the screen, or a test of the screen holds; returns the screen.

        Raises:
            AssertionError: It did not come; the message shows the screen.
        """
        until = time.monotonic() + seconds
        holds = wanted if callable(wanted) else lambda screen: wanted in screen
        while True:
            self.read(0.05)
            if holds(self.text):
                return self.text
            if time.monotonic() > until:
                raise AssertionError(f"{wanted!r} did not come to the screen:\n{self.text}")

    def wait_gone(self, text: str, seconds: float = PATIENCE) -> str:
        """Wait until text is no longer on the screen."""
        return self.wait(lambda screen: text not in screen, seconds)

    def quit(self, key: str = "q") -> None:
        """Press the key that quits and wait for the program to end."""
        self.press(key)
        self._child.expect(pexpect.EOF, timeout=PATIENCE)
        self._child.wait()


def _kept(match: re.Match[bytes]) -> bytes:
    # The alternate screen and the cursor are pyte's own business.
    return match.group() if re.fullmatch(rb"\x1b\[\?(25|1049)[hl]", match.group()) else b""
