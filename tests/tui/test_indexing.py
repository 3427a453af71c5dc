import os
from pathlib import Path

import pytest

from tui.indexing import Indexer


async def test_a_child_reads_the_folder_and_says_how_far_it_has_got(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MORGUE_HOME", str(tmp_path / "home"))
    folder = tmp_path / "clippings"
    folder.mkdir()
    (folder / "fog.txt").write_text(
        "Fog closes the port\n\nThe pilots of Tolva waited until noon.\n", encoding="utf-8"
    )
    indexer = Indexer(folder)
    searchable = []
    async for progress in indexer.run():
        if progress.stage == "done":
            searchable.append(progress.searchable)
            (folder / "ice.txt").write_text("Ice closes the port\n\nThe pilots of Tolva went home.\n")
            if progress.searchable == 2:
                indexer.stop()
    assert searchable[0] == 1
    assert searchable[-1] == 2, "what is saved later is read too"


async def test_a_child_that_cannot_read_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MORGUE_HOME", str(tmp_path / "home"))
    steps = [progress async for progress in Indexer(tmp_path / "missing").run()]
    assert steps[-1].stage == "failed"
    assert steps[-1].message


async def test_a_child_asked_to_stop_ends(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MORGUE_HOME", str(tmp_path / "home"))
    folder = tmp_path / "clippings"
    folder.mkdir()
    for number in range(300):
        (folder / f"{number}.txt").write_text(
            f"Fog {number}\n\nThe pilots of Tolva waited.\n", encoding="utf-8"
        )
    indexer = Indexer(folder)
    stages = []
    async for progress in indexer.run():
        stages.append(progress.stage)
        if not indexer._asked:
            assert indexer._child is not None
            child = os.getpriority(os.PRIO_PROCESS, indexer._child.pid)
            assert child == min(19, os.getpriority(os.PRIO_PROCESS, 0) + 10), "the keys go first"
        indexer.stop()
    assert stages[-1] in {"stopped", "done"}
