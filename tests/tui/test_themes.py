import re
from itertools import combinations
from pathlib import Path

import pytest
from textual.color import Color
from textual.theme import BUILTIN_THEMES, Theme

import tui
from models.kind import NAME_KINDS
from tui.inks import LEGIBLE, contrast, inks
from tui.themes import DARK, LIGHT, fitting, names

ALL = [DARK, LIGHT, *(theme for theme in BUILTIN_THEMES.values() if not theme.ansi)]
GROUNDS = ("ink-row", "ink-row-away", "ink-landing")
"""What other inks stand on."""
APART = ("ink-rule", "ink-hit", "ink-hit-ground", "ink-focus", "ink-focus-ground")
"""Inks that are no text, or that stand on a ground of their own."""

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


@pytest.mark.parametrize("theme", ALL, ids=lambda theme: theme.name)
def test_every_ink_can_be_read_on_every_ground_of_every_theme(theme: Theme) -> None:
    colours, found = theme.to_color_system().generate(), inks(theme)
    grounds = [Color.parse(colours[name]) for name in ("background", "surface", "panel")]
    grounds += [Color.parse(found[name]) for name in GROUNDS]
    for name, value in found.items():
        if name not in {*GROUNDS, *APART}:
            assert min(contrast(Color.parse(value), ground) for ground in grounds) >= LEGIBLE, name


@pytest.mark.parametrize("theme", ALL, ids=lambda theme: theme.name)
def test_a_hit_and_the_focus_can_be_read_and_stand_out(theme: Theme) -> None:
    found = {name: Color.parse(value) for name, value in inks(theme).items()}
    background = Color.parse(theme.to_color_system().generate()["background"])
    for name in ("hit", "focus"):
        assert contrast(found[f"ink-{name}"], found[f"ink-{name}-ground"]) >= LEGIBLE
    assert contrast(found["ink-focus-ground"], background) >= LEGIBLE


def test_all_themes_have_the_same_inks() -> None:
    few = inks(Theme(name="few", primary="ansi_blue", ansi=True))
    assert {frozenset(inks(theme)) for theme in ALL} == {frozenset(few)}


def test_contrast_is_that_of_the_guidelines() -> None:
    assert contrast(Color.parse("#000000"), Color.parse("#ffffff")) == pytest.approx(21)
    assert contrast(Color.parse("#777777"), Color.parse("#ffffff")) == pytest.approx(4.48, abs=0.01)


def test_ours_come_first_and_the_terminals_own_colours_last() -> None:
    assert names()[:2] == ["morgue-dark", "morgue-light"]
    assert names()[-2:] == ["ansi-dark", "ansi-light"]
    assert set(BUILTIN_THEMES) < set(names())


def test_few_colours_are_the_terminals_own() -> None:
    assert fitting("nord", few=True) == "ansi-dark"
    assert fitting("ansi-light", few=True) == "ansi-light"
    assert fitting("nord", few=False) == "nord"
