"""When a web page was published, where its hidden fields and its print differ."""

import pytest

from index.reading.draft import Draft
from index.reading.web.web_page import read_page

PROSE = "".join(
    f"<p>{text}</p>"
    for text in (
        "The ministry said on Wednesday that 5,000 troops would take part in the drills near Brod, its largest ever.",
        "“We did not choose this border, but we will hold it,” Defence Minister Davor Kern told reporters there.",
        "Residents of the valley said they had heard the lorries since dawn and kept their children at home.",
    )
)
HIDDEN = "<meta property='article:published_time' content='2021-03-08T11:15:00+00:00'>"
CHANGED = "<meta property='article:modified_time' content='2021-03-14T20:10:00+00:00'>"


def read(head: str, below: str, masthead: str = "", above: str = "") -> Draft:
    markup = (
        f"<!DOCTYPE html><html><head><title>Patrols doubled on the line</title>{head}</head><body>{masthead}"
        f"<article>{above}<h1>Patrols doubled on the line</h1>{below}{PROSE}</article></body></html>"
    )
    return read_page(markup.encode())


@pytest.mark.parametrize(
    "below",
    ["<span>Published 11 March 2021</span>", "<div><p class='date'>Thursday, 11 March 2021</p></div>"],
)
def test_the_day_under_the_headline_is_the_one_that_readers_see(below: str) -> None:
    draft = read(HIDDEN, below)
    assert (draft.published, draft.found["published"]) == ("2021-03-11", "printed date")


def test_the_day_above_the_headline_counts_in_its_box_only() -> None:
    day = "<span>11 March 2021</span>"
    assert read(HIDDEN, "", above=day).published == "2021-03-11"
    masthead = f"<div>{day}<ul><li><a href='/'>Home</a></li></ul></div>"
    assert read(HIDDEN, "", masthead=masthead).published == "2021-03-08T11:15+00:00"


@pytest.mark.parametrize(
    "below",
    [
        "<p>Updated 14 March 2021</p>",
        "<p>Updated 2010 GMT (0410 HKT) March 14, 2021</p>",
        "<p>By Mara Ilić</p><p>March 14, 2021</p>",
    ],
)
def test_the_day_of_the_last_change_is_not_that_of_publication(below: str) -> None:
    draft = read(HIDDEN + CHANGED, below)
    assert (draft.published, draft.updated) == ("2021-03-08T11:15+00:00", "2021-03-14T20:10+00:00")


def test_two_fields_and_the_print_outvote_one_field() -> None:
    other = "<meta name='date' content='2021-03-14T09:00:00Z'>"
    assert read(HIDDEN + CHANGED + other, "<p>14 March 2021</p>").published == "2021-03-14"
