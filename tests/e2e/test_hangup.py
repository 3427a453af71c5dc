"""A terminal that goes away without telling the program, as under `nohup` or another program's window."""

import os
import pty
import select
import subprocess
import sys
import termios
import time
from pathlib import Path

from tests.e2e.terminal import PATIENCE


def _painted(terminal: int, words: bytes) -> None:
    seen, until = b"", time.monotonic() + PATIENCE
    while words not in seen:
        assert time.monotonic() < until, seen
        if select.select([terminal], [], [], 0.2)[0]:
            seen += os.read(terminal, 65536)


def test_the_explorer_ends_with_its_terminal(demo_home: Path) -> None:
    ours, its = pty.openpty()
    termios.tcsetwinsize(its, (24, 80))
    environment = {**os.environ, "TERM": "xterm-256color", "MORGUE_HOME": str(demo_home)}
    # In a session of its own, of which the terminal knows nothing, it is sent no signal.
    with subprocess.Popen(
        [sys.executable, "-m", "tui", "demo"],
        stdin=its,
        stdout=its,
        stderr=its,
        start_new_session=True,
        env=environment,
    ) as explorer:
        os.close(its)
        try:
            _painted(ours, b"morgue")
        finally:
            os.close(ours)
        try:
            assert explorer.wait(PATIENCE) == 0
        finally:
            explorer.kill()
