"""What an outlet changed in a text, word by word."""

from index.comparing.passages import compare_texts
from index.copies.sketches import likeness_of_texts
from models.annotation import AnnotatedArticle
from models.comparison import Comparison
from models.version import Version

__all__ = ["compare"]


def compare(first: AnnotatedArticle, second: AnnotatedArticle) -> Comparison:
    """Compare two articles, whatever they have in common.

    Raises:
        MorgueError: They are too long to be compared word by word.
    """
    rows = compare_texts(first.article, second.article)
    alike = any(row.first and row.second and row.first != (0,) for row in rows)
    likeness = likeness_of_texts(first.article.text, second.article.text)
    return Comparison(
        first=_version(first, None),
        second=_version(second, round(likeness, 3)),
        rows=rows if alike else (),
        alike=alike,
    )


def _version(annotated: AnnotatedArticle, likeness: float | None) -> Version:
    article = annotated.article
    return Version(
        path=article.path,
        part=article.part,
        paths=annotated.paths,
        title=article.title,
        outlet=article.outlet,
        published=article.published,
        likeness=likeness,
    )
