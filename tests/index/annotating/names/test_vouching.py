"""Names of headlines: taken where the text, a list or other texts vouch for them, or their capital does."""

import pytest

from index.annotating.names.vouching import Vouchers
from models.annotation import Mention
from models.kind import Kind

KINDS = {
    "Davor Kern": Kind.PERSON,
    "Kern": Kind.PERSON,
    "Rose": Kind.PERSON,
    "Velin Harbour": Kind.ORG,
    "Harbour Board": Kind.ORG,
    "NTB": Kind.ORG,
    "Sava": Kind.PLACE,
    "Kern Valley": Kind.PLACE,
    "Norway": Kind.PLACE,
    "Norwegian": Kind.NORP,
    "Patrols On": Kind.ORG,
}


def seen(title: str, *names: str) -> list[Mention]:
    """What a recogniser takes for names in a headline, whatever their letters."""
    places = [(title.lower().index(name.lower()), name) for name in names]
    return [
        Mention(start=at, end=at + len(name), text=title[at : at + len(name)], kind=KINDS[name])
        for at, name in sorted(places)
    ]


def text_with(*names: str) -> list[Mention]:
    return [Mention(start=0, end=len(name), text=name, kind=KINDS[name]) for name in names]


def vouched(
    title: str, found: list[Mention], body: list[Mention], *others: list[Mention]
) -> list[tuple[str, str]]:
    """The stretches taken for names, with the form and kind that they are known by."""
    vouchers = Vouchers([body, *others], lambda word: word in {"Rose", "Board", "Patrols"})
    return [(title[m.start : m.end], f"{m.kind}:{m.text}") for m in vouchers.vouched(0, title, found)]


@pytest.mark.parametrize(
    "title", ["Ministry Doubles Patrols On Sava Line", "MINISTRY DOUBLES PATROLS ON SAVA LINE"]
)
def test_title_case_and_capitals_make_no_names(title: str) -> None:
    assert vouched(title, seen(title, "Patrols On", "Sava"), []) == []


@pytest.mark.parametrize("title", ["Kern Doubles Patrols On Sava Line", "KERN DOUBLES PATROLS ON SAVA LINE"])
def test_the_text_vouches_for_its_own_names_as_it_writes_them(title: str) -> None:
    found = vouched(title, [], text_with("Davor Kern", "Sava", "Sava"))
    assert [form for _, form in found] == ["PERSON:Kern", "PLACE:Sava"]
    assert [written.title() for written, _ in found] == ["Kern", "Sava"]


def test_a_name_of_several_words_is_taken_whole() -> None:
    title = "Velin Harbour Board's Chair Resigns"
    body = text_with("Velin Harbour", "Harbour Board")
    assert vouched(title, [], body)[0] == ("Velin Harbour", "ORG:Velin Harbour")


def test_an_ordinary_word_is_a_name_where_the_recogniser_thinks_so_too() -> None:
    title = "Prices Rose Again, Rose Says"
    assert vouched(title, [], text_with("Rose")) == []
    rose = Mention(start=19, end=23, text="Rose", kind=Kind.PERSON)
    assert vouched(title, [rose], text_with("Rose")) == [("Rose", "PERSON:Rose")]


def test_a_capital_tells_inside_a_sentence_but_not_at_its_beginning() -> None:
    title = "Kern warns of delays at Velin Harbour"
    assert vouched(title, seen(title, "Kern", "Velin Harbour"), []) == [
        ("Velin Harbour", "ORG:Velin Harbour")
    ]
    title = "Delays ahead: Kern warns the harbour"
    assert vouched(title, seen(title, "Kern"), []) == []
    title = "Davor Kern warns of long delays"
    assert vouched(title, seen(title, "Davor Kern"), []) == [("Davor Kern", "PERSON:Davor Kern")]


@pytest.mark.parametrize("title", ["Norwegian Ships Leave Norway", "NORWEGIAN SHIPS LEAVE NORWAY"])
def test_the_gazetteer_vouches_for_countries_and_peoples(title: str) -> None:
    found = vouched(title, seen(title, "Norwegian", "Norway"), [])
    assert [form for _, form in found] == ["NORP:Norwegian", "PLACE:Norway"]


def test_several_mentions_in_other_texts_vouch_for_a_name() -> None:
    title = "NTB Shuts Two Ports"
    assert vouched(title, seen(title, "NTB"), [], text_with("NTB")) == []
    assert vouched(title, seen(title, "NTB"), [], text_with("NTB"), text_with("NTB")) == [("NTB", "ORG:NTB")]


def test_a_persons_name_in_that_of_a_place_is_not_the_person() -> None:
    title = "Kern Valley Under Water"
    assert vouched(title, seen(title, "Kern Valley"), text_with("Kern")) == []


@pytest.mark.parametrize("title", ["", "…", "10", "“”", "三号闸门", "\x1b[31mX"])
def test_any_headline_can_be_read(title: str) -> None:
    vouched(title, [], text_with("Kern"))
