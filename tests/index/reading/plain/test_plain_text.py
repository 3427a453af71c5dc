import pytest

from index.reading.draft import Draft, assemble
from index.reading.plain.cleaning import OUTSIDE
from index.reading.plain.furniture_rules import COMMENTS, MENU
from index.reading.plain.plain_text import read_plain
from models.errors import UnreadableFile

PROSE = (
    "The ministry said on Wednesday that 5,000 troops and over 700 vehicles would take part in the border drills.",
    "“We did not choose this border, but we will hold it,” Defence Minister Davor Kern told The Courier.",
    "Residents of the valley said they had heard the lorries since dawn and kept their children at home.",
    "The drills are the largest since the bridge was closed, according to two officers who asked not to be named.",
)
BODY = "\n\n".join(PROSE)


def reasons(draft: Draft) -> dict[str, str]:
    return {line.text: line.reason for line in draft.left}


def texts(draft: Draft) -> list[str]:
    return [block.text for block in draft.blocks]


def test_an_article_as_people_save_it() -> None:
    draft = read_plain(
        "Powered by\n\nMinistry doubles patrols on the Sava line\n\nOfficers speak of the largest drills in years\n\n"
        "Mara Ilić\nWednesday 28 July 2021 11:57 BST\n"
        "<p>Defence Minister Davor Kern</p>\n\nDefence Minister Davor Kern\n\n"
        f"{BODY}\n\nALSO READ: What the drills were for\n\n"
        "The bridge was built in 1904 and has been mended twice since.\n\n"
        "Additional reporting by agencies\n\nJoin our commenting forum\n\n"
        "Join thought-provoking conversations, follow other Courier readers and see their replies\n\n"
        "I think this is fine."
    )
    assert draft.title == "Ministry doubles patrols on the Sava line"
    assert draft.standfirst == "Officers speak of the largest drills in years"
    assert draft.authors == ("Mara Ilić",)
    assert draft.published == "2021-07-28T11:57+01:00"
    assert draft.outlet == "The Courier"
    assert draft.credit == "Additional reporting by agencies"
    assert texts(draft)[1:5] == list(PROSE)
    assert texts(draft)[5].startswith("The bridge was built")
    assert len(draft.blocks) == 6
    left = reasons(draft)
    assert left["Powered by"] == "advertisement"
    assert left["<p>Defence Minister Davor Kern</p>"] == "photo caption or credit"
    assert left["ALSO READ: What the drills were for"] == "link to another article"
    assert left["I think this is fine."] == "comment area"
    assert set(draft.found) >= {"title", "standfirst", "authors", "published", "outlet", "credit"}


def test_nothing_is_invented_for_a_bare_text() -> None:
    draft = read_plain("\n".join(PROSE) + "\nIn May 2019 the bridge was open.\n")
    assert (draft.title, draft.authors, draft.published, draft.outlet) == (None, (), None, None)
    assert draft.left == []
    assert len(draft.blocks) == 5


def test_a_date_in_running_text_is_no_publication_date() -> None:
    draft = read_plain(
        f"Bridge closed\n\nThe bridge was closed on 3 May 2020 after a flood, the mayor said.\n\n{BODY}"
    )
    assert draft.title == "Bridge closed"
    assert draft.published is None


def test_wire_copy_with_a_date_line_and_a_table() -> None:
    draft = read_plain(
        "NORTHERN TRUST SHOWS HIGHER PROFIT\n\nTuesday 2 June 1987 08:45  Reuters\n\n"
        "LONDON, June 2 - Six months ended March 31, 1987\n\nShare 6.0p vs 4.1p, diluted\n\n"
        "Pre-tax profit 312 mln stg\n\n"
        "Sales 3.47 billion vs 1.55 billion\n\nOther nil vs nine mln. Reuter"
    )
    assert draft.title == "NORTHERN TRUST SHOWS HIGHER PROFIT"
    assert (draft.published, draft.outlet) == ("1987-06-02T08:45", "Reuters")
    assert len(draft.blocks) == 5
    assert texts(draft)[-1].endswith("mln. Reuter")


def test_masthead_menu_and_teasers_without_a_whole_page() -> None:
    draft = read_plain(
        "NORTHERN EVENING POST\nnorthernpost.example\nWorld | Money | Science | Opinion\nSign in   Subscribe\n\n"
        "WORLD\n\n17 August 2021 | Farming\n\nFields under silt as the valley counts the cost\n\n"
        "EXCLUSIVE by TOM REED\n\n"
        f"{PROSE[0]}\n\nDON'T MISS\nCat found on a roof in Brod\nRain to last\n\n{PROSE[1]}\n\n{PROSE[2]}\n\n"
        "READ ALSO:\nThe last ferry to Brod\nA bridge too many\n"
    )
    assert draft.title == "Fields under silt as the valley counts the cost"
    assert (draft.outlet, draft.authors, draft.published) == (
        "Northern Evening Post",
        ("Tom Reed",),
        "2021-08-17",
    )
    assert texts(draft) == list(PROSE[:3])


