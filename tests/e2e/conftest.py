"""The demo collection, indexed once for all tests that begin with it."""

import shutil
from pathlib import Path

import pytest

from index.demo import demo_folder
from tui.commands.running import run


@pytest.fixture(scope="session")
def home_with_demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home in which the demo is indexed; not to be changed."""
    home = tmp_path_factory.mktemp("demo") / "home"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("MORGUE_HOME", str(home))
        assert run(["index", str(demo_folder())]) == 0
    return home


@pytest.fixture
def demo_home(home_with_demo: Path, tmp_path: Path) -> Path:
    """A copy of it for one test."""
    return Path(shutil.copytree(home_with_demo, tmp_path / "home"))
