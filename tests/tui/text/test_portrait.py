import pytest
from rich.cells import cell_len

from models.annotation import Quotation
from models.decision import NameDecision
from models.entity import (
    Alias,
    Companion,
    Decided,
    Entity,
    EntityCard,
    MentionPlace,
    Month,
    OutletCount,
    Saying,
    Suggestion,
)
from models.kind import Kind
from tui.text.portrait import Piece, passages, pieces, place_of


def card(name: str = "Ida Marsh", **given: object) -> EntityCard:
    entity = Entity(
        id="person/ida-marsh",
        name=name,
        kind=Kind.PERSON,
        aliases=(
            Alias(text=name, kind=Kind.PERSON, mentions=12),
            Alias(
                text="Marsh", kind=Kind.PERSON, mentions=3, reason="surname of Ida Marsh in the same article"
            ),
            Alias(text="Marš", kind=Kind.PERSON, mentions=1, reason="spelling variant", confidence="likely"),
            Alias(text="IM", kind=Kind.ORG, mentions=1, reason="initials", confidence="guess"),
        ),
        articles=5,
        names=(f"PERSON:{name}",),
    )
    return EntityCard.model_validate({"entity": entity, "mentions": 17, **given})


def place(passage: int, start: int, text: str = "Marsh") -> MentionPlace:
    return MentionPlace(
        path="a.txt", part=0, passage=passage, start=start, end=start + len(text), text=text,
        snippet=f"It was {text} who came.", outlet=None, published=None,
    )  # fmt: skip


def drawn(found: list[Piece], width: int = 80) -> list[str]:
    return ["".join(run.text for run in line) for piece in found for line in piece.draw(width)]


MONTHS = (
    Month(month="2030-11", mentions=2, articles=1),
    Month(month="2031-03", mentions=9, articles=3),
    Month(month="2031-05", mentions=1, articles=1),
)


def test_the_chart_has_first_and_last_month_and_the_peak_and_tells_of_the_undated() -> None:
    shown = drawn(pieces(card(months=MONTHS, undated=5), ()))
    assert any(
        "Nov 2030 ▂   █ ▁ May 2031   most in Mar 2031: 9 · 5 mentions undated" in line for line in shown
    )
    assert "person · 17 mentions in 5 articles" in "\n".join(shown)


@pytest.mark.parametrize(
    ("months", "undated", "told"),
    [
        ((), 17, "no article with it is dated"),
        (MONTHS[:1], 0, "all in Nov 2030"),
        (MONTHS[:1], 4, "Nov 2030: 2 · 4 mentions undated"),
    ],
)
def test_where_there_is_nothing_to_draw_it_says_when(
    months: tuple[Month, ...], undated: int, told: str
) -> None:
    assert told in "\n".join(drawn(pieces(card(months=months, undated=undated), ())))


def test_each_alias_says_how_sure_it_is_and_why() -> None:
    shown = drawn(pieces(card(), ()))
    rows = [line for line in shown if line[:2] in {"· ", "= ", "≈ ", "? "}]
    assert [row[:1] for row in rows] == ["·", "=", "≈", "?"]
    assert rows[1].endswith("surname of Ida Marsh in the same article")
    assert "likely · spelling variant" in rows[2]
    assert "a guess · initials" in rows[3]


def test_the_same_words_taken_for_several_kinds_are_one_row() -> None:
    entity = card().entity
    twin = Alias(text="Ida Marsh", kind=Kind.ORG, mentions=5, reason="the same words as Ida Marsh")
    shown = drawn(pieces(card(entity=entity.model_copy(update={"aliases": (*entity.aliases, twin)})), []))
    (row,) = [line for line in shown if "Ida Marsh" in line and "17" in line]
    assert "taken for person and organisation" in row
    assert any("Goes by 4 names" in line for line in shown)


def test_suggestions_come_before_all_other_sections_and_decisions_are_told() -> None:
    suggestion = Suggestion(
        entity="p/2", name="I. Marsh", kind=Kind.PERSON, mentions=4, reason="initials fit"
    )
    decided = Decided(decision=NameDecision(says="never", text="X"), words="“X” is no name")
    found = pieces(card(suggestions=(suggestion,), decisions=(decided,)), ())
    assert next(p.subject for p in found if p.subject is not None) == suggestion
    shown = "\n".join(drawn(found))
    assert "You said: “X” is no name" in shown
    assert shown.index("May be the same") < shown.index("Goes by")
    assert "a guess · initials fit" in shown


