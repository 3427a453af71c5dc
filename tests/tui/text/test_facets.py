from rich.cells import cell_len

from models.kind import Kind
from models.search import Counted, CountedKind, CountedName, Facets
from models.status import Status
from tui.text.facets import (
    LISTS,
    Choice,
    draw,
    kinds,
    left_by,
    listed,
    meant,
    months,
    names,
    outlets,
    resembling,
    told,
)
from tui.text.status import collection_runs

FACETS = Facets(
    query="ferry",
    full=True,
    articles=1212,
    outlets=(
        Counted(name="The Herald", articles=1204),
        Counted(name="港口日报 Harbour Daily", articles=5),
        Counted(name="Zürcher Bote", articles=2),
    ),
    unknown=1,
    months=(Counted(name="2020-12", articles=3), Counted(name="2021-07", articles=1200)),
    undated=9,
    names=(
        CountedName(name="Ida Marsh", kind=Kind.PERSON, articles=7),
        CountedName(name="Mast & Sail", kind=Kind.ORG, articles=3, aliases=("MSX",)),
        CountedName(name="!!!", kind=Kind.ORG, articles=2),
        CountedName(name="Marstrand", kind=Kind.PLACE, articles=1),
    ),
)
STATUS = Status(
    folder="f", articles=2000, passages=1, outlets=4, problems=0,
    first_day="2019-01-02", last_day="2021-12-30", indexed=None,
)  # fmt: skip


def labels(choices: list[Choice]) -> list[str]:
    return [choice.label for choice in choices]


def test_typing_means_what_has_words_that_begin_so() -> None:
    everything = outlets(FACETS)
    assert labels(meant(everything, "")) == labels(everything)
    assert labels(meant(everything, "h")) == ["The Herald", "港口日报 Harbour Daily"]
    assert labels(meant(everything, "the h")) == ["The Herald"]
    assert labels(meant(everything, "zurch")) == ["Zürcher Bote"]
    assert labels(meant(everything, "港")) == ["港口日报 Harbour Daily"]
    assert labels(meant(everything, "unk")) == ["outlet unknown"]
    assert meant(everything, "erald") == []


def test_months_go_by_their_names_and_numbers() -> None:
    for typed in ("jul", "July 2021", "2021-07", "07", "2021"):
        assert labels(meant(months(FACETS), typed)) == ["Jul 2021"], typed
    assert labels(meant(months(FACETS), "und")) == ["undated"]


def test_where_there_are_many_months_years_stand_above_them() -> None:
    many = tuple(Counted(name=f"20{20 + n // 12}-{n % 12 + 1:02}", articles=n + 1) for n in range(14))
    choices = months(FACETS.model_copy(update={"months": many}))
    assert labels(choices)[0] == "2020"
    assert labels(choices)[13:16] == ["2021", "Jan 2021", "Feb 2021"]
    assert choices[13].articles == 13 + 14
    assert choices[13].clause == "date:2021"
    assert labels(meant(choices, "2021")) == ["2021", "Jan 2021", "Feb 2021"]
    year, january = ("".join(run.text for run in line(40)[0]) for line in draw(choices[13:15], ""))
    assert "▄" in january
    assert "▄" not in year


def test_kinds_of_file_go_by_plain_words() -> None:
    found = kinds(FACETS.model_copy(update={"kinds": (CountedKind(name="page", articles=2),)}))
    assert [(kind.label, kind.clause) for kind in meant(found, "web")] == [("web pages", "kind:page")]


def test_names_go_by_their_words_and_kinds_and_are_asked_for_exactly() -> None:
    assert labels(meant(names(FACETS), "mar")) == ["Ida Marsh", "Marstrand"]
    assert labels(meant(names(FACETS), "msx")) == ["Mast & Sail"]
    assert resembling(names(FACETS), "msa") == []
    assert labels(meant(names(FACETS), "org")) == ["Mast & Sail", "!!!"]
    clauses = [choice.clause for choice in names(FACETS)]
    assert clauses == ['person:"Ida Marsh"', 'org:"Mast & Sail"', None, 'place:"Marstrand"']


def test_a_narrow_list_shows_whole_names_rather_than_bars() -> None:
    for width, barred in ((18, False), (60, True)):
        lines = ["".join(run.text for run in row(width)[0]) for row in draw(names(FACETS), "")]
        assert "Mast & Sail" in lines[1]
        assert ("▄" in lines[1]) is barred


