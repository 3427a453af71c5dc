"""The five real articles beside the checkout, asserted by short key strings only."""

from pathlib import Path

import pytest

from index.reading import read
from models.article import Article

SEEDS = Path(__file__).parents[3] / "../shared/seeds"

pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not SEEDS.is_dir(), reason="the evaluation data is not beside the checkout"),
]


def seed(number: str) -> Article:
    path = next(SEEDS.glob(f"{number}_*.txt"))
    (article,) = read(path, path.name)
    return article


def dropped(article: Article) -> list[str]:
    return [line.text for line in article.dropped]


def body_lines(number: str) -> list[str]:
    """The long lines of the file, which are all the article's."""
    text = next(SEEDS.glob(f"{number}_*.txt")).read_text(encoding="utf-8")
    return [" ".join(line.split()) for line in text.split("\n") if len(line) > 160]


@pytest.mark.parametrize("number", ["000", "001", "002", "003", "004"])
def test_text_is_its_passages_and_no_body_line_is_lost(number: str) -> None:
    article = seed(number)
    assert article.text == "\n\n".join(passage.text for passage in article.passages)
    assert [passage.number for passage in article.passages] == list(range(1, len(article.passages) + 1))
    assert all(passage.text == article.text[passage.start : passage.end] for passage in article.passages)
    prompts = ("Telegram", "Please refresh")
    lost = [
        line
        for line in body_lines(number)
        if line not in " ".join(article.text.split()) and not any(prompt in line for prompt in prompts)
    ]
    assert lost == []
    assert article.language == "en"


@pytest.mark.parametrize("number", ["000", "001", "002", "003", "004"])
def test_every_line_is_the_articles_or_has_a_reason(number: str) -> None:
    article = seed(number)
    shown = " ".join((*(article.title or "").split(), *article.text.split()))
    left = {line.text for line in article.dropped}
    assert all(line.reason for line in article.dropped)
    lines = next(SEEDS.glob(f"{number}_*.txt")).read_text(encoding="utf-8").split("\n")
    missing = [
        line for line in lines if (bare := " ".join(line.split())) and bare not in left and bare not in shown
    ]
    assert missing == []
    assert not {confidence for field in article.found if (confidence := article.confidence(field)) == "guess"}


def test_furniture_above_and_below() -> None:
    article = seed("000")
    assert article.title is not None
    assert article.title.startswith("'Militants could destabilise'")
    assert article.outlet == "The Week"
    assert article.credit == "Inputs from agencies"
    assert (article.authors, article.published) == ((), None)
    starts = [
        "Powered by",
        "Sponsored by",
        "Russia Putin",
        "ALSO READ",
        "-Inputs",
        "\N{CHEERING MEGAPHONE}",
    ]
    assert len(dropped(article)) == len(starts)
    assert all(line.startswith(start) for line, start in zip(dropped(article), starts, strict=True))


def test_byline_date_and_registration_prompts() -> None:
    article = seed("001")
    assert article.title == "Russia warns on influx of Isis fighters to Afghanistan"
    assert article.authors == ("Ahmed Aboudouh",)
    assert article.outlet == "The Independent"
    assert article.published == "2021-07-28T11:57+01:00"
    assert article.credit == "Additional reporting by agencies"
    assert any(line.startswith("<p>") for line in dropped(article))
    assert any(line.startswith("Thank you for reg") for line in dropped(article))
    assert len(article.passages) == 15


@pytest.mark.parametrize("number", ["002", "004"])
def test_nothing_is_invented(number: str) -> None:
    article = seed(number)
    assert (article.title, article.authors, article.published, article.outlet) == (None, (), None, None)


def test_comment_prompt_below_an_article_without_blank_lines() -> None:
    assert [line.split()[0] for line in dropped(seed("002"))] == ["COMMENTS", "Please"]
    assert dropped(seed("004")) == []


def test_date_above_the_title() -> None:
    article = seed("003")
    assert article.title == "A Dangerous Flirtation: Russia and the Taliban"
    assert article.published == "2017-04-25"
    assert article.authors == ()
    assert article.outlet == "Intersection"
    headings = [passage.text for passage in article.passages if passage.kind == "heading"]
    assert headings[0].startswith("The Turkmen")
    assert len(headings) == 4
    assert [line.split()[0] for line in dropped(article)] == ["Print", "25", "©"]
