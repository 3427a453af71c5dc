"""A slow line between a program and its terminal, as a distant machine has it.

    python -m tests.bench.slow_line --rate 20000 --delay 0.1 -- COMMAND...

Runs COMMAND in a pseudo-terminal of its own, of the size of the one that this runs in, and passes everything on: what
is typed late, what is drawn late and at so many bytes a second. It takes from the program whatever comes, as `sshd`
does, whose window holds 2 MB: the program never notices by waiting that the line is behind.
"""

import argparse
import os
import pty
import select
import sys
import termios
import time
import tty
from collections import deque
from collections.abc import Sequence
from fcntl import ioctl

_PACKET = 512
"""Bytes that arrive together."""


class Line:
    """One direction: what was put in comes out later, one byte behind the other."""

    def __init__(self, rate: float, delay: float) -> None:
        self._rate = rate
        self._delay = delay
        self._free = 0.0
        self._under_way: deque[tuple[float, bytes]] = deque()

    def put(self, sent: bytes) -> None:
        """Send something, behind what is under way."""
        for at in range(0, len(sent), _PACKET):
            packet = sent[at : at + _PACKET]
            self._free = max(self._free, time.monotonic()) + len(packet) / self._rate
            self._under_way.append((self._free + self._delay, packet))

    def arrived(self) -> bytes:
        """What has come out since this was asked last."""
        come = []
        while self._under_way and self._under_way[0][0] <= time.monotonic():
            come.append(self._under_way.popleft()[1])
        return b"".join(come)

    @property
    def wait(self) -> float | None:
        """Seconds until something comes out; None while nothing is under way."""
        return max(0.0, self._under_way[0][0] - time.monotonic()) if self._under_way else None


def main() -> None:
    """Pass on until the program ends."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rate", type=float, required=True, help="bytes a second to the terminal")
    parser.add_argument("--delay", type=float, required=True, help="seconds that each direction takes")
    parser.add_argument("command", nargs="+")
    options = parser.parse_args()
    before = termios.tcgetattr(sys.stdin)
    tty.setraw(sys.stdin)
    try:
        pass_on(options.command, options.rate, options.delay)
    finally:
        termios.tcsetattr(sys.stdin, termios.TCSADRAIN, before)


def pass_on(command: Sequence[str], rate: float, delay: float) -> None:
    """Run a program at the far end of a line."""
    size = ioctl(sys.stdin, termios.TIOCGWINSZ, bytes(8))
    # The terminal is the program's own, so that it ends when the line is cut, by whatever this one is ended.
    program, master = pty.fork()
    if program == 0:
        ioctl(0, termios.TIOCSWINSZ, size)
        os.execvp(command[0], list(command))
    typed, drawn = Line(rate, delay), Line(rate, delay)
    try:
        while True:
            waits = [wait for wait in (typed.wait, drawn.wait) if wait is not None]
            for readable in select.select([sys.stdin, master], [], [], min(waits, default=None))[0]:
                if readable is sys.stdin:
                    typed.put(os.read(0, 1 << 16))
                else:
                    drawn.put(os.read(master, 1 << 16))
            os.write(master, typed.arrived())
            os.write(1, drawn.arrived())
    except OSError:
        # The program has ended, or the terminal.
        pass
    finally:
        os.close(master)
        os.waitpid(program, 0)


if __name__ == "__main__":
    main()
