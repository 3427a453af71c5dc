"""Completion for shells: what can stand where on the command line, as a script of bash, zsh or fish."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from tui.commands.command import Command

Kind = Literal["none", "words", "file", "folder"]

_FOLDERS, _FILES = {"FOLDER"}, {"FILE", "PATH"}
"""What arguments are called in the help that are names of folders, and of files."""


class Offer(NamedTuple):
    """What can stand in one place."""

    kind: Kind
    words: tuple[str, ...] = ()


class Option(NamedTuple):
    """An option of a command."""

    flag: str
    help: str
    value: Offer
    """What follows it; of kind "none" and without words for one that stands alone."""
    alone: bool


class Completion(NamedTuple):
    """What one command takes."""

    name: str
    summary: str
    options: tuple[Option, ...]
    arguments: Offer


def completions(commands: Mapping[str, Command]) -> list[Completion]:
    """What each command takes, as its parser says."""
    return [_completion(command) for command in commands.values()]


def _completion(command: Command) -> Completion:
    # argparse offers no other way to what a parser knows.
    actions = [action for action in command.parser()._actions if action.help != argparse.SUPPRESS]
    options = tuple(
        Option(action.option_strings[-1], _line(action.help), _offer(action), action.nargs == 0)
        for action in actions
        if action.option_strings
    )
    offers = [_offer(action) for action in actions if not action.option_strings]
    known = [offer for offer in offers if offer.kind != "none"]
    return Completion(command.name, command.summary, options, known[0] if known else Offer("none"))


def _offer(action: argparse.Action) -> Offer:
    if action.choices is not None:
        return Offer("words", tuple(map(str, action.choices)))
    if action.metavar in _FOLDERS:
        return Offer("folder")
    return Offer("file" if action.metavar in _FILES else "none")


def _line(text: str | None) -> str:
    return " ".join((text or "").split()).replace("%%", "%")


def bash(found: Iterable[Completion]) -> str:
    """A script for bash, from 3.2 on."""
    found = list(found)
    names = " ".join(completion.name for completion in found)
    return "\n".join(
        [
            "_morgue() {",
            "    local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]} IFS=$'\\n'",
            "    if [[ $COMP_CWORD -eq 1 ]]; then",
            f'        COMPREPLY=($(compgen -W $\'{_lined(names.split())}\' -- "$cur") $(compgen -d -- "$cur"))',
            "        return",
            "    fi",
            "    case ${COMP_WORDS[1]} in",
            *(line for completion in found for line in _bash_command(completion)),
            "    esac",
            "}",
            "complete -o filenames -F _morgue morgue",
            "",
        ]
    )


def _bash_command(completion: Completion) -> Iterator[str]:
    yield f"        {completion.name})"
    yield "            case $prev in"
    for option in completion.options:
        if not option.alone:
            yield f"                {option.flag}) COMPREPLY=({_bash_words(option.value)}); return ;;"
    yield "            esac"
    flags = _lined([option.flag for option in completion.options])
    yield "            if [[ $cur == -* ]]; then"
    yield f"                COMPREPLY=($(compgen -W $'{flags}' -- \"$cur\"))"
    yield "            else"
    yield f"                COMPREPLY=({_bash_words(completion.arguments)})"
    yield "            fi ;;"


def _bash_words(offer: Offer) -> str:
    match offer.kind:
        case "words":
            return f"$(compgen -W $'{_lined(offer.words)}' -- \"$cur\")"
        case "file":
            return '$(compgen -f -- "$cur")'
        case "folder":
            return '$(compgen -d -- "$cur")'
        case _:
            return ""


def _lined(words: Iterable[str]) -> str:
    return "\\n".join(words)


def zsh(found: Iterable[Completion]) -> str:
    """A script for zsh."""
    found = list(found)
    return "\n".join(
        [
            "#compdef morgue",
            "_morgue() {",
            "    local -a commands",
            "    commands=(",
            *(f"        {_quoted(f'{c.name}:{c.summary}')}" for c in found),
            "    )",
            "    if (( CURRENT == 2 )); then",
            "        _describe command commands",
            "        _directories",
            "        return",
            "    fi",
            "    local command=$words[2]",
            "    shift words",
            "    (( CURRENT-- ))",
            "    case $command in",
            *(f"        {c.name}) _arguments {' '.join(_zsh_arguments(c))} ;;" for c in found),
            "    esac",
            "}",
            "compdef _morgue morgue",
            "",
        ]
    )


def _zsh_arguments(completion: Completion) -> Iterator[str]:
    for option in completion.options:
        told = re.sub(r"([\[\]:])", r"\\\1", option.help)
        value = "" if option.alone else f":value:{_zsh_action(option.value)}"
        yield _quoted(f"{option.flag}[{told}]{value}")
    yield _quoted(f"*:argument:{_zsh_action(completion.arguments)}")


def _zsh_action(offer: Offer) -> str:
    match offer.kind:
        case "words":
            return f"({' '.join(offer.words)})"
        case "file":
            return "_files"
        case "folder":
            return "_directories"
        case _:
            return " "


def fish(found: Iterable[Completion]) -> str:
    """A script for fish."""
    lines = [
        "complete -c morgue -f",
        "complete -c morgue -n __fish_use_subcommand -a '(__fish_complete_directories)'",
    ]
    for completion in found:
        name = completion.name
        lines.append(
            f"complete -c morgue -n __fish_use_subcommand -a {name} -d {_quoted(completion.summary)}"
        )
        here = f"complete -c morgue -n '__fish_seen_subcommand_from {name}'"
        for option in completion.options:
            value = "" if option.alone else _fish_value(option.value)
            lines.append(f"{here} -l {option.flag.removeprefix('--')}{value} -d {_quoted(option.help)}")
        if completion.arguments.kind != "none":
            lines.append(f"{here}{_fish_value(completion.arguments, 'a')}")
    return "\n".join([*lines, ""])


def _fish_value(offer: Offer, flag: str = "xa") -> str:
    match offer.kind:
        case "words":
            return f" -{flag} {_quoted(' '.join(offer.words))}"
        case "folder":
            return f" -{flag} '(__fish_complete_directories)'"
        case "file":
            return " -F" if flag == "a" else " -rF"
        case _:
            return " -x"


def _quoted(text: str) -> str:
    """A text as one word of these shells."""
    return "'" + text.replace("'", "'\\''") + "'"


SHELLS = {"bash": bash, "zsh": zsh, "fish": fish}
"""By name: from what the commands take to a script."""
