"""What the guide says after the network: ends, places in lists, one kind in one text, names known from other texts."""

import pytest

from index.annotating.names.statistics import Statistics
from index.annotating.network.agreement import agreed
from index.annotating.network.bounds import bounded
from index.annotating.network.found import Name
from index.annotating.network.place_cues import place_by_cues
from index.annotating.network.recogniser import NetworkRecogniser
from models.kind import Kind


def named(text: str, **kinds: Kind | tuple[Kind, float]) -> list[Name]:
    """Names as if found: each word of `kinds` ("_" for a space) where it first stands, with its kind and score."""
    found = []
    for key, said in kinds.items():
        words = key.replace("_", " ")
        kind, score = said if isinstance(said, tuple) else (said, 0.7)
        start = text.index(words)
        found.append(Name(start, start + len(words), words, kind, score))
    return sorted(found, key=lambda name: name.start)


def told(names: list[Name]) -> list[tuple[str, Kind]]:
    return [(name.text, name.kind) for name in names]


def test_two_peoples_at_a_dash_are_two() -> None:
    for dash in "-‐–—":
        whole = f"Swedish{dash}Danish"
        text = f"The {whole} bridge was shut."
        assert told(bounded(text, [Name(4, 4 + len(whole), whole, Kind.PLACE, 0.8)])) == [
            ("Swedish", Kind.NORP),
            ("Danish", Kind.NORP),
        ]


def test_a_dash_inside_one_people_stays() -> None:
    text = "Some Anglo-Saxon coins."
    assert told(bounded(text, [Name(5, 16, "Anglo-Saxon", Kind.NORP, 0.8)])) == [("Anglo-Saxon", Kind.NORP)]


def test_a_direction_belongs_to_its_people() -> None:
    text = "Five Central Asian states, a South Korean mill and Middle Eastern ports."
    found = named(text, Asian=Kind.NORP, South=Kind.PLACE, Korean=Kind.NORP)
    assert told(bounded(text, found)) == [
        ("Central Asian", Kind.NORP),
        ("South Korean", Kind.NORP),
        ("Middle Eastern", Kind.NORP),
    ]


def test_a_direction_in_a_name_before_stays_there() -> None:
    text = "Radio Central Asian listeners know."
    found = named(text, Radio_Central=Kind.ORG, Asian=Kind.NORP)
    assert told(bounded(text, found)) == [("Radio Central", Kind.ORG), ("Asian", Kind.NORP)]


def test_marks_and_generic_words_are_outside() -> None:
    text = "The Okunde network and the Tarnby Front – both"
    found = named(text, Okunde_network=Kind.ORG)
    found.append(Name(27, 41, "Tarnby Front –", Kind.ORG, 0.9))
    assert told(bounded(text, found)) == [("Okunde", Kind.ORG), ("Tarnby Front", Kind.ORG)]


def test_places_in_parentheses_behind_a_place() -> None:
    text = "in provinces bordering with Norway (Velmark, Osterin), Sweden (Hallan) and with Finland"
    found = named(
        text,
        Norway=(Kind.PLACE, 0.99),
        Velmark=Kind.ORG,
        Osterin=Kind.ORG,
        Sweden=(Kind.PLACE, 0.99),
        Hallan=Kind.PLACE,
    )
    place_by_cues(text, found)
    assert {kind for _, kind in told(found)} == {Kind.PLACE}


def test_companies_in_parentheses_behind_a_country_stay() -> None:
    text = "the biggest carmakers are those of Norway (Velmark, Osterin)"
    found = named(text, Norway=(Kind.PLACE, 0.99), Velmark=Kind.ORG, Osterin=Kind.ORG)
    place_by_cues(text, found)
    assert told(found)[1:] == [("Velmark", Kind.ORG), ("Osterin", Kind.ORG)]


def test_a_doubtful_name_among_places_is_one() -> None:
    text = "It rained in Norway, Sweden, Velmark and Finland."
    found = named(text, Norway=Kind.PLACE, Sweden=Kind.PLACE, Velmark=Kind.ORG, Finland=Kind.PLACE)
    place_by_cues(text, found)
    assert ("Velmark", Kind.PLACE) in told(found)


