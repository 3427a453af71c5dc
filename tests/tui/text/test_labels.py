import pytest

from tui.text.labels import LETTERS, Tag, labels, laid_out, remaining


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


def test_labels_of_a_line_never_lie_on_each_other() -> None:
    placed = laid_out([("b", Tag(1, "zj")), ("a", Tag(0, "zf")), ("c", Tag(9, "k"))], 20)
    assert placed == [("a", Tag(0, "zf")), ("b", Tag(2, "zj")), ("c", Tag(9, "k"))]


def test_a_label_that_finds_no_room_in_its_line_is_left_out() -> None:
    assert laid_out([("a", Tag(8, "zf")), ("b", Tag(9, "zj"))], 10) == [("a", Tag(8, "zf"))]
