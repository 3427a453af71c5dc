"""The head of a copied page: its title among menus and teasers, and who signed it when."""

import pytest

from index.reading.draft import Draft
from index.reading.plain.plain_text import read_plain

MENU = "Skip to content\nHome\nNews\nSport\nFarming\nWeather\nObituaries\nJobs\nMotors\nPets\nEvents\nHelp\nSearch"
TITLE = "Ministry sends 5,000 troops to the border drills"
PROSE = (
    "The ministry said on Wednesday that 5,000 troops would take part in the border drills near the town of Brod.",
    "“We did not choose this border, but we will hold it,” Defence Minister Davor Kern told reporters there.",
    "Residents of the valley said they had heard the lorries since dawn and kept their children at home.",
)
FOOT = "Share on Facebook\nMost read\nAbout us\nPrivacy policy\nTerms of use\n© 2021 Sund Gazette"


def copied(*head: str) -> Draft:
    return read_plain("\n".join((MENU, *head, *PROSE, FOOT)))


@pytest.mark.parametrize(
    "signed",
    [
        ("By Ana Berg", "3 November 2021"),
        ("By", "Ana Berg", "Date", "3 November 2021"),
        ("Ana Berg Foreign editor", "3 November 2021"),
        ("Ana BergNovember 3, 2021",),
        ("3 November 2021 • words written by Ana Berg",),
        ("By Ana Berg Published 3 November 2021 Share",),
    ],
)
def test_bylines_and_dates_as_pages_set_them(signed: tuple[str, ...]) -> None:
    draft = copied(TITLE, *signed)
    assert (draft.title, draft.authors, draft.published) == (TITLE, ("Ana Berg",), "2021-11-03")


def test_all_names_under_the_label_sign() -> None:
    assert copied(TITLE, "By", "Ana Berg", "@anaberg", "Tom Reed", "3 November 2021").authors == (
        "Ana Berg",
        "Tom Reed",
    )


def test_a_head_inside_the_text() -> None:
    standfirst = "Officials say that the exercise, the largest in years, had long been planned and harms no one at all."
    draft = copied(TITLE, standfirst, "By Ana Berg", "Nov. 3, 2021")
    assert (draft.title, draft.authors, draft.published) == (TITLE, ("Ana Berg",), "2021-11-03")


def test_a_signed_title_outweighs_what_stands_nearer_to_the_text() -> None:
    videos = [f"Troops and the border drills in {place}" for place in ("Brod", "Sund", "Tolva", "Tarrow")]
    assert copied(TITLE, "By Ana Berg, Gazette", "3 November 2021", *videos).title == TITLE


@pytest.mark.parametrize("above", ["Sund Gazette", "Home » Border » Troops and drills"])
def test_neither_the_outlet_nor_the_way_to_the_page_is_the_title(above: str) -> None:
    assert copied(above, TITLE).title == TITLE


def test_a_caption_copied_twice_is_no_title() -> None:
    caption = "Troops on their way to the border drills"
    assert copied(TITLE, "Ana Berg", "3 November 2021", f"<p>{caption}</p>", caption).title == TITLE


def test_a_title_that_is_a_sentence() -> None:
    title = "Troops came to the border drills. Nobody in the valley slept."
    assert copied(title, "3 November 2021").title == title


def test_the_only_labelled_date_of_the_page() -> None:
    text = "\n".join(
        (MENU, "Published: 3 November 2021", *["Teaser of another story"] * 4, TITLE, *PROSE, FOOT)
    )
    draft = read_plain(text)
    assert (draft.published, draft.found["published"]) == ("2021-11-03", "labelled line")


def test_a_name_under_the_title_alone_is_no_author() -> None:
    assert copied(TITLE, "Border Drills").authors == ()


@pytest.mark.parametrize(
    ("top", "outlet"), [("The Orsund Tribune", "The Orsund Tribune"), ("ORSUND TRIBUNE", "Orsund Tribune")]
)
def test_the_masthead_above_a_menu_is_the_outlet(top: str, outlet: str) -> None:
    menu = MENU.removeprefix("Skip to content\n")
    page = "\n".join((top, menu, TITLE, "By Ana Berg", *PROSE, "Most read", "About us", "Privacy policy"))
    draft = read_plain(page)
    assert (draft.title, draft.outlet, draft.found["outlet"]) == (TITLE, outlet, "masthead")


def test_a_section_above_a_menu_is_no_outlet() -> None:
    menu = MENU.removeprefix("Skip to content\n")
    page = "\n".join(("World News", menu, TITLE, "By Ana Berg", *PROSE, "Most read", "About us"))
    assert read_plain(page).outlet is None


def test_a_short_last_paragraph_between_a_link_and_the_comments_is_the_articles() -> None:
    last = "Residents said that nobody had asked them about it."
    link = "Read more: Rain to last all week"
    tail = (link, last, "Comments (2)", "Ana K", "What a noise these lorries make.", "Reply", FOOT)
    draft = read_plain("\n".join((MENU, TITLE, "By Ana Berg", *PROSE, *tail)))
    assert [block.text for block in draft.blocks] == [*PROSE, last]
    assert {line.text: line.reason for line in draft.left}[link] == "link to another article"


def test_what_stands_between_links_and_no_comments_is_not() -> None:
    teased = "Rain will last all week, forecasters in the capital say."
    tail = ("Read more: Rain to last all week", teased, "Read more: Cat found on a roof", FOOT)
    draft = read_plain("\n".join((MENU, TITLE, "By Ana Berg", *PROSE, *tail)))
    assert [block.text for block in draft.blocks] == [*PROSE]
