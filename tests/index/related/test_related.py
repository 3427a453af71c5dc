"""Related passages: the right sentence of the right article, with a reason that is true."""

from pathlib import Path

import pytest

from index.related import related_to_passage, related_to_sentence
from index.related.weighing import Asking, Question
from models.related import Related
from tests.index.libraries import FILLER, MemoryLibrary, article

STORY = (
    article(
        "post/dam.txt",
        "The dam above Orvane burst on Monday night, and the River Board moved 2,600 people out of the valley.",
        "“We rang every bell we had and then we knocked on the doors,” Nora Vance said in Lakeport.",
        "The weather was mild. Engineers had warned of cracks in the spillway of the Tessel dam since spring.",
        title="Dam bursts above Orvane",
        published="2021-08-15",
    ),
    article(
        "herald/dam.txt",
        "A choir sang in the square. After the dam above Orvane burst, the River Board moved 1,840 people out of the"
        " valley, lists seen by this newspaper show. The bakery stayed open.",
        "“We rang every bell we had,” Vance told the council, “and then we slept.”",
        title="Orvane counts its people after the dam",
        published="2021-08-16",
    ),
    article(
        "wire/dam.txt",
        "Engineers had warned of cracks in the spillway of the Tessel dam since spring, an official paper says.",
        title="Paper on the dam",
        published="2021-08-14",
    ),
)


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> MemoryLibrary:
    return MemoryLibrary(tmp_path_factory.mktemp("related"), [*STORY, *FILLER])


def first(rows: tuple[Related, ...], path: str) -> Related:
    return next(row for row in rows if row.path == path)


def test_the_sentence_that_is_meant_is_shown_not_its_paragraph(library: MemoryLibrary) -> None:
    row = first(related_to_passage(library, 1, 1), "herald/dam.txt")
    assert row.text.startswith("After the dam above Orvane burst")
    assert row.text.endswith("this newspaper show.")
    assert row.start is not None
    assert STORY[1].text[row.start : row.end] == row.text


def test_a_figure_that_differs_is_the_reason_with_both_values(library: MemoryLibrary) -> None:
    row = first(related_to_passage(library, 1, 1), "herald/dam.txt")
    assert row.relation == "figure differs"
    assert row.reasons[0] == "2,600 ↔ 1,840 people"
    assert "Orvane" in row.reasons


def test_a_quotation_cut_short_is_the_same_quotation(library: MemoryLibrary) -> None:
    row = first(related_to_passage(library, 1, 2), "herald/dam.txt")
    assert row.relation == "same quotation"
    assert "We rang every bell we had" in row.reasons[0]


def test_copied_words_are_told_and_the_earliest_is_marked(library: MemoryLibrary) -> None:
    rows = related_to_passage(library, 1, 3)
    row = first(rows, "wire/dam.txt")
    assert row.relation == "copied text"
    assert row.earliest
    assert not any(other.earliest for other in rows if other is not row)
    back = first(related_to_passage(library, 3, 1), "post/dam.txt")
    assert back.relation == "copied text"
    assert not back.earliest  # the asked article is the earlier one


def test_the_asked_article_is_left_out_and_others_give_two_rows_at_most(library: MemoryLibrary) -> None:
    rows = related_to_passage(library, 1, 1, limit=8)
    paths = [row.path for row in rows]
    assert "post/dam.txt" not in paths
    assert max(paths.count(path) for path in paths) <= 2
    assert [row.rank for row in rows] == list(range(1, len(rows) + 1))


def test_a_headline_may_be_the_answer_and_the_question(library: MemoryLibrary) -> None:
    assert any(row.passage == 0 and row.start is None for row in related_to_passage(library, 1, 0))


def test_a_headline_is_asked_with_the_paragraph_that_opens_the_article(tmp_path: Path) -> None:
    terse = STORY[0].model_copy(update={"title": "“Every bell”"})
    untitled = STORY[0].model_copy(update={"title": None})
    for opening in (terse, untitled):
        rows = related_to_passage(
            MemoryLibrary(tmp_path / str(opening.title), [opening, *STORY[1:], *FILLER]), 1, 0
        )
        row = first(rows, "herald/dam.txt")
        assert row.relation == "figure differs"
        assert row.reasons[0] == "2,600 ↔ 1,840 people"


def test_free_text_and_sentences_of_an_article_can_be_asked(library: MemoryLibrary) -> None:
    assert related_to_sentence(library, "dam burst above Orvane", None)[0].path in (
        "post/dam.txt",
        "herald/dam.txt",
    )
    rows = related_to_sentence(library, "the River Board moved 2,600 people out of the valley", 1)
    assert rows[0].path == "herald/dam.txt"


def test_every_chip_is_in_the_row_or_a_count(library: MemoryLibrary) -> None:
    for passage in (1, 2, 3):
        for row in related_to_passage(library, 1, passage):
            assert row.reasons
            said = row.text
            if row.relation == "same story":
                # Its chips are names that both articles have.
                said = next(a for a in STORY if a.path == row.path).text
            for chip in row.reasons[1:]:
                assert chip.lower() in said.lower()


