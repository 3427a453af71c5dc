"""Start-up stays light: what must not be loaded is looked for in fresh processes."""

import pkgutil
import subprocess
import sys
from pathlib import Path

import pytest

import index
import models

ROOT = Path(__file__).parents[1]


def loaded(code: str, *names: str) -> set[str]:
    """Which of some packages and modules a fresh process has loaded after running code."""
    script = f"import sys\ntry:\n    exec({code!r})\nexcept SystemExit:\n    pass\nprint(*sys.modules, file=sys.stderr)"
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, timeout=120, check=False
    )
    assert done.returncode == 0, done.stderr[-2000:]
    return set(done.stderr.split()) & set(names)


def modules_of(*packages: str) -> list[str]:
    paths = {"models": models.__path__, "index": index.__path__}
    return [
        info.name
        for package in packages
        for info in pkgutil.walk_packages(paths[package], f"{package}.")
        if ".data." not in info.name and ".training." not in info.name
    ]


def test_models_load_nothing_heavy() -> None:
    code = "\n".join(f"import {name}" for name in modules_of("models"))
    assert not loaded(code, "textual", "rich", "whoosh", "numpy", "rapidfuzz", "trafilatura", "index", "tui")


def test_index_never_loads_the_explorer() -> None:
    code = "\n".join(f"import {name}" for name in modules_of("index"))
    assert not loaded(code, "textual", "rich", "tui")


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["search", "--help"], ["index", "--help"]])
def test_help_loads_nothing_heavy(arguments: list[str]) -> None:
    code = f"sys.argv = ['morgue', *{arguments!r}]\nfrom tui.__main__ import main\nmain()"
    assert not loaded(
        code, "whoosh", "numpy", "textual", "rich", "pydantic", "rapidfuzz", "trafilatura", "Stemmer"
    )


def test_starting_the_explorer_waits_for_no_engine() -> None:
    assert not loaded("import tui.app", "whoosh", "numpy", "rapidfuzz", "trafilatura", "babel")


def test_the_first_paint_waits_for_nothing_that_only_answers_need(tmp_path: Path) -> None:
    code = f"""
from tui.app import Explorer
from tui.archive import Archive
from tui.commands.running import run
from tui.screens.desk.desk import Desk
Desk._begin = lambda desk: desk.app.exit()
start = Explorer.run
Explorer.run = lambda app: start(app, headless=True, size=(80, 24))
import os
os.environ["MORGUE_HOME"] = {str(tmp_path / "home")!r}
run([{str(tmp_path)!r}])
"""
    heavy = "pydantic", "whoosh", "numpy", "rapidfuzz", "trafilatura", "babel", "Stemmer", "sqlite3", "email"
    screens = (
        "tui.screens.bookmarks.bookmarks",
        "tui.screens.facets",
        "tui.screens.help",
        "tui.screens.names.name_card",
    )
    found = loaded(code, "tui.screens.desk.desk", *heavy, *screens, "tui.palette", "tui.commands.index")
    assert found == {"tui.screens.desk.desk"}