def test_a_dateline_is_the_articles() -> None:
    draft = read_plain(f"Bridge closed\n\nBROD, June 2 - Six months to March 31, 1987\n\n{BODY}")
    assert texts(draft)[0].startswith("BROD, June 2")
    assert draft.published is None


def test_a_copied_page() -> None:
    menu = [
        "Skip to content",
        "Home",
        "News",
        "Sport",
        "Weather",
        "Business",
        "Culture",
        "Travel",
        "Search",
        "Sign in",
    ]
    below = [
        "Facebook",
        "Twitter",
        "Most read",
        "Cat found on a roof in Brod",
        "Rain to last all week, say forecasters",
    ]
    foot = ["About us", "Privacy policy", "Terms of use", "© 2021 Northern Post. All rights reserved."]
    draft = read_plain(
        "\n".join(
            [
                *menu,
                "Ministry doubles patrols in border drills",
                "By Mara Ilić",
                "28 July 2021",
                "Share on Facebook",
                *PROSE[:2],
                "What the valley says",
                *PROSE[2:],
                *below,
                *foot,
            ]
        )
    )
    assert draft.title == "Ministry doubles patrols in border drills"
    assert draft.authors == ("Mara Ilić",)
    assert draft.published == "2021-07-28"
    assert draft.outlet == "Northern Post"
    assert texts(draft) == [*PROSE[:2], "What the valley says", *PROSE[2:]]
    assert draft.blocks[2].kind == "heading"
    assert {"Cat found on a roof in Brod", "Home", "Privacy policy"} <= set(reasons(draft))


def test_comments_below_a_page_without_blank_lines() -> None:
    draft = read_plain(
        "\n".join([*PROSE, "COMMENTS", "Please let us know if you're having issues with commenting."])
    )
    assert texts(draft) == list(PROSE)
    assert set(reasons(draft).values()) == {"comment area"}


def test_labels_that_clipping_programs_write() -> None:
    draft = read_plain(
        "Title: Bridge closed\nAuthor: Mara Ilić\nDate: 2021-07-28\nSource: The Courier\n"
        f"https://courier.example/bridge\n\n{BODY}"
    )
    assert (draft.title, draft.authors, draft.published) == ("Bridge closed", ("Mara Ilić",), "2021-07-28")
    assert (draft.outlet, draft.url) == ("The Courier", "https://courier.example/bridge")
    assert texts(draft) == list(PROSE)


def test_markup_look_alikes_are_only_text() -> None:
    article = assemble(read_plain(f"[bold]Bridge[/bold] closed\n\n{BODY}"), "a.txt")
    assert article.title == "[bold]Bridge[/bold] closed"


@pytest.mark.parametrize(
    "text", ["word " * 400_000, "x" * 2_000_000, "(" * 100_000, "© " * 50_000, "a\n" * 90_000]
)
def test_hostile_shapes_end(text: str) -> None:
    draft = read_plain(text)
    assert draft.blocks or draft.left


def test_a_data_file_is_no_article() -> None:
    with pytest.raises(UnreadableFile, match="100,000 lines"):
        read_plain("7\n" * 200_000)


def test_a_masthead_its_slogan_and_its_menu_are_no_title() -> None:
    draft = read_plain(
        "TIDE & TIMBER\nThe magazine of the coast\n\nIn this issue\nSubscribe\nBack issues\n\nESSAY\n\n"
        f"The pier that would not fall\n\nWords: Ana Berg\n\n{BODY}\n\nAna Berg teaches history at Sund.\n\n"
        "Like what you read? Tide & Timber comes out in spring.\n© 2019—2021 Tide & Timber. All words are ours."
    )
    assert draft.title == "The pier that would not fall"
    assert draft.outlet == "Tide & Timber"
    assert draft.authors == ("Ana Berg",)
    assert texts(draft) == list(PROSE)
    assert reasons(draft)["Ana Berg teaches history at Sund."] == "about the author"


def test_a_name_under_the_title_is_the_authors_where_the_last_line_tells_of_the_author() -> None:
    head = "Who keeps the lighthouse\n\nAna Berg\n\n"
    assert read_plain(f"{head}{BODY}\n\nAna Berg is a fellow of Sund College.").authors == ("Ana Berg",)
    assert read_plain(f"{head}{BODY}").authors == ()


def test_a_short_outlet_name_is_completed_from_the_masthead() -> None:
    draft = read_plain(
        f"The Sund Courier\n\nMinistry doubles patrols\n\n{BODY}\n\nFollow the Courier on Telegram: @sund"
    )
    assert draft.outlet == "The Sund Courier"


