from rich.cells import cell_len

from tui.text.plain import plainly


def test_what_is_drawn_is_air_and_columns_stay() -> None:
    drawn = "▌◆ Kern · 28 Jul ▁▂█ │ 5,000 ↔ 3,200 ✓ 漢 Ilić"
    plain = plainly(drawn)
    assert plain == ">* Kern , 28 Jul       5,000 / 3,200 x 漢 Ilić"
    assert cell_len(plain) == cell_len(drawn)
