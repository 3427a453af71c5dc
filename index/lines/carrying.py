"""What is known of an article's text to the same article with other lines, until it has been looked through again."""

from collections.abc import Iterator, Sequence
from typing import TypeVar

from models.annotation import AnnotatedArticle, Figure, Mention, Quotation
from models.article import Article, Passage

Span = TypeVar("Span", Mention, Quotation, Figure)


def carried(annotated: AnnotatedArticle, article: Article) -> AnnotatedArticle:
    """The article with what was found in the passages that it still has; a quotation that was cut in two is lost."""
    shifts = list(_shifts(annotated.article.passages, article.passages))
    found = annotated.annotations
    annotations = found.model_copy(
        update={
            "mentions": tuple(_moved(found.mentions, shifts)),
            "quotations": tuple(_moved(found.quotations, shifts)),
            "figures": tuple(_moved(found.figures, shifts)),
        }
    )
    return annotated.model_copy(update={"article": article, "annotations": annotations})


def _shifts(before: Sequence[Passage], after: Sequence[Passage]) -> Iterator[tuple[int, int, int]]:
    """Start and end of each passage that is still there, and by how much it has moved."""
    start = 0
    for passage in before:
        for place in range(start, len(after)):
            if after[place].text == passage.text:
                yield passage.start, passage.end, after[place].start - passage.start
                start = place + 1
                break


def _moved(spans: Sequence[Span], shifts: Sequence[tuple[int, int, int]]) -> Iterator[Span]:
    for span in spans:
        first = next((by for start, end, by in shifts if start <= span.start < end), None)
        last = next((by for start, end, by in shifts if start < span.end <= end), None)
        if first is not None and first == last:
            yield span.model_copy(update={"start": span.start + first, "end": span.end + first})
