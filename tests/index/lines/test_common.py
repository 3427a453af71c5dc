import random

import pytest

from index.lines import common_lines, house_of, line_id, outline, settled, told
from index.lines.settling import Rulings
from models.article import Article
from tests.index.lines.articles import CLOSING, FOLLOW, article, of_courier, prose


def common(articles: list[Article]) -> dict[int, int]:
    return common_lines(map(outline, articles))


def number(text: str, house: str = "outlet:the courier") -> int:
    return line_id(house, text)


def test_a_line_in_many_articles_of_one_outlet_is_common() -> None:
    assert common(of_courier(5, FOLLOW)) == {number(FOLLOW): 5}


def test_three_articles_are_too_few_and_so_is_less_than_a_fifth() -> None:
    assert common(of_courier(3, FOLLOW)) == {}
    assert common([*of_courier(4, FOLLOW), *of_courier(16, first=4)]) == {number(FOLLOW): 4}
    assert common([*of_courier(4, FOLLOW), *of_courier(17, first=4)]) == {}


def test_other_outlets_are_no_evidence() -> None:
    elsewhere = [
        one.model_copy(update={"outlet": f"Paper {n}"}) for n, one in enumerate(of_courier(9, FOLLOW))
    ]
    assert common(elsewhere) == {}


@pytest.mark.parametrize(
    "line",
    [
        "“We will hold the line”",
        "He called it 'a precaution' and left",
        "Shr 34 cts vs 33 cts",
        "A long paragraph that stands in all of them " * 6,
    ],
)
def test_quotations_results_and_paragraphs_are_never_common(line: str) -> None:
    assert common(of_courier(9, line)) == {}


def test_headlines_and_standfirsts_are_never_common() -> None:
    same = [
        one.model_copy(update={"title": FOLLOW, "standfirst": CLOSING})
        for one in of_courier(9, FOLLOW, CLOSING)
    ]
    assert common(same) == {}


def test_numbers_do_not_tell_lines_apart_unless_they_are_sentences() -> None:
    with_page = [article(*prose(n), f"Page {n} of the Courier today", path=f"{n}.txt") for n in range(6)]
    assert common(with_page) == {number("Page 1 of the Courier today"): 6}
    sentences = [article(*prose(n), f"The council sold {n} of its boats.", path=f"{n}.txt") for n in range(6)]
    assert common(sentences) == {}


def test_copies_of_one_story_have_nothing_in_common_but_the_story() -> None:
    wire = [*prose(1, 5), "The minister left for Tarrow."]
    copies = [
        article(*wire, f"Line of copy {'abcdefgh'[n]}", path=f"c/{n}.txt", outlet=None) for n in range(8)
    ]
    assert common(copies) == {}
    edited = [article(*prose(n + 10, 1), *wire, path=f"c/{n}.txt", outlet=None) for n in range(8)]
    assert common(edited) == {}
    twice = [one for n in range(3) for one in (article(*prose(n), FOLLOW), article(*prose(n), FOLLOW, "Two"))]
    assert common(twice) == {}, "six articles, but three stories"


def test_boilerplate_as_long_as_prose_does_not_make_articles_one_story() -> None:
    prompt = "We use what you do here to sell you what you do not need, as you will have read elsewhere. " * 4
    assert common(of_courier(6, prompt, FOLLOW)) == {number(FOLLOW): 6}


def test_the_order_of_articles_does_not_count() -> None:
    articles = [*of_courier(8, FOLLOW), *of_courier(12, CLOSING, first=8)]
    expected = common(articles)
    assert len(expected) == 2
    for seed in range(5):
        random.Random(seed).shuffle(articles)
        assert common(articles) == expected


def test_no_articles_have_no_common_lines() -> None:
    assert common([]) == {}
    assert common([article()]) == {}


def test_the_house_is_the_outlet_else_the_site_else_the_folder() -> None:
    assert house_of(article(outlet="The  Courier")) == "outlet:the courier"
    assert house_of(article(outlet=None, url="https://www.Tarrow.example/a?b")) == "site:tarrow.example"
    assert house_of(article(outlet=None, url="http://[nonsense")) == "folder:courier"
    assert house_of(article(outlet=None, path="a.txt")) == "folder:"


def test_the_reason_gives_the_number_of_articles() -> None:
    articles = of_courier(6, FOLLOW)
    shown = settled(articles[0], common(articles), Rulings())
    assert [line.reason for line in shown.dropped] == ["stands in many articles of The Courier"]
    counted = told(shown, lambda line: common(articles)[line])
    assert [line.reason for line in counted.dropped] == ["stands in 6 articles of The Courier"]
    assert told(articles[0], lambda _: 6) is articles[0]
