from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.query.narrowing import (
    OUTLET_UNKNOWN,
    UNDATED,
    excluded,
    from_outlet,
    in_days,
    in_month,
    narrowed,
    within,
)
from index.query.parsing import parse
from index.query.tree import AllOf, Dated, FromOutlet, Not, Stated, Word

COURIER = 'outlet:"The Courier"'


def test_a_restriction_is_text_that_a_reader_could_have_typed() -> None:
    assert from_outlet("The Courier") == COURIER
    assert parse(COURIER).nodes == (FromOutlet("The Courier", whole=True),)
    assert from_outlet('The "Daily"  Mast') == 'outlet:"The Daily Mast"'
    assert from_outlet("***") is None
    assert isinstance(parse(in_month("2021-07")).nodes[0], Dated)
    assert parse(OUTLET_UNKNOWN).nodes == (Not(Stated("outlet")),)
    assert parse(UNDATED).nodes == (Not(Stated("date")),)


def test_it_stands_in_front_so_that_the_last_word_can_still_be_finished() -> None:
    assert narrowed("dam gat", COURIER) == f"{COURIER} dam gat"
    assert parse(narrowed("dam gat", COURIER), typing=True).nodes[-1] == Word("gat", unfinished=True)
    assert narrowed("", COURIER) == f"{COURIER} "


def test_it_restricts_both_sides_of_an_or() -> None:
    restricted = narrowed("dam OR weir", in_month("2021-07"))
    assert restricted == "date:2021-07 (dam OR weir"
    assert narrowed(restricted, COURIER) == f"{COURIER} {restricted}"


def test_taken_twice_it_is_taken_back() -> None:
    once = narrowed(narrowed("dam", COURIER), in_month("2021-07"))
    assert narrowed(once, COURIER) == "date:2021-07 dam"
    assert narrowed(narrowed("dam", COURIER), COURIER) == "dam"


def test_a_restriction_takes_the_place_of_its_opposite() -> None:
    without = excluded(COURIER)
    assert narrowed(narrowed("dam", COURIER), without) == f"{without} dam"
    assert narrowed(narrowed("dam", without), COURIER) == f"{COURIER} dam"
    assert excluded(UNDATED) == "date:*"


@pytest.mark.parametrize("clause", [COURIER, excluded(COURIER), "date:2021-07", UNDATED])
@given(query=st.text(st.sampled_from('ab "(-* OR:~'), max_size=20))
def test_whatever_was_typed_keeps_its_meaning(clause: str, query: str) -> None:
    if clause in query:
        return
    before, after = parse(query, typing=True), parse(narrowed(query, clause), typing=True)
    first, *rest = after.nodes
    assert (first,) == parse(clause).nodes
    assert _flat(AllOf(tuple(rest))) == _flat(before)


def _flat(tree: AllOf) -> object:
    """A tree without the nesting that a bracket around all of it makes."""
    while len(tree.nodes) == 1 and isinstance(tree.nodes[0], AllOf):
        tree = tree.nodes[0]
    return tree


def test_brackets_that_close_are_left_alone() -> None:
    assert narrowed("(dam OR weir) gate", COURIER) == f"{COURIER} (dam OR weir) gate"
    assert narrowed("(dam OR weir) OR gate", COURIER) == f"{COURIER} ((dam OR weir) OR gate"


@pytest.mark.parametrize(
    ("first", "last", "clause"),
    [
        (date(2021, 7, 28), date(2021, 7, 28), "date:2021-07-28"),
        (date(2021, 7, 1), date(2021, 7, 31), "date:2021-07"),
        (date(2021, 1, 1), date(2021, 12, 31), "date:2021"),
        (date(2021, 7, 26), date(2021, 8, 1), "date:2021-07-26..2021-08-01"),
        (date(987, 1, 1), date(987, 12, 31), "date:0987"),
    ],
)
def test_days_are_written_as_short_as_they_can_be(first: date, last: date, clause: str) -> None:
    assert in_days(first, last) == clause


def test_a_restriction_that_stands_there_is_not_taken_out() -> None:
    assert within("date:2021 dam", "date:2021") == "date:2021 dam"
    assert within("dam OR weir", "date:2021") == "date:2021 (dam OR weir"
