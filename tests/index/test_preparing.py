from pathlib import Path

import pytest

from index.catalogue import FileState
from index.preparing import FoundFile, day_of, prepare, record
from models.annotation import Annotations, Kind, Mention, Quotation
from models.article import Article, Passage

STATE = FileState(1, 1)


def found(folder: Path, name: str, text: str | None) -> FoundFile:
    if text is not None:
        (folder / name).write_text(text, encoding="utf-8")
    return FoundFile(folder / name, name, STATE)


def test_a_file_that_vanishes_before_it_is_read_costs_only_itself(tmp_path: Path) -> None:
    there = found(tmp_path, "there.txt", "Weir holds\n\nThe weir holds, the warden said on Tuesday.\n")
    gone = found(tmp_path, "gone.txt", None)
    first, second = prepare([there, gone])
    assert len(first.records) == 1
    assert first.problem is None
    assert second.records == ()
    assert second.problem


def test_one_odd_text_does_not_cost_the_others_their_names(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import index.preparing

    whole = index.preparing._annotate

    def odd(articles: list[Article]) -> list[Annotations]:
        if any("otter" in article.text for article in articles):
            raise RecursionError
        return whole(articles)

    monkeypatch.setattr(index.preparing, "_annotate", odd)
    fine = found(tmp_path, "fine.txt", "Weir holds\n\nWarden Mara Vell said the weir would hold.\n")
    strange = found(tmp_path, "strange.txt", "An otter\n\nAn otter sat on the weir all day.\n")
    first, second = prepare([fine, strange])
    assert first.records[0].names
    assert first.problem is None
    assert len(second.records) == 1, "the article itself can be read"
    assert second.problem is not None
    assert "names" in second.problem


def test_mentions_and_speakers_go_with_their_passage() -> None:
    one, two = "Davor Kern came.", "“It holds,” said Kern."
    passages = (
        Passage(number=1, start=0, end=len(one), text=one),
        Passage(number=2, start=len(one) + 2, end=len(one) + 2 + len(two), text=two),
    )
    start = len(one) + 2
    annotations = Annotations(
        mentions=(
            Mention(start=0, end=10, text="Davor Kern", kind=Kind.PERSON, entity="PERSON:Davor Kern"),
            Mention(
                start=start + 17, end=start + 21, text="Kern", kind=Kind.PERSON, entity="PERSON:Davor Kern"
            ),
        ),
        quotations=(
            Quotation(
                start=start, end=start + 11, text="“It holds,”", kind="direct", entity="PERSON:Davor Kern"
            ),
        ),
    )
    stored = record(Article(path="a.txt", title="The weir", passages=passages), annotations)
    assert [(p.number, len(p.mentions), p.said) for p in stored.passages] == [
        (0, 0, ()),
        (1, 1, ()),
        (2, 1, ("PERSON:Davor Kern",)),
    ]
    assert stored.names == {"PERSON:Davor Kern": {"Davor Kern": 1, "Kern": 1}}


def test_the_same_words_of_another_outlet_are_another_article() -> None:
    passage = (Passage(number=1, start=0, end=4, text="Same"),)
    here = Article(path="a.txt", outlet="The Courier", passages=passage)
    again = here.model_copy(update={"path": "b.txt"})
    elsewhere = here.model_copy(update={"outlet": "The Herald"})
    digests = [record(article, Annotations()).digest for article in (here, again, elsewhere)]
    assert digests[0] == digests[1] != digests[2]


@pytest.mark.parametrize(
    ("published", "dated"),
    [
        ("2021-07-28", True),
        ("2021-07-28T11:57+01:00", True),
        ("2021-07", False),
        ("2021", False),
        (None, False),
    ],
)
def test_only_a_whole_day_is_a_day(published: str | None, dated: bool) -> None:
    assert bool(day_of(published)) == dated
