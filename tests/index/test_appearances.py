"""Where a quotation's words appear."""

from pathlib import Path

from index.appearances import appearances
from index.quoting import same_words
from tests.index.libraries import FILLER, MemoryLibrary, article


def test_cut_and_unmarked_appearances_are_found_earliest_first(tmp_path: Path) -> None:
    library = MemoryLibrary(
        tmp_path,
        [
            article("a.txt", "“We rang every bell we had,” Nora Vance said.", published="2021-08-16"),
            article(
                "b.txt",
                "“We rang every bell we had and then we knocked on the doors,” Vance told the council.",
                published="2021-08-15",
            ),
            article("c.txt", "They rang every bell, we rang every bell we had, she wrote."),
            article("d.txt", "“We rang every hotel we had,” Tomas Brill said.", published="2021-08-10"),
            *FILLER,
        ],
    )
    loaded = library.load(1)
    assert loaded is not None
    found = appearances(library, 1, loaded.annotations.quotations[0])
    assert [row.path for row in found] == ["b.txt", "a.txt", "c.txt"]
    assert [row.speaker for row in found] == ["Nora Vance", "Nora Vance", None]
    assert found[0].text.startswith("“We rang every bell we had and then")
    assert found[1].likeness == 1


def test_a_quotation_without_content_words_finds_itself(tmp_path: Path) -> None:
    library = MemoryLibrary(
        tmp_path, [article("a.txt", "“It is what it is and so it was,” Vance said."), *FILLER]
    )
    loaded = library.load(1)
    assert loaded is not None
    assert [row.path for row in appearances(library, 1, loaded.annotations.quotations[0])] == ["a.txt"]


def test_one_word_changed_makes_another_saying() -> None:
    assert same_words("“We did not choose this border,”", "We did not choose this border")
    assert not same_words("“We did not choose this border,”", "“We did not choose this dam,”")
    assert not same_words("“no comment”", "“no comment”")