def test_a_section_in_capitals_under_a_masthead_is_no_title() -> None:
    draft = read_plain(
        f"Radio Sund 98.4\nRequests\n\nNEWS FROM THE COAST\n\nSUND (ZNA) – {BODY}\n\nZNA/Radio Sund"
    )
    assert draft.title is None
    assert draft.credit == "ZNA/Radio Sund"
    assert "NEWS FROM THE COAST" in reasons(draft)


def test_a_caption_with_its_picture_credit_is_no_title() -> None:
    caption = "Ana Berg at the old pier on Friday. Picture: Gazette"
    draft = read_plain(
        "Sund Gazette\nHome\nNews\nSport\nFarming\nWeather\nObituaries\nJobs\nMotors\nPets\nEvents\nContact us\n"
        f"\nNEWS\n\nMinistry sends 5,000 troops to border drills\n\nBy Ana Berg\n03.11.2021\n\n{caption}\n{caption}\n\n"
        f"{BODY}"
    )
    assert (draft.title, draft.authors) == ("Ministry sends 5,000 troops to border drills", ("Ana Berg",))
    assert draft.published == "2021-11-03"


def test_an_authors_card_under_the_end_is_left_out() -> None:
    draft = read_plain(f"Patrols doubled\n\nby Ana Berg\n\n{BODY}\n\nAna Berg\nChief reporter\n@anaberg")
    assert texts(draft) == list(PROSE)


def test_a_date_elsewhere_settles_the_order_of_day_and_month() -> None:
    body = f"{BODY}\n\nUpdated 21/09/2021"
    assert read_plain(f"Patrols doubled\n\n07/08/2021\n\n{body}").published == "2021-08-07"
    assert read_plain(f"Patrols doubled\n\n07/08/2021\n\n{BODY}").published is None


def test_the_standfirst_of_a_copied_page() -> None:
    menu = "Sund Gazette\nHome\nNews\nSport\nFarming\nWeather\nObituaries\nJobs\nMotors\nPets\nEvents\nHelp\n"
    standfirst = "Residents speak of the largest drills since the bridge was closed"
    draft = read_plain(
        f"{menu}\nMinistry sends 5,000 troops to border drills\n\n{standfirst}\n\nAna Berg\n3 November 2021\n\n{BODY}"
    )
    assert draft.standfirst == standfirst
    assert draft.authors == ("Ana Berg",)
    assert texts(draft) == list(PROSE)


def test_the_times_of_a_live_report_head_its_entries() -> None:
    entries = "\n\n".join(f"1{number}:05\n{text}" for number, text in enumerate(PROSE))
    draft = read_plain(f"LIVE: The drills, minute by minute\n\n3 November 2021\n\n{entries}")
    times = [block.text for block in draft.blocks if block.kind == "heading"]
    assert times == ["10:05", "11:05", "12:05", "13:05"]
    assert "2:31" not in texts(read_plain(f"The drills\n\n{PROSE[0]}\n\n2:31\n\n{PROSE[1]}\n\n{PROSE[2]}"))


def test_lines_outside_are_named_after_their_neighbours() -> None:
    menu = "Home\nNews\nOrchards\nSport\nObituaries\nBusiness\nWeather\nOpinion\nTravel\nCulture\nVideo\nContact us"
    comments = "COMMENTS (2)\nLog in to join the conversation\nTessaT\nwhat a mess this is\nHarl\nagreed"
    foot = "Most read\nSnow falls upon the high road again\nAbout us\nContact us\nBarrow House, Tarrow"
    draft = read_plain(f"{menu}\n\nBoats laid up at Tarrow\n\n{BODY}\n\n{comments}\n\n{foot}")
    why = reasons(draft)
    assert why["Orchards"] == MENU
    assert [why[text] for text in ("TessaT", "what a mess this is", "Harl", "agreed")] == [COMMENTS] * 4
    assert why["Barrow House, Tarrow"] == OUTSIDE


def test_what_a_careless_copy_left_of_html() -> None:
    text = (
        "The ministry&nbsp;&amp; the council said&#8217;it is over&rdquo; on Wednesday."
        "<br>Nobody<br/>in Brod <b>asked</b> why."
    )
    draft = read_plain(f"Bridge closed\n\n{text}\n\n{BODY}")
    assert texts(draft)[0] == (
        "The ministry & the council said’it is over” on Wednesday. Nobody in Brod asked why."
    )
    assert texts(
        read_plain(
            f"Bridge closed\n\nWrite &lt;b&gt; and AT&T; so said the manual of the ministry.\n\n{BODY}"
        )
    )[0].startswith("Write &lt;b&gt; and AT&T; so")
