"""Mentions that agree over a text and over texts read together."""

from index.annotating.names.consistency import Consistency
from models.annotation import Mention
from models.kind import Kind


def mention(text: str, name: str, kind: Kind, nth: int = 0) -> Mention:
    start = -1
    for _ in range(nth + 1):
        start = text.index(name, start + 1)
    return Mention(start=start, end=start + len(name), text=name, kind=kind)


def kinds(mentions: list[Mention]) -> list[tuple[str, Kind]]:
    return [(one.text, one.kind) for one in mentions]


def test_a_name_has_the_kind_that_the_text_says_most() -> None:
    text = "Quellora grew. Quellora fell. Quellora rose."
    found = [mention(text, "Quellora", kind, n) for n, kind in enumerate((Kind.ORG, Kind.PLACE, Kind.ORG))]
    assert kinds(Consistency().agree([text], [found])[0]) == [("Quellora", Kind.ORG)] * 3


def test_the_collection_decides_a_draw() -> None:
    texts = ["Quellora grew. Quellora fell.", "Quellora rose."]
    found = [
        [mention(texts[0], "Quellora", Kind.PLACE), mention(texts[0], "Quellora", Kind.ORG, 1)],
        [mention(texts[1], "Quellora", Kind.ORG)],
    ]
    assert kinds(Consistency().agree(texts, found)[0]) == [("Quellora", Kind.ORG)] * 2


def test_a_surname_is_the_persons() -> None:
    text = "Davor Tarnholm spoke. Tarnholm left."
    found = [mention(text, "Davor Tarnholm", Kind.PERSON), mention(text, "Tarnholm", Kind.ORG, 1)]
    assert kinds(Consistency().agree([text], [found])[0])[1] == ("Tarnholm", Kind.PERSON)


def test_a_name_of_several_words_is_found_wherever_it_stands() -> None:
    text = "The Tea Board met. Then the Tea Board rose, but the Tea Boards did not."
    found = [mention(text, "Tea Board", Kind.ORG)]
    assert [one.start for one in Consistency().agree([text], [found])[0]] == [4, 28]
