"""Sentences and paragraphs."""

import pytest

from index.sentences import paragraphs, sentence_around, sentences


def split(text: str) -> list[str]:
    return [text[s:e] for s, e in sentences(text)]


@pytest.mark.parametrize(
    "parts",
    [
        ["Mr. Kern left.", "He was late."],
        ["Gen. A. B. Petrov of the U.S. Army spoke.", "Nobody heard."],
        ["It rose by 3.5 percent.", "Then it fell!", "Why?"],
        ["“It is over.”", "He left."],
        ["“Why?” she asked.", "Nobody knew."],
        ["They came on Jan. 4 by boat.", "It sank."],
        ["(It rose … twice?!)", "“So be it!!”", "They left…", "Then 3.5."],
    ],
)
def test_sentences_end_where_a_new_one_begins(parts: list[str]) -> None:
    assert split(" ".join(parts)) == parts


def test_sentences_without_spaces_between_them_end_at_their_full_stop() -> None:
    assert split("船が沈んだ。「誰も見ていない。」朝だった！ Then?") == [
        "船が沈んだ。",
        "「誰も見ていない。",
        "」朝だった！",
        "Then?",
    ]


def test_hard_wrapped_lines_are_one_paragraph_and_short_lines_are_not() -> None:
    text = "A line that was\nwrapped by hand.\nA second paragraph.\n\n\nA third."
    assert [text[s:e] for s, e in paragraphs(text)] == [
        "A line that was\nwrapped by hand.",
        "A second paragraph.",
        "A third.",
    ]


def test_the_sentence_around_a_place_stays_in_its_paragraph() -> None:
    text = "A heading\n\nOne here. Two here with 5,000 men. Three.\n\nLast."
    at = text.index("5,000")
    assert text[slice(*sentence_around(text, at, at + 5))] == "Two here with 5,000 men."
