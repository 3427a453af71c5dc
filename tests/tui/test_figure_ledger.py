"""The card of a figure: what its head says, its groups, and what stands in a row."""

from types import SimpleNamespace
from typing import cast

from models.annotation import Figure
from models.key import ArticleKey
from models.related import ComparableFigure, FigureClass, Ledger
from tui.archive import Archive
from tui.cards import Card, _figure_row, _spread, figure_ledger
from tui.text.painting import Runs

WIDTH = 70
KEY = ArticleKey("a.txt")


def row(
    figure: str,
    figure_class: FigureClass = "differs",
    *,
    path: str = "b.txt",
    published: str | None = "2021-08-16",
    **more: object,
) -> ComparableFigure:
    text = f"The Board counted {figure} people on the quay."
    start = text.index(figure)
    parsed = Figure(start=100 + start, end=100 + start + len(figure), text=figure, value=1, of="people")
    return ComparableFigure.model_validate(
        {
            "path": path, "part": 0, "title": None, "outlet": "The Courier", "start": 100, "end": 100 + len(text),
            "text": text, "figure": figure, "parsed": parsed, "figure_class": figure_class, "published": published,
            "speaker": "Nora Vance", "passage": 2,
        }
        | more
    )  # fmt: skip


async def card(*rows: ComparableFigure) -> Card:
    asked = row("1,640", "same", path=KEY.path, published="2021-08-15", outlet="Herald")
    found = Ledger(
        asked=asked, counted="people displaced", occasion=("Orvane", "Tessel"), least="1,640", most="2,100",
        outlets=2, first="2021-08-15", last="2021-08-16", rows=rows,
    )  # fmt: skip

    async def ledger(_key: ArticleKey, _figure: Figure, _passage: int) -> Ledger:
        return found

    return await figure_ledger(cast("Archive", SimpleNamespace(ledger=ledger)), KEY, asked.parsed, 2)


def text(lines: list[Runs]) -> list[str]:
    return ["".join(run.text for run in line).rstrip() for line in lines]


async def test_the_head_says_what_is_counted_when_and_how_far_it_parts() -> None:
    shown = await card(row("2,100"))
    title, spread, about = (text(part(WIDTH))[0] for part in shown.head)
    assert title.startswith("1,640 people displaced ")
    assert title.endswith(" Herald, 15 Aug 2021")
    assert spread == "1,640 to 2,100 people · 2 outlets · 15 to 16 Aug 2021"
    assert about == "Orvane, Tessel · said by Nora Vance"


def test_where_no_outlet_is_known_articles_are_counted() -> None:
    asked = row("1,640", "same", path=KEY.path, outlet=None, published=None)
    found = Ledger(
        asked=asked, counted="people", occasion=(), least="1,640", most="2,100", outlets=0, articles=3, first=None,
        last=None, rows=(row("2,100", outlet=None, title="Dam bursts", published=None),),
    )  # fmt: skip
    assert text(_spread(found, WIDTH)) == ["1,640 to 2,100 people · 3 articles"]
    assert "undated      “Dam bursts”" in text(_figure_row(found, found.rows[0], None, WIDTH))[0]


def test_numbers_in_words_are_in_lower_case_within_the_line() -> None:
    asked = row("19", "same", path=KEY.path)
    found = Ledger(
        asked=asked, counted="people", occasion=(), least="Nineteen", most="Twenty-three", outlets=2, articles=2,
        first=None, last=None, rows=(row("Twenty-three"),),
    )  # fmt: skip
    assert text(_spread(found, WIDTH)) == ["Nineteen to twenty-three people · 2 outlets"]
    priced = found.model_copy(update={"least": "US$19", "most": "US$23"})
    assert text(_spread(priced, WIDTH)) == ["US$19 to US$23 people · 2 outlets"]


async def test_without_another_figure_nothing_is_said_of_a_spread() -> None:
    shown = await card(row("9", "other-occasion"))
    assert shown.head[1](WIDTH) == []


async def test_a_number_word_keeps_its_of_and_whose_figure_it_is_shows_in_any_width() -> None:
    asked = row("hundreds", "same", path=KEY.path, outlet="The Upper Valley Advertiser and Daily Herald")
    found = Ledger(
        asked=asked, counted="people displaced", occasion=(), least="300", most="hundreds", outlets=2, first=None,
        last=None, rows=(row("300"),),
    )  # fmt: skip
    assert text(_spread(found, WIDTH)) == ["300 to hundreds of people · 2 outlets"]

    async def ledger(_key: ArticleKey, _figure: Figure, _passage: int) -> Ledger:
        return found

    shown = await figure_ledger(cast("Archive", SimpleNamespace(ledger=ledger)), KEY, asked.parsed, 2)
    (wide,), (narrow,) = (text(shown.head[0](width)) for width in (90, 40))
    assert wide.startswith("hundreds of people displaced ")
    assert wide.endswith(", 16 Aug 2021")
    assert "The Upper" in narrow
    assert narrow.endswith(", 16 Aug 2021")


async def test_classes_are_groups_and_differing_values_catch_the_eye() -> None:
    shown = await card(row("2,100", update="later"), row("1,900", path=KEY.path), row("30", "other-measure"))
    first, second, third = (entry(WIDTH) for entry in shown.rows)
    assert text(first)[0].startswith("differs · 2 figures ──")
    assert first[1][0].text.strip() == "2,100"
    assert first[1][0].inks == ("differs",)
    assert text(first)[1].endswith("later figure")
    assert text(first)[-2] == "— Nora Vance"
    assert text(second)[0].startswith("1,900")
    assert text(second)[0].endswith("in this article")
    assert text(third)[0].startswith("another measure · 1 figure ──")
    assert third[1][0].inks == ("title",)


async def test_a_row_leads_to_the_figure_itself() -> None:
    shown = await card(row("2,100"))
    assert shown.targets[0].focus == (118, 123)
