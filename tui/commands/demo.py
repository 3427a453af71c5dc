"""`morgue demo`: the explorer on the articles that come with Morgue."""

import argparse

from tui.commands.command import Command


def _arguments(_parser: argparse.ArgumentParser) -> None:
    pass


def _run(_args: argparse.Namespace) -> int:
    from index.demo import demo_folder
    from tui.explorer import explore

    explore(demo_folder(), bundled=True)
    return 0


COMMAND = Command(
    name="demo",
    usage="demo",
    summary="Open the explorer on a bundled collection of invented articles",
    about="It shows everything in a minute. Other commands take the same collection as the folder `demo`: "
    "`morgue index demo`, then `morgue search demo drills`.",
    examples=("morgue demo",),
    arguments=_arguments,
    run=_run,
)
