import pytest
from rich.cells import cell_len

from models.concordance import Line
from models.key import ArticleKey
from tui.text.concordance import LineRows, columns, counts, draw_line, order_words, tell_line

KEY = ArticleKey("a.txt")


def line(left: str, keyword: str, right: str, outlet: str | None = "The Quay") -> Line:
    return Line(KEY, 1, 10, 15, left, keyword, right, outlet, "2031-03-02")


@pytest.mark.parametrize("width", [30, 64, 78, 118, 198])
@pytest.mark.parametrize(
    ("left", "keyword", "right"),
    [
        ("The old ", "crane", " at Tolva broke down on Monday."),
        ("", "Crane", ""),
        (
            "东京的港口今天恢复了航运，船只排成长队等待进港东京的港口今天恢复了航运船只",
            "起重机",
            "今天坏了。",
        ),
        ("عاد العمال إلى الميناء بعد إضراب طويل في المدينة القديمة ", "رافعة", " جديدة"),
        ("e\u0301te\u0301 e\u0301te\u0301 " * 20, "cafe\u0301", " e\u0301te\u0301"),
        ("👩‍👩‍👧 🚢 " * 30, "crane", " 🚢"),
        ("a\x1b[31mred\tline\n\u202eturned ", "crane", " \x07"),
    ],
)
def test_the_keyword_begins_in_the_same_cell_whatever_stands_before_it(
    left: str, keyword: str, right: str, width: int
) -> None:
    runs = draw_line(line(left, keyword, right), "newest", width)
    place = next(n for n, run in enumerate(runs) if run.inks == ("hit",))
    outlet, date, room = columns(width)
    assert sum(cell_len(run.text) for run in runs[:place]) == outlet + date + room


def test_date_and_outlet_stand_at_the_edge_where_there_is_room() -> None:
    one = line("The old ", "crane", " broke.")
    texts = ["".join(run.text for run in draw_line(one, "newest", width)) for width in (40, 78, 140)]
    assert "2 Mar 2031" not in texts[0]
    assert texts[1].startswith("2 Mar 2031 ")
    assert "The Quay" not in texts[1]
    assert texts[2].startswith("2 Mar 2031   The Quay ")


def test_the_word_sorted_by_is_marked_where_it_shows() -> None:
    one = line("The very old ", "crane", " at Tolva broke.")
    marked = {
        order: [run.text for run in draw_line(one, order, 60) if "sorted" in run.inks]
        for order in ("newest", "1R", "2R", "1L", "3L")
    }
    assert marked == {"newest": [], "1R": ["at"], "2R": ["Tolva"], "1L": ["old"], "3L": ["The"]}


def test_a_word_that_is_cut_off_is_marked_as_far_as_it_shows() -> None:
    runs = draw_line(line("incomprehensibilities of old ", "crane", ""), "3L", 36)
    assert [run.text for run in runs if "sorted" in run.inks] == ["ities"]


def test_rows_are_made_when_they_are_asked_for() -> None:
    rows = LineRows([line("a ", f"crane{n}", "") for n in range(50)], "newest")
    assert len(rows) == 50
    assert len(rows[10:20]) == 10
    (drawn,) = rows[7](60)
    assert any(run.text == "crane7" for run in drawn)


def test_orders_and_counts_in_words() -> None:
    assert order_words("newest") == "by date, newest first"
    assert order_words("2L") == "by the second word to the left"
    one = [line("a ", "crane", "")]
    assert counts(one, all_there=True, capped=False) == "1 line in 1 article"
    assert counts(one * 2, all_there=False, capped=False) == "2 lines in 1 article so far"
    assert counts(one * 2, all_there=True, capped=True) == "the first 2 lines in 1 article"


def test_a_line_that_is_heard_has_whole_words_only() -> None:
    told = tell_line(line("ships waited because the old ", "crane", " at Tolva broke down."), 60)
    assert "".join(run.text for run in told) == "2 Mar 2031, The Quay: the old crane at Tolva broke down."


def test_a_line_that_is_heard_is_cut_where_it_must_be() -> None:
    told = tell_line(line("before " * 30, "crane", " after" * 30), 60)
    said = "".join(run.text for run in told)
    assert said.startswith("2 Mar 2031, The Quay: before before crane after")
    assert said.endswith("…")
    assert cell_len(said) <= 60
