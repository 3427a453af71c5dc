"""Whose words they are, and that nobody is made to say what they deny."""

import pytest

from index.attribution import Attribution, attribution_of
from models.annotation import Quotation, Speech


@pytest.mark.parametrize(
    ("kind", "speaker", "cue", "told", "sentence"),
    [
        ("direct", "Orla Penhale", "said", "Orla Penhale", "said by Orla Penhale"),
        ("direct", "Orla Penhale", "dismissed", "Orla Penhale", "said by Orla Penhale"),
        ("direct", "Orla Penhale", "denied", "denied by Orla Penhale", "denied by Orla Penhale"),
        ("direct", None, None, "", "the article does not say who said it"),
        (
            "indirect", "Orla Penhale", "said", "Orla Penhale, reported speech",
            "reported speech of Orla Penhale, in the outlet's words",
        ),
        (
            "indirect", "Orla Penhale", "denying", "denied by Orla Penhale, reported speech",
            "denied by Orla Penhale, in the outlet's words",
        ),
        (
            "indirect", "Orla Penhale", "rejects", "rejected by Orla Penhale, reported speech",
            "rejected by Orla Penhale, in the outlet's words",
        ),
        (
            "indirect", "Orla Penhale", "feared", "Orla Penhale, reported speech (feared)",
            "reported speech of Orla Penhale (feared), in the outlet's words",
        ),
        (
            "indirect", None, "doubted", "doubted, reported speech",
            "doubted by somebody whom the article does not name, in the outlet's words",
        ),
        ("passage", None, None, "", ""),
        (None, "Orla Penhale", None, "Orla Penhale", "said by Orla Penhale"),
    ],
)  # fmt: skip
def test_how_words_are_attributed(
    kind: Speech | None, speaker: str | None, cue: str | None, told: str, sentence: str
) -> None:
    said = Attribution(kind, speaker, cue)
    assert said.told == told
    if sentence:
        assert said.sentence == sentence


@pytest.mark.parametrize(
    ("said", "reported"),
    [
        (Attribution("indirect", "Orla Penhale", "said"), "reported, in the outlet's words: Orla Penhale"),
        (Attribution("indirect", "Orla Penhale", "feared"), "reported, in the outlet's words: Orla Penhale (feared)"),
        (Attribution("indirect", None, "denied"), "reported, in the outlet's words: denied"),
        (Attribution("indirect"), "reported, in the outlet's words"),
        (Attribution("direct", "Orla Penhale", "said"), ""),
    ],
)  # fmt: skip
def test_reported_speech_is_called_so(said: Attribution, reported: str) -> None:
    assert said.reported == reported


@pytest.mark.parametrize(
    ("said", "words", "marked"),
    [
        (Attribution("direct", "Orla Penhale"), "Stay", "“Stay”"),
        (Attribution("direct", "Orla Penhale"), "«Stay»", "«Stay»"),
        (Attribution("indirect", "Orla Penhale"), "boats stayed", "boats stayed"),
        (Attribution("indirect", "Orla Penhale"), "boats had “no choice”", "boats had “no choice”"),
        (Attribution("direct", "Orla Penhale"), "“Stay,” she said, “and wait.”", "“Stay … and wait.”"),
        (Attribution("passage"), "“Stay,” she said, “and wait.”", "“Stay,” she said, “and wait.”"),
        (Attribution("passage"), "Boats stayed.", "“Boats stayed.”"),
        (Attribution("passage"), "Boats had “no choice”.", "Boats had “no choice”."),
        (Attribution("passage"), "Boats don’t sail.", "“Boats don’t sail.”"),
        # What an older Morgue kept: a quotation brings its marks, a passage has no speaker.
        (Attribution(None, "Orla Penhale"), "boats stayed", "boats stayed"),
        (Attribution(None), "Boats stayed.", "“Boats stayed.”"),
    ],
)
def test_marks_stand_around_words_that_are_quoted(said: Attribution, words: str, marked: str) -> None:
    assert said.marked(words) == marked


@pytest.mark.parametrize(
    ("before", "cue", "told"),
    [
        ("Orla Penhale did not say that ", "say", "Orla Penhale, reported speech (did not say)"),
        ("Orla Penhale has never said that ", "said", "Orla Penhale, reported speech (never said)"),
        ("Orla Penhale didn’t say that ", "say", "Orla Penhale, reported speech (didn’t say)"),
        ("She did not say. Orla Penhale said that ", "said", "Orla Penhale, reported speech"),
        ("Orla Penhale did not deny that ", "deny", "Orla Penhale, reported speech (did not deny)"),
    ],
)
def test_a_verb_that_is_negated_goes_with_its_negation(before: str, cue: str, told: str) -> None:
    words = "boats stayed"
    quotation = Quotation(
        start=len(before),
        end=len(before + words),
        text=words,
        kind="indirect",
        speaker="Orla Penhale",
        cue=cue,
    )
    assert attribution_of(quotation, f"{before}{words}.").told == told


@pytest.mark.parametrize(
    ("said", "denial"),
    [
        (Attribution("indirect", "Orla Penhale", "denies"), "denied"),
        (Attribution("direct", "Orla Penhale", "denied"), "denied"),
        (Attribution("direct", "Orla Penhale", "dismissed"), ""),
        (Attribution("indirect", None, "never said"), "never said"),
        (Attribution("indirect", "Orla Penhale", "didn’t say"), "didn’t say"),
        (Attribution("indirect", "Orla Penhale", "noted"), ""),
        (Attribution("passage"), ""),
    ],
)
def test_what_is_not_said_is_told_by_its_verb(said: Attribution, denial: str) -> None:
    assert said.denial == denial


def test_a_negation_is_found_in_the_part_of_an_article_that_is_at_hand() -> None:
    article = "Boats left. Orla Penhale did not say that boats stayed"
    start = article.index("boats stayed")
    quotation = Quotation(
        start=start, end=len(article), text="boats stayed", kind="indirect", speaker="Orla Penhale", cue="say"
    )
    begin = article.index("Orla")
    assert attribution_of(quotation, article[begin:], begin=begin) == attribution_of(quotation, article)
    assert attribution_of(quotation, article).denial == "did not say"
