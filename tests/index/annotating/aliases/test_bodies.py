"""Names of bodies and places that are one, and those that must never be."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.annotating.aliases.context import Context
from index.annotating.aliases.outlets import Outlets
from index.annotating.entities.decided import Decisions
from index.annotating.entities.resolving import resolve, resolve_block
from tests.index.annotating.aliases.collections import are_one, name, resolved

ONE = [
    ("ORG:Quellora Corp.", "ORG:Quellora"),
    ("ORG:Zentek Corporation", "ORG:Zentek"),
    ("ORG:al-Qaeda", "ORG:Al Qaida"),
    ("ORG:Hezbollah", "ORG:Hizbullah"),
    ("NORP:Uighurs", "NORP:Uyghurs"),
    ("ORG:Taliban", "ORG:Taleban"),
    ("PLACE:Kyiv", "PLACE:Kiev"),
    ("PLACE:Mumbai", "PLACE:Bombay"),
    ("PLACE:Los Angeles", "PLACE:L.A."),
    ("PLACE:North Carolina", "PLACE:N.C."),
    ("PLACE:Žerav", "PLACE:Жерав"),
    ("PLACE:UAE", "PLACE:United Arab Emirates"),
    ("PLACE:DRC", "PLACE:Democratic Republic of the Congo"),
    ("PLACE:South Korea", "PLACE:Republic of Korea"),
    ("PLACE:U. S.", "PLACE:US"),
    ("ORG:Tajik Defence Ministry", "ORG:Ministry of Defense of Tajikistan"),
    ("ORG:Department of Justice", "ORG:Justice Department"),
    ("ORG:Norwegian Central Bank", "ORG:Norway's Central Bank"),
    ("ORG:U.S. Army", "ORG:United States Army"),
    ("ORG:UN Security Council", "ORG:United Nations Security Council"),
    ("ORG:Islamic State", "ORG:ISIL"),
    ("ORG:Isis", "ORG:Daesh"),
    ("ORG:201st Russian military base", "ORG:military base No.201"),
    ("ORG:Stockholm Rover", "ORG:Stockholm Rovers"),
    ("ORG:Rovers", "PLACE:Stockholm Rovers"),
]

NEVER = [
    ("PLACE:Niger", "PLACE:Nigeria"),
    ("PLACE:Austria", "PLACE:Australia"),
    ("PLACE:Slovakia", "PLACE:Slovenia"),
    ("NORP:Slovaks", "NORP:Slovenes"),
    ("PLACE:Iran", "PLACE:Iraq"),
    ("PLACE:North Korea", "PLACE:South Korea"),
    ("PLACE:Republic of Korea", "PLACE:DPRK"),
    ("PLACE:Guinea", "PLACE:Guinea-Bissau"),
    ("PLACE:Guinea", "PLACE:Equatorial Guinea"),
    ("PLACE:Guinea", "PLACE:Papua New Guinea"),
    ("PLACE:Congo", "PLACE:DRC"),
    ("PLACE:Republic of the Congo", "PLACE:Democratic Republic of the Congo"),
    ("PLACE:Dominica", "PLACE:Dominican Republic"),
    ("PLACE:Gambia", "PLACE:Zambia"),
    ("PLACE:Mali", "PLACE:Malawi"),
    ("PLACE:Mauritania", "PLACE:Mauritius"),
    ("PLACE:Latvia", "PLACE:Lithuania"),
    ("PLACE:Sudan", "PLACE:South Sudan"),
    ("PLACE:Ireland", "PLACE:Northern Ireland"),
    ("PLACE:Mexico", "PLACE:New Mexico"),
    ("PLACE:Virginia", "PLACE:West Virginia"),
    ("PLACE:Oklahoma", "PLACE:Oklahoma City"),
    ("PLACE:Mexico", "PLACE:Mexico City"),
    ("PLACE:Kansas", "PLACE:Kansas City"),
    ("ORG:Georgian Parliament", "ORG:Georgia Parliament"),
    ("ORG:Al-Jazeera", "PLACE:Algeria"),
    ("PLACE:Washington", "PLACE:United States"),
    ("PLACE:Washington", "ORG:White House"),
    ("PLACE:Beijing", "PLACE:China"),
    ("PLACE:Bono", "PLACE:Bonn"),
    ("PLACE:Moscow", "PLACE:Kremlin"),
    ("PLACE:London", "ORG:British Government"),
    ("PLACE:Saint Petersburg", "PLACE:Petersburg"),
    ("ORG:Norwegian Army", "ORG:Norwegian Navy"),
    ("ORG:Norwegian Army", "ORG:Nigerian Army"),
    ("ORG:Nigerian Army", "ORG:Nigerien Army"),
    ("ORG:First Bank", "ORG:Second Bank"),
    ("ORG:First Bank of Tarnby", "ORG:Second Bank of Tarnby"),
    ("ORG:4th Brigade", "ORG:5th Brigade"),
    ("ORG:4th Brigade", "ORG:4th Division"),
    ("ORG:1st armoured brigade", "ORG:1st infantry brigade"),
    ("ORG:Miami University", "ORG:University of Miami"),
    ("ORG:Bank of Norway", "ORG:Norway Bank"),
    ("ORG:South Korean Army", "ORG:North Korean Army"),
    ("ORG:Democratic Party", "ORG:Social Democratic Party"),
    ("ORG:Liberal Party", "ORG:Labour Party"),
    ("ORG:Quellora", "ORG:Quellora Labs"),
    ("ORG:Quellora", "ORG:Quellora Foundation"),
    ("ORG:Tarnby Motors", "ORG:Tarnby Motels"),
    ("ORG:Tarnby Tea Board", "ORG:Tarnby Trade Board"),
    ("ORG:General Electric", "ORG:General Electronics"),
    ("ORG:UN", "ORG:UNHCR"),
    ("ORG:ISI", "ORG:ISIS"),
    ("ORG:TTB", "ORG:TTC"),
    ("NORP:Norwegian", "PLACE:Norway"),
    ("NORP:Muslims", "ORG:Muslim Brotherhood"),
]


@pytest.mark.parametrize(("first", "second"), ONE)
def test_one_thing(first: str, second: str) -> None:
    assert are_one(first, second)


@pytest.mark.parametrize(("first", "second"), NEVER)
def test_never_one(first: str, second: str) -> None:
    assert not are_one(first, second)
    assert not are_one(name(second, 9, {1, 2}), name(first, 2, {1, 2}))


@settings(deadline=None, max_examples=20)
@given(st.permutations(sorted({key for pair in NEVER + ONE for key in pair})), st.randoms())
def test_all_together_in_any_order_give_the_same_entities(keys: list[str], rng: random.Random) -> None:
    names = [name(key, 1 + len(key) % 7, {len(key) % 5, len(key) % 3}) for key in keys]
    expected = resolve(sorted(names, key=lambda one: one.key))
    rng.shuffle(names)
    assert resolve(names) == expected


def test_none_of_the_pairs_is_joined_by_way_of_the_others() -> None:
    """All in one collection: what must be apart is so in the company of all other names, too."""
    keys = {key for pair in NEVER + ONE for key in pair}
    entity_of = resolved(*sorted(keys)).entity_of
    assert [pair for pair in NEVER if entity_of[pair[0]] == entity_of[pair[1]]] == []


def test_what_an_article_defines_goes_before_what_is_well_known() -> None:
    found = resolved(name("ORG:Tarnby Universal Network", 3, None, UN=2), "ORG:UN", "ORG:United Nations")
    assert found.entity_of["ORG:UN"] == found.entity_of["ORG:Tarnby Universal Network"]
    assert found.entity_of["ORG:United Nations"] != found.entity_of["ORG:UN"]


def test_the_fuller_name_is_shown() -> None:
    found = resolved(name("PLACE:Calif", 9), name("PLACE:California", 2))
    assert [entity.name for entity in found.entities] == ["California"]


def test_initials_need_articles_that_speak_for_them() -> None:
    far = name("ORG:Samland Electric Cars", 4, {1, 2}), name("ORG:SEC", 3, {7, 8})
    near = name("ORG:Samland Electric Cars", 4, {1, 2}), name("ORG:SEC", 3, {2, 8})
    assert not are_one(*far)
    assert are_one(*near)


def test_the_part_of_a_name_stands_for_the_whole_where_articles_have_both() -> None:
    clinic = name("ORG:Harbourside Treatment Center", 4, {1, 2})
    assert are_one(clinic, name("ORG:Harbourside", 3, {1, 2, 3}))
    assert not are_one(clinic, name("ORG:Harbourside", 3, {3, 4, 5}))
    found = resolved(clinic, name("ORG:Harbourside Hospital", 2, {1, 2}), name("ORG:Harbourside", 3, {1, 2}))
    assert len(found.entities) == 3


def test_a_surname_read_as_a_body_is_its_bearers_in_the_same_story() -> None:
    person = name("PERSON:Maurice Tarnholm", 9, {1, 2, 3})
    assert are_one(person, name("ORG:Tarnholm", 2, {2, 3}))
    assert are_one(person, name("ORG:Mo Tarnholm", 2, {2, 3}))
    assert not are_one(person, name("ORG:Tarnholm", 2, {8, 9}))
    assert not are_one(person, name("ORG:Tarnholm", 20, {2, 3}))
    two = resolved(person, name("PERSON:Mira Tarnholm", 9, {2, 3}), name("ORG:Tarnholm", 2, {2, 3}))
    assert len(two.entities) == 3


def test_blocks_keep_together_what_any_rule_would_join() -> None:
    """Resolved block by block or all at once, the same names are one."""
    names = sorted((name(key) for key in {key for pair in NEVER + ONE for key in pair}), key=lambda n: n.key)
    at_once = resolve_block(names, Decisions(()), Context.of(names), Outlets()).groups
    found = resolve(names)
    by_entity: dict[str, set[str]] = {}
    for key, entity in found.entity_of.items():
        by_entity.setdefault(entity, set()).add(key)
    assert sorted(sorted(keys) for keys in by_entity.values()) == sorted(
        sorted(one.key for one in group.names) for group in at_once
    )
