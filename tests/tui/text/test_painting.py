from tui.text.painting import Run, Stroke, cells, justify, paint, shorten, shorten_middle


def test_cuts_runs_where_strokes_begin_and_end_and_lays_later_ones_on_top() -> None:
    runs = paint("abcdef", [Stroke(1, 5, "quotation"), Stroke(2, 3, "hit")], base=("text",))
    assert runs == [
        Run("a", ("text",)),
        Run("b", ("text", "quotation")),
        Run("c", ("text", "quotation", "hit")),
        Run("de", ("text", "quotation")),
        Run("f", ("text",)),
    ]


def test_strokes_count_in_the_whole_text() -> None:
    assert paint("cd", [Stroke(0, 3, "hit"), Stroke(9, 12, "hit")], offset=2) == [
        Run("c", ("hit",)),
        Run("d", ()),
    ]


def test_shortens_and_says_so() -> None:
    assert shorten([Run("abc"), Run("def")], 5) == [Run("abc"), Run("d…")]
    assert shorten([Run("abc"), Run("def")], 3) == [Run("ab…")]
    assert shorten([Run("abc"), Run("def")], 6) == [Run("abc"), Run("def")]


def test_what_stands_right_ends_at_the_edge() -> None:
    runs = justify([Run("left side")], [Run("right")], 12)
    assert cells(runs) == 12
    assert "".join(run.text for run in runs) == "left…  right"


def test_a_right_side_that_would_take_the_line_is_left_out() -> None:
    assert justify([Run("left")], [Run("x" * 10)], 12) == [Run("left")]


def test_a_text_without_its_middle_keeps_both_ends() -> None:
    assert shorten_middle("who kept the key", 16) == "who kept the key"
    assert shorten_middle("who kept the key", 9) == "who… key"
    assert shorten_middle("港の鍵は誰が持つ", 10) == "港の…持つ"
