import json

import pytest

from index.reading.web.web_page import read_page
from models.errors import UnreadableFile

PROSE = [
    "The ministry said on Wednesday that 5,000 troops and over 700 vehicles would take part in the border drills.",
    "“We did not choose this border, but we will hold it,” Defence Minister Davor Kern told reporters in Brod.",
    "Residents of the valley said they had heard the lorries since dawn and kept their children at home all day.",
]


def page(head: str = "", above: str = "", title: str = "Ministry doubles patrols on the Sava line") -> bytes:
    body = "".join(f"<p>{text}</p>" for text in PROSE)
    return (
        f"<!DOCTYPE html><html lang='en-GB'><head><title>{title} | The Courier</title>{head}</head><body>"
        f"<nav><a href='/'>Home</a><a href='/n'>News from the region</a></nav>"
        f"<article><h1>{title}</h1>{above}{body}</article>"
        "<footer><p>The Courier is printed in Brod.</p></footer></body></html>"
    ).encode()


def test_body_title_and_left_out_lines() -> None:
    draft = read_page(page())
    assert [block.text for block in draft.blocks][-3:] == PROSE
    assert draft.title == "Ministry doubles patrols on the Sava line"
    assert draft.language == "en"
    assert (draft.authors, draft.published) == ((), None)
    left = {line.text: line.reason for line in draft.left}
    assert left["The Courier is printed in Brod."] == "foot of the page"


def test_json_ld() -> None:
    data = {
        "@context": "https://schema.org",
        "@graph": [
            {
                "@type": "NewsArticle",
                "headline": "Ministry doubles patrols on the Sava line",
                "datePublished": "2021-07-28T11:57:00+01:00",
                "dateModified": "2021-07-29",
                "author": [
                    {"@type": "Person", "name": "Mara Ilić"},
                    {"@type": "Organization", "name": "The Courier"},
                ],
                "publisher": {"@type": "Organization", "name": "The Courier"},
            }
        ],
    }
    linked = f"<script type='application/ld+json'>{json.dumps(data)}</script>"
    draft = read_page(page(linked, "<p>MARA ILIĆ</p>"))
    assert draft.authors == ("Mara Ilić",)
    assert (draft.published, draft.updated) == ("2021-07-28T11:57+01:00", "2021-07-29")
    assert draft.outlet == "The Courier"
    assert draft.found["published"] == "JSON-LD datePublished"


def test_meta_elements() -> None:
    draft = read_page(
        page(
            "<meta property='og:site_name' content='Northern Post'><meta name='author' content='By Tom Reed'>"
            "<meta property='article:published_time' content='2021-07-29T01:30:00+00:00'>"
            "<link rel='canonical' href='https://post.example/2021/07/28/patrols'>",
            "<p>Tom Reed in Brod</p>",
        )
    )
    assert (draft.outlet, draft.authors) == ("Northern Post", ("Tom Reed",))
    # The outlet's own day, where universal time is already in the next.
    assert draft.published == "2021-07-28"


def test_printed_byline_and_date() -> None:
    draft = read_page(page(above="<div class='byline'>By Mara Ilić</div><p class='date'>28 July 2021</p>"))
    assert draft.authors == ("Mara Ilić",)
    assert draft.published == "2021-07-28"


def test_the_site_is_no_author() -> None:
    draft = read_page(
        page("<meta property='og:site_name' content='The Courier'><meta name='author' content='The Courier'>")
    )
    assert draft.authors == ()


def test_control_characters_and_entities() -> None:
    draft = read_page(page(title="Patrols &amp; drills &#x1b;[31m on the Sava line"))
    assert draft.title is not None
    assert "\x1b" not in draft.title
    assert draft.title.startswith("Patrols & drills")


@pytest.mark.parametrize(
    "data",
    [
        b"<html></html>",
        b"<html>" + b"<div>" * 50_000 + b"deep" + b"</div>" * 50_000,
        b"<!DOCTYPE html ["
        + b"".join(b"<!ENTITY a%d '&a%d;&a%d;'>" % (i, i - 1, i - 1) for i in range(1, 60))
        + b"]><p>&a59;</p>",
    ],
)
def test_hostile_pages_end_with_a_reason(data: bytes) -> None:
    with pytest.raises(UnreadableFile):
        read_page(data)


