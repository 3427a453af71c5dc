"""The program `morgue`, also as `python -m tui`."""

import sys


def main() -> None:
    """Run the command line of this process and exit with its status."""
    from tui.commands.running import run

    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
