"""Rarities, in small and in large collections."""

from pathlib import Path

import pytest

from index.nearby import ranking
from index.nearby.ranking import rarity, steady_rarity
from index.nearby.shelf import shelf_of
from tests.index.libraries import MemoryLibrary, article

STORY = [
    article(f"{n}.txt", f"The dam above Orvane burst, and the {word} left the valley by the bridge.")
    for n, word in enumerate(["bakers", "smiths", "tailors", "coopers"])
]


def test_a_word_of_the_only_story_weighs_as_it_would_among_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    snapshot = MemoryLibrary(tmp_path, STORY).snapshot
    assert steady_rarity(snapshot, "dam") > 10 * rarity(snapshot, "dam")
    monkeypatch.setattr(ranking, "LEAST_PASSAGES", snapshot.rows)
    assert steady_rarity(snapshot, "dam") == rarity(snapshot, "dam")


def test_articles_of_the_only_story_are_alike(tmp_path: Path) -> None:
    library = MemoryLibrary(tmp_path, STORY)
    shelf = shelf_of(library)
    first, second = shelf.open(library, 1), shelf.open(library, 2)
    assert first is not None
    assert second is not None
    assert shelf.likeness(library, first, second) > 0.5
