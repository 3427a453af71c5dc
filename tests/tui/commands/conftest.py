import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tui.commands.running import run

WIRE = (
    "The ferry company said on Tuesday that 40 of its 52 boats would stay in harbour until the spring, "
    "because no crew had been found for them.\n\n"
    "“We will hold the line,” said Orla Penhale, who runs the port of Tarrow. “Nobody sails for nothing.”\n\n"
    "About 1,200 people who live on the islands now wait for bread, letters and coal, the port said."
)
ARTICLES = {
    "gazette/ferries.txt": f"Ferries stay in harbour until spring\n\nBy Ines Dovale\n\n1 February 2022\n\n{WIRE}\n",
    "herald/boats.txt": f"Boats laid up at Tarrow\n\n2 February 2022\n\n{WIRE}\n",
    "herald/islands.txt": "Islands wait for bread\n\n3 February 2022\n\n"
    "The islands off Tarrow wait for bread and coal, since 38 ferries are laid up, the port said.\n\n"
    "Orla Penhale told the harbour board that the crews were right to ask for more.\n",
    "snow.md": "# Snow on the high road\n\nSnow fell on the high road, and the council of Brannock met.\n",
}

Morgue = Callable[..., tuple[int, list[Any]]]


@pytest.fixture(scope="session")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of invented articles, indexed in a home of its own."""
    place = tmp_path_factory.mktemp("archive")
    folder = place / "clippings"
    for name, text in ARTICLES.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    (folder / "empty.txt").write_text("")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("MORGUE_HOME", str(place / "home"))
        assert run(["index", str(folder)]) == 0
    return folder


@pytest.fixture
def morgue(
    archive: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> Morgue:
    """Run a command in the archive's home; gives its status and its output as JSON Lines."""

    monkeypatch.setenv("MORGUE_HOME", str(archive.parent / "home"))

    def call(*arguments: object, given: str = "") -> tuple[int, list[Any]]:
        fed = tmp_path / "input"
        fed.write_text(given, encoding="utf-8")
        with fed.open(encoding="utf-8") as stdin:
            monkeypatch.setattr("sys.stdin", stdin)
            capsys.readouterr()
            status = run([str(argument) for argument in arguments])
        out, err = capsys.readouterr()
        # Shown where the test fails.
        sys.stderr.write(err)
        assert not out or out.endswith("\n")
        return status, [json.loads(line) for line in out.split("\n") if line]

    return call
