from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.query.parsing import parse, plain_words
from index.query.plain import describe
from index.query.tree import AllOf, AnyOf, Dated, FromOutlet, Named, Not, Phrase, Titled, Word


def test_words_stand_side_by_side() -> None:
    assert parse("Border DRILLS") == AllOf((Word("border"), Word("drills")))


def test_phrases_keep_their_stop_words() -> None:
    assert parse('"we did not choose"') == AllOf(
        (Phrase(("we", "did", "not", "choose"), "we did not choose"),)
    )


@pytest.mark.parametrize("query", ["“we hold”", '"we hold', "«we hold»", "„we hold“", "“we hold"])
def test_any_quotation_marks_make_a_phrase(query: str) -> None:
    assert parse(query) == AllOf((Phrase(("we", "hold"), "we hold"),))


def test_nearness() -> None:
    assert parse('"dam gate"~5') == AllOf((Phrase(("dam", "gate"), "dam gate", distance=5),))


def test_minus_and_not_exclude() -> None:
    assert parse("dam -herald NOT gate") == AllOf((Word("dam"), Not(Word("herald")), Not(Word("gate"))))
    assert parse('dam -"flood gate" -(a1 OR b1)') == AllOf(
        (
            Word("dam"),
            Not(Phrase(("flood", "gate"), "flood gate")),
            Not(AnyOf((Word("a1"), Word("b1")))),
        )
    )


def test_a_hyphen_inside_a_word_excludes_nothing() -> None:
    assert parse("northern-led talks") == AllOf((Word("northern"), Word("led"), Word("talks")))


def test_or_binds_looser_than_words() -> None:
    assert parse("dam gate OR river") == AllOf((AnyOf((AllOf((Word("dam"), Word("gate"))), Word("river"))),))


def test_groups() -> None:
    assert parse("kern (dam OR river)") == AllOf((Word("kern"), AnyOf((Word("dam"), Word("river")))))


def test_prefixes_wildcards_and_fuzzy_words() -> None:
    assert parse("pre* wi?d fuzy~ longerword~ one~2") == AllOf(
        (
            Word("pre", "prefix"),
            Word("wi?d", "wildcard"),
            Word("fuzy", "fuzzy", 1),
            Word("longerword", "fuzzy", 2),
            Word("one", "fuzzy", 2),
        )
    )


def test_a_question_mark_at_the_end_ends_a_question() -> None:
    assert parse("who said it?") == AllOf((Word("who"), Word("said"), Word("it")))


def test_fields() -> None:
    assert parse('title:drills OUTLET:"The Courier" person:kern said:ilic') == AllOf(
        (
            Titled("drills"),
            FromOutlet("The Courier", whole=True),
            Named("person", "kern"),
            Named("said", "ilic"),
        )
    )


def test_a_field_without_a_value_says_nothing_yet() -> None:
    assert parse("dam outlet:") == AllOf((Word("dam"),))


@pytest.mark.parametrize(
    ("query", "first", "last", "text"),
    [
        ("after:2021-07", "2021-07-01", None, "from July 2021"),
        ("before:2021-07", None, "2021-06-30", "before July 2021"),
        ("date:2021", "2021-01-01", "2021-12-31", "in 2021"),
        ("date:2021-7-28", "2021-07-28", "2021-07-28", "on 28 July 2021"),
        ("after:mar-2021", "2021-03-01", None, "from March 2021"),
        ('after:"28 july 2021"', "2021-07-28", None, "from 28 July 2021"),
        ('before:"Jul 28th, 2021', None, "2021-07-27", "before 28 July 2021"),
        ('date:"march..may 2021"', "2021-03-01", "2021-05-31", "from March 2021 to May 2021"),
        ("date:2021-07..2021-08-15", "2021-07-01", "2021-08-15", "from July 2021 to 15 August 2021"),
    ],
)
def test_dates(query: str, first: str | None, last: str | None, text: str) -> None:
    from datetime import date

    days = [date.fromisoformat(d).toordinal() if d else None for d in (first, last)]
    assert parse(query) == AllOf((Dated(days[0], days[1], text),))


def test_before_the_calendar_begins_there_is_nothing() -> None:
    assert parse("before:0001") == AllOf((Dated(None, 0, "before 1"),))