def test_what_shares_nothing_is_shown_as_the_same_story_by_names_of_both_articles(
    library: MemoryLibrary,
) -> None:
    rows = [r for p in (1, 2, 3) for r in related_to_passage(library, 1, p) if r.relation == "same story"]
    assert rows
    for row in rows:
        assert len(row.reasons) >= 2
        assert all(chip in STORY[0].text and chip in STORY[1].text for chip in row.reasons)


@pytest.mark.parametrize("text", ["", "   ", "zzzzqqq", "the of and", "\x00\x1b[31m", "“"])
def test_nothing_to_go_by_gives_nothing(library: MemoryLibrary, text: str) -> None:
    assert related_to_sentence(library, text, None) == ()


def test_unknown_articles_and_passages_give_nothing(library: MemoryLibrary) -> None:
    assert related_to_passage(library, 999, 1) == ()
    assert related_to_passage(library, 1, 99) == ()


def test_an_empty_library_answers(tmp_path: Path) -> None:
    assert related_to_sentence(MemoryLibrary(tmp_path, []), "anything", None) == ()


def test_copies_fold_into_one_row(tmp_path: Path) -> None:
    text = (
        "The ferry to Lakeport ran aground on a sandbank early on Friday with forty passengers on board.",
        "All were brought ashore in small boats, and the captain was the last to leave, a harbour official said.",
        "The ferry had been repaired twice this year, and its papers were in order, according to the owners.",
    )
    wires = [article(f"{outlet}/ferry.txt", *text) for outlet in ("post", "herald", "echo")]
    asking = article("own/ferry.txt", "The ferry to Lakeport that ran aground on Friday is afloat again.")
    rows = related_to_passage(MemoryLibrary(tmp_path, [asking, *wires, *FILLER]), 1, 1)
    about = [row for row in rows if row.path.endswith("ferry.txt") and "aground" in row.text]
    assert len(about) == 1
    assert about[0].copies == 2


def test_one_everyday_word_is_no_reason(tmp_path: Path) -> None:
    asking = article("own/note.txt", "On Tuesday Mr Oake asked for 21,000 bricks and gave ten minutes.")
    others = (
        article("a.txt", "She asked nobody. It rained on Tuesday for ten minutes."),
        article("b.txt", "The heron ate 4,000 frogs, Mr Pell gave out."),
    )
    assert related_to_passage(MemoryLibrary(tmp_path, [asking, *others, *FILLER]), 1, 1) == ()


def test_a_name_with_its_office_is_not_copied_text(tmp_path: Path) -> None:
    office = "Nora Vance and Tomas Brill of the River Board in Lakeport"
    asking = article("own/a.txt", f"The sluice was drawn up by {office}.")
    other = article("b.txt", f"A choir sang to {office} for an hour.")
    [row] = related_to_passage(MemoryLibrary(tmp_path, [asking, other, *FILLER]), 1, 1)
    assert row.relation in ("same event", "same names")


def test_the_second_row_of_an_article_answers_the_passage_not_the_subject_of_its_article(
    tmp_path: Path,
) -> None:
    asked = article(
        "post/talks.txt",
        "Ministers of Orvane and Tessel held border talks in Lakeport on the river treaty.",
        "The treaty was praised. Smugglers are carrying poached sturgeon over the river, the customs head warned.",
        title="Border talks on the river treaty in Lakeport",
    )
    told = article(
        "herald/talks.txt",
        "Ministers held border talks on the river treaty in Lakeport, where the treaty was praised.",
        "The border talks on the river treaty between Orvane and Tessel went on in Lakeport until night.",
        "Smugglers of sturgeon were seen by anglers.",
        title="Ministers talk",
    )
    rows = related_to_passage(MemoryLibrary(tmp_path, [asked, told, *FILLER]), 1, 2)
    assert "Smugglers of sturgeon were seen by anglers." in [row.text for row in rows]


def test_a_weekday_weighs_half_among_few_passages(library: MemoryLibrary) -> None:
    question = Question.of("Nora Vance rang on Monday.", None, None)
    few = Asking(library.snapshot, question, learnt=False).text
    many = Asking(library.snapshot, question, learnt=True).text
    assert few["monday"] == many["monday"] / 2
    assert few["vanc"] == many["vanc"]


def test_an_answer_does_not_depend_on_what_was_asked_before(library: MemoryLibrary, tmp_path: Path) -> None:
    asked = [(1, 1), (1, 3), (2, 1), (1, 3), (3, 1), (1, 1)]
    in_turn = [related_to_passage(library, *place) for place in asked]
    alone = [
        related_to_passage(MemoryLibrary(tmp_path / str(n), [*STORY, *FILLER]), *place)
        for n, place in enumerate(asked)
    ]
    assert in_turn == alone
    assert any(in_turn)


@pytest.mark.parametrize("text", ["...", "\x1b[0m", "?!\n\n—", "and of the"])
def test_a_text_without_words_has_its_articles_story_beside_it(library: MemoryLibrary, text: str) -> None:
    rows = related_to_sentence(library, text, 1)
    assert "post/dam.txt" not in {row.path for row in rows}
    assert {row.relation for row in rows} <= {"same story"}
