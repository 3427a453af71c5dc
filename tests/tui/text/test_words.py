import pytest

from index.attribution import Attribution
from models.article import Article
from models.search import Hit
from models.status import Progress, Status
from tui.text.citing import cite
from tui.text.dates import day_span, long_date, short_date, span_of, time_left
from tui.text.finding import find
from tui.text.results import by_article, by_passage, draw_find, draw_passage
from tui.text.snippets import excerpt, snippet
from tui.text.status import progress_runs


@pytest.mark.parametrize(
    ("iso", "short", "long"),
    [
        ("2021-07-28", "28 Jul 2021", "28 July 2021"),
        ("2021-07-28T11:57+01:00", "28 Jul 2021", "28 July 2021, 11:57"),
        (None, "undated", "undated"),
        ("last week", "last week", "last week"),
    ],
)
def test_dates_as_newspapers_write_them(iso: str | None, short: str, long: str) -> None:
    assert (short_date(iso), long_date(iso)) == (short, long)


def test_periods_and_times_left() -> None:
    assert span_of("2021-03-01", "2021-11-02") == "Mar – Nov 2021"
    assert span_of("2019-03-01", "2021-11-02") == "Mar 2019 – Nov 2021"
    assert span_of("2021-03-01", "2021-03-09") == "Mar 2021"
    assert span_of(None, None) == ""
    assert (time_left(40.2), time_left(200)) == ("40 s left", "3 min left")


def test_the_header_says_how_far_reading_has_got() -> None:
    progress = Progress(stage="reading", done=1204, total=23802, seconds_left=40)
    status = Status(
        folder="f", articles=1, passages=1, outlets=1, problems=3, first_day=None, last_day=None, indexed=None
    )
    shown = "".join(run.text for run in progress_runs(progress, status))
    assert shown == "reading 1,204 of 23,802 · 40 s left   3 skipped !"
    assert progress_runs(Progress(stage="done"), None) == []
    names = Progress(stage="annotating", done=426, total=1000, seconds_left=30)
    assert "".join(run.text for run in progress_runs(names, None)) == "names 42 % · 30 s left"
    begun = Progress(stage="annotating", total=16)
    assert "".join(run.text for run in progress_runs(begun, None)) == "finding names"


def test_finds_words_whatever_their_case_accents_and_spaces() -> None:
    assert find("Mara\nILIĆ and “Ilic”", "mara ilic") == [(0, 9)]
    assert find("don’t", "don't") == [(0, 5)]
    assert find("anything", "  ") == []


def test_an_excerpt_holds_what_was_looked_for() -> None:
    text = "word " * 50 + "harbour " + "word " * 50
    cut = excerpt(text, ((250, 257),), 60)
    ((start, end),) = cut.highlights
    assert cut.text[start:end] == "harbour"
    assert cut.text.startswith("…")
    assert cut.text.endswith("…")


def test_a_snippet_has_no_more_lines_than_asked_for() -> None:
    lines = snippet("word " * 50, (), 20, 2)
    assert len(lines) == 2
    assert lines[1][-1].text.endswith("…")


def hit(path: str, passage: int, **fields: object) -> Hit:
    return Hit.model_validate({
        "rank": 1, "score": 1, "path": path, "paths": (path,), "part": 0, "title": "[b]Fog[/b]", "outlet": None,
        "published": None, "passage": passage, "start": 0, "end": 3, "text": "Fog over Tolva", "highlights": ((0, 3),),
        "full": True, **fields,
    })  # fmt: skip


def test_results_are_articles_at_their_best_passage() -> None:
    finds = by_article([hit("a", 2, passages=2), hit("b", 1), hit("a", 1, passages=2)])
    assert [(find.key.path, find.best.passage, len(find.hits)) for find in finds] == [
        ("a", 2, 2),
        ("b", 1, 1),
    ]
    drawn = ["".join(run.text for run in line) for line in draw_find(finds[0], 40)]
    assert drawn[0] == "[b]Fog[/b]"
    assert drawn[1] == "Fog over Tolva"
    assert drawn[2].startswith("undated · outlet unknown")
    assert drawn[2].endswith("2 hits")


def test_a_passage_of_its_own_stands_under_headline_and_source_or_under_that_row() -> None:
    (find,) = by_article([hit("a", 2, passages=3), hit("a", 0), hit("a", 1)])
    head, below = by_passage(find)
    drawn = ["".join(run.text for run in line) for line in draw_passage(head, 40)]
    assert drawn[0] == "[b]Fog[/b]"
    assert drawn[1].startswith("undated · outlet unknown")
    assert drawn[2:] == ["  Fog over Tolva", ""]
    assert ["".join(run.text for run in line) for line in draw_passage(below, 40)] == ["  Fog over Tolva", ""]


def test_a_narrow_result_keeps_its_whole_date() -> None:
    finds = by_article([hit("a", 1, published="2031-03-12", outlet="The Tolva Quay", full=False, passages=2)])

    def source(width: int) -> str:
        return "".join(run.text for run in draw_find(finds[0], width)[-2])

    assert source(60).startswith("12 Mar 2031 · The Tolva Quay ")
    assert source(60).endswith(" in part · 2 hits")
    assert source(38) == "12 Mar 2031 · The To… in part · 2 hits"
    assert source(29) == "12 Mar 2031  in part · 2 hits"
    assert source(26).startswith("12 Mar 2031 · ")
    assert source(26).endswith(" 2 hits")
    assert source(14) == "12 Mar 2031"


def test_a_quote_is_copied_with_its_source() -> None:
    article = Article(
        path="a.txt", title="Fog", outlet="The Quay", authors=("Rui Bell",), published="2031-03-02"
    )
    assert cite(article, "Fog again", Attribution("direct", "Ida Marsh")) == (
        "“Fog again”\n— Ida Marsh\nRui Bell, “Fog”, The Quay, 2 March 2031\na.txt"
    )
    assert cite(article, "“Fog, again,”", Attribution("passage")).startswith("“Fog, again”\n")


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        ("2021-08-14", "2021-08-18", "14 to 18 Aug 2021"),
        ("2021-07-28", "2021-08-02", "28 Jul 2021 to 2 Aug 2021"),
        ("2021-08-14", "2021-08-14T07:00", "14 Aug 2021"),
    ],
)
def test_days_between(first: str, last: str, said: str) -> None:
    assert day_span(first, last) == said
