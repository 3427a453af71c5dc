"""How far metadata is to be trusted."""

import pytest

from models.article import Article
from models.provenance import ASSUMED_ORDER, confidence_of


@pytest.mark.parametrize(
    ("place", "confidence"),
    [
        ("JSON-LD datePublished", "certain"),
        ("meta og:title", "certain"),
        ("line 'author'", "certain"),
        ("byline", "likely"),
        ("words", "likely"),
        ("line before the text", "guess"),
        ("date line" + ASSUMED_ORDER, "guess"),
        ("meta date" + ASSUMED_ORDER, "guess"),
    ],
)
def test_the_place_tells(place: str, confidence: str) -> None:
    assert confidence_of(place) == confidence


def test_what_was_not_found_has_no_confidence() -> None:
    article = Article(path="fog.txt", title="Fog", found={"title": "first line"})
    assert article.confidence("title") == "likely"
    assert article.confidence("published") is None
