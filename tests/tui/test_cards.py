"""What the card of a quotation says."""

from typing import cast

from models.annotation import Quotation
from models.key import ArticleKey
from models.related import Appearance, Sameness
from tui.archive import Archive
from tui.cards import Card, quotation_card
from tui.widgets.rows import Row

_KEY = ArticleKey("b.txt")


class _Archive:
    """Knows the appearances of one quotation."""

    def __init__(self, *places: Appearance) -> None:
        self._places = places

    async def appearances(self, _key: ArticleKey, _quotation: Quotation) -> tuple[Appearance, ...]:
        return self._places


def _place(
    path: str, text: str, published: str | None, sameness: Sameness = "words", likeness: float = 1.0
) -> Appearance:
    return Appearance(
        path=path, part=0, title=None, outlet="The Courier", published=published, passage=1, start=0, end=len(text),
        text=text, speaker="Davor Kern", likeness=likeness, sameness=sameness,
    )  # fmt: skip


async def _card(*places: Appearance, text: str = "“We rang every bell,”") -> Card:
    quotation = Quotation(start=0, end=len(text), text=text, kind="direct", speaker="Davor Kern")
    return await quotation_card(cast("Archive", _Archive(*places)), _KEY, quotation)


def _shown(rows: tuple[Row, ...] | list[Row]) -> list[str]:
    return ["".join(run.text for run in line) for row in rows for line in row(100)]


async def test_the_head_is_the_longest_wording_and_says_what_is_left_out_here() -> None:
    card = await _card(
        _place("a.txt", "“We rang every bell and knocked on each door,”", "2021-08-15"),
        _place("b.txt", "“We rang every bell,”", "2021-08-16"),
        _place(
            "c.txt",
            "“Every single bell of the whole lower town was ringing,”",
            "2021-08-17",
            "translated",
            0.62,
        ),
    )
    head = _shown(card.head)
    assert head[0].startswith("“We rang every bell and knocked")
    assert "left out in this article: and knocked on each door" in head
    assert "3 appearances, earliest first; 1 likely, in other words" in head
    rows = _shown(list(card.rows))
    assert [line for line in rows if "earliest" in line] == [rows[0]]
    assert "likely the same, translated differently · 62%" in rows
    assert [target.key.path for target in card.targets] == ["a.txt", "b.txt", "c.txt"]


async def test_the_only_appearance_has_its_words_once() -> None:
    card = await _card(_place("b.txt", "“We rang every bell,”", "2021-08-16"))
    lines = [*_shown(card.head), *_shown(list(card.rows))]
    assert sum("We rang every bell" in line for line in lines) == 1
    assert any("16 Aug 2021" in line and "The Courier" in line for line in _shown(list(card.rows)))
    assert [target.key for target in card.targets] == [_KEY]


async def test_nothing_is_the_earliest_of_one() -> None:
    card = await _card(
        _place("b.txt", "“We rang every bell,”", "2021-08-16"), _place("a.txt", "Every bell.", None)
    )
    assert not any("earliest" in line for line in _shown(list(card.rows)))
    assert not any("left out" in line for line in _shown(card.head))
    assert "2 appearances" in _shown(card.head)
