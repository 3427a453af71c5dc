"""What somebody said: the quotations of an entity over a collection, each once however many articles give it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

from whoosh import query

from index.attribution import attribution_of
from index.library import Library
from index.quoting import likeness, spoken
from models.annotation import AnnotatedArticle, Quotation
from models.entity import Saying

Order = Literal["newest", "longest"]

_ARTICLES = 40
"""The latest articles that quote somebody are read; of whom more do, the rest can be searched for."""
_SHINGLE = 3
"""Wordings that have no three words in a row in common are not compared."""


def sayings(
    library: Library,
    entity: str,
    locals_: Sequence[str],
    *,
    limit: int = 20,
    order: Order = "newest",
) -> tuple[Saying, ...]:
    """What an entity said, directly and indirectly, in the latest articles that quote it.

    The same words in several articles, whole or cut, are one saying in its longest wording, but never what was said
    with what was denied. Words in marks inside of an indirect quotation are part of that.

    Args:
        library: Where to look.
        entity: Whose words.
        locals_: The local names it goes by, which the engine knows.
        limit: The most sayings.
        order: "newest" begins with what was first said last, the undated at the end; "longest" with the most words.
    """
    folds = _Folds()
    for revision in _quoting(library, locals_):
        annotated = library.load(revision)
        if annotated is not None:
            for quotation in _outermost(annotated, entity):
                folds.add(annotated, quotation)
    found = [fold.saying() for fold in folds.all]
    found.sort(key=lambda saying: -len(saying.quotation.text))
    if order == "newest":
        found.sort(key=lambda saying: saying.published or "", reverse=True)
    return tuple(found[:limit])


def _quoting(library: Library, locals_: Sequence[str]) -> list[int]:
    """The articles that quote any of some local names, the latest first, the undated last."""
    snapshot = library.snapshot
    if not locals_:
        return []
    rows = snapshot.evaluate(query.Or([query.Term("said", local) for local in locals_])).rows
    articles, days = snapshot.column("article")[rows].tolist(), snapshot.column("day")[rows].tolist()
    latest = sorted(set(zip(articles, days, strict=True)), key=lambda found: (-found[1], found[0]))
    return [article for article, _ in latest[:_ARTICLES]]


def _outermost(annotated: AnnotatedArticle, entity: str) -> Iterator[Quotation]:
    """An article's quotations of somebody, without those that stand inside another one of theirs."""
    reached = 0
    for quotation in annotated.annotations.quotations:
        if quotation.entity == entity and quotation.kind != "scare" and quotation.end > reached:
            reached = quotation.end
            yield quotation


@dataclass(slots=True)
class _Fold:
    """The same words in one or more places, said or denied alike."""

    denial: str
    places: list[tuple[AnnotatedArticle, Quotation]] = field(default_factory=list)
    wordings: list[str] = field(default_factory=list)

    def saying(self) -> Saying:
        # Of copies the earliest stands for all, as its date does.
        by_date = sorted(self.places, key=lambda p: p[0].article.published or "~")
        annotated, longest = max(by_date, key=lambda p: (p[1].kind == "direct", len(p[1].text)))
        article = annotated.article
        place = article.passage_at(longest.start)
        dates = [a.article.published for a, _ in self.places if a.article.published]
        return Saying(
            quotation=longest,
            denial=self.denial,
            path=article.path,
            part=article.part,
            title=article.title,
            outlet=article.outlet,
            published=min(dates, default=None),
            passage=place.number if place else 0,
            articles=len({a.article.key for a, _ in self.places}),
        )


class _Folds:
    """Quotations put together with those of the same words."""

    def __init__(self) -> None:
        self.all: list[_Fold] = []
        self._with: defaultdict[str, list[_Fold]] = defaultdict(list)

    def add(self, annotated: AnnotatedArticle, quotation: Quotation) -> None:
        words = spoken(quotation.text)
        shingles = set(_shingles(words))
        denial = attribution_of(quotation, annotated.article.text).denial
        fold = self._same(words, shingles, bool(denial))
        if fold is None:
            fold = _Fold(denial)
            self.all.append(fold)
        fold.places.append((annotated, quotation))
        fold.wordings.append(words)
        for shingle in shingles:
            self._with[shingle].append(fold)

    def _same(self, words: str, shingles: Iterable[str], denied: bool) -> _Fold | None:
        near = {
            id(fold): fold
            for shingle in shingles
            for fold in self._with.get(shingle, ())
            if bool(fold.denial) == denied
        }
        return next(
            (fold for fold in near.values() if any(likeness(words, other) for other in fold.wordings)), None
        )


def _shingles(words: str) -> Iterator[str]:
    apart = words.split()
    for at in range(max(1, len(apart) - _SHINGLE + 1)):
        yield " ".join(apart[at : at + _SHINGLE])
