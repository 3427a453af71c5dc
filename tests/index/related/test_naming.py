"""Names in common, by entity."""

from pathlib import Path

from index.nearby.shelf import shelf_of
from index.related import related_to_passage
from index.related.naming import by_names
from tests.index.libraries import FILLER, MemoryLibrary, article

ASKED = article("post/talk.txt", "Nora Vance spoke in Orvane.", title="An evening")
TOLD = article(
    "herald/talk.txt", "There Vance was heard.", "Orvane slept.", "Tomas Brill was away.", title="Away"
)


def test_a_sentence_scores_for_what_it_names_however_it_names_it(tmp_path: Path) -> None:
    library = MemoryLibrary(tmp_path, [ASKED, TOLD, *FILLER])
    told = shelf_of(library).open(library, 2)
    asked = shelf_of(library).open(library, 1)
    assert told is not None
    assert asked is not None
    excerpts = [excerpt for number in range(4) for excerpt in told.excerpts(number)]
    headline, vance, orvane, brill = by_names(library, asked.named(0, 99), excerpts).tolist()
    assert vance > 0
    assert orvane > 0
    assert headline == brill == 0


def test_without_names_nothing_scores(tmp_path: Path) -> None:
    library = MemoryLibrary(tmp_path, [ASKED, TOLD])
    told = shelf_of(library).open(library, 2)
    assert told is not None
    assert by_names(library, {}, told.excerpts(1)).tolist() == [0]


def test_the_second_row_answers_another_sentence_of_the_passage(tmp_path: Path) -> None:
    asked = article(
        "post/visit.txt",
        "The choir of Tessel sang at the harbour gate for hours. The lighthouse lamp was replaced by a smaller one.",
        title="A day at the harbour",
    )
    told = article(
        "herald/visit.txt",
        "For hours the choir of Tessel sang at the harbour gate.",
        "The harbour gate heard the choir.",
        "A new lamp shines from the lighthouse.",
        title="Songs",
    )
    rows = related_to_passage(MemoryLibrary(tmp_path, [asked, told, *FILLER]), 1, 1)
    assert [row.text for row in rows if row.path == "herald/visit.txt"] == [
        "For hours the choir of Tessel sang at the harbour gate.",
        "A new lamp shines from the lighthouse.",
    ]
