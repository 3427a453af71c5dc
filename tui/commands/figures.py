"""`morgue figures`: figures elsewhere that count the same as a given one."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from models.errors import MorgueError
from tui.commands.command import Command
from tui.commands.folder import add_folder
from tui.commands.opening import indexed, known_article
from tui.commands.plain import say, source_line
from tui.commands.streams import add_batch, note, objects, put

if TYPE_CHECKING:
    from index.collection import Collection
    from models.annotation import Figure
    from models.related import ComparableFigure


def _arguments(parser: argparse.ArgumentParser) -> None:
    add_folder(parser)
    parser.add_argument(
        "sentence", metavar="SENTENCE", nargs="*", help="a sentence with a figure, as it is written"
    )
    parser.add_argument(
        "--from", dest="source", metavar="PATH", default="", help="the article that it is from"
    )
    parser.add_argument(
        "--figure", metavar="NUMBER", default="", help="which of its figures is meant (the first)"
    )
    parser.add_argument("--json", action="store_true", help="one JSON object a figure")
    add_batch(parser, '{"id","from","sentence","figure","start"}')


def _run(args: argparse.Namespace) -> int:
    if bool(args.batch) == bool(args.sentence and args.source):
        args.parser.error("give a SENTENCE --from PATH, or --batch FILE")
    fields = {"id": object, "from": str, "sentence": str, "figure": str, "start": int}
    with indexed(args.folder) as collection:
        for asked in objects(args.batch, **fields) if args.batch else [_by_hand(collection, args)]:
            found = _comparable(collection, asked)
            if args.json:
                put({"id": asked["id"], "comparable": [_as_json(row) for row in found]})
            else:
                _print(asked, found)
    return 0


def _by_hand(collection: Collection, args: argparse.Namespace) -> dict[str, Any]:
    """The question that a person asks without knowing where in the text the figure stands.

    Raises:
        MorgueError: There is no such article, sentence or figure.
    """
    from models.key import ArticleKey

    known_article(collection, args.source)
    found = collection.article(ArticleKey(args.source))
    sentence = " ".join(args.sentence)
    spans = places(sentence, found.article.text)
    inside = [f for f in found.annotations.figures if any(s <= f.start < e for s, e in spans)]
    figure = nearest(inside, args.figure, 0)
    if figure is None:
        raise MorgueError(
            f"{args.source} has no such sentence with a figure {args.figure}".rstrip() + ".",
            "Give its words as the article has them; dates and numbers that name something are no figures.",
        )
    return {
        "id": None,
        "from": args.source,
        "sentence": sentence,
        "figure": figure.text,
        "start": figure.start,
    }


def _comparable(collection: Collection, asked: dict[str, Any]) -> Sequence[ComparableFigure]:
    from models.key import ArticleKey

    key = ArticleKey(asked["from"], asked.get("part") or 0)
    try:
        found = collection.article(key)
    except MorgueError as error:
        note(f"morgue: {asked['id']}: {error}")
        return ()
    spans = places(asked["sentence"], found.article.text)
    figure = nearest(found.annotations.figures, asked["figure"], asked["start"], spans)
    return collection.comparable(key, figure) if figure else ()


def places(sentence: str, text: str) -> list[tuple[int, int]]:
    """Where a sentence stands in a text, whatever white space parts its words."""
    words = sentence.split()
    if not words:
        return []
    return [m.span() for m in re.finditer(r"\s+".join(map(re.escape, words)), text)]


def nearest(
    figures: Iterable[Figure], number: str, start: int, spans: Sequence[tuple[int, int]] = ()
) -> Figure | None:
    """The figure that is meant by a number as written.

    Args:
        figures: Those of the article.
        number: What the figure's text contains.
        start: The code point that it stands nearest to. It may count in a text that still has a headline or a
            byline, which cleaning took out of this one.
        spans: Where its sentence stands; a figure in one of these is meant before any other.
    """
    wanted = "".join(number.split())
    holding = [figure for figure in figures if wanted in "".join(figure.text.split())]
    inside = [figure for figure in holding if any(s <= figure.start < e for s, e in spans)]
    return min(inside or holding, key=lambda figure: abs(figure.start - start), default=None)


def _as_json(row: ComparableFigure) -> dict[str, Any]:
    in_text = row.passage > 0
    return {
        "path": row.path,
        "part": row.part,
        "passage": row.passage,
        "start": row.start if in_text else None,
        "end": row.end if in_text else None,
        "text": row.text,
        "figure": row.figure,
        "class": row.figure_class,
        "published": row.published,
        "speaker": row.speaker,
    }


def _print(asked: dict[str, Any], found: Sequence[ComparableFigure]) -> None:
    say(f"{asked['figure']}: {' '.join(asked['sentence'].split())}")
    if not found:
        say()
        say("No other figure in this folder seems to count the same.", indent=2)
    for row in found:
        say()
        say(f"{row.figure} · {row.figure_class}{f' · {row.speaker}' if row.speaker else ''}", indent=2)
        say(source_line(row.outlet, row.published, row.path), indent=2)
        say(" ".join(row.text.split()), indent=2)
    say()


COMMAND = Command(
    name="figures",
    usage="figures FOLDER SENTENCE --from PATH [--figure NUMBER] [--json] [--batch FILE]",
    summary="Compare figures with those of other articles of an indexed folder",
    about='A batch has {"id","from","sentence","figure","start"} a line: the article, the sentence, the number in it '
    "as written, and its place in the article's text.",
    examples=(
        "morgue figures clippings 'Only 38 ferries sail.' --from ferries.txt",
        "morgue figures clippings --batch figures.jsonl --json",
    ),
    arguments=_arguments,
    run=_run,
)
