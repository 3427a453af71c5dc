from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.article import Article, Passage
from tui.text.selecting import Selection, begun, count_words, query_for, units, words
from tui.text.wrapping import grapheme_at

SAID = "“We don’t know,” said Ms Marsh. It was 2,500."


def parts(text: str) -> list[str]:
    return [text[start:end] for start, end in words(text, 0, len(text))]


def article(*texts: str) -> Article:
    passages, start = [], 0
    for number, text in enumerate(texts, 1):
        passages.append(Passage(number=number, start=start, end=start + len(text), text=text))
        start += len(text) + 2
    return Article(path="a.txt", passages=tuple(passages))


def test_words_and_the_signs_between_them() -> None:
    assert parts(SAID) == [
        "“", "We", "don’t", "know", ",”", "said", "Ms", "Marsh", ".", "It", "was", "2,500", ".",
    ]  # fmt: skip


def test_accents_stay_with_their_letters_and_unspaced_scripts_go_by_the_character() -> None:
    assert parts("e\u0301te\u0301 港口 שָׁלוֹם 👩‍🚒!") == ["e\u0301te\u0301", "港", "口", "שָׁלוֹם", "👩‍🚒", "!"]


@given(st.text(max_size=60))
def test_words_lie_side_by_side_in_order(text: str) -> None:
    found = list(words(text, 0, len(text)))
    assert all(start < end for start, end in found)
    assert all(one[1] <= other[0] for one, other in pairwise(found))
    assert not any(text[start].isspace() for start, _ in found)


def test_grows_and_shrinks_by_words_on_both_sides_of_where_it_began() -> None:
    text = "one two three four five"
    near = list(words(text, 0, len(text)))
    selection = begun(text, 8, 13)
    seen = []
    for direction in (1, 1, 1, -1, -1, -1, -1, 1, 1, 1):
        selection = selection.moved(near, 1 if direction == 1 else -1)
        seen.append(text[selection.start : selection.end])
    assert seen == [
        "three four", "three four five", "three four five", "three four", "three", "two three", "one two three",
        "two three", "three", "three four",
    ]  # fmt: skip


def test_a_quotation_is_selected_whole_and_shrinks_from_its_end() -> None:
    selection = begun(SAID, 0, 16)
    assert SAID[selection.start : selection.end] == "“We don’t know,”"
    shrunk = selection.moved(list(words(SAID, 0, len(SAID))), -1)
    assert SAID[shrunk.start : shrunk.end] == "“We don’t know"


def test_the_other_end_moves_after_a_swap() -> None:
    text = "one two three four five"
    near = list(words(text, 0, len(text)))
    selection = begun(text, 4, 7).moved(near, 1).swapped(text)
    assert (selection.start, selection.end) == (4, 13)
    more = selection.moved(near, -1)
    assert text[more.start : more.end] == "one two three"
    again = more.swapped(text).moved(near, 1)
    assert text[again.start : again.end] == "one two three four"


def test_sentences_and_passages_lead_across_passages() -> None:
    kept = article("The gate failed. Nobody came.", "The lake fell. It was late.")
    text = kept.text
    selection = begun(text, 4, 8)
    selection = selection.moved(units(kept, "sentence", selection.head), 1)
    assert text[selection.start : selection.end] == "gate failed."
    selection = selection.moved(units(kept, "passage", selection.head), 1)
    assert text[selection.start : selection.end] == "gate failed. Nobody came."
    selection = selection.moved(units(kept, "sentence", selection.head), 1)
    assert text[selection.start : selection.end] == "gate failed. Nobody came.\n\nThe lake fell."
    selection = selection.moved(units(kept, "passage", selection.head), -1)
    assert text[selection.start : selection.end] == "gate failed. Nobody came."


def test_the_mouse_reaches_to_either_side_of_where_it_was_pressed() -> None:
    pressed = Selection((5, 6), 6)
    assert (pressed.reaching(9, 10).start, pressed.reaching(9, 10).end) == (5, 10)
    assert (pressed.reaching(2, 3).start, pressed.reaching(2, 3).end) == (2, 6)
    assert (pressed.reaching(5, 6).start, pressed.reaching(5, 6).end) == (5, 6)


def test_blanks_alone_can_be_selected_and_swapped() -> None:
    assert begun("a   b", 1, 3).swapped("a   b") == Selection((1, 3), 3)


@pytest.mark.parametrize(
    ("selected", "query"),
    [
        ("Marsh,", "Marsh"),
        ("“We don’t know,”", '"We don’t know"'),
        ("the lake\n\nThe gate", "the lake The gate"),
        ("one two three four five six seven eight nine", "one two three four five six seven eight nine"),
        ("… —", ""),
    ],
)
def test_what_is_typed_to_search_for_a_selection(selected: str, query: str) -> None:
    assert query_for(selected) == query


def test_counts_words_and_not_signs() -> None:
    assert count_words(SAID) == "9 words"
    assert count_words("know,”") == "1 word"


def test_what_stands_at_a_cell() -> None:
    line = "e\u0301港b"
    assert [line[slice(*grapheme_at(line, cell))] for cell in range(5)] == ["e\u0301", "港", "港", "b", ""]
