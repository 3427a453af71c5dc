from collections.abc import Callable
from pathlib import Path

from index.collection import Collection
from index.outlets import each_once, together


def test_with_the_and_without_is_one_outlet_by_the_name_that_most_write() -> None:
    written = {"Northern Post": 5, "The Northern Post": 2, "Post": 1, "THE QUAY": 1, "The Quay": 3, "The": 1}
    assert together(written) == [("Northern Post", 7), ("The Quay", 4), ("Post", 1), ("The", 1)]
    assert together({"Quay": 2, "The Quay": 2}) == [("The Quay", 4)]
    assert together({"The Quay": 3, "Quay Weekly": 1}) == [("The Quay", 3), ("Quay Weekly", 1)]


def test_outlets_each_once_in_their_order() -> None:
    assert each_once([]) == []
    assert each_once(["The Quay", "Post", "QUAY", "Quay", "Quay"]) == ["Quay", "Post"]


def test_a_collection_counts_and_finds_them_together(indexed: Callable[[dict[str, str]], Path]) -> None:
    prose = (
        "The river rose two metres overnight and 640 people left the lower town before dawn, officials said."
    )
    folder = indexed(
        {
            "a.txt": f"Title: Water in the lower town\nOutlet: Northern Post\n\n{prose}\n",
            "b.txt": f"Title: Gate three jams\nOutlet: The Northern Post\n\nAt noon {prose}\n",
            "c.txt": f"Title: Boats for Velin\nOutlet: The Northern Post\n\nBefore it Davor Kern said so. {prose}\n",
            "d.txt": "Title: At the weir\nOutlet: Northern Post\n\nDavor Kern was at the weir on Monday.\n",
            "e.txt": "Title: In the town\n\nDavor Kern came back to the lower town at noon, residents said.\n",
        }
    )
    collection = Collection.open(folder)
    try:
        assert collection.status().outlets == 1
        (outlet,) = collection.facets("river").outlets
        assert (outlet.name, outlet.articles) == ("The Northern Post", 3)
        for name in ("The Northern Post", "Northern Post"):
            assert len(collection.search(f'river outlet:"{name}"').hits) == 3
        (kern,) = collection.names_like("davor kern")
        card = collection.card(kern.id)
        assert card is not None
        assert [(counted.outlet, counted.articles) for counted in card.outlets] == [
            ("The Northern Post", 2),
            (None, 1),
        ]
    finally:
        collection.close()
