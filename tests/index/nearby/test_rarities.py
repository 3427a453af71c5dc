from pathlib import Path

import pytest

from index.nearby import rarities as module
from index.nearby.ranking import rarity
from index.nearby.rarities import rarities
from tests.index.libraries import FILLER, MemoryLibrary


def test_they_are_those_of_the_ranking_however_many_are_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    snapshot = MemoryLibrary(tmp_path, FILLER).snapshot
    monkeypatch.setattr(module, "_KEPT", 2)
    known = rarities(snapshot)
    assert rarities(snapshot) is known
    for stem in ("tulip", "season", "nowher", "tulip", "wall"):
        assert known[stem] == rarity(snapshot, stem)
    assert len(known) <= 2
