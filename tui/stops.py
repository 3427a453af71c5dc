"""Places on the way back as the session keeps them, and these as places again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.text.jumps import LinePlace, PeriodPlace, ResultsPlace, RoomPlace, Spot

if TYPE_CHECKING:
    from models.session import AnyStop, BookmarksStop, CardStop, ComparisonStop, NameStop, Stop
    from tui.archive import Archive
    from tui.text.jumps import Place


def stop_of(place: Place) -> AnyStop | None:
    """A place as it is kept; None for a screen that only this session can make anew."""
    from models.session import LineStop, PeriodStop, ResultsStop

    match place:
        case Spot():
            return spot_stop(place)
        case ResultsPlace(query, key, row):
            return ResultsStop(query=query, key=key, row=row)
        case LinePlace(query, order, key, passage, start):
            return LineStop(query=query, order=order, key=key, passage=passage, start=start)
        case PeriodPlace(query, unit, number, key):
            return PeriodStop(query=query, unit=unit, number=number, key=key)
        case RoomPlace(room=room, row=row):
            return room.stop(row)


def spot_stop(spot: Spot) -> Stop:
    """A place in an article as it is kept."""
    from models.session import Stop

    return Stop(key=spot.key, passage=spot.passage, scroll=spot.scroll, focus=spot.focus, under=spot.under)


def spot_of(stop: Stop, *, same_width: bool) -> Spot:
    """A place in an article as it was; in a window of another width its lines are others."""
    return Spot(stop.key, stop.passage, stop.scroll if same_width else -1, stop.focus, under=stop.under)


def place_of(stop: AnyStop, archive: Archive, *, same_width: bool) -> Place:
    """A place as it was.

    Args:
        stop: As it was kept.
        archive: What a card asks.
        same_width: Whether the window is as wide as it was then.
    """
    from models.session import LineStop, PeriodStop, ResultsStop, Stop

    match stop:
        case Stop():
            return spot_of(stop, same_width=same_width)
        case ResultsStop():
            return ResultsPlace(stop.query, stop.key, stop.row)
        case LineStop():
            return LinePlace(stop.query, stop.order, stop.key, stop.passage, stop.start)
        case PeriodStop():
            return PeriodPlace(stop.query, stop.unit, stop.number, stop.key)
        case _:
            return _room_place(stop, archive)


def _room_place(stop: BookmarksStop | NameStop | CardStop | ComparisonStop, archive: Archive) -> RoomPlace:
    from models.session import BookmarksStop, ComparisonStop, NameStop
    from tui.cards import Subject, card_of
    from tui.screens.bookmarks.bookmarks import Bookmarks
    from tui.screens.card import CardScreen
    from tui.screens.comparing import Comparing
    from tui.screens.names.name_card import NameCard
    from tui.text.comparison import Pair
    from tui.text.shelves import Standing

    room: Bookmarks | NameCard | CardScreen | Comparing
    match stop:
        case BookmarksStop():
            room = Bookmarks(Standing(stop.way, stop.everywhere))
        case NameStop():
            room = NameCard(stop.entity, stop.called)
        case ComparisonStop():
            room = Comparing([Pair(first, second) for first, second in stop.pairs], stop.called)
        case _:
            subject = Subject(stop.of, stop.key, stop.passage, stop.start)
            room = CardScreen(lambda: card_of(archive, subject), stop.called, subject)
    room.came_back = True
    return RoomPlace(room.called(), room, stop.row)
