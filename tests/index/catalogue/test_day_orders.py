"""The order of day and month that a collection's files agree on."""

from pathlib import Path

import pytest

from index.catalogue import Catalogue, FileOrder


@pytest.fixture
def catalogue(tmp_path: Path) -> Catalogue:
    return Catalogue(tmp_path / "catalogue.sqlite", writable=True)


def tell(catalogue: Catalogue, outlet: str, stated: bool, times: int) -> None:
    catalogue.put_day_orders(
        FileOrder(f"{outlet}/{number}.txt", outlet, stated, undecided=False, read_as=None)
        for number in range(times)
    )


def leave_open(
    catalogue: Catalogue, path: str, outlet: str | None = None, read_as: bool | None = None
) -> None:
    catalogue.put_day_orders([FileOrder(path, outlet, None, undecided=True, read_as=read_as)])


def test_three_files_must_agree(catalogue: Catalogue) -> None:
    leave_open(catalogue, "open.txt")
    tell(catalogue, "Courier", stated=True, times=2)
    assert catalogue.undecided() == {}
    tell(catalogue, "Courier", stated=True, times=3)
    assert catalogue.undecided() == {"open.txt": True}
    tell(catalogue, "Herald", stated=False, times=3)
    assert catalogue.undecided() == {}


def test_the_outlets_own_order_comes_first(catalogue: Catalogue) -> None:
    tell(catalogue, "Courier", stated=True, times=30)
    tell(catalogue, "Herald", stated=False, times=3)
    for outlet in ("Courier", "Herald", "Tolva Echo"):
        leave_open(catalogue, f"{outlet}.txt", outlet)
    assert catalogue.undecided() == {"Courier.txt": True, "Herald.txt": False, "Tolva Echo.txt": True}


def test_a_file_is_read_once_in_each_order(catalogue: Catalogue) -> None:
    tell(catalogue, "Courier", stated=True, times=3)
    leave_open(catalogue, "open.txt", read_as=True)
    assert catalogue.undecided() == {}
    tell(catalogue, "Courier", stated=False, times=3)
    assert catalogue.undecided() == {"open.txt": False}


def test_a_file_that_is_gone_tells_nothing(catalogue: Catalogue) -> None:
    tell(catalogue, "Courier", stated=True, times=3)
    leave_open(catalogue, "open.txt")
    leave_open(catalogue, "read.txt", read_as=True)
    catalogue.drop_file("Courier/0.txt")
    assert catalogue.undecided() == {"read.txt": None}


def test_the_readers_own_order_goes_before_all_others(catalogue: Catalogue) -> None:
    tell(catalogue, "Courier", stated=True, times=3)
    leave_open(catalogue, "open.txt", "Courier")
    leave_open(catalogue, "read.txt", "Courier", read_as=True)
    assert catalogue.undecided(day_first=False) == {"open.txt": False, "read.txt": False}
    assert catalogue.undecided(day_first=True) == {"open.txt": True}


def test_what_is_no_longer_assumed_is_left_open_again(catalogue: Catalogue) -> None:
    leave_open(catalogue, "never.txt")
    leave_open(catalogue, "day.txt", read_as=True)
    leave_open(catalogue, "month.txt", read_as=False)
    assert catalogue.undecided() == {"day.txt": None, "month.txt": None}
