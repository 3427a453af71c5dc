"""Answers to list and to speak of."""

from models.search import Answer, Hit


def answer_of(query: str, total: int, articles: int, partial: int, hits: int) -> Answer:
    """Two hits of each article."""
    return Answer(
        query=query, understood="", total=total, partial=partial, articles=articles,
        hits=tuple(
            Hit(
                rank=n + 1, score=1.0, path=f"{n // 2}.txt", paths=(f"{n // 2}.txt",), part=0, title="Dredging",
                outlet=None, published=None, passage=n % 2, start=None, end=None, text="Dredging", highlights=(),
                full=n < total, passages=2,
            )
            for n in range(hits)
        ),
    )  # fmt: skip
