"""An article as it was shown and as it is now."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from models.article import Article


def same_words(now: Article, before: Article) -> bool:
    """Whether a file still says the same, whichever of its lines count as the article's."""
    return _words(now) == _words(before)


def _words(article: Article) -> Counter[str]:
    lines = (article.title or "", article.text, *(line.text for line in article.dropped))
    return Counter(word for line in lines for word in line.split())
