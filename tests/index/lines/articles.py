"""Invented articles to take lines out of."""

from collections.abc import Sequence

from models.article import Article, Dropped, Passage

FOLLOW = "Follow the Courier on every road"
CLOSING = "The Courier is printed in Tarrow every weekday."


def prose(number: int, times: int = 3) -> list[str]:
    """Paragraphs that no other number has."""
    words = ("dam", "weir", "sluice", "bridge", "ferry", "harbour", "market", "school", "mill", "orchard")
    place, other = words[number % 10], words[(number // 10 + 3) % 10]
    return [
        f"The {place} of village {number} was closed for the {line}th time, said the warden of the {other} there, "
        f"who had counted {number * 7 + line} boats since the morning."
        for line in range(times)
    ]


def article(
    *texts: str,
    path: str = "courier/a.txt",
    outlet: str | None = "The Courier",
    title: str | None = "The dam",
    standfirst: str | None = None,
    url: str | None = None,
    dropped: Sequence[Dropped] = (),
) -> Article:
    passages, start = [], 0
    for number, text in enumerate(texts, 1):
        passages.append(Passage(number=number, start=start, end=start + len(text), text=text))
        start += len(text) + 2
    return Article(
        path=path, title=title, outlet=outlet, standfirst=standfirst, url=url,
        passages=tuple(passages), dropped=tuple(dropped),
    )  # fmt: skip


def of_courier(count: int, *more: str, first: int = 0) -> list[Article]:
    """Different articles, all with the same lines under them."""
    return [
        article(*prose(n), *more, path=f"courier/{n}.txt", title=f"News {n}")
        for n in range(first, first + count)
    ]
