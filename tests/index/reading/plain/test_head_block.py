import pytest

from index.reading.draft import Draft
from index.reading.plain.plain_text import read_plain
from models.provenance import confidence_of

TITLE = "Ferry sinks off Port Calder"
PROSE = [
    "The ferry Marlin sank on Sunday night off the coast of Port Calder with 41 people aboard, officials said.",
    "Rescuers pulled 38 people from the water before dawn, the harbour master told reporters at the pier.",
    "The cause is not known. An inquiry will be opened on Monday by the maritime board in the capital.",
]
BODY = "\n\n".join(PROSE)


def under_headline(head: str) -> Draft:
    return read_plain(f"{TITLE}\n{head}\n\n{BODY}\n")


def texts(draft: Draft) -> list[str]:
    return [block.text for block in draft.blocks]


@pytest.mark.parametrize(
    "head",
    [
        "The Calder Tribune\nBy Anna Lindqvist\n12 March 2023",
        "\nThe Calder Tribune\nBy Anna Lindqvist\n12 March 2023",
        "\nThe Calder Tribune\n\nBy Anna Lindqvist\n\n12 March 2023",
        "THE CALDER TRIBUNE\nBY ANNA LINDQVIST\nSunday, March 12, 2023",
        "12 March 2023\nThe Calder Tribune\nAnna Lindqvist",
        "By Anna Lindqvist\nThe Calder Tribune\n12 March 2023",
        "By Anna Lindqvist\n12 March 2023\nThe Calder Tribune",
        "The Calder Tribune\nAnna Lindqvist\n12 March 2023",
        "By Anna Lindqvist, The Calder Tribune\n12 March 2023",
        "The Calder Tribune, 12 March 2023\nBy Anna Lindqvist in Port Calder",
        "12 March 2023 | The Calder Tribune | Anna Lindqvist",
        "The Calder Tribune · 12 March 2023 · By Anna Lindqvist",
        "The Calder Tribune - Anna Lindqvist - March 12, 2023",
        "By Anna Lindqvist | The Calder Tribune | 12 March 2023",
    ],
)
def test_outlet_byline_and_date_under_the_headline(head: str) -> None:
    draft = under_headline(head)
    assert draft.title == TITLE
    assert draft.outlet == "The Calder Tribune"
    assert draft.authors == ("Anna Lindqvist",)
    assert draft.published == "2023-03-12"
    assert texts(draft) == PROSE
    assert {confidence_of(draft.found[name]) for name in ("outlet", "authors", "published")} == {"likely"}


def test_they_may_stand_under_a_standfirst() -> None:
    draft = under_headline(
        "\nThree still missing after a gale.\n\nThe Calder Tribune\nBy Anna Lindqvist\n12 March 2023"
    )
    assert draft.standfirst == "Three still missing after a gale."
    assert (draft.outlet, draft.published) == ("The Calder Tribune", "2023-03-12")
    assert texts(draft)[1:] == PROSE


def test_the_address_of_a_site_is_its_outlet() -> None:
    draft = under_headline("www.caldertribune.example\nBy Anna Lindqvist\n12 March 2023")
    assert (draft.outlet, draft.authors) == ("caldertribune.example", ("Anna Lindqvist",))


def test_an_outlet_and_a_byline_do_without_a_date() -> None:
    draft = under_headline("Calder Evening Post\nBy Anna Lindqvist and Tom Reed")
    assert (draft.outlet, draft.authors) == ("Calder Evening Post", ("Anna Lindqvist", "Tom Reed"))
    assert draft.published is None


def test_an_unusual_name_with_its_article_is_the_outlet_beside_byline_and_date() -> None:
    assert (
        under_headline("The Harbour Lantern\nBy Anna Lindqvist\n12 March 2023").outlet
        == "The Harbour Lantern"
    )


@pytest.mark.parametrize("name", ["Port Calder", "Harbour Lantern"])
def test_a_name_that_may_be_a_places_stays_in_the_text(name: str) -> None:
    draft = under_headline(f"{name}\nBy Anna Lindqvist\n12 March 2023")
    assert (draft.outlet, draft.authors, draft.published) == (None, ("Anna Lindqvist",), "2023-03-12")
    assert texts(draft) == [name, *PROSE]


def test_a_place_between_byline_and_date_is_nobodys_name() -> None:
    draft = under_headline("The Calder Tribune\nBy Anna Lindqvist\nPort Calder\n12 March 2023")
    assert (draft.authors, draft.published) == (("Anna Lindqvist",), "2023-03-12")
    assert texts(draft) == ["Port Calder", *PROSE]


def test_a_section_is_no_outlet() -> None:
    draft = under_headline("World News\nBy Anna Lindqvist\n12 March 2023")
    assert (draft.outlet, draft.authors) == (None, ("Anna Lindqvist",))


@pytest.mark.parametrize(
    "line",
    [
        "The Calder Tribune said so on 12 March 2023.",
        "On 12 March 2023 the ferry left Port Calder for the islands",
        "Calder Tribune shares rise\n\n12 March 2023 was a calm day at sea.",
        "The Calder Tribune\n\nBy nightfall on 12 March 2023 all the boats were back in the harbour.",
        "The Calder Tribune",
    ],
)
def test_running_text_is_neither_a_date_nor_an_outlet(line: str) -> None:
    draft = under_headline(f"\n{line}")
    assert (draft.outlet, draft.authors, draft.published) == (None, (), None)
    assert texts(draft) == [*line.split("\n\n"), *PROSE]


def test_names_and_dates_further_down_are_the_texts() -> None:
    more = "The Calder Tribune\n\nBy Anna Lindqvist\n\n12 March 2023"
    draft = read_plain(f"{TITLE}\n\n{BODY}\n\n{more}\n\n{BODY.replace('ferry', 'boat')}")
    assert (draft.outlet, draft.published) == (None, None)
    assert texts(draft)[3:6] == more.split("\n\n")


def test_a_name_that_is_no_persons_is_no_author() -> None:
    draft = under_headline("Lisk Letter\n12 March 2023")
    assert (draft.outlet, draft.authors, draft.published) == ("Lisk Letter", (), "2023-03-12")
    assert texts(draft) == PROSE


def test_a_name_that_may_be_anybodys_stays_and_the_date_below_it_counts() -> None:
    draft = under_headline("Zorb Quelk\n12 March 2023")
    assert (draft.outlet, draft.authors, draft.published) == (None, (), "2023-03-12")
    assert texts(draft) == ["Zorb Quelk", *PROSE]


@pytest.mark.parametrize("line", ["Lisk Letter, 12 March 2023", "Lisk Letter | 12 March 2023"])
def test_an_outlet_beside_the_date_is_no_author(line: str) -> None:
    draft = under_headline(line)
    assert (draft.outlet, draft.authors, draft.published) == ("Lisk Letter", (), "2023-03-12")
