"""What copied pages set around an article and into it."""

from index.reading.draft import Draft
from index.reading.plain.plain_text import read_plain

MENU = "Skip to content\nHome\nNews\nSport\nFarming\nWeather\nObituaries\nJobs\nMotors\nPets\nEvents\nHelp\nSearch"
PROSE = [
    "The ministry said on Wednesday that 5,000 troops would take part in the border drills near the town of Brod.",
    "“We did not choose this border, but we will hold it,” Defence Minister Davor Kern told reporters there.",
    "Residents of the valley said they had heard the lorries since dawn and kept their children at home all day.",
    "Officials in the neighbouring country did not answer questions about the exercise on Wednesday evening.",
]
FOOT = "About us\nPrivacy policy\nTerms of use\n© 2021 Sund Gazette"


def copied(*body: str) -> Draft:
    return read_plain(
        "\n".join((MENU, "Ministry sends troops to the drills", "3 November 2021", *body, FOOT))
    )


def texts(draft: Draft) -> list[str]:
    return [block.text for block in draft.blocks]


def cards(number: int) -> list[str]:
    lines = []
    for name in ("Ana Berg", "Tom Reed", "Ines Dovale", "Mara Vell")[:number]:
        lines += [
            f"What {name} saw from the tower",
            name,
            "2 November 2021",
            f"In the morning {name} climbed the tower above the town, and saw nobody on the road for hours.",
        ]
    return lines


def test_a_row_of_cards_is_not_the_article() -> None:
    draft = copied(*PROSE, *cards(4))
    assert texts(draft) == PROSE
    assert {line.reason for line in draft.left if "tower" in line.text} == {"link to another article"}


def test_the_entries_of_a_chronicle_are() -> None:
    entry = "On day {} the lorries came back over the bridge, and again nobody in the town was told how many."
    days = [line for day in (1, 2, 3, 4) for line in (f"{day} November 2021", entry.format(day))]
    assert texts(copied(*PROSE, *days))[-8:] == days


def test_a_box_of_titles_in_the_midst() -> None:
    draft = copied(*PROSE[:2], "More:", "Snow on the high road", "Ferries stay in harbour", *PROSE[2:])
    assert texts(draft) == PROSE


def test_a_list_of_dates_at_the_end_is_the_articles() -> None:
    dates = [
        f"June {day} – {town}" for day, town in enumerate(("Brod", "Sund", "Tolva", "Tarrow", "Velm"), 9)
    ]
    assert texts(copied(*PROSE, "The drills", *dates)) == [*PROSE, "The drills", *dates]


def test_the_card_about_the_author() -> None:
    card = ["About Ana Berg", "Ana Berg has written about the valley since the bridge was opened to lorries."]
    draft = copied(*PROSE, *card)
    assert texts(draft) == PROSE
    assert [line.reason for line in draft.left if "Ana Berg" in line.text] == ["about the author"] * 2


def test_links_in_capitals() -> None:
    links = ["WHAT THE MINISTER SAID ABOUT THE BRIDGE", "GET THE GAZETTE ON THE GO BY CLICKING HERE"]
    assert texts(copied(PROSE[0], links[0], *PROSE[1:3], links[1], PROSE[3])) == PROSE


def test_the_foot_of_a_page_shows_that_it_is_one() -> None:
    foot = [
        f"Valley {word}"
        for word in "Roads Farms Ferries Bridges Towers Orchards Mills Ponds Inns Fairs".split()
    ]
    draft = read_plain("\n".join(("Ministry sends troops", *PROSE, "Share this", *foot, "Contact us", FOOT)))
    assert texts(draft) == PROSE


def test_a_large_first_letter_is_put_back() -> None:
    assert texts(copied(PROSE[0][0], PROSE[0][1:], *PROSE[1:])) == PROSE
