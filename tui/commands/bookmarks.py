"""`morgue bookmarks`: list the kept quotes, write them in a format of other programs, or read them from one."""

from __future__ import annotations

import argparse
import sys
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from models.errors import BookmarksUnavailable, MorgueError
from tui.commands.command import Command
from tui.commands.folder import folder_named
from tui.commands.opening import indexed, own_bookmarks
from tui.commands.plain import counted, say, source_line
from tui.commands.streams import MisuseError, note

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from index.bookmarks import Bookmarks
    from index.collection import Collection
    from index.exporting import Format
    from models.article import Article
    from models.bookmark import Bookmark, Entry
    from models.key import ArticleKey
    from models.ruling import Ruling

FORMATS = ("md", "csl", "bibtex", "ris", "w3c", "csv")
"""The formats of `index.exporting`, which is too heavy to ask for them here."""


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("action", choices=("list", "export", "import"), help="what to do")
    parser.add_argument("file", metavar="FILE", nargs="?", type=Path, help="for import: the annotations")
    parser.add_argument(
        "--format", choices=FORMATS, help="for export (what the end of the file's name says, else md)"
    )
    parser.add_argument(
        "--folder",
        metavar="FOLDER",
        type=folder_named,
        help="only what was kept from this folder; for import, where the annotated articles are",
    )
    parser.add_argument(
        "--output", metavar="FILE", type=Path, help="for export: a file instead of standard output"
    )


def _run(args: argparse.Namespace) -> int:
    if args.action != "export" and (args.format or args.output):
        args.parser.error("--format and --output belong to export")
    if (args.action == "import") != bool(args.file):
        args.parser.error("FILE belongs to import, which needs it")
    match args.action:
        case "import":
            return _import(args.file, args.folder)
        case "export":
            return _export(args)
    return _list(args.folder)


def _list(folder: Path | None) -> int:
    from models.bookmark import Bookmark

    with own_bookmarks() as bookmarks:
        entries = _looked_at(bookmarks.outline(folder), bookmarks)
    for entry in entries:
        if isinstance(entry, Bookmark):
            _print(entry)
        else:
            say(f"{' '.join(entry.text.split())}:")
            say()
    kept = sum(isinstance(entry, Bookmark) for entry in entries)
    say(f"{counted(kept, 'bookmark')}{' from this folder' if folder else ''}.")
    return 0


def _print(bookmark: Bookmark) -> None:
    from index.attribution import attribution_kept
    from index.exporting.source import missed

    said = attribution_kept(bookmark)
    say(said.spoken(" ".join(bookmark.anchor.exact.split())))
    told = [said.told, bookmark.note, " ".join(f"#{tag}" for tag in bookmark.tags), missed(bookmark)]
    for line in filter(None, told):
        say(line, indent=2)
    citation = bookmark.citation
    place = str(Path(bookmark.folder) / bookmark.path)
    say(source_line(citation.outlet, citation.published, place), indent=2)
    say()


def _export(args: argparse.Namespace) -> int:
    from index.exporting import export

    with own_bookmarks() as bookmarks:
        entries = _looked_at(bookmarks.outline(args.folder), bookmarks)
    _write(export(entries, args.format or _format_of(args.output)), args.output)
    return 0


def _looked_at(entries: Sequence[Entry], kept: Bookmarks) -> list[Entry]:
    """Entries, the bookmarks among them with what is known of their words and speakers, where folders are indexed."""
    from index.bookmarks.orphans import looked_at
    from index.bookmarks.speakers import known_speakers, with_known
    from models.bookmark import Bookmark

    found: dict[int, Bookmark] = {}
    quotes = [entry for entry in entries if isinstance(entry, Bookmark)]
    for folder in dict.fromkeys(quote.folder for quote in quotes):
        held = [quote for quote in quotes if quote.folder == folder]
        rulings = kept.rulings(Path(folder))
        # Of a folder that is away nothing is known; what was kept can be written all the same.
        with suppress(MorgueError), indexed(Path(folder)) as collection:
            speakers = known_speakers(held, collection.article, collection)
            looked = looked_at(held, _reading(collection, rulings))
            found |= {number: with_known(quote, speakers) for number, quote in looked.items()}
    return [found.get(entry.id, entry) if isinstance(entry, Bookmark) else entry for entry in entries]


def _reading(collection: Collection, rulings: tuple[Ruling, ...]) -> Callable[[ArticleKey], Article]:
    """Gives articles as the reader sees them."""
    return lambda key: collection.article_as_ruled(key, rulings).article


def _format_of(output: Path | None) -> Format:
    """What the end of a file's name says; Markdown where it says nothing."""
    from index.exporting import ENDINGS

    return ENDINGS.get(output.suffix.lower(), "md") if output else "md"


def _import(file: Path, folder: Path | None) -> int:
    from index.importing import place_annotations, read_annotations

    annotations, problems = read_annotations(file)
    if folder is None and any(one.kept is None for one in annotations):
        raise MisuseError(
            "These annotations do not say in which folder their articles are.", "--folder FOLDER says it."
        )
    with ExitStack() as opened:
        collection = opened.enter_context(indexed(folder)) if folder else None
        placed = list(place_annotations(annotations, folder, collection))
    with own_bookmarks() as bookmarks:
        added = bookmarks.add_all([one.bookmark for one in placed])
    for problem in problems:
        note(f"{file.name}, annotation {problem.number}: {problem.why}; it was left out.")
    for one in placed:
        if one.lost:
            note(f"{file.name}, annotation {one.number}: {one.lost}; it is kept as an orphan.")
    here = len(placed) - added
    say(f"{counted(added, 'bookmark')} added; {here:,} {'was' if here == 1 else 'were'} here already.")
    if lost := sum(1 for one in placed if one.lost):
        say(
            f"{lost:,} of them {'is an orphan' if lost == 1 else 'are orphans'}: `B` in the explorer shows them first."
        )
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
    usage="bookmarks list|export|import [FILE] [--format FORMAT] [--folder FOLDER] [--output FILE]",
    summary="List the quotes you kept, export them, or import annotations",
    about="list shows them, in the order that you gave them, under your headings. Where the folder is indexed it "
    "says, as every export does, which quotes their articles no longer have, and which speakers may be one of several "
    "people of that name.\n\n"
    "export writes them in that order, each with a link that `morgue open` follows. Formats: md "
    "(Markdown), csl (CSL-JSON for Zotero and pandoc), bibtex, ris, w3c (Web Annotations), csv.\n\n"
    "import reads Web Annotations, Morgue's own or Hypothesis', and finds their words in the articles of FOLDER; what "
    "it cannot place is kept and said.",
    examples=(
        "morgue bookmarks list --folder clippings",
        "morgue bookmarks export --format md --output quotes.md",
        "morgue bookmarks import annotations.json --folder clippings",
    ),
    arguments=_arguments,
    run=_run,
)
