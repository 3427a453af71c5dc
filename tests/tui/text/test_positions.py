from tui.text.positions import marked_cells


def test_a_line_is_marked_where_it_stands_in_the_whole() -> None:
    assert marked_cells({0: "hit", 50: "kept", 99: "hit"}, 100, 20) == {
        0: ("hit", 0),
        10: ("kept", 50),
        19: ("hit", 99),
    }


def test_of_several_marks_in_a_cell_the_reader_s_own_comes_first_then_what_was_looked_for() -> None:
    marks = {1: "quotation", 2: "hit", 3: "quotation", 10: "hit", 11: "kept", 12: "hit"}
    assert marked_cells(marks, 20, 2) == {0: ("hit", 2), 1: ("kept", 11)}  # type: ignore[arg-type]


def test_the_last_line_has_a_cell_however_low_the_bar() -> None:
    assert marked_cells({9: "hit"}, 9, 1) == {0: ("hit", 9)}
