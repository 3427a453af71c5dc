import gc
from collections.abc import Iterator

import pytest

from tui import tidying
from tui.tidying import Tidying


class Clock:
    now = 100.0


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Iterator[Clock]:
    before = gc.get_threshold()
    clock = Clock()
    monkeypatch.setattr("tui.tidying.time.monotonic", lambda: clock.now)
    yield clock
    gc.unfreeze()
    gc.set_threshold(*before)


def test_old_garbage_waits_for_a_rest(clock: Clock) -> None:
    tidy = Tidying()
    clock.now += 1
    tidy.stir()
    assert not tidy.tick()
    clock.now += tidying.REST + 0.1
    assert tidy.tick()
    clock.now += tidying.REST + 0.1
    assert not tidy.tick(), "nothing has happened since"


def test_whoever_never_rests_is_tidied_after_all_the_same(clock: Clock) -> None:
    tidy = Tidying()
    for _ in range(int(tidying.LONGEST) - 1):
        clock.now += 1
        tidy.stir()
        assert not tidy.tick()
    clock.now += 2
    tidy.stir()
    assert tidy.tick()


def test_young_objects_are_collected_in_small_lots_and_old_ones_at_rest(clock: Clock) -> None:
    Tidying()
    young, *older = gc.get_threshold()
    assert young <= 1_000
    assert min(older) > 100_000


def test_python_itself_starts_no_full_collection(clock: Clock) -> None:
    Tidying()
    assert gc.get_threshold()[2] > 100_000


def test_what_is_loaded_is_not_looked_at_again(clock: Clock) -> None:
    tidy = Tidying()
    before = gc.get_freeze_count()
    tidy.settle()
    assert gc.get_freeze_count() > before
