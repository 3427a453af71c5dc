from index.reading.passages import LONG, split_long, unwrapped

SENTENCE = (
    "The convoy of the northern brigade crossed the river at dawn and stopped before the old customs house. "
)


def test_short_paragraphs_stay_whole() -> None:
    assert list(split_long("One. Two.")) == ["One. Two."]


def test_long_paragraphs_split_at_sentences_and_lose_nothing() -> None:
    text = (SENTENCE * 20).strip()
    pieces = list(split_long(text))
    assert len(pieces) > 2
    assert " ".join(pieces) == text
    assert all(piece.endswith(".") and len(piece) <= LONG for piece in pieces)


def test_a_quotation_is_not_cut() -> None:
    text = (SENTENCE * 4) + "“" + (SENTENCE * 3).strip() + "” the colonel said. " + (SENTENCE * 4).strip()
    for piece in split_long(text):
        assert piece.count("“") == piece.count("”")


def test_what_has_no_sentences_is_cut_at_blanks() -> None:
    text = "word " * 2000 + "end."
    pieces = list(split_long(text))
    assert " ".join(pieces) == text
    assert max(map(len, pieces)) <= 4000
    assert "".join(split_long("x" * 9001)) == "x" * 9001


def test_hard_wrapped_lines_join() -> None:
    lines = [
        "The ministry said on Monday that the bridge over the Sava would",
        "be closed for three weeks while engineers looked at the pillars",
        "that the flood had damaged in the spring, and that lorries would",
        "be sent over the old road.",
        "",
        "Drivers were told to allow for an hour more on the way to town,",
        "and the buses will not run at night.",
    ]
    assert unwrapped(lines) == [" ".join(lines[:4]), "", " ".join(lines[5:])]


def test_short_lines_of_a_table_do_not_join() -> None:
    lines = [
        "Net profit 312 mln vs 158 mln",
        "Sales 3.47 billion vs 1.55 billion",
        "Copper 12 tonnes",
        "Tin 3 tonnes",
    ]
    assert unwrapped(lines) == lines
