"""`morgue copies`: groups of near-identical articles."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import TYPE_CHECKING

from tui.commands.command import Command
from tui.commands.folder import add_folder
from tui.commands.opening import indexed
from tui.commands.plain import say
from tui.commands.streams import put

if TYPE_CHECKING:
    from index.collection import Collection
    from models.related import CopyGroup
    from models.version import Version


def _arguments(parser: argparse.ArgumentParser) -> None:
    add_folder(parser)
    parser.add_argument("--json", action="store_true", help="one JSON object a group")


def _run(args: argparse.Namespace) -> int:
    with indexed(args.folder) as collection:
        groups = collection.copies()
        if args.json:
            for group in groups:
                put({"articles": group.articles, "earliest": group.earliest})
            return 0
        if not groups:
            say("No two articles of this folder are nearly the same.")
        for number, group in enumerate(groups, start=1):
            _print(collection, number, group)
            say()
        if any(len(group.versions) > 1 for group in groups):
            say("Alike: the share of runs of four words that a version and the first one have in common.")
    return 0


def _print(collection: Collection, number: int, group: CopyGroup) -> None:
    from models.key import ArticleKey

    first, versions = group.versions[0], group.versions
    if len(versions) > 1:
        versions = collection.versions(ArticleKey(first.path, first.part), likeness=True)
    margin = len(f"{number}. ")
    say(f"{number}. {first.title or '(no headline)'}", hanging=margin)
    say(_counts(versions), indent=margin)
    for version in versions:
        say(_source(version, first), indent=margin, hanging=margin + 3)
        if version.title and version.title != first.title:
            say(f"“{version.title}”", indent=margin + 3)
        for path in version.paths:
            say(path, indent=margin + 3)


def _counts(versions: Sequence[Version]) -> str:
    if len(versions) == 1:
        return f"One article, saved {len(versions[0].paths)} times:"
    undated = sum(version.published is None for version in versions)
    return f"{len(versions)} versions{f', {undated} undated' if undated else ''}:"


def _source(version: Version, first: Version) -> str:
    """As "29 Jul 2021 · Evening Post · 82% alike"."""
    from tui.text.dates import short_date

    parts = [short_date(version.published), version.outlet or "outlet unknown"]
    if version.earliest:
        parts.append("earliest")
    if (version.path, version.part) != (first.path, first.part) and version.likeness is not None:
        parts.append(f"{version.likeness:.0%} alike")
    return " · ".join(parts)


COMMAND = Command(
    name="copies",
    usage="copies FOLDER [--json]",
    summary="List near-identical articles of an indexed folder, in groups",
    about="Wire stories that several outlets printed, mostly, and articles that were saved twice. The earliest comes "
    "first, the undated last; it is called the earliest where the dates tell.",
    examples=("morgue copies clippings",),
    arguments=_arguments,
    run=_run,
)
