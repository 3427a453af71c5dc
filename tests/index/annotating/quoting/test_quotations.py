"""Quotations: whose words, told by cues, and nobody's where the text does not say."""

import re

import pytest

from index.annotating.quoting.quotations import find_quotations
from models.annotation import Mention, Quotation
from models.kind import Kind

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
        (
            "“The bridge will stay open,” said a spokesman for the Sava Council.",
            "a spokesman for the Sava Council",
        ),
        ("“The bridge will stay open all winter.” — Mara Ilić", "Mara Ilić"),
        # Where somebody sits does not speak.
        ("“The bridge will stay open all winter,” the Sava Council in Velin said.", "Sava Council"),
        ("The Sava Council in Velin said: “The bridge will stay open all winter.”", "Sava Council"),
        ("“The bridge will stay open all winter,” a court in Velin said.", "a court in Velin"),
        ("The mission in Velin said: “The bridge will stay open all winter.”", None),
        # Who holds an office stands right behind what it is of.
        ("“The bridge will stay open,” said the mayor of Velin Mara Ilić.", "Mara Ilić"),
        ("“The bridge will stay open,” the minister of works of Velin Mara Ilić said.", "Mara Ilić"),
        ("The head of the Sava Council Mara Ilić, who left, said that it was “a farce”.", "Mara Ilić"),
        # The verb stands before its subject.
        ("The bridge, said Kern, was “never meant for lorries at all”.", "Davor Kern"),
        ("The bridge was closed in May. Added Kern: “It will stay closed all winter.”", "Davor Kern"),
        (
            "The bridge is “safe for everybody but the ducks” for now, said Mara Ilić, an engineer.",
            "Mara Ilić",
        ),
        # A verb that is seldom one of speech, right behind words that end with a comma.
        ("“The bridge will stay open all winter,” Kern sighed.", "Davor Kern"),
        ("“The bridge will stay open all winter.” Kern said.", "Davor Kern"),
        # No verb but a colon.
        ("Kern went further on Monday: “The bridge will never be closed.”", "Davor Kern"),
        # Names that only capitals show.
        ("“The bridge will stay open all winter,” said Orwin Thessaly, who paints it.", "Orwin Thessaly"),
        ("“The bridge will stay open all winter,” Thessaly said.", "Thessaly"),
        # Adjectives and nouns of the same form as verbs.
        ("Kern then spoke up, calling Ilić’s proposed toll “a tax on everybody’s breakfast”.", "Davor Kern"),
        ("Mara Ilić posted a Northern Post comment of her own, saying “it was late anyway”.", "Mara Ilić"),
        # Somebody in an apposition or a clause beside it.
        ("And Velin’s Mara Ilić, one of only four engineers, said it was “held up by paint”.", "Mara Ilić"),
        ("Ilić attacked Kern on Monday, calling him “the slowest man in the valley”.", "Mara Ilić"),
        ("The Northern Post columnist Mara Ilić (Velin), said it was “held up by paint”.", "Mara Ilić"),
        ("Kern’s office said it was “not in the habit of painting bridges”.", "Kern’s office"),
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


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Mr Kern came. He’s saying that the toll is “a gift to the ferry”.", "Davor Kern"),
        ("Mr Kern came. Said Mara Ilić, “He is early for once in his life.”", "Mara Ilić"),
        (
            "Mr Kern met the United States team. He said the United States was “late for its own toll”.",
            "Davor Kern",
        ),
        ("It was late, with Mara Ilić loudly saying: “Close the bridge for good!”", "Mara Ilić"),
        ("Recalling the flood, Mara Ilić, who had been there, said: “It took the mill.”", "Mara Ilić"),
        ("Some dislike the toll (Mara Ilić, who has never paid it, once said, “It is a gift”).", "Mara Ilić"),
        ("Kern published the following note:\n\n“The toll is not a gift to anybody.”", "Davor Kern"),
        (
            "“It is open,” Kern told reporters. “The toll for lorries, buses and old carts” would stay.",
            "Davor Kern",
        ),
    ],
)
def test_speaker_by_the_sentences_around(text: str, speaker: str) -> None:
    [*_, (_, found)] = said(text)
    assert found == speaker


def test_the_subject_of_the_sentence_before_is_whom_a_pronoun_means() -> None:
    text = (
        "Davor Kern has quarrelled with the Sava Council, at one point calling it “late for its own birth”.\n\n"
        "Osei’s brother, Mr Abena Osei, blamed the painters for it on Monday. “They had no paint,” he wrote. "
        "“And no brush.”"
    )
    assert [speaker for _, speaker in said(text)] == ["Davor Kern", "Abena Osei", "Abena Osei"]


def test_a_role_taken_up_last_is_whom_a_pronoun_means() -> None:
    text = (
        "General Abena Osei was asked about the bridge. Davor Kern had said that “we will hold it”. The general "
        "considered this for some time.\n\n“A river is held by its bed,” he said."
    )
    assert said(text)[-1] == ("“A river is held by its bed,”", "Abena Osei")


def test_a_sentence_with_marks_begins_behind_the_one_before() -> None:
    text = "“Who reads these signs?” said Mara Ilić, a walker who has accused Kern of haste. “Nobody that I know of.”"
    assert said(text) == [
        ("“Who reads these signs?”", "Mara Ilić"),
        ("“Nobody that I know of.”", "Mara Ilić"),
    ]


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
        "»We won’t go back to the ministers’ offices today,« Kern said.",
        "‹We won’t go back to the ministers’ offices today,› Kern said.",
        "``We won't go back to the ministers' offices today,'' Kern said.",
        "「We won’t go back to the ministers’ offices today,」 Kern said.",
        "『We won’t go back to the ministers’ offices today,』 Kern said.",
        "“We won’t go back to the ‘ministers’ offices’ today,” Kern said.",
        "\"We won't go back to the “ministers' offices” today,\" Kern said.",
    ],
)
def test_marks_of_every_style(text: str) -> None:
    [(words, speaker)] = said(text)
    assert words == text[: text.index(" Kern")]
    assert speaker == "Davor Kern"


