import pytest

from index.query.asking import asks_for_articles, is_ranked


@pytest.mark.parametrize(
    ("query", "articles", "ranked"),
    [
        ("", True, False),
        ('outlet:"The Courier" date:2021-07', True, False),
        ("-outlet:courier -date:*", True, False),
        ("outlet:courier OR by:vell", True, False),
        ("dam OR by:vell", False, True),
        ("dam outlet:courier", False, True),
        ("person:kern", False, False),
        ("title:dam", False, True),
    ],
)
def test_what_a_query_asks_for(query: str, articles: bool, ranked: bool) -> None:
    assert (asks_for_articles(query), is_ranked(query)) == (articles, ranked)
