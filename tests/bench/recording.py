"""A program in a pseudo-terminal, watched so cheaply that watching does not slow it down.

What it draws is only kept, with the time at which it came; a screen is made of it afterwards. The terminal answers two
questions: whether it takes synchronised output (it does, as most of today's do), so that the program marks where each
frame ends; and where the cursor is, by which the program sees how far the terminal has come.
"""

import os
import pty
import re
import select
import signal
import struct
import subprocess
import time
from collections.abc import Callable, Sequence
from fcntl import ioctl
from pathlib import Path
from termios import TIOCSWINSZ
from typing import NamedTuple, Self

import pyte

_ROOT = Path(__file__).resolve().parents[2]
_ANSWERS = {b"\x1b[?2026$p": b"\x1b[?2026;2$y", b"\x1b[6n": b"\x1b[1;1R"}
_LONGEST_QUESTION = max(map(len, _ANSWERS))
_ASKED = re.compile(b"|".join(map(re.escape, _ANSWERS)))
_FRAME_ENDS = b"\x1b[?2026l"
# Private modes and reports that pyte would draw as text; the cursor and the alternate screen are its business.
_PRIVATE = re.compile(
    rb"\x1b\[(?!\?(?:25|1049)[hl])[<>=?][0-9;]*[a-zA-Z$]+|\x1b\[[0-9;]*\$[a-z]|\x1b\[6n|\x1bP.*?\x1b\\",
    re.DOTALL,
)


class Frame(NamedTuple):
    """What stood on the screen after one frame."""

    time: float
    """When its last byte came, by the monotonic clock."""
    lines: tuple[str, ...]
    """The rows of the screen, without spaces at their ends."""
    size: int
    """Bytes sent for it."""


class Recording:
    """Runs a program, sends keys, keeps what comes back with its time."""

    def __init__(self, command: Sequence[str], *, columns: int, rows: int, home: Path | None = None) -> None:
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)
        self._chunks: list[tuple[float, bytes]] = []
        self._unfinished = b""
        self._heard = b""
        self._last = Frame(0, ("",) * rows, 0)
        environment = {
            **os.environ,
            "TERM": "xterm-256color",
            "COLORTERM": "truecolor",
            "PYTHONPATH": str(_ROOT),
        }
        environment.pop("NO_COLOR", None)
        if home is not None:
            environment["MORGUE_HOME"] = str(home)
        self._master, slave = pty.openpty()
        ioctl(slave, TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self.began = time.monotonic()
        self._child = subprocess.Popen(
            command, stdin=slave, stdout=slave, stderr=slave, env=environment, start_new_session=True
        )
        os.close(slave)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._child.send_signal(signal.SIGKILL)
        self._child.wait()
        os.close(self._master)

    @property
    def pid(self) -> int:
        """The program's process id."""
        return self._child.pid

    def send(self, keys: str) -> float:
        """Send keys as one burst; gives the time at which they went."""
        sent = time.monotonic()
        os.write(self._master, keys.encode())
        return sent

    def watch(self, until: float) -> None:
        """Keep what comes until a time."""
        while (left := until - time.monotonic()) > 0:
            if not select.select([self._master], [], [], left)[0]:
                return
            try:
                drawn = os.read(self._master, 1 << 16)
            except OSError:
                return
            self._chunks.append((time.monotonic(), drawn))
            self._answer(drawn)

    def _answer(self, drawn: bytes) -> None:
        # A question may come in two pieces.
        heard, end = self._heard + drawn, 0
        for asked in _ASKED.finditer(heard):
            os.write(self._master, _ANSWERS[asked.group()])
            end = asked.end()
        self._heard = heard[max(end, len(heard) - _LONGEST_QUESTION) :]

    def frames(self) -> list[Frame]:
        """The frames that came since this was asked last; the work is done here, not while watching."""
        made = []
        for when, drawn in self._chunks:
            *ended, self._unfinished = (self._unfinished + drawn).split(_FRAME_ENDS)
            for frame in ended:
                self._stream.feed(_PRIVATE.sub(b"", frame))
                lines = tuple(line.rstrip() for line in self._screen.display)
                self._last = Frame(when, lines, len(frame))
                made.append(self._last)
        self._chunks.clear()
        return made

    @property
    def screen(self) -> Frame:
        """The screen as it stands after the last frame made."""
        return self._last

    def settle(
        self, rest: float = 0.3, most: float = 5.0, until: Callable[[Frame], bool] = lambda _: True
    ) -> list[Frame]:
        """Watch until no text has changed for `rest` seconds and the screen is as wanted; gives the frames.

        A cursor that blinks changes no text.

        Args:
            rest: Seconds.
            most: Seconds after which it is given up.
            until: What the screen must be like.
        """
        made: list[Frame] = []
        end = time.monotonic() + most
        while time.monotonic() < end:
            before = self._last.lines
            self.watch(time.monotonic() + rest)
            made += self.frames()
            if self._last.lines == before and until(self._last):
                break
        return made