def test_a_sure_body_among_places_stays() -> None:
    text = "It asked Norway, Sweden, Velmark, NATO and Finland."
    found = named(
        text,
        Norway=Kind.PLACE,
        Sweden=Kind.PLACE,
        Velmark=(Kind.ORG, 0.97),
        NATO=Kind.ORG,
        Finland=Kind.PLACE,
    )
    place_by_cues(text, found)
    assert {("Velmark", Kind.ORG), ("NATO", Kind.ORG)} <= set(told(found))


def test_a_name_before_its_province_is_a_place() -> None:
    text = "Farmers of Velmark province came."
    found = named(text, Velmark=Kind.ORG)
    place_by_cues(text, found)
    assert told(found) == [("Velmark", Kind.PLACE)]


def test_an_unlisted_person_before_a_region_is_a_place() -> None:
    text = "They spoke of a Velmark caliphate and of the Kern district."
    found = named(text, Velmark=Kind.PERSON, Kern=(Kind.PERSON, 0.95))
    place_by_cues(text, found)
    assert told(found) == [("Velmark", Kind.PLACE), ("Kern", Kind.PERSON)]


def test_a_defined_abbreviation_is_that_name_everywhere() -> None:
    text = "The Inland State (IS) fell. Then IS rose, pro-IS men said it IS so.\nALL THIS IS TRUE"
    found = agreed(text, named(text, Inland_State=Kind.ORG))
    assert [name.text for name in found] == ["Inland State", "IS", "IS", "IS", "IS"]
    assert {name.kind for name in found} == {Kind.ORG}
    assert all(name.start < text.index("\n") for name in found)


def test_a_full_name_makes_its_surname_a_person_everywhere() -> None:
    text = "Davor Okunde left. Tarnby and Okunde parted; Okunde won."
    found = agreed(text, named(text, Davor_Okunde=(Kind.PERSON, 0.8)))
    assert told(found) == [
        ("Davor Okunde", Kind.PERSON),
        ("Okunde", Kind.PERSON),
        ("Okunde", Kind.PERSON),
    ]


def test_a_family_before_its_network_stays_a_body() -> None:
    text = "Davor Okunde fled. The Okunde network fights."
    found = [Name(0, 12, "Davor Okunde", Kind.PERSON, 0.9), Name(23, 29, "Okunde", Kind.ORG, 0.8)]
    assert told(agreed(text, found)) == [("Davor Okunde", Kind.PERSON), ("Okunde", Kind.ORG)]


def test_one_name_has_one_kind_but_a_town_and_its_club_are_two() -> None:
    text = "Mo Tarn ran. Mo Tarn ran. Mo Tarn ran. Oslo won in Oslo, Oslo."
    starts = [0, 13, 26]
    found = [Name(at, at + 7, "Mo Tarn", Kind.PERSON, 0.9) for at in starts]
    found[1].kind, found[1].score = Kind.ORG, 0.5
    found += [Name(39, 43, "Oslo", Kind.ORG, 0.4), Name(51, 55, "Oslo", Kind.PLACE, 0.9)]
    kinds = [name.kind for name in agreed(text, found)]
    assert kinds == [Kind.PERSON, Kind.PERSON, Kind.PERSON, Kind.ORG, Kind.PLACE]


def test_a_name_known_from_other_texts_is_seen_where_it_is_passed_over(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    texts = [
        "Traders said Velmark Okunde rose.",
        "A lorry of Velmark Okunde burnt.",
        "He saw Velmark Okunde fall.",
    ]
    names = [[Name(13, 27, "Velmark Okunde", Kind.ORG, 0.9)], [Name(11, 25, "Velmark Okunde", Kind.ORG, 0.9)]]
    recogniser = NetworkRecogniser()
    monkeypatch.setattr(recogniser, "found", lambda texts, readings: [*names, []])
    statistics = Statistics()
    statistics.add(texts)
    assert [(m.text, m.kind) for m in recogniser.recognise(texts, statistics)[2]] == [
        ("Velmark Okunde", Kind.ORG)
    ]
