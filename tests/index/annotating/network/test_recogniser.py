"""The trained recogniser: sensible names in invented texts, whatever stands beside them, and nothing that breaks it."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.annotating.names.statistics import Statistics
from index.annotating.network.recogniser import NetworkRecogniser
from index.annotating.network.weights import load
from models.annotation import Mention
from models.kind import Kind

REPORT = """Fenwell Mill to Reopen After Flood

HARTSEA, March 4 (Wire) - Fenwell said on Tuesday that its mill on the Tarnby River would reopen in May.
The company, which is half owned by Okunde & Lindqvist, lost 214 tons of flour in January.

"We were told that the bridge would hold," said Davor Kern, who runs the mill. Mr Kern had warned
the Ministry of Public Works in a letter. The Dock Workers' Federation (DWF) welcomed the plan;
the DWF wants written contracts. Swedish farmers sold their wheat in Norway instead, Laura Finch told Radio Zeta.
"""


def recognise(*texts: str) -> list[list[Mention]]:
    statistics = Statistics()
    statistics.add(texts)
    return NetworkRecogniser().recognise(texts, statistics)


def test_names_of_a_report() -> None:
    found = {(mention.text, mention.kind) for mention in recognise(REPORT)[0]}
    assert found >= {
        ("HARTSEA", Kind.PLACE),
        ("Fenwell", Kind.ORG),
        ("Davor Kern", Kind.PERSON),
        ("Kern", Kind.PERSON),
        ("Ministry of Public Works", Kind.ORG),
        ("DWF", Kind.ORG),
        ("Swedish", Kind.NORP),
        ("Norway", Kind.PLACE),
        ("Laura Finch", Kind.PERSON),
        ("Radio Zeta", Kind.ORG),
    }
    assert not {"May", "March", "Tuesday", "We", "The", "Mr Kern"} & {text for text, _ in found}


def test_a_headline_is_not_one_name() -> None:
    found = {
        (mention.text, mention.kind)
        for mention in recognise("Kern Visited Norway\n\nPavel Kern came on Monday.")[0]
    }
    assert {("Kern", Kind.PERSON), ("Norway", Kind.PLACE), ("Pavel Kern", Kind.PERSON)} <= found


def test_clubs_by_the_names_of_towns() -> None:
    text = "Soccer - Premier league results\n\nOslo 2 Tarnby 1\nBergen 0 Hartsea 0\nBergen beat Tarnby 2-1 on Sunday.\n"
    found = [(mention.text, mention.kind) for mention in recognise(text)[0]]
    assert found.count(("Bergen", Kind.ORG)) == 2
    assert found.count(("Tarnby", Kind.ORG)) == 2


def test_given_names_of_two_parts() -> None:
    (found,) = recognise("The aide said that Kim Yong-jin and Abdul al-Rashidi had met Mei-Lin Garcia.")
    assert [m.text for m in found] == ["Kim Yong-jin", "Abdul al-Rashidi", "Mei-Lin Garcia"]


def test_units_known_by_their_number() -> None:
    assert ("77th military base", Kind.ORG) in [
        (m.text, m.kind) for m in recognise("Troops left the 77th military base.")[0]
    ]


def test_a_text_reads_the_same_beside_other_texts() -> None:
    (alone,) = recognise(REPORT)
    others = ["Rain fell. Nobody came.", "", "HARTSEA 1998-03-04\n\nRain."]
    beside = recognise(others[0], REPORT, *others[1:])[1]
    assert [(m.start, m.end, m.kind) for m in alone] == [(m.start, m.end, m.kind) for m in beside]


def test_a_book_is_read_in_parts() -> None:
    text = "It was Davor Kern who met Laura Finch in Norway. Nobody else came to see it. " * 5000
    (found,) = recognise(text)
    assert len(found) == 15000


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n\n\n",
        " ",
        "\x00\x1b[31mKern\x07 said.",
        "🙂 Kern 🙂🙂 said 日本語 東京で Kern 。",
        "K" * 200_000,
        "k" * 200_000 + "K",
        "Aa" * 100_000,
        "A. " * 20_000,
        "Kern " * 20_000,
        "’s’s’s 's 'S",
        "\u202eKern\u202c \ud7ff \U0010ffff İstanbul ẞ ŉ ǰ",
        "-" * 50_000,
    ],
)
def test_odd_texts(text: str) -> None:
    (found,) = recognise(text)
    for mention in found:
        assert text[mention.start : mention.end] == mention.text
        assert mention.text.strip()


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(max_size=200), max_size=4))
def test_mentions_are_in_order_without_overlap(texts: list[str]) -> None:
    for text, found in zip(texts, recognise(*texts), strict=True):
        ends = 0
        for mention in found:
            assert ends <= mention.start < mention.end <= len(text)
            ends = mention.end


def test_weights_load_faster_than_the_gazetteer() -> None:
    """Under 100 ms where the gazetteer takes a third of a second; the ratio holds on a busy machine too."""
    from index.annotating.names.gazetteer import gazetteer

    began = time.process_time()
    gazetteer.__wrapped__()
    of_gazetteer = time.process_time() - began
    took = []
    for _ in range(3):
        began = time.process_time()
        load()
        took.append(time.process_time() - began)
    assert min(took) < 0.5 * of_gazetteer
