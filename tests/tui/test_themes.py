import re
from itertools import combinations
from pathlib import Path

import pytest
from textual.color import Color
from textual.theme import Theme

import tui
from models.kind import NAME_KINDS
from tui.themes import DARK, LIGHT, inks

KINDS = sorted(kind.value.lower() for kind in NAME_KINDS)
_STYLES = (Path(tui.__file__).parent / "inks.tcss").read_text(encoding="utf-8")
_APART = 30
"""Of 441, the distance of black and white; two inks closer than this look the same beside each other."""


def _weight(ink: str) -> frozenset[str]:
    rule = re.search(rf"\.ink--{ink} {{(.*)}}", _STYLES)
    assert rule is not None
    style = re.search(r"text-style: ([a-z ]+)", rule[1])
    return frozenset(style[1].split()) if style else frozenset()


def test_without_colour_the_kinds_of_names_differ_from_each_other_and_from_plain_text() -> None:
    weights = [_weight(kind) for kind in (*KINDS, "figure")]
    assert len(set(weights)) == len(weights)
    assert frozenset() not in weights


def test_in_sixteen_colours_each_kind_has_one_of_its_own() -> None:
    few = inks(Theme(name="few", primary="ansi_blue", ansi=True))
    assert len({few[f"ink-{kind}"] for kind in KINDS}) == len(KINDS)


@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=lambda theme: theme.name)
def test_no_two_kinds_have_nearly_the_same_colour(theme: Theme) -> None:
    colours = {kind: Color.parse(inks(theme)[f"ink-{kind}"]) for kind in (*KINDS, "figure")}
    for (one, first), (other, second) in combinations(colours.items(), 2):
        apart = sum((a - b) ** 2 for a, b in zip(first.rgb, second.rgb, strict=True)) ** 0.5
        assert apart > _APART, (one, other)


@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=lambda theme: theme.name)
def test_every_kind_can_be_read_on_the_ground(theme: Theme) -> None:
    assert theme.background is not None
    ground = Color.parse(theme.background)
    for kind in KINDS:
        assert _contrast(Color.parse(inks(theme)[f"ink-{kind}"]), ground) >= 4.5, kind


def _contrast(one: Color, other: Color) -> float:
    """As WCAG 2 has it; text needs 4.5."""

    def luminance(colour: Color) -> float:
        channels = [c / 255 for c in colour.rgb]
        linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)