def test_a_slip_is_forgiven() -> None:
    assert labels(resembling(outlets(FACETS), "hreald")) == ["The Herald"]
    assert resembling(outlets(FACETS), "qx") == []
    assert resembling(outlets(FACETS), "qxqxq") == []


def test_kinds_of_file_are_listed_where_they_tell_articles_apart_or_were_chosen() -> None:
    page, mail = CountedKind(name="page", articles=2), CountedKind(name="mail", articles=1)
    one, two = (FACETS.model_copy(update={"kinds": found}) for found in ((page,), (page, mail)))
    assert [len(listed(facets, "")["kinds"]) for facets in (one, two)] == [0, 2]
    assert labels(listed(one, "kind:page")["kinds"]) == ["web pages"]
    assert tuple(listed(one, "")) == LISTS


def test_typing_leads_to_the_first_list_that_has_it_and_a_slip_to_what_is_like_it() -> None:
    lists = listed(FACETS, "")
    turn = ("months", "names", "kinds", "outlets")
    found = left_by("mar", lists, turn, forgiving=True)
    assert (found.where, labels(found.choices), found.nearly) == ("names", ["Ida Marsh", "Marstrand"], False)
    slip = left_by("hreald", lists, turn, forgiving=True)
    assert (slip.where, labels(slip.choices), slip.nearly) == ("outlets", ["The Herald"], True)
    assert left_by("hreald", lists, turn, forgiving=False) == ("months", [], False)


def test_columns_keep_their_places_whatever_the_width_of_the_letters() -> None:
    for width in (24, 40, 90):
        lines = ["".join(run.text for run in row(width)[0]) for row in draw(outlets(FACETS), "")]
        assert all(cell_len(line) <= width for line in lines)
        counts = [
            cell_len(line[: line.index(f" {n} ")]) + len(n)
            for line, n in zip(lines, "1,204 5 2 1".split(), strict=True)
        ]
        assert len(set(counts)) == 1, lines


def test_what_stands_in_the_query_is_ticked() -> None:
    ticked = ["✓" in row(60)[0][0].text for row in draw(outlets(FACETS), 'outlet:"The Herald" ferry')]
    assert ticked == [True, False, False, False]


def test_what_the_results_consist_of_in_words() -> None:
    assert told(FACETS) == "1,212 articles · 3 outlets · Dec 2020 – Jul 2021 · 9 undated"
    nothing = Facets(query="x", full=True, articles=0)
    assert told(nothing).startswith("No article is found")
    one = Counted(name="The Quay", articles=4)
    undated = Facets(query="x", full=True, articles=4, outlets=(one,), undated=4)
    assert told(undated) == "4 articles · all from The Quay · none dated"
    unknown = Facets(
        query="x", full=False, articles=4, unknown=4, undated=1, months=(Counted(name="2021-07", articles=3),)
    )
    assert told(unknown) == "None has all the words · 4 articles with some · no outlet known · 1 undated"


def header(found: Facets | None, room: int) -> str:
    return "".join(run.text for run in collection_runs(STATUS, found, room))


def test_the_header_draws_the_dates_of_the_results_where_there_is_room() -> None:
    plain = "2,000 articles · 4 outlets · Jan 2019 – Dec 2021"
    assert header(None, 80) == plain
    assert header(FACETS, 80) == "2,000 articles · 4 outlets   found Dec 2020 ▁      █ Jul 2021 · 9 undated"
    assert header(FACETS, 69) == "2,000 articles   found Dec 2020 ▁      █ Jul 2021 · 9 undated"
    assert header(FACETS, 55) == plain
    assert all(cell_len(header(FACETS, room)) <= max(room, len("2,000 articles")) for room in range(100))


def test_the_header_leaves_out_what_does_not_fit_whole() -> None:
    assert header(None, 47) == "2,000 articles · 4 outlets"
    assert header(None, 25) == "2,000 articles"


def test_the_header_is_honest_where_there_is_no_line_to_draw() -> None:
    july = Facets(query="x", full=True, articles=3, months=(Counted(name="2021-07", articles=2),), undated=1)
    assert header(july, 80).endswith("outlets   found Jul 2021 · 1 undated")
    undated = Facets(query="x", full=True, articles=3, undated=3)
    assert header(undated, 80).endswith("Jan 2019 – Dec 2021")
    everything = july.model_copy(update={"query": ""})
    assert header(everything, 80).endswith("outlets   Jul 2021 · 1 undated")
