"""Articles taken apart for comparing: sentences with their stems, kept while a collection is asked again and again."""

import math
from collections import Counter, OrderedDict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from weakref import WeakKeyDictionary

from index.catalogue.figured import FiguredText, Place, figured_headline
from index.library import Library
from index.nearby.ranking import LEAST_PASSAGES, content, steady_rarity
from index.nearby.rarities import rarities
from index.sentences import sentences
from models.annotation import AnnotatedArticle
from models.kind import NAME_KINDS

_ARTICLES_KEPT = 512
"""Some 20 MB of ordinary articles; a collection keeps as many, and one that it loads anew is taken apart anew."""
_PASSAGES_KEPT = 3000
"""Passages taken apart that are kept without their articles, those of some 50 answers; 15 MB."""
_LIKENESSES_KEPT = 10_000
"""Pairs of articles: an answer asks for the same ones from reason to reason, and so do those of the next passage."""
_SHORT = 24
"""Code points below which a sentence is shown with the one that follows it."""


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A sentence of an article, or two where the first is very short. The headline has no place in the text."""

    revision: int
    passage: int
    start: int | None
    end: int | None
    text: str
    stems: Counter[str]


class Opened:
    """One article taken apart."""

    def __init__(self, revision: int, annotated: AnnotatedArticle) -> None:
        self.revision = revision
        self.annotated = annotated
        self.article = annotated.article
        self._excerpts: dict[int, tuple[Excerpt, ...]] = {}

    def excerpts(self, passage: int) -> tuple[Excerpt, ...]:
        """The sentences of a passage; those of passage 0 are the headline."""
        if passage not in self._excerpts:
            self._excerpts[passage] = tuple(self._taken_apart(passage))
        return self._excerpts[passage]

    def _taken_apart(self, passage: int) -> list[Excerpt]:
        if passage == 0:
            title = self.article.title
            return [Excerpt(self.revision, 0, None, None, title, content(title))] if title else []
        found = next((p for p in self.article.passages if p.number == passage), None)
        return taken_apart(self.revision, passage, found.text, found.start) if found else []

    def lead(self, most: int) -> list[str]:
        """The headline and the first sentences, `most` together: what the article is about."""
        lead = [self.article.title] if self.article.title else []
        for passage in self.article.passages:
            for excerpt in self.excerpts(passage.number):
                if len(lead) >= most:
                    return lead
                lead.append(excerpt.text)
        return lead

    @cached_property
    def whole(self) -> str:
        """Headline and text."""
        return "\n".join(filter(None, (self.article.title, self.article.text)))

    @cached_property
    def written(self) -> FiguredText:
        """The article as it is gone through for its figures."""
        places = tuple(Place(p.number, p.start, p.end) for p in self.article.passages)
        found = self.annotated.annotations
        headline = figured_headline(self.article.title, found.title_figures)
        return FiguredText(self.article.text, places, found.figures, headline)

    @cached_property
    def names(self) -> frozenset[str]:
        """The entities that the article names."""
        found = self.annotated.annotations
        mentions = (*found.title_mentions, *found.mentions)
        return frozenset(m.entity for m in mentions if m.entity and m.kind in NAME_KINDS)

    def named(self, start: int | None, end: int | None) -> Counter[str]:
        """The entities named between two places of its text, and how often; in the headline where None is given."""
        found = self.annotated.annotations
        mentions = found.title_mentions
        if start is not None and end is not None:
            mentions = tuple(m for m in found.mentions if start <= m.start < end)
        return Counter(m.entity for m in mentions if m.entity and m.kind in NAME_KINDS)

    @cached_property
    def stems(self) -> Counter[str]:
        """The stems of headline and text."""
        return content(self.whole)


def taken_apart(revision: int, passage: int, text: str, start: int) -> list[Excerpt]:
    """The sentences of a passage that begins at `start` of its article's text."""
    spans: list[tuple[int, int]] = []
    for begin, end in sentences(text):
        if spans and spans[-1][1] - spans[-1][0] < _SHORT:
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((begin, end))
    return [Excerpt(revision, passage, start + b, start + e, text[b:e], content(text[b:e])) for b, e in spans]


