"""Where something first appeared."""

from pathlib import Path

from index.dating import is_earlier
from index.origin import origin
from models.annotation import Figure, Quotation
from tests.index.libraries import FILLER, MemoryLibrary, article

QUOTE = "“The sluice was never locked in all those years,” Nora Vance said on the quay in Orvane."
LEAD = "The keepers of the Orvane sluice left their posts on Thursday evening, an hour before the river came over."
FIGURE = "Some 1,940 sheep were led over the Tessel bridge that night."


def library(tmp_path: Path, *dates: str | None) -> MemoryLibrary:
    texts = [(LEAD, QUOTE, FIGURE, f"Number {n} ends here.") for n, _ in enumerate(dates)]
    return MemoryLibrary(
        tmp_path,
        [
            *(
                article(f"{n}.txt", *text, published=day)
                for n, (text, day) in enumerate(zip(texts, dates, strict=True))
            ),
            *FILLER,
        ],
    )


def quotation(found: MemoryLibrary, revision: int) -> Quotation:
    loaded = found.load(revision)
    assert loaded is not None
    return loaded.annotations.quotations[0]


def test_reported_speech_is_not_called_a_quotation(tmp_path: Path) -> None:
    found = library(tmp_path, "2021-08-03")
    reported = quotation(found, 1).model_copy(update={"kind": "indirect"})
    assert origin(found, 1, 2, reported).what == "words"


def test_a_quotation_goes_back_to_the_earliest_dated(tmp_path: Path) -> None:
    found = library(tmp_path, "2021-08-03", "2021-08-02", None, "2021-08-05")
    asked = origin(found, 4, 2, quotation(found, 4))
    assert asked.earliest is not None
    assert (asked.what, asked.earliest.path, asked.here, asked.tied) == ("quotation", "1.txt", False, False)
    assert (asked.dated, asked.undated) == (2, 1)
    assert (asked.earliest.start, asked.earliest.end) == (quotation(found, 2).start, quotation(found, 2).end)


def test_the_earliest_says_so(tmp_path: Path) -> None:
    found = library(tmp_path, "2021-08-03", "2021-08-02")
    assert origin(found, 2, 2, quotation(found, 2)).here


def test_a_passage_goes_back_to_the_one_it_copies(tmp_path: Path) -> None:
    found = library(tmp_path, "2021-08-03", "2021-08-02")
    asked = origin(found, 1, 1, None)
    assert asked.earliest is not None
    assert (asked.what, asked.earliest.path, asked.earliest.passage) == ("passage", "1.txt", 1)


def test_a_figure_goes_back_too(tmp_path: Path) -> None:
    found = library(tmp_path, "2021-08-03", "2021-08-02")
    loaded = found.load(1)
    assert loaded is not None
    figure = next(f for f in loaded.annotations.figures if f.value == 1940)
    assert isinstance(figure, Figure)
    asked = origin(found, 1, 3, figure)
    assert asked.earliest is not None
    assert (asked.what, asked.earliest.path, asked.earliest.passage) == ("figure", "1.txt", 3)


def test_on_one_day_nobody_is_called_the_first(tmp_path: Path) -> None:
    found = library(tmp_path, "2021-08-02", "2021-08-02")
    for revision in (1, 2):
        asked = origin(found, revision, 1, None)
        assert (asked.here, asked.tied) == (True, True)


def test_undated_articles_are_counted_and_never_guessed_at(tmp_path: Path) -> None:
    found = library(tmp_path, None, None)
    asked = origin(found, 1, 1, None)
    assert (asked.earliest, asked.dated, asked.undated) == (None, 0, 1)


def test_a_short_passage_tells_nothing(tmp_path: Path) -> None:
    found = library(tmp_path, "2021-08-02", "2021-08-03")
    assert not origin(found, 1, 4, None).telling


def test_moments_order_where_both_are_stated() -> None:
    assert is_earlier("2021-08-02T10:00+02:00", "2021-08-02T09:00+00:00")
    assert not is_earlier("2021-08-02", "2021-08-02T09:00+00:00")
    assert not is_earlier("2021-08-02T08:00", "2021-08-02T09:00")
    assert is_earlier("2021-08-01", "2021-08-02T00:00Z")
    assert not is_earlier("2021-08", "2021-08-02")
