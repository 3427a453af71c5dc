"""`morgue completion`: has the shell complete commands, options and folders."""

import argparse
import sys

from tui.commands.command import Command

_SHELLS = ("bash", "zsh", "fish")


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("shell", choices=_SHELLS)


def _run(args: argparse.Namespace) -> int:
    from tui.commands.registry import COMMANDS
    from tui.commands.shells import SHELLS, completions

    sys.stdout.write(SHELLS[args.shell](completions(COMMANDS)))
    return 0


COMMAND = Command(
    name="completion",
    usage="completion bash|zsh|fish",
    summary="Print a script that has a shell complete commands and folders",
    about="For bash and zsh, have the shell's own configuration read it at the start (~/.bashrc, ~/.zshrc); for fish, "
    "keep it as a file.",
    examples=(
        "source <(morgue completion bash)",
        "source <(morgue completion zsh)",
        "morgue completion fish > ~/.config/fish/completions/morgue.fish",
    ),
    arguments=_arguments,
    run=_run,
)