def dated(opened: Opened) -> date | None:
    """The day an article was published; None where it is not stated to the day."""
    try:
        return date.fromisoformat((opened.article.published or "")[:10])
    except ValueError:
        return None


class Shelf:
    """The articles of a library that were looked at lately."""

    def __init__(self) -> None:
        self._opened: OrderedDict[int, Opened] = OrderedDict()
        self._excerpts: OrderedDict[tuple[int, int], tuple[Excerpt, ...]] = OrderedDict()
        self._vectors: OrderedDict[tuple[int, int], dict[str, float]] = OrderedDict()
        self._likenesses: dict[tuple[int, int, int], float] = {}

    def open(self, library: Library, revision: int) -> Opened | None:
        """An article of the library; None if it is gone."""
        known = self._opened.get(revision)
        annotated = library.load(revision)
        if annotated is None:
            return None
        if known is None or known.annotated is not annotated:
            known = self._opened[revision] = Opened(revision, annotated)
        self._opened.move_to_end(revision)
        while len(self._opened) > _ARTICLES_KEPT:
            self._opened.popitem(last=False)
        return known

    def excerpts(self, library: Library, wanted: Sequence[tuple[int, int]]) -> list[tuple[Excerpt, ...]]:
        """The sentences of passages, given as (revision, number), without opening their articles."""
        missing = [place for place in wanted if place not in self._excerpts]
        for (revision, number), text in zip(missing, library.texts(missing), strict=True):
            found: Sequence[Excerpt] = ()
            if text is not None and text.start is None:
                found = [Excerpt(revision, number, None, None, text.text, content(text.text))]
            elif text is not None and text.start is not None:
                found = taken_apart(revision, number, text.text, text.start)
            self._excerpts[revision, number] = tuple(found)
        apart = [self._excerpts[place] for place in wanted]
        while len(self._excerpts) > _PASSAGES_KEPT:
            self._excerpts.popitem(last=False)
        return apart

    def likeness(self, library: Library, a: Opened, b: Opened) -> float:
        """Cosine of two articles' stems, each (1 + ln count) · steady rarity: 1 for the same words, 0 for none."""
        if a.revision == b.revision:
            return 1.0
        key = (library.snapshot.generation, a.revision, b.revision)
        known = self._likenesses.get(key)
        if known is None:
            first, second = self._vector(library, a), self._vector(library, b)
            if len(second) < len(first):
                first, second = second, first
            known = sum(weight * second[stem] for stem, weight in first.items() if stem in second)
            if len(self._likenesses) >= _LIKENESSES_KEPT:
                self._likenesses.clear()
            self._likenesses[key] = known
        return known

    def _vector(self, library: Library, opened: Opened) -> Mapping[str, float]:
        key = (library.snapshot.generation, opened.revision)
        known = self._vectors.get(key)
        if known is None:
            snapshot = library.snapshot
            rare: Mapping[str, float] = rarities(snapshot)
            if snapshot.rows < LEAST_PASSAGES:
                rare = {s: steady_rarity(snapshot, s) for s in opened.stems}
            vector = {s: (1 + math.log(n)) * rare[s] if n > 1 else rare[s] for s, n in opened.stems.items()}
            length = math.sqrt(sum(w * w for w in vector.values())) or 1.0
            known = self._vectors[key] = {s: w / length for s, w in vector.items()}
            if len(self._vectors) > _ARTICLES_KEPT:
                self._vectors.popitem(last=False)
        return known


_shelves: WeakKeyDictionary[Library, Shelf] = WeakKeyDictionary()


def shelf_of(library: Library) -> Shelf:
    """The shelf that goes with a library, for as long as the library lives."""
    shelf = _shelves.get(library)
    if shelf is None:
        shelf = _shelves[library] = Shelf()
    return shelf
