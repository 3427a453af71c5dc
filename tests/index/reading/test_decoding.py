import pytest

from index.reading.decoding import decode, is_text
from models.errors import UnreadableFile

TEXT = "Žarko Ilić said on Monday that the crossing “stays open”.\n" * 3


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_marked_encodings(encoding: str) -> None:
    assert decode(TEXT.encode(encoding)) == TEXT


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_without_its_mark(encoding: str) -> None:
    assert decode(TEXT.encode(encoding)) == TEXT


def test_western_text_with_few_accents() -> None:
    text = (
        "The café in Orléans was closed on Tuesday, the mayor’s office said, after the flood of last week.\n"
    )
    assert decode(text.encode("cp1252")) == text


def test_cyrillic_text_in_a_single_byte_encoding() -> None:
    text = (
        "Министр сообщил, что граница останется открытой до конца недели. Переговоры продолжатся в среду.\n"
        * 5
    )
    assert decode(text.encode("cp1251")) == text


def test_broken_utf8_stays_utf8() -> None:
    data = TEXT.encode() + b"\xff\xfe broken"
    assert decode(data).startswith("Žarko Ilić")


def test_the_stated_encoding_is_believed_where_it_fits() -> None:
    assert decode("Gdańsk, Łódź, Kraków".encode("iso-8859-2"), "iso-8859-2") == "Gdańsk, Łódź, Kraków"
    assert decode("plain é".encode("latin-1"), "no-such-encoding") == "plain é"


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n" + bytes(range(256)),
        b"%PDF-1.7 text",
        b"PK\x03\x04rest",
        b"\x7fELF" + bytes(50),
        bytes(range(32)) * 20,
    ],
)
def test_binary_is_refused_with_a_reason(data: bytes) -> None:
    with pytest.raises(UnreadableFile, match="binary, not text"):
        decode(data)


def test_a_stray_nul_is_no_reason() -> None:
    assert "crossing" in decode(TEXT.encode() + b"\0")


@pytest.mark.parametrize(
    ("head", "text"),
    [
        (b"", True),
        (TEXT.encode("utf-16"), True),
        (TEXT.encode("utf-16-le"), True),
        (TEXT.encode()[:101], True),
        (b"\x89PNG\r\n\x1a\n", False),
        (bytes(range(256)), False),
    ],
)
def test_the_first_bytes_of_a_text(head: bytes, text: bool) -> None:
    assert is_text(head) is text


@pytest.mark.parametrize(
    "text",
    [
        "Le maire démissionne après l'été. « Je n'ai rien à cacher », a déclaré François Géré à la mairie de Brède.",
        "El alcalde de Logroño, José Muñoz, dimitió ayer. «No oculto nada», señaló después de la sesión más larga.",
        "Der Bürgermeister von Grünau, Jörg Müßig, tritt zurück. Er könne dafür nichts, erklärte er später müde.",
    ],
)
def test_a_short_western_text_keeps_its_accents(text: str) -> None:
    assert decode(text.encode("cp1252")) == text


def test_a_text_of_central_europe_is_not_taken_for_western() -> None:
    text = "Burmistrz Łęcznej złożył rezygnację. „Nie mam nic do ukrycia”, powiedział później w środę. " * 6
    assert decode(text.encode("cp1250")) == text
