"""Lengths, capacities and sums of contracts, which reports of other days give too; and events, which have a day."""

from pathlib import Path

import pytest

from index.figures.standing import is_standing
from tests.index.figures.test_ledger import ledger
from tests.index.figures.test_telling_apart import context
from tests.index.libraries import article

CONTRACT = (
    "The River Board and Nora Vance of Lakeport signed a contract for three ferries on the Tessel worth {}."
)


@pytest.mark.parametrize(
    ("text", "number", "standing"),
    [
        ("The contract is worth $48 million.", "$48", True),
        ("The River Board paid an advance of $12 million.", "$12", True),
        ("The price of oil rose to $48.", "$48", False),
        ("Each ferry can carry 380 passengers.", "380", True),
        ("The hulls will be 86 metres long.", "86", True),
        ("The wave was five metres high.", "five", False),
        ("He fell 86 metres.", "86", False),
        ("Some 2,000 people marched in Orvane.", "2,000", False),
        ("The flood killed 12 people.", "12", False),
    ],
)
def test_what_stands_for_long(text: str, number: str, standing: bool) -> None:
    assert is_standing(context(text, number)) is standing


def test_the_sum_of_a_contract_is_one_thing_on_other_days(tmp_path: Path) -> None:
    rows = ledger(
        tmp_path,
        article("a.txt", CONTRACT.format("48 million crowns"), published="2022-05-03"),
        article("b.txt", CONTRACT.format("52 million crowns"), published="2022-05-17"),
        article("c.txt", CONTRACT.format("48 million crowns"), published="2022-05-21"),
        article("d.txt", CONTRACT.format("31 million crowns"), published="2019-05-21"),
        figure="48 million crowns",
    )
    assert {n: (r.figure_class, r.reason) for n, r in rows.items()} == {
        "52 million crowns": ("differs", None),
        "48 million crowns": ("same", None),
        "31 million crowns": ("other-occasion", "1078 days apart"),
    }


def test_a_price_is_of_its_day(tmp_path: Path) -> None:
    price = "In Lakeport Nora Vance of the River Board said that a barrel of Tessel oil had a price of {}."
    rows = ledger(
        tmp_path,
        article("a.txt", price.format("$48"), published="2022-05-03"),
        article("b.txt", price.format("$52"), published="2022-05-17"),
        figure="$48",
    )
    assert rows["$52"].reason == "14 days apart"


def test_what_a_ferry_carries_is_one_thing_on_other_days(tmp_path: Path) -> None:
    ferry = (
        "Each ferry of the River Board between Orvane and Lakeport is to carry {} passengers over the Tessel."
    )
    rows = ledger(
        tmp_path,
        article("a.txt", ferry.format("380"), published="2022-05-03"),
        article("b.txt", ferry.format("420"), published="2022-05-18"),
        figure="380",
    )
    assert rows["420"].figure_class == "differs"


def test_an_advance_is_no_price(tmp_path: Path) -> None:
    rows = ledger(
        tmp_path,
        article("a.txt", CONTRACT.format("48 million crowns, with an advance of 12 million crowns")),
        article(
            "b.txt",
            CONTRACT.format("52 million crowns"),
            "The River Board paid an advance of 15 million crowns.",
        ),
        figure="48 million crowns",
    )
    assert rows["52 million crowns"].figure_class == "differs"
    assert rows["15 million crowns"].figure_class == "other-measure"
