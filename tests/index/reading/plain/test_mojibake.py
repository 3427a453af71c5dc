"""Wrongly decoded text."""

import pytest

from index.reading.plain.mojibake import mended
from index.reading.plain.plain_text import read_plain

RIGHT = "“We don’t know,” said Mara Ilić – the café’s owner… It costs 5 € or 4 £, naïve or not 🙂"


@pytest.mark.parametrize("encoding", ["cp1252", "latin-1"])
def test_what_was_decoded_as_western_european_is_mended(encoding: str) -> None:
    data = RIGHT.encode()
    wrong = "".join(
        char if (char := bytes([byte]).decode(encoding, errors="ignore")) else chr(byte) for byte in data
    )
    assert wrong != RIGHT
    assert mended(wrong).text == RIGHT


def test_twice_over() -> None:
    wrong = "don’t".encode().decode("cp1252").encode().decode("cp1252")
    assert mended(wrong).text == "don’t"


@pytest.mark.parametrize(
    "text",
    [
        RIGHT,
        "Le « café\xa0» est fermé à\xa0« minuit », l’été…",
        "“VIVA A IRMÃ” e “MANHÃ…”",
        "ÅÄÖ är bokstäver, „Äpfel“ auch",
        "Plain words.",
    ],
)
def test_right_text_stays(text: str) -> None:
    assert mended(text) == (text, 0, "")


def test_only_the_wrong_lines_are_touched() -> None:
    assert mended("“IRMÃ”\nIt isnâ€™t over").text == "“IRMÃ”\nIt isn’t over"


def test_cyrillic_throughout() -> None:
    right = "Мост закрыт, сообщили в министерстве обороны в среду."
    wrong = "".join(bytes([byte]).decode("cp1252", errors="ignore") or chr(byte) for byte in right.encode())
    assert mended(wrong).text == right


def test_a_reader_is_told() -> None:
    body = "\n\n".join(["The ministry said it wouldnâ€™t open the bridge before the end of the drills."] * 2)
    draft = read_plain(f"Bridge closed\n\n{body} Nobody asked.")
    assert draft.blocks[0].text.startswith("The ministry said it wouldn’t")
    told = draft.left[0]
    assert (told.text, told.reason) == ("wouldnâ€™t", "wrongly decoded, and mended in 2 lines")
