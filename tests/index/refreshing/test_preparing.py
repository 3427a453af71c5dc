from pathlib import Path

import pytest

from index.catalogue import FileState
from index.refreshing.preparing import FoundFile, day_of, is_light, lost, prepare, record
from models.article import Article, Passage

STATE = FileState(1, 1)


def found(folder: Path, name: str, text: str | None) -> FoundFile:
    if text is not None:
        (folder / name).write_text(text, encoding="utf-8")
    return FoundFile(str(folder / name), name, STATE)


def test_a_file_that_vanishes_before_it_is_read_costs_only_itself(tmp_path: Path) -> None:
    there = found(tmp_path, "there.txt", "Weir holds\n\nThe weir holds, the warden said on Tuesday.\n")
    gone = found(tmp_path, "gone.txt", None)
    first, second = prepare(there), prepare(gone)
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


def test_a_file_of_many_articles_with_a_bad_one(tmp_path: Path) -> None:
    lines = '{"title": "Weir holds", "text": "The weir holds."}\n{"title": \n'
    prepared = prepare(found(tmp_path, "export.jsonl", lines))
    assert [stored.title for stored in prepared.records] == ["Weir holds"]
    assert prepared.problem == "1 of 2 entries could not be read: line 2: It is no valid JSON."


def test_a_file_that_holds_too_much_is_indexed_in_part(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("index.refreshing.preparing._MOST_TEXT", 290)
    lines = '{"title": "Weir holds", "text": "The weir at Brod holds."}\n' * 5
    prepared = prepare(found(tmp_path, "export.jsonl", lines))
    assert len(prepared.records) == 2
    assert prepared.problem == "It holds too much to be indexed: only its first 2 articles are."


def test_what_unpacks_or_may_hold_surprises_is_not_light(tmp_path: Path) -> None:
    plain = found(tmp_path, "plain.txt", "The weir holds.")
    assert is_light(plain)
    assert is_light(FoundFile(str(tmp_path / "gone.txt"), "gone.txt", STATE)), "reading it says so"
    assert not is_light(FoundFile(plain.path, plain.name, FileState(10_000_000, 1)))
    assert not is_light(found(tmp_path, "list.json", '{"title": "Weir"}'))
    assert not is_light(found(tmp_path, "named-otherwise.txt", "%PDF-1.7\n"))


def test_a_file_that_ends_its_process_is_told_of_in_a_sentence() -> None:
    file = FoundFile("a.pdf", "a.pdf", STATE)
    assert lost(file, "time").problem == "Reading it took longer than 10 s and was stopped."
    assert lost(file, "memory").problem == "Reading it took more than 1 GB of memory and was stopped."
    assert "damaged" in (lost(file, "crash").problem or "")


def test_a_file_that_takes_too_long_keeps_its_first_articles(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("index.refreshing.preparing.MOST_SECONDS", 0.0)
    lines = '{"title": "Weir holds", "text": "The weir at Brod holds."}\n' * 5
    prepared = prepare(found(tmp_path, "export.jsonl", lines))
    assert len(prepared.records) == 1
    assert prepared.problem == "Reading it took too long: only its first 1 articles are here."
