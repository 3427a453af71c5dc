"""The keys by which the pictures are taken still lead to what they show."""

import asyncio
from pathlib import Path

import pytest

from tests.pages.page import DOCS
from tests.pictures import SCENES, small, take
from tests.tui.looking import screen_text


@pytest.mark.parametrize("name", SCENES)
def test_a_scene_shows_what_it_is_to_show(
    name: str, demo_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MORGUE_HOME", str(demo_home))
    screen = asyncio.run(take(SCENES[name], screen_text))
    assert [words for words in SCENES[name].shows if words not in screen] == []


@pytest.mark.parametrize("name", SCENES)
def test_a_picture_is_there_and_small(name: str) -> None:
    """`uv run python -m tests.pictures` takes those that are missing."""
    picture = (DOCS / f"{name}.svg").read_text(encoding="utf-8")
    assert len(picture) < 120_000
    assert "url(http" not in picture
    # Rich writes blanks so that they are kept.
    shown = picture.replace("&#160;", " ").replace("&amp;", "&")
    assert SCENES[name].shows[-1] in shown


def test_words_that_stand_apart_are_set_apart() -> None:
    text = '<text class="terminal-7-r1" x="12.2" y="44.4" textLength="134.2" clip-path="url(#terminal-7-line-1)">'
    assert small(f"{text}&#160;two&#160;words&#160;&#160;</text>") == (
        '<text class="r1" x="24.4" y="44.4" textLength="109.8">two&#160;words</text>'
    )
    assert small(f"{text}one&#160;&#160;&#160;&amp;</text>") == (
        '<text class="r1" x="12.2" y="44.4" textLength="36.6">one</text>'
        '<text class="r1" x="85.4" y="44.4" textLength="12.2">&amp;</text>'
    )
