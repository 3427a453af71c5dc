from collections.abc import Callable
from pathlib import Path

from index.collection import Collection
from index.outlets import together


def test_with_the_and_without_is_one_outlet_by_the_fuller_name() -> None:
    written = {"Northern Post": 5, "The Northern Post": 2, "Post": 1, "THE QUAY": 1, "The Quay": 3, "The": 1}
    assert together(written) == [("The Northern Post", 7), ("The Quay", 4), ("Post", 1), ("The", 1)]


def test_a_collection_counts_and_finds_them_together(indexed: Callable[[dict[str, str]], Path]) -> None:
    prose = (
        "The river rose two metres overnight and 640 people left the lower town before dawn, officials said."
    )
    folder = indexed(
        {
            "a.txt": f"Title: Water in the lower town\nOutlet: Northern Post\n\n{prose}\n",
            "b.txt": f"Title: Gate three jams\nOutlet: The Northern Post\n\nAt noon {prose}\n",
        }
    )
    collection = Collection.open(folder)
    try:
        assert collection.status().outlets == 1
        (outlet,) = collection.facets("river").outlets
        assert (outlet.name, outlet.articles) == ("The Northern Post", 2)
        for name in ("The Northern Post", "Northern Post"):
            assert len(collection.search(f'river outlet:"{name}"').hits) == 2
    finally:
        collection.close()
