from collections.abc import Collection, Mapping

from index.annotating.entities.recasting import Recasts
from index.catalogue.meant import unpack_meant
from index.catalogue.names import Meaning
from index.catalogue.records import pack
from models.annotation import Annotations, Mention, Quotation
from models.decision import NameDecision
from models.kind import Kind

_STORED = Annotations(
    mentions=(
        Mention(start=0, end=3, text="Ost", kind=Kind.PERSON, entity="PERSON:Ida Ost"),
        Mention(start=9, end=13, text="Vrel", kind=Kind.ORG, entity="ORG:Vrel"),
        Mention(start=20, end=26, text="Monday", kind=Kind.DATE),
    ),
    quotations=(
        Quotation(
            start=30, end=40, text="“We stay”", kind="direct", speaker="Ida Ost", entity="PERSON:Ida Ost"
        ),
    ),
)
_MEANINGS = {"PERSON:Ida Ost": Meaning("e1", Kind.PERSON), "ORG:Vrel": Meaning("e2", Kind.PLACE)}


def _meanings(locals_: Collection[str]) -> Mapping[str, Meaning]:
    return {local: _MEANINGS[local] for local in locals_ if local in _MEANINGS}


def test_names_are_the_collection_s_and_what_has_no_entity_stays() -> None:
    found = unpack_meant(pack(_STORED), Recasts(()), _meanings)
    assert [(m.entity, m.kind) for m in found.mentions] == [
        ("e1", Kind.PERSON),
        ("e2", Kind.PLACE),
        (None, Kind.DATE),
    ]
    assert found.quotations[0].entity == "e1"


def test_a_name_that_was_not_compared_yet_is_the_article_s_own() -> None:
    assert unpack_meant(pack(_STORED), Recasts(()), lambda _: {}) == _STORED


def test_what_the_reader_says_is_no_name_is_not_mentioned_and_says_nothing() -> None:
    never = Recasts((NameDecision(says="never", text="Ida Ost"), NameDecision(says="never", text="Ost")))
    found = unpack_meant(pack(_STORED), never, _meanings)
    assert [m.text for m in found.mentions] == ["Vrel", "Monday"]
    assert found.quotations[0].entity is None
