"""Quotations: whose words, told by cues, and nobody's where the text does not say."""

import re

import pytest

from index.annotating.quotations import find_quotations
from models.annotation import Kind, Mention, Quotation

PEOPLE = {"Kern": "Davor Kern", "Ilić": "Mara Ilić", "Osei": "Abena Osei"}
BODIES = {"Sava Council": Kind.ORG, "Velin": Kind.PLACE, "Velinian": Kind.NORP, "Northern Post": Kind.ORG}


def quotations(text: str) -> tuple[Quotation, ...]:
    names = [(rf"(?:{full}|{last})", Kind.PERSON, full) for last, full in PEOPLE.items()]
    names += [(rf"{name}\b", kind, name) for name, kind in BODIES.items()]
    mentions = [
        Mention(start=m.start(), end=m.end(), text=m.group(), kind=kind, entity=f"{kind}:{name}")
        for pattern, kind, name in names
        for m in re.finditer(pattern, text)
    ]
    return find_quotations(text, mentions)


def said(text: str) -> list[tuple[str, str | None]]:
    found = quotations(text)
    for q in found:
        assert text[q.start : q.end] == q.text
    return [(q.text, q.speaker) for q in found if q.kind == "direct"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“The bridge will stay open all winter,” Davor Kern said.", "Davor Kern"),
        ("“The bridge will stay open all winter,” said Davor Kern.", "Davor Kern"),
        ("“The bridge will stay open all winter,” said Kern, 55, who met Mara Ilić.", "Davor Kern"),
        (
            "“The bridge will stay open,” Kern, a former judge at the Sava Council, told reporters.",
            "Davor Kern",
        ),
        ("Kern said: “The bridge will stay open all winter.”", "Davor Kern"),
        ("On Tuesday, Kern told the Northern Post: “The bridge will stay open.”", "Davor Kern"),
        ("“The bridge will stay open,” according to Mara Ilić.", "Mara Ilić"),
        ("“Will the bridge stay open?” Mara Ilić asked.", "Mara Ilić"),
        ("The plan, Kern said, was “a farce from start to finish”.", "Davor Kern"),
        ("Kern called the plan “a farce from start to finish”.", "Davor Kern"),
        ("The head of the Sava Council, Mara Ilić, warned that the plan was “a farce”.", "Mara Ilić"),
        ("“The bridge will stay open,” the defence minister said.", "the defence minister"),
        ("“The bridge will stay open,” said a spokesman for the Sava Council.", "a spokesman"),
        ("“The bridge will stay open all winter.” — Mara Ilić", "Mara Ilić"),
        ("“The bridge will stay open all winter.”", None),
        ("The bridge had a sign that read, in old letters, “no horses, no carts, no haste”.", None),
    ],
)
def test_speaker(text: str, speaker: str | None) -> None:
    assert [s for _, s in said(text)] == [speaker]


def test_a_split_quotation_is_two_with_one_speaker() -> None:
    found = said("“We did not choose this border,” Kern said. “But we will hold it.” Then he left.")
    assert found == [
        ("“We did not choose this border,”", "Davor Kern"),
        ("“But we will hold it.”", "Davor Kern"),
    ]


def test_pronouns_stand_for_the_nearest_person_that_fits() -> None:
    text = "Mara Ilić met Mr Kern at the bridge.\n\n“It was a short talk about nothing,” she said."
    assert said(text) == [("“It was a short talk about nothing,”", "Mara Ilić")]
    assert said(text.replace("she said", "he said"))[0][1] == "Davor Kern"
    assert said("“It was a short talk about nothing,” they said.")[0][1] is None


def test_nobody_named_inside_a_quotation_says_it() -> None:
    assert said("“Thank you, Davor Kern, for a very long day,” the mayor said.")[0][1] == "the mayor"


def test_words_over_several_paragraphs_keep_their_speaker() -> None:
    text = 'Kern said:\n\n"The river rose by night.\n\n"By dawn the road was gone."\n\nNobody else spoke.'
    assert said(text) == [
        ('"The river rose by night.', "Davor Kern"),
        ('"By dawn the road was gone."', "Davor Kern"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "'We won't go back to the ministers' offices today,' Kern said.",
        "‘We won’t go back to the ministers’ offices today,’ Kern said.",
        "\"We won't go back to the ministers' offices today,\" Kern said.",
        "«We won’t go back to the ministers’ offices today,» Kern said.",
        "„We won’t go back to the ministers’ offices today,“ Kern said.",
        "“We won’t go back to the ‘ministers’ offices’ today,” Kern said.",
        "\"We won't go back to the “ministers' offices” today,\" Kern said.",
    ],
)
def test_marks_of_every_style(text: str) -> None:
    [(words, speaker)] = said(text)
    assert words == text[: text.index(" Kern")]
    assert speaker == "Davor Kern"


@pytest.mark.parametrize(
    "text",
    [
        "It was the '90s, rock 'n' roll was loud, and the workers' hall wasn't quiet.",
        "He is 6'3\" tall and his brother 5'11\" at most.",
        '<a class="wide" id="x12"> is no speech.',
        'An unclosed "mark in the middle of a line is no quotation.',
    ],
)
def test_apostrophes_inches_and_markup_are_no_marks(text: str) -> None:
    assert quotations(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "Kern said it in May on the podcast “Slow Rivers of the North”.",
        "The so-called “quiet zone” is three streets wide.",
        "A song called “Hypo River” was played.",
    ],
)
def test_terms_and_titles_are_not_speech(text: str) -> None:
    [scare] = [q for q in quotations(text) if q.kind != "indirect"]
    assert (scare.kind, scare.speaker) == ("scare", None)


@pytest.mark.parametrize(
    ("text", "clause", "speaker"),
    [
        (
            "Kern said the ministry would pay for the bridge.",
            "the ministry would pay for the bridge",
            "Davor Kern",
        ),
        (
            "Mara Ilić told the council on Monday that no tax had been raised.",
            "no tax had been raised",
            "Mara Ilić",
        ),
        ("The road was closed for two days, Kern said.", "The road was closed for two days", "Davor Kern"),
        (
            "According to Mara Ilić, the road was closed for two days.",
            "the road was closed for two days",
            "Mara Ilić",
        ),
        # A place or people that only says whose they are does not speak.
        (
            "Velin army commanders have already warned that the camp is too small.",
            "the camp is too small",
            "Velin army commanders",
        ),
        (
            "According to Velinian government data, the camp is too small.",
            "the camp is too small",
            "Velinian government data",
        ),
        ("Velin has also warned that the camp is too small.", "the camp is too small", "Velin"),
    ],
)
def test_indirect_speech(text: str, clause: str, speaker: str) -> None:
    [found] = [q for q in quotations(text) if q.kind == "indirect"]
    assert (found.text, found.speaker) == (clause, speaker)


@pytest.mark.parametrize(
    "text",
    [
        "Kern said nothing.",
        "Kern added a note of caution.",
        "Kern said in a statement on Monday.",
        "He was told so.",
        "Kern told reporters at the bridge, as a column of carriers waited for a herd of goats.",
    ],
)
def test_no_clause_no_indirect_speech(text: str) -> None:
    assert quotations(text) == ()


@pytest.mark.parametrize(
    "text", ["", "“", "”", '"', "''", "“”", '"" said Kern', "\n\n\n", "“a\x00b\x1b[31m”", "'" * 3000]
)
def test_anything_can_be_read(text: str) -> None:
    for q in quotations(text):
        assert text[q.start : q.end] == q.text
