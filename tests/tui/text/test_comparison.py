"""Changes as they are drawn."""

from models.comparison import Comparison, Piece, PieceKind, Row
from models.version import Version
from tui.text.comparison import changed_rows, draw_change, same_at_end
from tui.text.painting import Runs, cells

SAME: PieceKind = "same"


def row(*pieces: tuple[PieceKind, str], first: tuple[int, ...] = (1,), second: tuple[int, ...] = (1,)) -> Row:
    return Row(first=first, second=second, pieces=tuple(Piece(kind=k, text=t) for k, t in pieces))


def text(lines: list[Runs]) -> list[str]:
    return ["".join(run.text for run in line).rstrip() for line in lines]


CHANGED = row(
    ("out", "Some"), ("in", "About"), ("same", " 5,000 troops"), ("out", " and tanks"), ("same", ".")
)


def test_both_versions_in_one_where_there_is_little_room() -> None:
    assert text(draw_change(0, CHANGED, 70)) == [
        "Passage 1", "[-Some-] [+About+] 5,000 troops [-and tanks-].".replace("] [+", "][+"), "",
    ]  # fmt: skip


def test_side_by_side_where_there_is_room() -> None:
    drawn = draw_change(2, CHANGED, 130)
    assert text(drawn)[0] == "… 2 passages the same"
    left, right = text(drawn)[3].split("│")
    assert left.strip() == "[-Some-] 5,000 troops [-and tanks-]."
    assert right.strip() == "[+About+] 5,000 troops."
    assert all(cells(line) <= 130 for line in drawn)


def test_one_text_with_its_marks_in_words_where_it_is_heard() -> None:
    assert text(draw_change(0, CHANGED, 130, spoken=True)) == [
        "Passage 1", "(out: Some)(in: About) 5,000 troops (out: and tanks).", "",
    ]  # fmt: skip


def test_a_long_stretch_without_a_change_is_cut() -> None:
    words = " ".join(f"w{n}" for n in range(200))
    drawn = " ".join(text(draw_change(0, row(("same", words), ("in", " new")), 70)))
    assert drawn.startswith("Passage 1 … w182 ")
    assert drawn.rstrip().endswith("[+new+]")
    between = " ".join(text(draw_change(0, row(("in", "a"), ("same", f" {words}"), ("in", " b")), 70)))
    assert "w17 … w182" in between


def test_passages_without_a_change_are_counted() -> None:
    same = row(("same", "As it was."))
    version = Version(path="a", part=0, paths=("a",), title=None, outlet=None, published=None)
    comparison = Comparison(first=version, second=version, rows=(same, same, CHANGED, same), alike=True)
    assert changed_rows(comparison) == [(2, CHANGED)]
    assert same_at_end(comparison) == 1
    assert text(draw_change(0, row(("out", "Gone."), second=()), 70))[0] == "Passage 1 · left out"
    assert text(draw_change(0, row(("in", "New."), first=()), 70))[0] == "Passage 1 · added"
