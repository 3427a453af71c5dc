"""Who wrote a web page, of what it states and prints."""

import json

import pytest

from index.reading.web.web_page import read_page

PROSE = "".join(
    f"<p>{text}</p>"
    for text in (
        "The ministry said on Wednesday that 5,000 troops would take part in the border drills near Brod.",
        "“We did not choose this border, but we will hold it,” Defence Minister Davor Kern told reporters there.",
        "Residents of the valley said they had heard the lorries since dawn and kept their children at home.",
    )
)


def authors(head: str = "", above: str = "", below: str = "") -> tuple[str, ...]:
    markup = (
        f"<!DOCTYPE html><html><head><title>Patrols doubled on the line | Courier</title>"
        f"<meta property='og:site_name' content='Courier'>{head}</head><body>"
        f"<article><h1>Patrols doubled on the line</h1>{above}{PROSE}</article>{below}</body></html>"
    )
    return read_page(markup.encode()).authors


def linked(author: object) -> str:
    data = {"@type": "NewsArticle", "author": author}
    return f"<script type='application/ld+json'>{json.dumps(data)}</script>"


def test_a_name_that_readers_do_not_see_is_an_account() -> None:
    assert authors(linked({"@type": "Person", "name": "Tom Reed"})) == ()
    assert authors(linked({"@type": "Person", "name": "Tom Reed"}), "<p>Tom Reed</p>") == ("Tom Reed",)


def test_a_name_among_comments_only_is_a_reader() -> None:
    comment = "<div class='comment-body'><b>Tom Reed</b> says: well put.</div>"
    assert authors("<meta name='author' content='Tom Reed'>", below=comment) == ()


def test_names_escaped_inside_scripts() -> None:
    assert authors(linked("Ann O&#8217;Dell"), "<p>Ann O&#8217;Dell</p>") == ("Ann O’Dell",)


def test_a_first_name_alone_is_completed_by_the_page() -> None:
    assert authors(linked("Tom"), "<p class='full-name'>Tom Reed</p>") == ("Tom Reed",)
    assert authors(linked("Tom"), "<p>Tom</p>") == ("Tom",)


def test_a_photographer_is_no_author() -> None:
    figure = "<figure><figcaption>Troops. <span class='author'>Ana Berg</span></figcaption></figure>"
    assert authors(above=figure) == ()


@pytest.mark.parametrize(
    ("above", "names"),
    [
        ("<div class='byline'>By Staff and wire services</div>", ("Staff and wire services",)),
        ("<div class='byline'>AFP, Brod</div>", ("AFP",)),
        ("<a rel='author' href='/a/sava'>SavaWatch</a>", ("SavaWatch",)),
        ("<a rel='author' href='/a/1'>admin</a>", ()),
        ("<a rel='author' href='/a/1'>Courier</a>", ()),
        ("<div class='byline'>By TOM REED<span>Associated Press</span></div>", ("Tom Reed",)),
    ],
)
def test_desks_and_agencies_sign_where_no_person_does(above: str, names: tuple[str, ...]) -> None:
    assert authors(above=above) == names