def test_a_suggestion_says_what_accepting_moves_and_what_speaks_against_it() -> None:
    suggestion = Suggestion(
        entity="p/2", name="I. Marsh", kind=Kind.PERSON, mentions=40, reason="initials fit",
        moves="Ida Marsh", moved=17, moved_in=(place(1, 7),), moved_articles=5,
        against="one is called Mr, the other Mrs or Ms",
    )  # fmt: skip
    shown = "\n".join(drawn(pieces(card(suggestions=(suggestion,)), ())))
    assert "moves 17 mentions of “Ida Marsh”:" in shown
    assert "4 more articles" in shown
    assert "! one is called Mr" in shown


def test_mentions_of_one_passage_are_one_row_and_what_is_not_listed_is_said() -> None:
    places = [place(1, 7), place(1, 30), place(2, 60), place(0, 3)]
    found = passages(places, 2017)
    assert [p.subject for p in found if p.subject] == [places[0], places[2], places[3]]
    shown = "\n".join(drawn(found))
    assert "2 mentions" in shown
    assert "2,013 more mentions" in shown
    assert "Appears in the first 3 passages" in shown
    assert place_of(places[0]) == ("a.txt", 0, 1, (7, 12))
    assert place_of(places[3]) == ("a.txt", 0, 0, (3, 8))
    assert place_of(None) is None


def test_a_single_mention_is_said_in_the_singular() -> None:
    entity = card().entity.model_copy(update={"articles": 1})
    shown = "\n".join(drawn(pieces(EntityCard(entity=entity, mentions=1, undated=1), [place(1, 0)])))
    assert "1 mention in 1 article" in shown
    assert "Appears in 1 passage " in shown


@pytest.mark.parametrize("width", [10, 24, 74, 78, 100])
@pytest.mark.parametrize(
    "name",
    [
        "国家防汛抗旱总指挥部办公室" * 6,
        "اللجنة الوطنية لإدارة المياه والسدود",
        "🚢👩‍👩‍👧‍👦 Port",
        "The " + "Very " * 60 + "Long Committee",
        "Unbroken" * 40,
        "\x1b[31mred\x07\u202ename",
        "[bold]Marsh[/bold]",
        "",
    ],
)
def test_no_name_breaks_the_lines(name: str, width: int) -> None:
    companion = Companion(entity="x", name=name, kind=Kind.EVENT, articles=2)
    quotation = Quotation(start=0, end=4, text=name or "x", kind="direct")
    saying = Saying(
        quotation=quotation, path="a", part=0, title=None, outlet=name, published=None, passage=1, articles=3
    )
    suggestion = Suggestion(entity="y", name=name, kind=Kind.NORP, mentions=1, reason=f"like {name}")
    everything = card(
        name, months=MONTHS, undated=3, companions=(companion,), said=(saying,), suggestions=(suggestion,),
        outlets=(OutletCount(outlet=name, articles=3), OutletCount(outlet=None, articles=1)),
        decisions=(Decided(decision=NameDecision(says="never", text=name), words=f"“{name}” is no name"),),
    )  # fmt: skip
    lines = drawn(pieces(everything, [place(1, 7, name or "x")]), width)
    assert max(map(cell_len, lines)) <= width
    assert not any("\x1b" in line or "\x07" in line or "\u202e" in line for line in lines)


def test_what_somebody_denies_is_not_listed_as_if_they_said_it() -> None:
    quotation = Quotation(start=0, end=12, text="the dam leaked", kind="indirect", cue="denied")
    saying = Saying(
        quotation=quotation, denial="denied", path="a", part=0, title=None, outlet="The Courier",
        published=None, passage=1, articles=3,
    )  # fmt: skip
    lines = drawn(pieces(card("Marsh", said=(saying,)), []), 60)
    assert any(line.rstrip().endswith("denied  in 3 articles") for line in lines)
