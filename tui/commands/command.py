"""What a command is: a name, words about it, its arguments, and what it does."""

import argparse
import re
import textwrap
from collections.abc import Callable, Sequence
from typing import NamedTuple

STOPPED = 130
"""The exit status of a program that the reader stopped: 128 and the number of SIGINT."""


class Command(NamedTuple):
    """One command of `morgue`.

    Attributes:
        name: As typed.
        usage: Its arguments as the list of commands shows them.
        summary: One line, without a full stop.
        about: Some sentences for its own help, in paragraphs apart by an empty line.
        examples: Command lines as one would type them.
        arguments: Adds the arguments to a parser.
        run: Does it; returns the exit status. Raises MorgueError for what a person can be told.
        prepared: The words of a command line as its parser is to have them.
    """

    name: str
    usage: str
    summary: str
    about: str
    examples: tuple[str, ...]
    arguments: Callable[[argparse.ArgumentParser], None]
    run: Callable[[argparse.Namespace], int]
    prepared: Callable[[Sequence[str]], list[str]] = list

    def parser(self) -> argparse.ArgumentParser:
        """The parser of this command's arguments."""
        parser = argparse.ArgumentParser(
            prog=f"morgue {self.name}",
            description="\n\n".join(
                textwrap.fill(text, 78) for text in f"{self.summary}.\n\n{self.about}".split("\n\n")
            ),
            epilog="\n".join(
                [f"example{'s' * (len(self.examples) > 1)}:", *(f"  {line}" for line in self.examples)]
            ),
            formatter_class=argparse.RawDescriptionHelpFormatter,
            allow_abbrev=False,
        )
        self.arguments(parser)
        parser.set_defaults(parser=parser)
        return parser


_LEFT_OUT = re.compile(r"-(?!h?$)[^-]")


def left_out_kept(arguments: Sequence[str]) -> list[str]:
    """The arguments, with a space before each word that a query leaves out, such as "-herald".

    Without it argparse takes the word for options of one letter; all but -h of a command that asks a query have two
    minus signs.
    """
    return [f" {word}" if _LEFT_OUT.match(word) else word for word in arguments]


def positive(text: str) -> int:
    """A whole number from 1 up, for argparse."""
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("must be 1 or more")
    return number


positive.__name__ = "whole number"
