"""The text put together from the index's arrays is the text that was given."""

from collections import Counter
from pathlib import Path

import numpy as np

from index.nearby.ranking import content
from index.vectors.counting import Table, parts, table_of, tabled, written
from tests.index.libraries import MemoryLibrary, article

TEXT = "The gate of the Orvane dam jammed, engineers said; the gate's spare motor had rusted."


def test_stems_stand_in_the_order_they_are_written_without_words_that_say_nothing(tmp_path: Path) -> None:
    library = MemoryLibrary(tmp_path, [article("a.txt", TEXT), article("b.txt", "Geese.", "A gate.")])
    found = written(library.snapshot, np.array([1, 2]))
    named = [found.vocabulary[n] for n in found.stems]
    assert named == ["gate", "orvan", "dam", "jam", "engin", "gate", "spare", "motor", "rust", "gees", "gate"]
    assert found.vocabulary[0] == "gate"
    assert found.articles[found.rows].tolist() == [1] * 9 + [2] * 2
    assert Counter(named[:9]) == content(TEXT)


def test_only_the_articles_that_are_wanted_count(tmp_path: Path) -> None:
    library = MemoryLibrary(tmp_path, [article("a.txt", TEXT), article("b.txt", "Geese.")])
    found = written(library.snapshot, np.array([2]))
    assert [found.vocabulary[n] for n in found.stems] == ["gees"]


def test_a_table_counts_each_text_and_leaves_rare_stems_out() -> None:
    table = tabled(np.array([0, 0, 2, 2, 2]), np.array([1, 1, 0, 3, 9], np.int32), 4, 3)
    assert table.starts.tolist() == [0, 1, 1, 3]
    assert table.stems.tolist() == [1, 0, 3]
    assert table.counts.tolist() == [2, 1, 1]
    same = table_of([{"b": 2}, {}, {"d": 1, "a": 1, "unknown": 5}], {"a": 0, "b": 1, "d": 3})
    assert same.starts.tolist() == table.starts.tolist()
    assert same.stems.tolist() == table.stems.tolist()


def test_parts_are_whole_texts_and_cover_all() -> None:
    table = Table(np.array([0, 5, 6, 6, 30, 31]), np.zeros(31, np.int32), np.ones(31, np.float32))
    assert list(parts(table, 10)) == [(0, 3), (3, 4), (4, 5)]
