"""The door: texts in, names with local names or entities out."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from index.annotating import Annotator, annotate_collection
from index.annotating.names.statistics import Statistics
from index.reading import read
from models.annotation import Mention
from models.kind import Kind

SEEDS = Path(__file__).parents[3] / "../shared/seeds"
TEXT = "Ruritanian Defence Minister Davor Kern met the National Tea Board (NTB). “We agreed,” Mr Kern said."


def test_mentions_have_local_names() -> None:
    (found,) = Annotator().annotate([TEXT])
    assert {(mention.text, mention.entity) for mention in found.mentions} >= {
        ("Davor Kern", "PERSON:Davor Kern"),
        ("Kern", "PERSON:Davor Kern"),
        ("NTB", "ORG:National Tea Board"),
    }


def test_a_quotation_has_the_local_name_of_its_speaker() -> None:
    (found,) = Annotator().annotate([TEXT])
    direct = [quotation for quotation in found.quotations if quotation.kind == "direct"]
    assert [(quotation.speaker, quotation.entity) for quotation in direct] == [
        ("Davor Kern", "PERSON:Davor Kern")
    ]


def test_figures_are_found() -> None:
    (found,) = Annotator().annotate(["About 5,000 troops came."])
    assert [figure.value for figure in found.figures] == [5000]


def test_offsets_count_in_the_text_and_not_in_the_title() -> None:
    for titles in (None, ["Kern Meets Tea Board in Norway"], [None]):
        (found,) = Annotator().annotate([TEXT], titles)
        assert all(TEXT[mention.start : mention.end] == mention.text for mention in found.mentions)
        assert len(found.mentions) >= 4


def test_a_title_says_who_a_surname_is() -> None:
    (found,) = Annotator().annotate(["Everybody saw Norwich leave."], ["Why Laura Norwich left"])
    assert [(mention.text, mention.kind) for mention in found.mentions] == [("Norwich", Kind.PERSON)]


def test_a_title_has_names_and_figures_of_its_own() -> None:
    title = "KERN PROMISES TEA BOARD 5,000 TROOPS"
    (found,) = Annotator().annotate([TEXT], [title])
    assert next((m.text, m.entity) for m in found.title_mentions) == ("KERN", "PERSON:Davor Kern")
    assert all(title[mention.start : mention.end] == mention.text for mention in found.title_mentions)
    assert [(figure.text, figure.of) for figure in found.title_figures] == [("5,000", "troops")]
    (without,) = Annotator().annotate([TEXT])
    assert (without.title_mentions, without.title_figures) == ((), ())


def test_a_title_joins_the_collections_entities() -> None:
    first, second = annotate_collection(
        ["Davor Kern left Norway. Mr Kern flew home.", "The minister landed at noon."],
        [None, "Why Davor Kern left"],
    )
    (in_title,) = second.title_mentions
    assert in_title.entity == "person/davor-kern"
    assert in_title.entity in {mention.entity for mention in first.mentions}


def test_a_collection_has_entities() -> None:
    first, second = annotate_collection(
        [TEXT, "The US praised Davor Kern. The United States and Mr Kern agreed."]
    )
    by_text = {mention.text: mention.entity for mention in second.mentions}
    assert by_text["US"] == by_text["United States"] == "place/united-states"
    assert by_text["Kern"] == by_text["Davor Kern"] == "person/davor-kern"
    assert {mention.entity for mention in first.mentions if "Kern" in mention.text} == {"person/davor-kern"}
    assert {quotation.entity for quotation in first.quotations if quotation.kind == "direct"} == {
        "person/davor-kern"
    }


def test_nothing_in_nothing_out() -> None:
    assert Annotator().annotate([]) == []
    assert annotate_collection([]) == []
    (found,) = Annotator().annotate([""])
    assert found.mentions == ()


def test_another_recogniser_can_take_the_rules_place() -> None:
    class First:
        def recognise(self, texts: Sequence[str], statistics: Statistics) -> list[list[Mention]]:
            assert statistics.lower["saw"] == 1
            return [[Mention(start=0, end=3, text=text[:3], kind=Kind.EVENT)] for text in texts]

    (found,) = Annotator(First()).annotate(["Abc saw it."])
    assert [(mention.text, mention.entity) for mention in found.mentions] == [("Abc", "EVENT:Abc")]


@pytest.mark.shared
@pytest.mark.skipif(not SEEDS.is_dir(), reason="the evaluation data is not beside the checkout")
def test_a_name_that_only_a_headline_spells_so_joins_its_entity() -> None:
    articles = [article for path in sorted(SEEDS.glob("*.txt")) for article in read(path, path.name)]
    found = annotate_collection([a.text for a in articles], [a.title for a in articles])
    in_titles = {m.text: m.entity for annotations in found for m in annotations.title_mentions}
    in_texts = {m.text: m.entity for annotations in found for m in annotations.mentions}
    assert "Isis" not in in_texts
    assert in_titles["Isis"] == in_texts["ISIS"]