def test_a_wrong_date_is_said_to_be_one() -> None:
    (node,) = parse("date:2021-02-31").nodes
    assert isinstance(node, Dated)
    assert "no date" in node.text


@pytest.mark.parametrize("query", ["after:jam 2004", "after:jam ", "dam after:20 gate", "-after:jam dam"])
def test_a_date_that_is_finished_and_wrong_is_said_to_be_one_while_typing(query: str) -> None:
    assert "is no date such as 2021-07, mar-2021 or “28 jul 2021”" in describe(parse(query, typing=True))


@pytest.mark.parametrize(
    "query",
    ["dam after:2", "dam after:202", "dam after:ja", "dam -date:20", 'dam date:"28 j', "dam date:2021..ma"],
)
def test_a_date_that_is_being_typed_says_nothing_yet(query: str) -> None:
    assert parse(query, typing=True) == parse("dam")
    assert "no date" in describe(parse(query))


def test_words_outside_of_fields_and_quotations_are_told_apart() -> None:
    query = 'gate -dam outlet:gate "the gate" (weir OR gate)'
    assert [query[place] for place in plain_words(query)] == ["gate", "dam", "weir", "OR", "gate"]


def test_what_looks_like_a_field_and_is_none_is_said_to_be_none() -> None:
    said = describe(parse("author:vell dam"))
    assert said.startswith("all of author:vell, dam · author: is no field, as title, outlet, by, person,")
    for query in ("12:30", "https://vell.example", "dam: gate", "5:a", "a:b"):
        assert "field" not in describe(parse(query))


def test_numbers_and_abbreviations_are_one_word_to_their_writer() -> None:
    assert parse("5,000 U.S.") == AllOf(
        (Phrase(("5", "000"), "5,000", loose=True), Phrase(("u", "s"), "U.S.", loose=True))
    )


def test_only_the_last_word_is_unfinished() -> None:
    assert parse("border dri", typing=True) == AllOf((Word("border"), Word("dri", unfinished=True)))
    assert parse("border dri ", typing=True) == AllOf((Word("border"), Word("dri")))
    assert parse('"border dri', typing=True) == AllOf(
        (Phrase(("border",), "border"), Word("dri", unfinished=True))
    )
    assert parse('"border\ndri', typing=True) == parse('"border dri', typing=True)


@pytest.mark.parametrize(
    "query", ["", "  ", "(", ")", "((", "-", '"', "OR", "OR OR", "a1)", ") a1", "~", "*", ":", "-("]
)
def test_odd_queries_are_no_error(query: str) -> None:
    assert isinstance(parse(query, typing=True), AllOf)


def test_a_closing_bracket_too_many_changes_nothing() -> None:
    assert parse("dam) gate") == parse("dam gate")


@given(st.text(alphabet='ab "“”()-:~*?OR\tü北ti.le', max_size=60) | st.text(max_size=40), st.booleans())
def test_nothing_that_can_be_typed_is_an_error(query: str, typing: bool) -> None:
    assert "\n" not in describe(parse(query, typing=typing))


def test_what_was_understood_reads_as_a_sentence() -> None:
    tree = parse('border drills "we will hold" -herald outlet:cour after:2021-07 person:kern')
    said = describe(tree, names=lambda _: ["Davor Kern"], outlets=lambda _: ["The Courier"])
    assert said == (
        "all of border, drills, “we will hold” · without herald · outlet is The Courier · from July 2021 · "
        "person is Davor Kern"
    )


def test_ignored_words_are_named() -> None:
    tree = parse("what did the minister say")
    assert describe(tree, ignored=frozenset({"what", "did", "the"})) == (
        "all of minister, say · passing over what, did, the"
    )


def test_the_latest_day_is_asked_for_only_where_a_date_stands() -> None:
    asked: list[date] = []

    def latest() -> date:
        asked.append(date(2021, 11, 3))
        return asked[-1]

    assert parse('dam outlet:quay "after march"', latest=latest).nodes
    assert not asked
    (node,) = parse("after:march", latest=latest).nodes
    assert isinstance(node, Dated)
    assert (node.first, node.text) == (date(2021, 3, 1).toordinal(), "from March 2021")
