from pathlib import Path

import pytest

from index.catalogue import FileState
from index.preparing import FoundFile, day_of, prepare, record
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


def test_the_same_words_of_another_outlet_are_another_article() -> None:
    passage = (Passage(number=1, start=0, end=4, text="Same"),)
    here = Article(path="a.txt", outlet="The Courier", passages=passage)
    again = here.model_copy(update={"path": "b.txt"})
    elsewhere = here.model_copy(update={"outlet": "The Herald"})
    digests = [record(article).digest for article in (here, again, elsewhere)]
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
