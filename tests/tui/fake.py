"""A small collection in memory, invented from end to end, that answers as `index.collection.Collection` does."""

import re
import threading
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

from index.collection import Collection
from index.lines import Rulings, carried, house_of, normal, settled, words_of
from models.annotation import AnnotatedArticle, Figure, Quotation
from models.entity import Companion, Decided, Entity, EntityCard, MentionPlace, Month, OutletCount, Saying
from models.errors import MorgueError
from models.key import ArticleKey
from models.related import Appearance, ComparableFigure, Ledger, Origin, PlaceOfOrigin, Related
from models.ruling import Ruling, Scope
from models.search import Answer, Facets, Grouping, Highlight, Order
from models.status import Problem, Status
from models.version import Version
from tests.tui.fake_answers import answer, facets_of, hits_of, in_order
from tests.tui.fake_articles import ARTICLES
from tests.tui.fake_bookmarks import FakeBookmarks, passage_at
from tests.tui.fake_names import FakeNames


class FakeCollection(Collection):
    """Has what it is asked for worked out from the articles as they are now."""

    def __init__(self, articles: Sequence[AnnotatedArticle] = ARTICLES) -> None:
        self.articles = list(articles)
        self.folder = Path("clippings")
        self.queries: list[str] = []
        self.ledgers: list[tuple[str, int]] = []
        """The figures whose ledgers were asked for, with their passages."""
        self.gate = threading.Event()
        self.gate.set()
        self.committed = False
        self.groups: list[tuple[str, ...]] = []
        """The paths of near-identical articles, the earliest first."""
        self.names_found = True
        self.names = FakeNames()
        self.moment = "2031-04-01"
        """As of when it is seen."""
        self.came: dict[str, str] = {}
        """When the articles came that were not always there, by path."""
        self.reader: FakeBookmarks | None = None
        """Whose decisions are heeded."""

    def close(self) -> None:
        pass

    @property
    def as_of(self) -> str:
        return self.moment

    def found(self, query: str, *, typing: bool = False) -> tuple[ArticleKey, ...]:
        return tuple(dict.fromkeys(ArticleKey(hit.path) for hit in self.search(query, limit=1000).hits))

    def reload(self) -> bool:
        committed, self.committed = self.committed, False
        return committed

    def warm(self) -> None:
        """Nothing to bring into memory."""

    def prepare_related(self) -> None:
        """Nothing to bring into memory."""

    def status(self) -> Status:
        return Status(
            folder="clippings", articles=len(self.articles), passages=9, outlets=3, problems=1,
            first_day="2031-02-28", last_day="2031-03-03", indexed=None,
            named=len(self.articles) if self.names_found else 0,
        )  # fmt: skip

    def problems(self) -> tuple[Problem, ...]:
        return (Problem(path="torn.html", reason="The file is empty."),)

    def search(
        self,
        query: str,
        *,
        limit: int = 50,
        group: Grouping = "passage",
        order: Order = "relevance",
        typing: bool = False,
        of_each: int | None = None,
        foremost: int | None = None,
        new_since: str | None = None,
    ) -> Answer:
        self.gate.wait(5)
        self.queries.append(query)
        seen = self.reader.seen if self.reader is not None else set()
        hits = in_order(hits_of(self.articles, query, seen, self.groups), order)
        new = {path for path, moment in self.came.items() if new_since is not None and moment > new_since}
        hits = [hit.model_copy(update={"new": hit.path in new}) for hit in hits]
        hits.sort(key=lambda hit: not hit.new)
        if group == "article":
            hits = list({hit.path: hit for hit in reversed(hits)}.values())[::-1]
        return answer(query, hits, articles=foremost or limit, of_each=of_each)

    def facets(self, query: str, *, typing: bool = False, names: bool = False) -> Facets:
        self.gate.wait(5)
        return facets_of(self.articles, query, names=names and self.names_found, kinds=names)

    def highlights(self, key: ArticleKey, query: str, *, typing: bool = False) -> tuple[Highlight, ...]:
        return tuple(
            Highlight(passage=p.number, start=p.start + m.start(), end=p.start + m.end())
            for p in self.article(key).article.passages
            for m in re.finditer("|".join(map(re.escape, query.lower().split())), p.text.lower())
        )

    def place_of(self, key: ArticleKey) -> ArticleKey:
        return key

    def article(self, key: ArticleKey) -> AnnotatedArticle:
        for annotated in self.articles:
            if annotated.article.key == key:
                return self._renamed(annotated)
        raise MorgueError("This article is no longer in the collection.")

    def _renamed(self, annotated: AnnotatedArticle) -> AnnotatedArticle:
        """The article with what its names stand for now."""
        found = annotated.annotations
        mentions = tuple(
            m.model_copy(update={"entity": entity, "kind": self.names.kind_of(m.text)})
            for m in found.mentions
            if (entity := self.names.entity_of(m.text))
        )
        return annotated.model_copy(update={"annotations": found.model_copy(update={"mentions": mentions})})

    def article_as_ruled(self, key: ArticleKey, rulings: Sequence[Ruling]) -> AnnotatedArticle:
        shown = self.article(key)
        article = settled(shown.article, (), Rulings(rulings))
        return shown if article is shown.article else carried(shown, article)

    def rulings_on(self, key: ArticleKey, text: str, *, keep: bool, scope: Scope) -> tuple[Ruling, ...]:
        if scope == "house":
            return (Ruling(scope, house_of(self.article(key).article), 0, normal(text), keep),)
        return (Ruling(scope, *key, words_of(text), keep),)

    def related(
        self, key: ArticleKey, passage: int, *, limit: int = 8, give_way: Callable[[], bool] | None = None
    ) -> tuple[Related, ...]:
        rows: list[Related] = []
        for annotated in self.articles[:3]:
            article = annotated.article
            if article.key != key:
                first = article.passages[-1]
                rows.append(
                    Related(
                        rank=len(rows) + 1, score=1.0, path=article.path, part=0, title=article.title,
                        outlet=article.outlet, published=article.published, passage=first.number,
                        start=first.start, end=first.end, text=first.text, relation="figure differs",
                        reasons=("4,000 ↔ 6,500 containers",), copies=1, earliest=not rows,
                    )
                )  # fmt: skip
        return tuple(rows)

    def versions(self, key: ArticleKey, *, likeness: bool = False) -> tuple[Version, ...]:
        group = next((group for group in self.groups if key.path in group), (key.path,))
        found = [a for path in group for a in self.articles if a.article.path == path]
        return tuple(
            Version(
                path=a.article.path, part=0, paths=a.paths, title=a.article.title, outlet=a.article.outlet,
                published=a.article.published, earliest=not number and len(group) > 1,
                likeness=0.9 if number and likeness else None,
            )
            for number, a in enumerate(found)
        )  # fmt: skip

    def origin(self, key: ArticleKey, passage: int, span: Quotation | Figure | None = None) -> Origin:
        """The first of the article's group has it."""
        first = self.versions(key)[0]
        what = "quotation" if isinstance(span, Quotation) else "figure" if span else "passage"
        place = PlaceOfOrigin(
            path=first.path, part=0, outlet=first.outlet, published=first.published or "", passage=passage,
            start=span.start if span else None, end=span.end if span else None,
        )  # fmt: skip
        here = first.path == key.path
        return Origin.model_validate(
            {"what": what, "earliest": place, "here": here, "dated": 1, "undated": 1}
        )

    def ledger(self, key: ArticleKey, figure: Figure, passage: int = 1) -> Ledger | None:
        self.ledgers.append((figure.text, passage))

        def row(a: AnnotatedArticle, f: Figure) -> ComparableFigure:
            return ComparableFigure(
                path=a.article.path, part=0, title=a.article.title, outlet=a.article.outlet,
                start=max(0, f.start - 40), end=f.end + 20, text=a.article.text[max(0, f.start - 40) : f.end + 20],
                figure=f.text, parsed=f, figure_class="differs", published=a.article.published,
                speaker="Ida Marsh", passage=passage_at(a, f.start),
            )  # fmt: skip

        rows = tuple(row(a, f) for a in self.articles for f in a.annotations.figures if a.article.key != key)
        asked = row(self.article(key), figure)
        return Ledger(
            asked=asked, counted=figure.of or "", occasion=("Lakeport",), least=asked.figure,
            most=rows[-1].figure if rows else asked.figure, outlets=2, first="2021-07-28", last="2021-08-02",
            rows=rows,
        )  # fmt: skip

    def appearances(self, key: ArticleKey, quotation: Quotation) -> tuple[Appearance, ...]:
        return tuple(
            Appearance(
                path=a.article.path, part=0, title=a.article.title, outlet=a.article.outlet,
                published=a.article.published, passage=passage_at(a, q.start), start=q.start, end=q.end,
                text=q.text, speaker=q.speaker, likeness=0.8,
            )
            for a in self.articles
            for q in a.annotations.quotations
        )  # fmt: skip

    def heed(self) -> bool:
        return self.names.decide(self.reader.decisions(self.folder)) if self.reader is not None else False

    def entity(self, entity: str) -> Entity | None:
        return self.names.entity(entity)

    def entity_named(self, names: Sequence[str]) -> Entity | None:
        forms = {name.partition(":")[2] for name in names}
        return next((e for e in self.names.entities() if forms & {a.text for a in e.aliases}), None)

    def names_like(self, words: str, *, limit: int = 50) -> tuple[Entity, ...]:
        wanted = words.lower().split()
        return tuple(
            e
            for e in self.names.entities()
            if all(any(part.startswith(w) for part in e.name.lower().split()) for w in wanted)
        )

    def card(self, entity: str) -> EntityCard | None:
        known = self.entity(entity)
        if known is None or not self.names_found:
            return None
        entity = known.id
        places = self.mentions(entity)
        months = Counter((place.published or "")[:7] for place in places)
        undated = months.pop("", 0)
        speaks = [(a, q) for a in self.articles for q in a.annotations.quotations if q.entity == entity]
        others = [e for e in self.names.entities() if e.id != entity]
        return EntityCard(
            entity=known, mentions=len(places), undated=undated,
            months=tuple(Month(month=m, mentions=n, articles=1) for m, n in sorted(months.items())),
            outlets=(OutletCount(outlet="The Quay", articles=1),),
            companions=tuple(Companion(entity=e.id, name=e.name, kind=e.kind, articles=1) for e in others),
            said=tuple(
                Saying(
                    quotation=q, path=a.article.path, part=0, title=a.article.title, outlet=a.article.outlet,
                    published=a.article.published, passage=passage_at(a, q.start),
                )
                for a, q in speaks
            ),
            suggestions=self.names.suggestions(entity),
            decisions=tuple(
                Decided(decision=d, words=d.words)
                for d in self.names.decisions
                if {*d.names, *d.others} & set(known.names)
            ),
        )  # fmt: skip

    def mentions(self, entity: str, *, limit: int = 2000) -> tuple[MentionPlace, ...]:
        ordered = sorted(self.articles, key=lambda a: a.article.published or "9")
        return tuple(
            MentionPlace(
                path=a.article.path, part=0, passage=passage_at(a, m.start), start=m.start, end=m.end,
                text=m.text, snippet=a.article.text[max(0, m.start - 30) : m.end + 30],
                outlet=a.article.outlet, published=a.article.published,
            )
            for a in ordered
            for m in self._renamed(a).annotations.mentions
            if m.entity == entity
        )  # fmt: skip
