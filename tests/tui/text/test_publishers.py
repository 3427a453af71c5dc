"""What an article is called where its outlet would stand."""

from models.related import Related
from tui.text.publishers import publisher
from tui.text.relations import draw_related


def test_an_article_without_outlet_goes_by_its_headline_else_by_its_file() -> None:
    assert publisher("The Courier", "Dam bursts", "a/b.txt") == "The Courier"
    assert publisher(None, "Dam bursts", "a/b.txt") == "“Dam bursts”"
    assert publisher(None, None, "a/b.txt") == "b.txt"


def test_a_related_row_says_which_article_it_is_and_that_a_figure_was_altered() -> None:
    row = Related(
        rank=1, score=1, path="b.txt", part=0, title="Dam bursts", outlet=None, published=None, passage=1, start=0,
        end=4, text="Fog.", relation="copied text", reasons=("42 ↔ 45",), altered=True,
    )  # fmt: skip
    drawn = ["".join(run.text for run in line).strip() for line in draw_related(1, row, 60)]
    assert drawn[0] == "1 copied text · figure differs"
    assert drawn[1] == "undated · “Dam bursts”"
