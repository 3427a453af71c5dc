"""`morgue serve`: the explorer in a browser on this machine."""

import argparse
import shlex
import sys
from pathlib import Path

from models.errors import MorgueError
from tui.commands.command import Command
from tui.commands.folder import add_folder
from tui.commands.plain import say

PORT = 8610
"""Where it listens unless another is asked for or another program listens there."""


def _run(args: argparse.Namespace) -> int:
    from index.demo import demo_folder
    from index.folders import check_folder
    from tui.serving.server import PageServer, bind

    check_folder(args.folder)
    try:
        bound = bind(PORT if args.port is None else args.port)
    except OSError as error:
        if args.port is not None:
            raise MorgueError(
                f"Port {args.port} cannot be used: {error.strerror}.", "Choose another, or leave --port out."
            ) from error
        bound = bind(0)
    bundled = args.folder == demo_folder()
    named = "demo" if bundled else str(args.folder.resolve())
    with bound:
        # In the place of the shell, so that ending the shell ends it.
        command = f"exec {shlex.join([sys.executable, '-P', '-m', 'tui', named])}"
        server = PageServer(command, f"{Path(named).name} · Morgue", bound.getsockname()[1])
        server.listen(bound, lambda: _tell(server.guard.address))
    say("Stopped.")
    return 0


def _tell(address: str) -> None:
    say("Open this address in a browser on this machine. Whoever has it can read the folder:")
    say()
    # Whole, on a line of its own, so that it can be clicked and copied.
    print(f"  {address}", flush=True)
    say()
    say("Each page that is open runs an explorer of its own. Ctrl+C stops them all.")
    sys.stdout.flush()


def _port(text: str) -> int:
    number = int(text)
    if not 0 <= number <= 65535:
        raise argparse.ArgumentTypeError("must be a port from 1 to 65535, or 0 for any free one")
    return number


_port.__name__ = "port"


def _arguments(parser: argparse.ArgumentParser) -> None:
    add_folder(parser)
    parser.add_argument(
        "--port", type=_port, metavar="N", help=f"listen there; {PORT} or else a free one without it"
    )


COMMAND = Command(
    name="serve",
    usage="serve FOLDER [--port N]",
    summary="Show the explorer in a browser on this machine",
    about="Only this machine is answered, and only who has the address that is printed. Nothing is loaded from "
    "elsewhere, so it works without a network.",
    examples=("morgue serve clippings", "morgue serve demo --port 8700"),
    arguments=_arguments,
    run=_run,
)
