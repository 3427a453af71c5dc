from collections.abc import Sequence
from pathlib import Path

import pytest

import index.refreshing.enriching
from index.catalogue import Catalogue, FileState
from index.refreshing.enriching import enrich, names_record
from index.refreshing.preparing import record
from models.annotation import Annotations, Mention, Quotation
from models.article import Article, Passage
from models.kind import Kind


def stored(path: Path, *texts: str) -> list[int]:
    """The revisions of articles in a new catalogue."""
    with Catalogue(path, writable=True) as catalogue:
        for number, text in enumerate(texts):
            passage = Passage(number=1, start=0, end=len(text), text=text)
            article = Article(path=f"{number}.txt", title="The weir", passages=(passage,))
            catalogue.put_file(article.path, FileState(1, 1), [record(article)])
        return catalogue.unannotated()


def test_names_are_found_in_articles_of_the_catalogue(tmp_path: Path) -> None:
    revisions = stored(tmp_path / "c", "Warden Mara Vell said the weir would hold.")
    (one,) = enrich(tmp_path / "c", [*revisions, 404])
    assert one.revision == revisions[0]
    assert "PERSON:Mara Vell" in one.record.names
    assert one.problem is None


def test_the_outcome_does_not_depend_on_what_was_annotated_before(tmp_path: Path) -> None:
    texts = [f"The Ostwick{n} council met. Later Ostwick{n} was quiet, said Mara Vell." for n in range(4)]
    revisions = stored(tmp_path / "c", *texts)
    together = enrich(tmp_path / "c", revisions[2:])
    enrich(tmp_path / "c", revisions[:2])
    assert enrich(tmp_path / "c", revisions[2:]) == together


def test_one_odd_text_does_not_cost_the_others_their_names(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = index.refreshing.enriching.annotate

    def odd(articles: Sequence[Article]) -> list[Annotations]:
        if any("otter" in article.text for article in articles):
            raise RecursionError
        return whole(articles)

    monkeypatch.setattr(index.refreshing.enriching, "annotate", odd)
    revisions = stored(tmp_path / "c", "Warden Mara Vell said the weir would hold.", "An otter sat there.")
    fine, strange = enrich(tmp_path / "c", revisions)
    assert fine.record.names
    assert fine.problem is None
    assert strange.record.names == {}
    assert strange.problem is not None
    assert "names" in strange.problem


def test_mentions_and_speakers_go_with_their_passage() -> None:
    one, two = "Davor Kern came.", "“It holds,” said Kern."
    passages = (
        Passage(number=1, start=0, end=len(one), text=one),
        Passage(number=2, start=len(one) + 2, end=len(one) + 2 + len(two), text=two),
        Passage(number=3, start=len(one) + len(two) + 4, end=len(one) + len(two) + 8, text="Rain"),
    )
    start = len(one) + 2
    name = "PERSON:Davor Kern"
    annotations = Annotations(
        mentions=(
            Mention(start=0, end=10, text="Davor Kern", kind=Kind.PERSON, entity=name),
            Mention(start=start + 17, end=start + 21, text="Kern", kind=Kind.PERSON, entity=name),
        ),
        quotations=(Quotation(start=start, end=start + 11, text="“It holds,”", kind="direct", entity=name),),
    )
    found = names_record(Article(path="a.txt", passages=passages), annotations)
    assert [(p.number, len(p.mentions), p.said) for p in found.passages] == [(1, 1, ()), (2, 1, (name,))]
    assert found.names == {name: {"Davor Kern": 1, "Kern": 1}}
