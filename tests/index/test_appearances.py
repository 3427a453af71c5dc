"""Where a quotation's words appear."""

from pathlib import Path

from index.appearances import appearances
from index.quoting import left_out, same_words
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


def test_a_short_cut_of_a_long_quotation_is_found(tmp_path: Path) -> None:
    library = MemoryLibrary(
        tmp_path,
        [
            article(
                "a.txt",
                "“We rang every bell we had, and when nobody came we knocked on each door of the lower town until the "
                "water was at the third step of the church,” Nora Vance said.",
                published="2021-08-16",
            ),
            article(
                "b.txt", "Vance spoke of “the third step of the church”, and left.", published="2021-08-15"
            ),
            *FILLER,
        ],
    )
    loaded = library.load(1)
    assert loaded is not None
    assert [row.path for row in appearances(library, 1, loaded.annotations.quotations[0])] == [
        "b.txt",
        "a.txt",
    ]


def test_the_same_speaker_in_other_words_at_one_event_is_likely_the_same(tmp_path: Path) -> None:
    told = "The third gate of the Lakeport dam jammed on Monday and the lower town was flooded to the church."
    library = MemoryLibrary(
        tmp_path,
        [
            article(
                "a.txt",
                told,
                "“Every bell in Lakeport was ringing before the gate broke,” Nora Vance said.",
                published="2021-08-16",
            ),
            article(
                "b.txt",
                told,
                "“Before the gate broke we were ringing all Lakeport bells,” said Nora Vance.",
                published="2021-08-14",
            ),
            article(
                "c.txt",
                told,
                "Nora Vance said that the bells of Lakeport were all ringing before the gate broke.",
                published="2021-08-18",
            ),
            # The same stems from another mouth, and from hers in another year.
            article(
                "d.txt",
                told,
                "“Before the gate broke we were ringing all Lakeport bells,” said Tomas Brill.",
                published="2021-08-17",
            ),
            article(
                "e.txt",
                told,
                "“Before the gate broke we were ringing all Lakeport bells,” said Nora Vance.",
                published="2019-08-17",
            ),
            *FILLER,
        ],
    )
    loaded = library.load(1)
    assert loaded is not None
    quotation = loaded.annotations.quotations[0]
    found = appearances(library, 1, quotation, [quotation.entity or ""])
    assert [(row.path, row.sameness) for row in found] == [
        ("a.txt", "words"),
        ("b.txt", "translated"),
        ("c.txt", "retold"),
    ]
    assert all(0.5 <= row.likeness < 1 for row in found[1:])
    assert [row.path for row in appearances(library, 1, quotation)] == ["a.txt"]


def test_what_a_shorter_wording_leaves_out() -> None:
    longer = "“We rang every bell we had and then, at night, we knocked on the doors,”"
    assert left_out(longer, "“We rang every bell”") == ("we had and then, at night, we knocked on the doors",)
    assert left_out(longer, "rang every bell we had … we knocked on the doors") == (
        "We",
        "and then, at night",
    )
    assert left_out("“Stay.”", "“Stay”") == ()
