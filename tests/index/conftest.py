from collections.abc import Iterator
from pathlib import Path

import pytest

from index.collection import Collection
from index.demo import demo_folder


@pytest.fixture(scope="session")
def demo(demo_home: Path) -> Iterator[Collection]:
    """The demo collection, to be read only."""
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("MORGUE_HOME", str(demo_home))
        collection = Collection.open(demo_folder())
    yield collection
    collection.close()
