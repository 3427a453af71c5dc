"""Places on the way back are the same in the next session."""

import pytest

from models.key import ArticleKey
from models.session import Session, Stop
from tui.archive import Archive
from tui.screens.comparing import Comparing
from tui.stops import place_of, stop_of
from tui.text.comparison import Pair
from tui.text.jumps import LinePlace, PeriodPlace, Place, ResultsPlace, RoomPlace, Spot

KEY = ArticleKey("strike.txt")


@pytest.mark.parametrize(
    "place",
    [
        Spot(KEY, 2, 7, (3, 9)),
        ResultsPlace("tolva", KEY, 1),
        LinePlace("tolva", "2R", KEY, 1, 4),
        PeriodPlace("", "month", 24_000, None),
    ],
)
def test_a_place_is_kept_whole(place: Place, archive: Archive) -> None:
    stop = stop_of(place)
    assert stop is not None
    kept = Session(behind=(stop,)).model_dump_json(exclude_defaults=True)
    (read,) = Session.model_validate_json(kept).behind
    assert place_of(read, archive, same_width=True) == place


def test_a_comparison_is_kept_with_what_can_be_compared(archive: Archive) -> None:
    pairs = [Pair(KEY, ArticleKey("echo.txt")), Pair(KEY, ArticleKey("post.txt"))]
    stop = stop_of(RoomPlace("What The Echo changed", Comparing(pairs, "What The Echo changed"), 3))
    assert stop is not None
    kept = Session(behind=(stop,)).model_dump_json(exclude_defaults=True)
    (read,) = Session.model_validate_json(kept).behind
    place = place_of(read, archive, same_width=False)
    assert isinstance(place, RoomPlace)
    assert (place.title, place.row) == ("What The Echo changed", 3)
    assert isinstance(place.room, Comparing)
    assert place.room.came_back
    assert place.room.stop(3) == stop


def test_the_lines_of_another_window_are_others(archive: Archive) -> None:
    assert place_of(Stop(key=KEY, passage=2, scroll=7), archive, same_width=False) == Spot(KEY, 2, -1)
