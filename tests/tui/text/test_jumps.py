from models.key import ArticleKey
from tui.text.jumps import Jumps, LinePlace, Spot


def spot(name: str, passage: int = 1) -> Spot:
    return Spot(ArticleKey(name), passage, scroll=passage * 3)


def test_goes_back_and_forward_to_the_very_place() -> None:
    jumps = Jumps()
    jumps.leave(spot("a", 4))
    jumps.leave(spot("b", 2))
    assert jumps.back(spot("c")) == spot("b", 2)
    assert jumps.back(spot("b", 3)) == spot("a", 4)
    assert jumps.back(spot("a", 4)) is None
    assert jumps.forward(spot("a", 4)) == spot("b", 3)
    assert jumps.forward(spot("b", 3)) == spot("c")
    assert jumps.forward(spot("c")) is None


def test_going_somewhere_new_forgets_what_lay_ahead() -> None:
    jumps = Jumps()
    jumps.leave(spot("a"))
    assert jumps.back(spot("b")) == spot("a")
    jumps.leave(spot("a"))
    assert jumps.forward(spot("d")) is None
    assert jumps.back(spot("d")) == spot("a")


def test_a_place_left_twice_in_a_row_is_kept_once_and_the_list_has_an_end() -> None:
    jumps = Jumps(limit=2)
    for name in ("a", "b", "b", "c"):
        jumps.leave(spot(name))
    assert jumps.back(None) == spot("c")
    assert jumps.back(None) == spot("b")
    assert jumps.back(None) is None


def test_a_place_in_a_view_is_one_of_the_places() -> None:
    jumps = Jumps()
    line = LinePlace("crane", "1R", ArticleKey("b"), 2, 14)
    jumps.leave(spot("a"))
    jumps.leave(line)
    assert jumps.latest_but(ArticleKey("b")) == ArticleKey("a")
    assert jumps.back(spot("b")) == line
    assert jumps.back(line) == spot("a")
    assert jumps.forward(spot("a")) == line
    assert jumps.forward(line) == spot("b")
