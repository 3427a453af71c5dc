"""A small collection in memory, invented from end to end, that answers as `index.collection.Collection` does."""

import re
import threading
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

from index.collection import Collection
from index.lines import Rulings, carried, house_of, normal, settled, words_of
from index.saved_as import kind_of
from models.annotation import AnnotatedArticle, Annotations, Figure, Mention, Quotation
from models.article import Article, Dropped, Passage
from models.entity import Companion, Decided, Entity, EntityCard, MentionPlace, Month, OutletCount, Saying
from models.errors import MorgueError
from models.key import ArticleKey
from models.kind import Kind
from models.related import Appearance, ComparableFigure, Ledger, Origin, PlaceOfOrigin, Related
from models.ruling import Ruling, Scope
from models.search import Answer, Counted, CountedKind, CountedName, Facets, Grouping, Highlight, Hit, Order
from models.status import Problem, Status
from models.version import Version
from tests.tui.fake_bookmarks import FakeBookmarks, passage_at
from tests.tui.fake_names import NAMES, FakeNames

HOSTILE = "The note read [bold]stop[/bold] and \x1b[31mred\x1b[0m and \x07 a bell, then \u202eturned round."
WIDE = "东京的港口今天恢复了航运，船只排成长队 🚢 等待进港。 e\u0301t\u00e9 café"


def _article(
    path: str, title: str | None, outlet: str | None, published: str | None, *texts: str, **extra: object
) -> AnnotatedArticle:
    passages, start = [], 0
    for number, text in enumerate(texts, 1):
        passages.append(Passage(number=number, start=start, end=start + len(text), text=text))
        start += len(text) + 2
    article = Article.model_validate(
        {
            "path": path,
            "title": title,
            "outlet": outlet,
            "published": published,
            "passages": passages,
            **extra,
        }
    )
    return AnnotatedArticle(article=article, annotations=_annotations(article.text), paths=(path,))


def _annotations(text: str) -> Annotations:
    mentions = [
        Mention(start=m.start(), end=m.end(), text=name, kind=kind, entity=entity)
        for name, (kind, entity) in NAMES.items()
        for m in re.finditer(re.escape(name), text)
    ]
    quotations = [
        Quotation(
            start=m.start(),
            end=m.end(),
            text=m.group(),
            kind="direct",
            speaker="Ida Marsh",
            entity="marsh",
            cue="said",
        )
        for m in re.finditer("“[^”]*”", text)
    ]
    figures = [
        Figure(
            start=m.start(),
            end=m.end(),
            text=m.group(),
            value=float(m.group(1).replace(",", "")),
            of="containers",
        )
        for m in re.finditer(r"([\d,]+) containers", text)
    ]
    mentions.sort(key=lambda mention: mention.start)
    return Annotations(mentions=tuple(mentions), quotations=tuple(quotations), figures=tuple(figures))


ARTICLES = (
    _article(
        "strike.txt", "Dockers walk out at Tolva", "The Quay", "2031-03-02T08:15+01:00",
        "Dockers in Tolva walked out on Monday after talks with the Harbour Board failed overnight.",
        "“We asked for rest, and they offered us slogans,” said Ida Marsh, who speaks for the crane drivers.",
        "The Harbour Board said that 4,000 containers were waiting on the quays; Ms Marsh put it higher.",
        "Shipping companies told customers to expect delays of a week or more. " * 6,
        authors=("Rui Bell",), url="https://quay.example/strike",
        standfirst="Crane drivers stop work over night shifts",
        dropped=(Dropped(text="Sign up for our newsletter", reason="newsletter prompt", before=2),),
    ),
    _article(
        "count.txt", "How many containers are waiting?", "Northern Ledger", "2031-03-03",
        "The strike in Tolva has left 6,500 containers on the quays, by the count of Ida Marsh.",
        "“They offered us slogans,” she said of the Harbour Board.",
    ),
    _article("calm.txt", "Ferries sail as usual", "The Quay", "2031-03-01",
        "Ferries from Tolva sailed on time, and few Tolvans noticed the dispute."),
    _article("hostile.txt", "[red]Careful[/red] \x1b[2Jnow", None, None, HOSTILE),
    _article("wide.txt", None, "港口日报", "2031-02-28", WIDE, WIDE * 6),
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

    return re.sub(clause, "", query).lower().split(), kept


class FakeCollection(Collection):
    """Finds words as substrings; everything related is worked out from the names."""

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
        unread = "is:unread" in query
        words, kept = _restricted(query.replace("is:unread", ""))
        hits: list[Hit] = []
        for annotated in self.articles:
            article = annotated.article
            if not kept(article) or (unread and self.reader and article.key in self.reader.seen):
                continue
            for passage in article.passages:
                found = [
                    m.span() for word in words for m in re.finditer(re.escape(word), passage.text.lower())
                ]
                if not words and passage.number > 1:
                    continue
                if all(word in passage.text.lower() for word in words):
                    hits.append(_hit(annotated, passage, sorted(found), self.groups))
        if order != "relevance":
            undated = "" if order == "newest" else "9"
            hits.sort(key=lambda hit: hit.published or undated, reverse=order == "newest")
        new = {path for path, moment in self.came.items() if new_since is not None and moment > new_since}
        hits = [hit.model_copy(update={"new": hit.path in new}) for hit in hits]
        hits.sort(key=lambda hit: not hit.new)
        if group == "article":
            hits = list({hit.path: hit for hit in reversed(hits)}.values())[::-1]
        suggestion = "strike" if query == "strkie" else None
        articles = len({hit.path for hit in hits})
        shown = list(dict.fromkeys(hit.path for hit in hits))[: foremost or limit]
        by_path = {path: [hit for hit in hits if hit.path == path][:of_each] for path in shown}
        listed = tuple(hit for own in by_path.values() for hit in own)
        return Answer(
            query=query, understood=f"all of {', '.join(words)}", total=len(hits), partial=0,
            hits=listed, suggestion=suggestion, articles=articles, new=len({h.path for h in hits if h.new}),
        )  # fmt: skip

    def facets(self, query: str, *, typing: bool = False, names: bool = False) -> Facets:
        self.gate.wait(5)
        words, kept = _restricted(query)
        found = [
            a.article
            for a in self.articles
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
                if names and self.names_found and kind is not Kind.NORP
                if (count := sum(name in article.text for article in found))
            ),
            kinds=tuple(
                CountedKind(name=kind, articles=count)
                for kind, count in Counter(kind_of(article.path) for article in found).most_common()
                if names
            ),
        )  # fmt: skip

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
