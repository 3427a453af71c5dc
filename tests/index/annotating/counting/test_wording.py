import pytest

from index.annotating.counting.wording import with_counted


@pytest.mark.parametrize(
    ("number", "counted", "words"),
    [
        ("5,000", "troops", "5,000 troops"),
        ("hundreds", "people", "hundreds of people"),
        ("Tens of thousands", "people", "Tens of thousands of people"),
        ("several hundred", "people", "several hundred people"),
        ("two million", "people", "two million people"),
        ("90 per cent", "of the country's borders", "90 per cent of the country's borders"),
        ("dozens", "of the villages", "dozens of the villages"),
        ("dozens", "", "dozens"),
        ("38", "", "38"),
    ],
)
def test_a_figure_reads_as_people_say_it(number: str, counted: str, words: str) -> None:
    assert with_counted(number, counted) == words
