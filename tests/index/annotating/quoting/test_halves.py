"""Sayings that their speaker's verb parts: what belongs to one, and how it is quoted without the outlet's words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.annotating.quoting.halves import joined, parts, whole
from tests.index.annotating.quoting.test_quotations import quotations


def sayings(text: str) -> list[str]:
    """What is kept of each direct quotation."""
    found = quotations(text)
    places = dict.fromkeys(whole(text, found, one) for one in found if one.kind == "direct")
    return [text[start:end] for start, end in places]


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("“We did not choose this,” Kern said, “but we will hold it.”",
         "“We did not choose this … but we will hold it.”"),
        ("“We did not choose this,” Kern said. “But we will hold it.”",
         "“We did not choose this … But we will hold it.”"),
        ("“They asked for papers,” said Mara Ilić, who farms here. “I asked for a pump. I got none.”",
         "“They asked for papers … I asked for a pump. I got none.”"),
        ("“We will stay,” Kern said, “and wait,” he added, “until spring.”",
         "“We will stay … and wait … until spring.”"),
        ("“Why should we?” Kern asked. “And who would pay?”", "“Why should we? … And who would pay?”"),
        ("'We did not', Kern said, 'choose this bridge'", "'We did not … choose this bridge'"),
        ("«We did not», Kern said, «choose this bridge»", "«We did not … choose this bridge»"),
        ("``We did not choose this,'' Kern said, ``but we will hold it.''",
         "``We did not choose this … but we will hold it.''"),
        ("“The bridge” — Kern said at last — “will hold.”", "“The bridge … will hold.”"),
        ("“We stay here,” according to Kern, “and we wait.”", "“We stay here … and we wait.”"),
        ("“We were told,” Lt. Gen. Davor Kern said, “to wait ‘for spring’.”",
         "“We were told … to wait ‘for spring’.”"),
    ],
)  # fmt: skip
def test_halves_of_one_saying_are_kept_together_and_quoted_as_one(text: str, quoted: str) -> None:
    assert sayings(text) == [text]
    assert joined(text) == quoted
    assert len(parts(text)) == quoted.count("…") + 1
    assert not any("Kern" in text[start:end] for start, end in parts(text))


@pytest.mark.parametrize(
    "text",
    [
        # Another statement of the same person.
        "“We did not choose this,” Kern said, adding “but we will hold it.”",
        "“We did not choose this,” Kern said. “We will hold it,” he told the Northern Post on Wednesday.",
        "“We did not choose this,” Kern said. He added: “We will hold it.”",
        "“We did not choose this,” Kern said, and “we will hold it, too”.",
        "“We did not choose this,” Kern said. Ilić left the hall. “We will hold it all the same.”",
        "“We did not choose this,” Kern said.\n\n“But we will hold it,” he said.",
        "Kern said: “We did not choose this.” “We will hold it.”",
        "“We did not choose this,” Kern said, calling the bridge “a farce from start to finish”.",
        # Two people.
        "“We did not choose this,” said Kern. “We will hold it,” said Mara Ilić.",
        # Nobody.
        "“We did not choose this bridge and nobody asked.” On a wall, “we will hold it all the same”.",
    ],
)
def test_other_quotations_are_kept_alone(text: str) -> None:
    assert sayings(text) == [q.text for q in quotations(text) if q.kind == "direct"]
    assert len(sayings(text)) == 2


@pytest.mark.parametrize(
    "words",
    [
        "“We did not choose this, but we will hold it.”",
        "We did not choose this,” Kern said, “but we will hold it.",
        "“We did not choose this,” Kern said, “but we will hold it.” He left.",
        "“Boats” and “bridges”",
        "",
    ],
)
def test_other_words_stay_as_they_are(words: str) -> None:
    assert parts(words) == ()
    assert joined(words) == words


@given(st.text(alphabet="“”\"'‘’«»` ,.—aKs\n", max_size=60))
def test_anything_can_be_joined(words: str) -> None:
    found = parts(words)
    assert all(0 <= start < end <= len(words) for start, end in found)
    assert joined(words) == words or found
