"""What every test has: a home of its own, and a small collection of invented articles to work on."""

import threading
from collections.abc import Callable
from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """No test sees or touches the developer's own data."""
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("MORGUE_HOME", str(home))
    return home


@pytest.fixture(autouse=True)
def own_size(monkeypatch: pytest.MonkeyPatch) -> None:
    """A terminal has its own size: Python's readline, which workers load, exports that of another."""
    for name in ("COLUMNS", "LINES"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def shared() -> Path:
    """The evaluation data beside the checkout, for tests marked `shared`."""
    folder = Path(__file__).resolve().parents[1].parent / "shared"
    if not folder.is_dir():
        pytest.skip("the evaluation data is not here")
    return folder


@pytest.fixture
def indexed(tmp_path: Path) -> Callable[[dict[str, str]], Path]:
    """Write articles into a folder and index it: file name to text."""

    def make(files: dict[str, str]) -> Path:
        from index.refreshing import refresh

        folder = tmp_path / "clippings"
        folder.mkdir(exist_ok=True)
        for name, text in files.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(text, encoding="utf-8")
        refresh(folder, lambda _: None, threading.Event())
        return folder

    return make


@pytest.fixture(scope="session")
def demo_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home in which the demo collection is indexed, for tests that set MORGUE_HOME to it."""
    from tests.pictures import indexed_demo

    home = tmp_path_factory.mktemp("demo-home")
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("MORGUE_HOME", str(home))
        indexed_demo()
    return home
