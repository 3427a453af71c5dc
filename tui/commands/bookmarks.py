"""`morgue bookmarks`: list the kept quotes, or write them in a format of other programs."""

import argparse
import sys
from pathlib import Path

from models.errors import BookmarksUnavailable
from tui.commands.command import Command
from tui.commands.folder import folder_named
from tui.commands.opening import own_bookmarks
from tui.commands.plain import counted, say, source_line

FORMATS = ("md", "csl", "bibtex", "ris", "w3c", "csv")
"""The formats of `index.exporting`, which is too heavy to ask for them here."""


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("action", choices=("list", "export"))
    parser.add_argument("--format", choices=FORMATS, help="what to export to (md)")
    parser.add_argument(
        "--folder", metavar="FOLDER", type=folder_named, help="only what was kept from this folder"
    )
    parser.add_argument(
        "--output", metavar="FILE", type=Path, help="write to a file instead of standard output"
    )


def _run(args: argparse.Namespace) -> int:
    exporting = args.action == "export"
    if not exporting and (args.format or args.output):
        args.parser.error("--format and --output belong to export")
    with own_bookmarks() as bookmarks:
        kept = bookmarks.list(args.folder)
    if exporting:
        from index.exporting import export

        _write(export(kept, args.format or "md"), args.output)
        return 0
    for bookmark in kept:
        say(" ".join(bookmark.anchor.exact.split()))
        told = [bookmark.speaker or "", bookmark.note, " ".join(f"#{tag}" for tag in bookmark.tags)]
        for line in filter(None, told):
            say(line, indent=2)
        citation = bookmark.citation
        place = str(Path(bookmark.folder) / bookmark.path)
        say(source_line(citation.outlet, citation.published, place), indent=2)
        say()
    say(f"{counted(len(kept), 'bookmark')}{' from this folder' if args.folder else ''}.")
    return 0


def _write(text: str, output: Path | None) -> None:
    if output is None:
        sys.stdout.write(text)
        return
    try:
        output.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise BookmarksUnavailable(
            f"{output} cannot be written: {error.strerror}.", "Choose another name or folder."
        ) from error


COMMAND = Command(
    name="bookmarks",
    usage="bookmarks list|export [--format FORMAT] [--folder FOLDER] [--output FILE]",
    summary="List the quotes you kept, or export them",
    about="Formats: md (Markdown), csl (CSL-JSON for Zotero and pandoc), bibtex, ris, w3c (Web Annotations), csv.",
    examples=(
        "morgue bookmarks list --folder clippings",
        "morgue bookmarks export --format md --output quotes.md",
    ),
    arguments=_arguments,
    run=_run,
)