def test_the_headline_and_furniture_are_no_paragraphs() -> None:
    body = "<p>Additional reporting by agencies</p><p>Follow the Courier on Telegram: @sava</p>"
    data = page().decode().replace("</article>", f"{body}</article>")
    draft = read_page(data.encode())
    assert [block.text for block in draft.blocks] == PROSE
    assert draft.credit == "Additional reporting by agencies"
    left = {line.text: line.reason for line in draft.left}
    assert left["Ministry doubles patrols on the Sava line"] == "title repeated"
    assert left["Follow the Courier on Telegram: @sava"] == "link to an app or channel"
    assert not any("| The Courier" in line for line in left)


def test_a_time_element_adds_the_time_to_the_day_in_the_address() -> None:
    link = "<link rel='canonical' href='https://courier.example/2021/07/31/drills.html'>"
    day = read_page(page(link, "<time datetime='2021-07-31T19:05+03:00'>31.07.2021</time>"))
    assert day.published == "2021-07-31T19:05+03:00"
    other = read_page(page(link, "<time datetime='2021-08-04T19:05+03:00'>4 August</time>"))
    assert other.published == "2021-07-31"


def test_a_byline_split_over_elements() -> None:
    draft = read_page(page(above="<div><span>By</span><span><a href='/team/berg'>Ana Berg</a></span></div>"))
    assert draft.authors == ("Ana Berg",)


def test_all_names_of_a_visible_byline_count_and_outweigh_the_hidden_one() -> None:
    data = json.dumps(
        {"@type": "NewsArticle", "author": {"@type": "Person", "name": "Web Producer Kim Holt"}}
    )
    links = "<p>By <a rel='author' href='/a'>Ana Berg</a>, <a rel='author' href='/b'>Tom Reed</a></p>"
    draft = read_page(page(f"<script type='application/ld+json'>{data}</script>", links))
    assert draft.authors == ("Ana Berg", "Tom Reed")


def test_the_byline_of_a_box_inside_the_text_is_not_the_articles() -> None:
    box = "<p><strong>By Ana Berg, Courier News, Brod</strong></p>"
    data = page().decode().replace(f"<p>{PROSE[2]}", f"<h2>What it means</h2>{box}<p>{PROSE[2]}")
    assert read_page(data.encode()).authors == ()


def test_a_labelled_date_outweighs_the_day_of_saving() -> None:
    day = "<ul><li>May 11, 2022</li></ul>"
    draft = read_page(page(above=f"{day}<div><span>Published On May 10, 2022 01:52 PM</span></div>"))
    assert draft.published == "2022-05-10T13:52"
    assert read_page(page(above=day)).published == "2022-05-11"


def test_a_single_name_is_an_author_only_where_it_signs_alone() -> None:
    assert read_page(page(above="<p>Posted by Berta</p>")).authors == ("Berta",)
    assert read_page(page(above="<p>Posted by Berta in General</p>")).authors == ()
    assert read_page(page(above="<p>Posted by Admin</p>")).authors == ()


def test_a_flood_of_elements_is_a_reason() -> None:
    with pytest.raises(UnreadableFile, match="more than 150,000 elements"):
        read_page(b"<html>" + b"<p>" * 200_000)


def test_byline_and_date_at_the_head_are_not_the_text() -> None:
    draft = read_page(
        b"<html><head><title>Town hall to be painted | Grenby Post</title></head><body>"
        b"<h1>Town hall to be painted</h1><p>By Anna Whitcombe</p><p>Published 14 January 2022, 08:15</p>"
        b"<p>The town hall of Grenby will be painted in the spring, the council decided on Monday.</p>"
        b"<p>The vote was close, and the mayor, Edwin Sorrel, said that nobody would remember it in a year.</p>"
        b"</body></html>"
    )
    assert draft.authors == ("Anna Whitcombe",)
    assert draft.published == "2022-01-14T08:15"
    assert draft.blocks[0].text.startswith("The town hall")
    left = {line.text: line.reason for line in draft.left}
    assert left["By Anna Whitcombe"] == "byline"
    assert left["Published 14 January 2022, 08:15"] == "date line"