def test_unspaced_words_in_marks() -> None:
    [found] = quotations("市長は「この橋は冬の間ずっと開いています」と述べた。")
    assert (found.text, found.kind) == ("「この橋は冬の間ずっと開いています」", "direct")
    [term] = quotations("市長は「橋」と述べた。")
    assert term.kind == "scare"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        # The last sentence of a paragraph, never closed.
        ("The bridge is open. “It will stay so all winter.\n\nKern left.", "“It will stay so all winter."),
        # No space before the opening mark.
        ('He did not go."We were never asked to," Kern said.', '"We were never asked to,"'),
        ('Kern spoke about"the longest bridge of the valley."', '"the longest bridge of the valley."'),
    ],
)
def test_marks_that_were_set_carelessly(text: str, words: str) -> None:
    assert [q.text for q in quotations(text)] == [words]


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("“It is open,” said Kern, who leads the so-called “quiet party”.", ["Davor Kern", None]),
        ("Kern told “Bridges and Rivers” about it.", [None]),
        ("Kern said the bridge was open.\n\n“Related:”", [None]),
        (
            "“We were never asked to go,” Kern said.\n\n“Under the Bridge”\n\nIt was late.",
            ["Davor Kern", None],
        ),
    ],
)
def test_words_in_marks_that_nobody_says(text: str, speakers: list[str | None]) -> None:
    assert [q.speaker for q in quotations(text) if q.kind != "indirect"] == speakers


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
    "heading",
    [
        "Council: 'We Were Never Asked About the Bridge'",
        "Council ‘never asked about the bridge’",
        "‘Never asked.’",
    ],
)
def test_what_a_heading_announces_is_quoted_where_it_is_said(heading: str) -> None:
    words = "“We were never asked about the bridge,” Mara Ilić said."
    assert said(f"{heading}\n\n{words}") == [("“We were never asked about the bridge,”", "Mara Ilić")]


@pytest.mark.parametrize(
    "text",
    [
        # Said in the heading only.
        "Ilić: ‘We will close the whole bridge!’\n\nThe council met. “It was short,” Kern said.",
        # The whole text is set in single marks.
        "Ilić: ‘We will close the whole bridge!’\n\n‘We will close the whole bridge,’ she said.",
        # No heading.
        "The council met.\n\nKern said ‘we close the bridge’ again. “We close the bridge,” Ilić said.",
    ],
)
def test_other_words_in_single_marks_stay_quotations(text: str) -> None:
    assert len([q for q in quotations(text) if text[q.start] in "‘“"]) == 2


@pytest.mark.parametrize(
    "text", ["", "“", "”", '"', "''", "“”", '"" said Kern', "\n\n\n", "“a\x00b\x1b[31m”", "'" * 3000]
)
def test_anything_can_be_read(text: str) -> None:
    for q in quotations(text):
        assert text[q.start : q.end] == q.text


def test_a_pronoun_is_of_whom_the_paragraph_tells_that_they_are_a_woman() -> None:
    told = "Abena Osei said it was “a farce from start to finish”.\n\nMara Ilić was angry: “It is open,” she said."
    assert said(told)[-1] == ("“It is open,”", "Mara Ilić")
    earlier = (
        "Mara Ilić left.\n\nAbena Osei called it “a farce from start to finish”. “It is open,” she said."
    )
    assert said(earlier)[-1] == ("“It is open,”", "Abena Osei")


@pytest.mark.parametrize(
    ("before", "speaker"),
    [
        # A role is the subject of the main clause, behind what leads up to it.
        ("About a remark of Davor Kern, who promised that “we will hold it”, the general was short.", "Osei"),
        ("Asked about Davor Kern, who had called it “a gift to us all”, the general laughed.", "Osei"),
        ("When Davor Kern said that “we will hold it”, the general nodded.", "Osei"),
        # It is the subject of no main clause, or there is another one.
        ("In May Davor Kern said “we will hold it” when, on the bridge, the general had left.", "Kern"),
        ("In May Davor Kern promised the town, the general and the ferry that “we will hold it”.", "Kern"),
        # Nobody is introduced so, but it is not the one named before either.
        ("Asked about a remark of Davor Kern’s, the mayor laughed.", "the mayor"),
        ("Asked about a remark of Davor Kern’s, the spokeswoman laughed.", "Kern"),
        # Somebody is named behind it.
        ("Asked about the bridge, the general laughed. Davor Kern promised that “we will hold it”.", "Kern"),
        ("Asked about the bridge, the mayor laughed at Davor Kern.", "Kern"),
    ],
)
def test_a_role_inside_a_sentence_is_taken_up_as_its_subject(before: str, speaker: str) -> None:
    text = f"Lieutenant-General Abena Osei came to the bridge.\n\n{before}\n\n“A river is held by its bed,” he said."
    quoted, found = said(text)[-1]
    assert quoted == "“A river is held by its bed,”"
    assert found is not None
    assert found.endswith(speaker)


def test_ranks_are_joined_in_either_order() -> None:
    for rank in ("lieutenant-general", "general-lieutenant"):
        text = (
            f"The exercise was led by {rank} Abena Osei.\n\n“A river is held by its bed,” the general said."
        )
        assert said(text) == [("“A river is held by its bed,”", "Abena Osei")]
