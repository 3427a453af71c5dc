"""`morgue read`: files as articles, without an index."""

from __future__ import annotations

import argparse
import os
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tui.commands.command import Command
from tui.commands.plain import counted, say, source_line
from tui.commands.streams import note, put

if TYPE_CHECKING:
    from models.annotation import Annotations, Figure, Mention
    from models.article import Article


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("paths", metavar="PATH", nargs="+", type=Path, help="a file, or a folder of them")
    parser.add_argument("--json", action="store_true", help="one JSON object an article")


def _run(args: argparse.Namespace) -> int:
    articles, failed = _articles(args.paths)
    if args.json:
        from index.annotating import annotate_collection

        annotated = annotate_collection(
            [article.text for article in articles], [article.title for article in articles]
        )
        for article, annotations in zip(articles, annotated, strict=True):
            put(as_json(article, annotations))
    else:
        for number, article in enumerate(articles):
            if number:
                say()
            _print(article)
    return 0 if articles or not failed else 1


def _articles(paths: list[Path]) -> tuple[list[Article], int]:
    """The articles of all files, and how many files gave none; those are named on standard error."""
    from index.reading import read, walk
    from models.errors import UnreadableFile

    found: list[tuple[Path, str]] = []
    failed = 0

    def tell(name: str, problem: str) -> None:
        note(f"morgue: {name}: {problem}")

    def fail(name: str, reason: str) -> None:
        nonlocal failed
        failed += 1
        tell(name, reason)

    for path in paths:
        if os.path.isdir(path):  # noqa: PTH112 - Path.is_dir raises below a folder that may not be entered
            found.extend(walk(path, fail))
        elif _is_missing(path):
            failed += 1
            note(f"morgue: There is no file {path}.")
        else:
            found.append((path, str(path)))
    articles: list[Article] = []
    for path, name in found:
        try:
            articles.extend(read(path, name, on_problem=partial(tell, name)))
        except UnreadableFile as error:
            fail(name, str(error))
    return articles, failed


def _is_missing(path: Path) -> bool:
    try:
        path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return True
    except OSError:
        # It may be there; reading it tells what is wrong.
        return False
    return False


def as_json(article: Article, annotations: Annotations) -> dict[str, Any]:
    """An article with its annotations, as the JSON contract has it."""
    return {
        "path": article.path,
        "part": article.part,
        "title": article.title,
        "standfirst": article.standfirst,
        "outlet": article.outlet,
        "authors": article.authors,
        "published": article.published,
        "updated": article.updated,
        "url": article.url,
        "language": article.language,
        "passages": [
            {"number": p.number, "start": p.start, "end": p.end, "text": p.text} for p in article.passages
        ],
        "dropped": [{"text": line.text, "reason": line.reason} for line in article.dropped],
        **annotations_as_json(annotations),
        "title_mentions": [_mention(mention) for mention in annotations.title_mentions],
        "title_figures": [_figure(figure) for figure in annotations.title_figures],
        "found": {
            name: {"place": place, "confidence": article.confidence(name)}
            for name, place in article.found.items()
        },
    }


def annotations_as_json(annotations: Annotations) -> dict[str, Any]:
    """Mentions, quotations and figures, as the JSON contract has them."""
    return {
        "mentions": [_mention(mention) for mention in annotations.mentions],
        "quotations": [
            {
                "start": q.start,
                "end": q.end,
                "text": q.text,
                "kind": q.kind,
                "speaker": q.speaker,
                "entity": q.entity,
                "cue": q.cue,
            }
            for q in annotations.quotations
        ],
        "figures": [_figure(figure) for figure in annotations.figures],
    }


def _mention(m: Mention) -> dict[str, Any]:
    return {"start": m.start, "end": m.end, "text": m.text, "kind": m.kind, "entity": m.entity}


def _figure(f: Figure) -> dict[str, Any]:
    return {"start": f.start, "end": f.end, "text": f.text, "value": f.value, "unit": f.unit, "of": f.of}


def _print(article: Article) -> None:
    from tui.text.page import standfirst_above

    say(article.title or "(no headline)")
    say(source_line(article.outlet, article.published, article.path))
    if article.authors:
        say(f"By {', '.join(article.authors)}")
    if standfirst := standfirst_above(article):
        say()
        say(standfirst)
    for passage in article.passages:
        say()
        for line in passage.text.split("\n"):
            say(line)
    if article.dropped:
        say()
        say(
            f"({counted(len(article.dropped), 'line')} left out as not the article's; --json gives them with reasons)"
        )
    sys.stdout.flush()


COMMAND = Command(
    name="read",
    usage="read [--json] PATH...",
    summary="Show what Morgue reads in files: headline, outlet, date, text",
    about="With --json also the names, quotations and figures in them, and the lines that were left out, with reasons. "
    "Needs no index. Names that mean the same are joined over all files of one call.",
    examples=("morgue read clippings/ferries.txt", "morgue read --json clippings/ > articles.jsonl"),
    arguments=_arguments,
    run=_run,
)
