"""What the small collection answers to a query: words found as substrings, fields as they are written."""

import re
from collections import Counter
from collections.abc import Callable, Collection, Sequence

from index.saved_as import kind_of
from models.annotation import AnnotatedArticle
from models.article import Article, Passage
from models.key import ArticleKey
from models.kind import Kind
from models.search import Answer, Counted, CountedKind, CountedName, Facets, Hit, Order
from tests.tui.fake_names import NAMES

_UNREAD = "is:unread"


def hits_of(
    articles: Sequence[AnnotatedArticle],
    query: str,
    seen: Collection[ArticleKey],
    groups: Sequence[tuple[str, ...]],
) -> list[Hit]:
    """The passages that match, as they stand in the articles.

    Args:
        articles: Where to look.
        query: As typed.
        seen: The articles that `is:unread` leaves out.
        groups: The paths of near-identical articles, the earliest first.
    """
    unread = _UNREAD in query
    words, kept = _restricted(query)
    hits: list[Hit] = []
    for annotated in articles:
        article = annotated.article
        if not kept(article) or (unread and article.key in seen):
            continue
        for passage in article.passages:
            text = passage.text.lower()
            found = [m.span() for word in words for m in re.finditer(re.escape(word), text)]
            if not words and passage.number > 1:
                continue
            if all(word in text for word in words):
                hits.append(_hit(annotated, passage, sorted(found), groups))
    return hits


def in_order(hits: list[Hit], order: Order) -> list[Hit]:
    """The hits by date, the undated last; by relevance as they are."""
    if order == "relevance":
        return hits
    undated = "" if order == "newest" else "9"
    return sorted(hits, key=lambda hit: hit.published or undated, reverse=order == "newest")


def answer(query: str, hits: Sequence[Hit], *, articles: int, of_each: int | None) -> Answer:
    """The answer that shows so many articles, and so many hits of each."""
    paths = list(dict.fromkeys(hit.path for hit in hits))
    listed = (hit for path in paths[:articles] for hit in [h for h in hits if h.path == path][:of_each])
    return Answer(
        query=query, understood=f"all of {', '.join(_restricted(query)[0])}", total=len(hits), partial=0,
        hits=tuple(listed), suggestion="strike" if query == "strkie" else None, articles=len(paths),
        new=len({hit.path for hit in hits if hit.new}),
    )  # fmt: skip


def facets_of(articles: Sequence[AnnotatedArticle], query: str, *, names: bool, kinds: bool) -> Facets:
    """What the articles that match consist of.

    Args:
        articles: Where to look.
        query: As typed.
        names: Whether the names in them are counted.
        kinds: Whether the kinds of their files are.
    """
    words, kept = _restricted(query)
    found = [
        a.article
        for a in articles
        if kept(a.article) and all(word in a.article.text.lower() for word in words)
    ]
    outlets = Counter(article.outlet or "" for article in found)
    months = Counter((article.published or "")[:7] for article in found)
    unknown, undated = outlets.pop("", 0), months.pop("", 0)
    return Facets(
        query=query, full=True, articles=len(found), unknown=unknown, undated=undated,
        outlets=tuple(Counted(name=name, articles=count) for name, count in outlets.most_common()),
        months=tuple(Counted(name=name, articles=count) for name, count in sorted(months.items())),
        names=tuple(
            CountedName(name=name, kind=kind, articles=count)
            for name, (kind, _) in NAMES.items()
            if names and kind is not Kind.NORP
            if (count := sum(name in article.text for article in found))
        ),
        kinds=tuple(
            CountedKind(name=kind, articles=count)
            for kind, count in Counter(kind_of(article.path) for article in found).most_common()
            if kinds
        ),
    )  # fmt: skip


def _restricted(query: str) -> tuple[list[str], Callable[[Article], bool]]:
    """The words of a query, and a test of what its outlets and months let through."""
    clause = r'(-?)(outlet|date|person|org|place):(?:"(.*?)"|(\S+))\s*'
    clauses = [(minus, field, quoted or bare) for minus, field, quoted, bare in re.findall(clause, query)]

    def has(article: Article, field: str, value: str) -> bool:
        match field:
            case "outlet":
                return article.outlet == value
            case "date":
                return (article.published or "").startswith(value)
        return value in article.text

    def kept(article: Article) -> bool:
        return all(has(article, field, value) != bool(minus) for minus, field, value in clauses)

    return re.sub(clause, "", query.replace(_UNREAD, "")).lower().split(), kept


def _hit(
    annotated: AnnotatedArticle,
    passage: Passage,
    highlights: list[tuple[int, int]],
    groups: Sequence[tuple[str, ...]],
) -> Hit:
    article = annotated.article
    number, group = next(
        ((n, group) for n, group in enumerate(groups, 1) if article.path in group), (0, (article.path,))
    )
    return Hit(
        rank=1, score=1.0, path=article.path, paths=annotated.paths, part=0, title=article.title,
        outlet=article.outlet, published=article.published, passage=passage.number, start=passage.start,
        end=passage.end, text=passage.text, highlights=tuple(highlights), full=True,
        group=number, version=group.index(article.path), copies=len(group) - 1,
    )  # fmt: skip
