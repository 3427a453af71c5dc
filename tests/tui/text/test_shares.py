import pytest

from tui.text.shares import LEAST, MEDIUM, WIDE, Shares


@pytest.mark.parametrize("columns", [MEDIUM, 100, WIDE, 140, 220, 400])
def test_the_article_has_the_most_room_at_first(columns: int) -> None:
    shares = Shares()
    lists = shares.of("results", columns) + (shares.of("related", columns) if columns >= WIDE else 0)
    assert columns - lists > max(shares.of("results", columns), shares.of("related", columns))


def test_a_list_gets_the_columns_that_are_wanted() -> None:
    assert Shares().with_columns("results", 50, 140, 38).of("results", 140) == 50


def test_a_share_holds_in_a_window_of_another_width() -> None:
    assert Shares().with_columns("related", 42, 140, 35).of("related", 200) == 60


def test_no_pane_is_squeezed_out() -> None:
    assert Shares().with_columns("results", 3, 140, 38).of("results", 140) == LEAST
    wide = Shares().with_columns("results", 900, 140, 38)
    assert 140 - wide.of("results", 140) - 38 == 40


def test_one_list_beside_the_article_has_a_share_of_its_own() -> None:
    medium = Shares().with_columns("related", 30, 100, 0)
    assert medium.of("results", 100) == 30
    assert medium.of("results", 140) == Shares().of("results", 140)
