from index.reading.documents.pdf_lines import PageLine, page_furniture, paragraphs


def line(text: str, top: float, *, page: int = 0, left: float = 50, height: float = 10) -> PageLine:
    """A line of letters half as wide as high."""
    return PageLine(text, page, left, left + len(text) * height / 2, top, top - height, 800)


FULL = "a" * 49 + " " + "b" * 50


def texts(*lines: PageLine) -> list[str]:
    return [piece.text for piece in paragraphs(lines)]


def test_lines_that_fill_their_column_are_one_paragraph() -> None:
    assert texts(line(FULL, 700), line(FULL, 688), line("end.", 676)) == [f"{FULL} {FULL} end."]


def test_a_line_that_the_next_word_would_have_fitted_in_ends_its_paragraph() -> None:
    assert texts(line(FULL, 700), line("end.", 688), line(FULL, 676)) == [f"{FULL} end.", FULL]


def test_a_wider_gap_begins_a_paragraph() -> None:
    first, second, third = line(FULL, 700), line(FULL, 688), line(FULL, 660)
    assert texts(first, second, third) == [f"{FULL} {FULL}", FULL]


def test_an_indented_line_after_a_full_stop_begins_a_paragraph() -> None:
    ended = FULL[:-1] + "."
    indented = line("c" * 40 + " " + "d" * 57, 688, left=65)
    assert texts(line(ended, 700), indented) == [ended, indented.text]


def test_a_sentence_goes_on_over_the_page() -> None:
    assert texts(line(FULL, 100), line("and on.", 700, page=1)) == [f"{FULL} and on."]
    ended = FULL[:-1] + "."
    assert texts(line(ended, 100), line("Anew.", 700, page=1)) == [ended, "Anew."]


def test_the_largest_line_is_the_title_and_larger_ones_are_headings() -> None:
    pieces = list(
        paragraphs([line("Weir holds", 780, height=24), line(FULL, 700), line("After", 650, height=13)])
    )
    assert [(piece.text, piece.level) for piece in pieces] == [("Weir holds", 1), (FULL, 0), ("After", 2)]


def test_a_word_broken_at_a_line_end_is_mended_only_where_it_stands_unbroken_elsewhere() -> None:
    start = "x" * 30 + " " + "y" * 20 + " ferry " + "z" * 37
    assert texts(line(f"{start} fer-", 700), line("ry.", 688)) == [f"{start} ferry."]
    assert texts(line(f"{start} ice-", 700), line("cold.", 688)) == [f"{start} ice-cold."]


def test_heads_and_feet_are_what_pages_repeat_and_what_is_small_in_the_margin() -> None:
    pages = [
        one
        for page in (0, 1, 2)
        for one in (
            line(f"The Courier {page}", 740, page=page),
            *(line(chr(97 + 6 * page + row) * 99, 600 - 12 * row, page=page) for row in range(6)),
            line(f"{page}/3", 20, page=page, height=7),
        )
    ]
    assert {one.text for one in page_furniture(pages)} == {
        "The Courier 0",
        "The Courier 1",
        "The Courier 2",
        "0/3",
        "1/3",
        "2/3",
    }
