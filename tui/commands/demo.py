"""`morgue demo`: the explorer on the articles that come with Morgue."""

import argparse

from tui.commands.command import Command
from tui.commands.explore import add_ways


def _run(args: argparse.Namespace) -> int:
    from index.demo import demo_folder
    from tui.explorer import explore

    explore(demo_folder(), bundled=True, plain=args.plain, fresh=args.fresh)
    return 0


COMMAND = Command(
    name="demo",
    usage="demo",
    summary="Open the explorer on a bundled collection of invented articles",
    about="It shows everything in a minute. Other commands take the same collection as the folder `demo`: "
    "`morgue index demo`, then `morgue search demo drills`.",
    examples=("morgue demo",),
    arguments=add_ways,
    run=_run,
)
