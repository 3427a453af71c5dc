"""`morgue names`: what an indexed folder's articles name, under which names, and what the reader decided about it."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from tui.commands.command import Command
from tui.commands.folder import add_folder
from tui.commands.opening import indexed, own_bookmarks
from tui.commands.plain import counted, say
from tui.commands.streams import MisuseError, objects, put

if TYPE_CHECKING:
    from collections.abc import Sequence

    from models.decision import NameDecision
    from models.entity import Entity, Suggestion


def _arguments(parser: argparse.ArgumentParser) -> None:
    add_folder(parser)
    parser.add_argument("--json", action="store_true", help="one JSON object for each thing that is named")
    ways = parser.add_mutually_exclusive_group()
    ways.add_argument(
        "--decisions", action="store_true", help="what you decided instead, as JSON, one decision a line"
    )
    ways.add_argument(
        "--decide",
        metavar="FILE",
        help="decide what FILE says, or - for input: lines as --decisions writes them",
    )
    ways.add_argument(
        "--forget-decision",
        type=int,
        metavar="N",
        help="take back what you decided on line N of --decisions, however long ago",
    )


def _run(args: argparse.Namespace) -> int:
    if args.decide is not None:
        said = [_decision(value) for value in objects(args.decide, says=str)]
        with own_bookmarks() as bookmarks, indexed(args.folder) as collection:
            for decision in said:
                bookmarks.decide(args.folder, [decision])
            collection.heed()
        say(f"{counted(len(said), 'decision')} taken.")
    elif args.forget_decision is not None:
        with own_bookmarks() as bookmarks, indexed(args.folder) as collection:
            said = list(bookmarks.decisions(args.folder))
            if not 0 < args.forget_decision <= len(said):
                raise MisuseError(
                    f"There is no decision {args.forget_decision}: --decisions lists {counted(len(said), 'line')}."
                )
            gone = said[args.forget_decision - 1]
            bookmarks.take_back(args.folder, [gone])
            collection.heed()
        say(f"Took back that {gone.words}.")
    elif args.decisions:
        with own_bookmarks() as bookmarks:
            for decision in bookmarks.decisions(args.folder):
                put(decision.model_dump(mode="json"))
    else:
        with indexed(args.folder) as collection:
            for entity in collection.entities():
                if args.json:
                    suggestions = collection.suggestions(entity)
                    put(
                        entity.model_dump(mode="json")
                        | {"suggestions": [one.model_dump(mode="json") for one in suggestions]}
                    )
                else:
                    _tell(entity, collection.suggestions(entity))
    return 0


def _decision(value: object) -> NameDecision:
    from pydantic import ValidationError

    from models.decision import NameDecision

    try:
        return NameDecision.model_validate(value)
    except ValidationError as error:
        what = "; ".join(f"{'.'.join(map(str, e['loc']))}: {e['msg']}" for e in error.errors()[:3])
        raise MisuseError(f"A line of the input is not a decision ({what}).") from error


_KINDS = {
    "PERSON": "person",
    "ORG": "organisation",
    "PLACE": "place",
    "NORP": "people",
    "EVENT": "event",
}


def _tell(entity: Entity, suggestions: Sequence[Suggestion]) -> None:
    say(f"{entity.name} · {_KINDS.get(entity.kind, 'name')} · {counted(entity.articles, 'article')}")
    for alias in entity.aliases:
        if alias.reason is not None:
            sure = "" if alias.confidence == "certain" else f" ({alias.confidence})"
            say(f"{alias.shown}: {alias.reason}{sure}", indent=2, hanging=4)
    for other in suggestions:
        against = f"; but {other.against}" if other.against else ""
        say(f"may be the same as {other.name}: {other.reason}{against}", indent=2, hanging=4)


COMMAND = Command(
    name="names",
    usage="names FOLDER [--json] [--decisions | --decide FILE | --forget-decision N]",
    summary="List the names in articles, with aliases and why they are one",
    about="Those in the most articles first. What you decide on a name's card in the explorer is kept with your "
    "bookmarks, and so in `morgue backup`; --decisions writes it for other programs and other folders, and "
    "--forget-decision takes one back.",
    examples=("morgue names clippings", "morgue names clippings --decisions > decisions.jsonl"),
    arguments=_arguments,
    run=_run,
)
