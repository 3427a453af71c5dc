import pytest

from tui.text.labels import LETTERS, Tag, cells_of, labels, laid_out, remaining


def test_the_letters_are_all_of_the_alphabet_each_once() -> None:
    assert sorted(LETTERS) == list("abcdefghijklmnopqrstuvwxyz")


@pytest.mark.parametrize("count", [0, 1, 26, 27, 51, 52, 100, 676, 700])
def test_no_label_begins_another_and_all_are_different(count: int) -> None:
    made = labels(count)
    assert len(made) == len(set(made)) == min(count, len(LETTERS) ** 2)
    singles = {label for label in made if len(label) == 1}
    assert not any(label[0] in singles for label in made if len(label) > 1)


def test_the_first_have_one_letter_as_far_as_they_go() -> None:
    assert all(len(label) == 1 for label in labels(26))
    assert [len(label) for label in labels(30)] == [1] * 25 + [2] * 5
    assert labels(3) == list(LETTERS[:3])


def test_what_was_typed_leaves_what_begins_so() -> None:
    assert remaining(["f", "zf", "zj"], "z") == ["zf", "zj"]
    assert remaining(["f", "zf"], "x") == []


def shown(line: str, *tags: Tag) -> str:
    """A line with its labels, in capitals those of which another letter is to come."""
    cells = cells_of(line)
    for start, text, more in laid_out(tags, cells):
        cells[start : start + len(text)] = [letter.upper() if more else letter for letter in text]
    return "".join(cells)


def test_labels_of_a_line_never_lie_on_each_other() -> None:
    assert shown("          ", Tag(1, "zj"), Tag(0, "zf"), Tag(9, "k")) == "Zzj      k"
    assert shown("Tolva     ", Tag(1, "zj"), Tag(0, "zf")) == "Zzjva     "


def test_labels_of_columns_stand_side_by_side() -> None:
    assert shown(" ▄█ ▂", Tag(1, "zf"), Tag(2, "zj"), Tag(4, "zd")) == " ZzjZ"


def test_a_label_that_finds_no_room_in_its_line_is_left_out() -> None:
    assert laid_out([Tag(8, "f"), Tag(9, "j")], list("         ")) == [Tag(8, "f")]


@pytest.mark.parametrize(
    ("line", "column", "label", "seen"),
    [
        ("from Tolva on", 5, "k", "fromkTolva on"),
        ("   Tolva", 3, "zf", " zfTolva"),
        ("▌  Tolva", 0, "zf", "zf Tolva"),
        ("▌◆ Tolva", 0, "zf", "zf Tolva"),
        ("from Tolva on", 5, "zf", "fromzfolva on"),
        ("the “Ledger” says", 5, "k", "the kLedger” says"),
        ("the Quay(Tolva) says", 9, "zf", "the Quayzfolva) says"),
        ("says—“We stay”", 5, "k", "saysk“We stay”"),
        ("Tolva", 0, "k", "kolva"),
        ("“Stay”", 0, "k", "kStay”"),
        ("Tolva", 0, "zf", "zflva"),
    ],
)
def test_a_label_covers_as_little_as_can_be(line: str, column: int, label: str, seen: str) -> None:
    assert shown(line, Tag(column, label)) == seen


def test_where_there_are_no_blanks_the_letter_before_gives_way_and_not_the_name() -> None:
    line = cells_of("在東京港")
    assert laid_out([Tag(2, "zf")], line) == [Tag(0, "zf")]
    assert laid_out([Tag(2, "k")], line) == [Tag(1, "k")]


def test_both_letters_show_unless_the_next_place_is_too_near() -> None:
    assert shown("to Orla Quay in", Tag(3, "zf"), Tag(8, "zj")) == "tozfrlazjuay in"
    assert shown("in “Tolva”", Tag(3, "zf"), Tag(4, "zj")) == "inzfzjlva”"
    assert shown("“Tolva”", Tag(0, "zf"), Tag(1, "zj")) == "Zzjlva”"
