"""Indirect speech: the exact clause, and whose it is."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.index.annotating.quoting.labelled import Labelled, fit, labelled, wrong
from tests.index.annotating.quoting.test_quotations import quotations

SENTENCES = list(labelled(Path(__file__).with_name("indirect_sentences.txt")))


def _shown(sentence: Labelled, found: set[tuple[int, int, str]]) -> Iterator[str]:
    yield sentence.text
    for start, end, speaker in sorted(found):
        yield f"    {speaker}: {sentence.text[start:end]}"


def test_clauses_and_speakers_of_labelled_sentences() -> None:
    found = fit(SENTENCES, quotations)
    missed = "\n".join(line for s, got in wrong(SENTENCES, quotations) for line in _shown(s, got))
    assert found.labelled > 80
    assert found.f1() >= 0.97, missed
    assert found.f1(speakers=True) >= 0.95, missed


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        # A role is the person who was introduced with it, if there is one only.
        ("Defence Minister Davor Kern came late. The minister said the road had been closed.", "Davor Kern"),
        ("Davor Kern, the defence minister, came. The minister said the road had been closed.", "Davor Kern"),
        (
            "Defence Minister Davor Kern met Finance Minister Mara Ilić. The minister said the road was closed.",
            "the minister",
        ),
        (
            "Defence Minister Davor Kern met Finance Minister Mara Ilić. The finance minister said it was closed.",
            "Mara Ilić",
        ),
        ("Vice President Davor Kern came. The president said the road had been closed.", "the president"),
        ("Kern spoke to Mara Ilić’s aide. A minister said the road had been closed.", "a minister"),
        # "It" is a body that has just spoken, and never a person.
        ("The Sava Council said the gate was shut. It said nobody had been hurt.", "Sava Council"),
        # Who holds an office stands right behind what it is of.
        ("The mayor of Velin Mara Ilić said the road was closed.", "Mara Ilić"),
        ("The road was closed, the head of the Sava Council Mara Ilić said on Monday.", "Mara Ilić"),
        ("A friend of Kern, a longtime aide of Mara Ilić, said the road was closed.", "a friend of Kern"),
    ],
)
def test_roles_and_bodies(text: str, speaker: str) -> None:
    *_, last = [q for q in quotations(text) if q.kind == "indirect"]
    assert last.speaker == speaker


def test_a_role_that_belongs_to_a_body_is_not_the_body() -> None:
    [found] = quotations("A spokesman for the Sava Council said the gate had been tested in May.")
    assert (found.speaker, found.entity) == ("a spokesman for the Sava Council", None)


@pytest.mark.parametrize(
    "text",
    [
        "said that " * 400,
        "Kern said " + "that the road, " * 300 + "was closed.",
        "According to " * 500,
        ", Kern said, " * 500,
        "VELIN (" * 3000,
        "VELIN, Tarn, May 3 " * 2000,
        "Kern denied that " + "Velin " * 5000,
        "Kern denied that the " + "of Velin " * 3000 + "Mara Ilić said the road was closed",
        "Kern said the " + "very " * 5000 + "old bridge was closed",
    ],
    ids=["cues", "that", "according", "commas", "dateline", "datelines", "names", "offices", "one clause"],
)
def test_repetition_takes_no_time(text: str) -> None:
    for found in quotations(text):
        assert text[found.start : found.end] == found.text
