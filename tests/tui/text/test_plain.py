from rich.cells import cell_len

from tui.text.plain import plainly


def test_what_is_drawn_is_air_and_columns_stay() -> None:
    drawn = "▌◆ Kern · 28 Jul ▁▂█ │ 5,000 ↔ 3,200 ✓ 漢 Ilić"
    plain = plainly(drawn)
    assert plain == ">* Kern,  28 Jul       5,000 / 3,200 x 漢 Ilić"
    assert cell_len(plain) == cell_len(drawn)


def test_a_dot_between_two_things_is_a_comma_behind_the_first_and_a_dot_alone_nothing() -> None:
    assert plainly("31 articles · 9 outlets\u00a0· 2021") == "31 articles,  9 outlets,  2021"
    # What stands beside it may be another run.
    assert plainly(" · ") == ",  "
    assert plainly("· Kern") == "  Kern"
    assert plainly("paral·lel") == "paral·lel"
