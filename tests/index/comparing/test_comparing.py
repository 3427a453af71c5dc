"""What became of one text in another."""

import pytest

from index.comparing import compare
from models.annotation import AnnotatedArticle
from models.article import Article
from models.comparison import Comparison, Row
from models.errors import MorgueError
from tests.index.libraries import article

FIRST = "The ferry to Lakeport ran aground on a sandbank early on Friday with forty passengers on board."
SECOND = "All were brought ashore in small boats, and the captain was the last to leave, an official said."
THIRD = "It will sail again next week, the owners said, whatever the weather may be on the lake."
MARKS = {"same": "{}", "out": "[-{}-]", "in": "[+{}+]"}


def compared(first: Article, second: Article) -> Comparison:
    return compare(AnnotatedArticle(article=first), AnnotatedArticle(article=second))


def rows(first: tuple[str, ...], second: tuple[str, ...]) -> list[Row]:
    return list(compared(article("a.txt", *first), article("b.txt", *second)).rows)


def written(row: Row) -> str:
    return "".join(MARKS[piece.kind].format(piece.text) for piece in row.pieces)


def test_words_that_were_changed_stand_side_by_side() -> None:
    [row] = rows((FIRST,), (FIRST.replace("forty", "40").replace(" early", ""),))
    assert written(row) == (
        "The ferry to Lakeport ran aground on a sandbank[- early-] on Friday with[- forty-][+ 40+]"
        " passengers on board."
    )
    assert row.start is not None
    assert (row.first, row.second, row.end) == ((1,), (1,), row.start + 2)


def test_one_figure_in_a_sentence_is_all_that_is_marked() -> None:
    [row] = rows(
        ("Some 5,000 troops of both armies take part.",), ("About 3,200 troops of both armies take part.",)
    )
    assert written(row) == "[-Some 5,000-][+ About 3,200+] troops of both armies take part."


@pytest.mark.parametrize(
    ("before", "after", "marked"),
    [
        (
            "The boat sank, Dole said.",
            "The boat, sank, Dole said.",
            "The[- boat-][+ boat,+] sank, Dole said.",
        ),
        (
            "Oars, Dole, and rope sank too.",
            "Oars and rope sank too.",
            "[-Oars, Dole,-][+ Oars+] and rope sank too.",
        ),
        ("Oars - all - and rope sank.", "Oars and rope sank.", "[-Oars - all --][+ Oars+] and rope sank."),
        ("So the boat sank.", "So the boat sank!”", "So the boat[- sank.-][+ sank!”+]"),
    ],
    ids=["one that came in", "around words", "dashes by themselves", "at the end"],
)
def test_marks_are_changed_together_with_their_words(before: str, after: str, marked: str) -> None:
    [row] = rows((before,), (after,))
    assert written(row) == marked


def test_long_dashes_are_dashes_however_typed() -> None:
    [row] = rows(("It is over -- so he said... on Friday.",), ("It is over – so he said… on Friday.",))
    assert not row.changed


def test_house_style_of_marks_is_no_change() -> None:
    [row] = rows(("“It's over” – so he said on Friday.",), ('"It’s over" - so he said on Friday.',))
    assert not row.changed


def test_passages_are_left_out_and_added() -> None:
    found = rows((FIRST, SECOND, THIRD), (FIRST, "Nobody had expected a storm in the middle of June.", THIRD))
    assert [(row.first, row.second) for row in found] == [((1,), (1,)), ((2,), ()), ((), (2,)), ((3,), (3,))]
    assert [row.changed for row in found] == [False, True, True, False]


def test_joined_and_split_passages_are_the_same_text() -> None:
    [row] = rows((FIRST, SECOND), (f"{FIRST} {SECOND}",))
    assert (row.first, row.second, row.changed) == ((1, 2), (1,), False)
    [row] = rows((f"{FIRST} {SECOND}",), (FIRST, SECOND))
    assert (row.first, row.second, row.changed) == ((1,), (1, 2), False)


def test_a_passage_that_was_moved_is_told_from_a_new_one() -> None:
    found = rows((FIRST, SECOND, THIRD), (THIRD, FIRST, SECOND))
    [moved] = [row for row in found if row.moved]
    assert (moved.first, moved.second) == ((3,), (1,))
    assert all(row.first and row.second for row in found)


def test_headlines_come_first() -> None:
    found = compared(
        article("a.txt", FIRST, title="Ferry aground"), article("b.txt", FIRST, title="Sandbank holds ferry")
    )
    assert found.rows[0].first == found.rows[0].second == (0,)
    assert found.rows[0].changed
    assert not found.rows[1].changed


def test_unlike_articles_have_nothing_in_common() -> None:
    found = compared(
        article("a.txt", FIRST, SECOND), article("b.txt", "The tulips of the club bloom early this year.")
    )
    assert (found.alike, found.rows) == (False, ())
    empty = compared(article("a.txt", FIRST), article("b.txt"))
    assert not empty.alike


def test_words_written_without_spaces_are_compared_too() -> None:
    [row] = rows(("东京的港口今天恢复了航运，船只排成长队。",), ("东京的港口今天恢复了航运，船只排成长队！",))
    assert row.changed


def test_texts_beyond_all_measure_are_refused() -> None:
    book = " ".join(["word"] * 40_000)
    with pytest.raises(MorgueError, match="too long"):
        rows((book,), (book,))


def test_every_word_of_both_is_there() -> None:
    first, second = (FIRST, THIRD, SECOND), (SECOND, f"{THIRD} {FIRST}", "And one more.")
    found = rows(first, second)
    out = " ".join("".join(p.text for p in row.pieces if p.kind != "in") for row in found)
    new = " ".join("".join(p.text for p in row.pieces if p.kind != "out") for row in found)
    assert sorted(out.split()) == sorted(" ".join(first).split())
    assert new.split() == " ".join(second).split()
