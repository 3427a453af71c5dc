"""A library of invented articles in memory, with an engine's index beneath: no files read, no names guessed."""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path

from index.annotating.counting.figures import find_figures
from index.annotating.counting.headlines import find_title_figures
from index.annotating.quoting.quotations import find_quotations
from index.catalogue.figured import FiguredText
from index.catalogue.recent import PassageText
from index.copies.grouping import grouped
from index.copies.sketches import sketch
from index.encoding.store import Encoded
from index.engine import Row, Snapshot, Writer
from index.nearby.shelf import Opened
from index.vectors import Vectors
from models.annotation import AnnotatedArticle, Annotations, Mention
from models.article import Article, Passage
from models.key import ArticleKey
from models.kind import Kind
from models.version import Version

NAMES: Mapping[str, tuple[Kind, str]] = {
    "Nora Vance": (Kind.PERSON, "Nora Vance"),
    "Vance": (Kind.PERSON, "Nora Vance"),
    "Tomas Brill": (Kind.PERSON, "Tomas Brill"),
    "Brill": (Kind.PERSON, "Tomas Brill"),
    "Orvane": (Kind.PLACE, "Orvane"),
    "Tessel": (Kind.PLACE, "Tessel"),
    "Lakeport": (Kind.PLACE, "Lakeport"),
    "River Board": (Kind.ORG, "River Board"),
}


class MemoryLibrary:
    """What `index.library.Library` asks for."""

    def __init__(self, folder: Path, articles: Sequence[Article]) -> None:
        self.vectors: Vectors | None = None
        self.encoded: Encoded | None = None
        self._articles = {revision: annotated(a) for revision, a in enumerate(articles, start=1)}
        with Writer(folder) as writer:
            for revision, found in self._articles.items():
                article = found.article
                day = date.fromisoformat(article.published).toordinal() if article.published else 0
                if article.title:
                    writer.add(
                        Row(article=revision, passage=0, text=article.title, title=article.title, day=day)
                    )
                for p in article.passages:
                    writer.add(
                        Row(
                            article=revision,
                            passage=p.number,
                            text=p.text,
                            title=article.title or "",
                            said=said(found, p),
                            day=day,
                        )
                    )
        self.snapshot = Snapshot.open(folder)
        sketches = {revision: sketch(a.article.text) for revision, a in self._articles.items()}
        of = grouped(sketches, {}, sketches, lambda revision: self._articles[revision].article.text)
        dates = {revision: a.article.published or "9" for revision, a in self._articles.items()}
        self._groups = {
            revision: tuple(sorted((r for r in of if of[r] == group), key=lambda r: (dates[r], r)))
            for revision, group in of.items()
        }

    def revision(self, key: ArticleKey) -> int | None:
        return next((r for r, a in self._articles.items() if a.article.key == key), None)

    def load(self, revision: int) -> AnnotatedArticle | None:
        return self._articles.get(revision)

    def revisions(self) -> list[int]:
        return list(self._articles)

    def group(self, revision: int) -> tuple[int, ...]:
        return self._groups.get(revision, ())

    def version(self, revision: int) -> Version | None:
        found = self._articles.get(revision)
        if found is None:
            return None
        a = found.article
        return Version(
            path=a.path,
            part=a.part,
            paths=(a.path,),
            title=a.title,
            outlet=a.outlet,
            published=a.published,
        )

    def texts(self, wanted: Sequence[tuple[int, int]]) -> list[PassageText | None]:
        return [self._text(*place) for place in wanted]

    def _text(self, revision: int, number: int) -> PassageText | None:
        found = self._articles[revision].article
        if number == 0:
            return PassageText(None, None, found.title or "")
        return next((PassageText(p.start, p.end, p.text) for p in found.passages if p.number == number), None)

    def figured(self, revisions: Iterable[int]) -> dict[int, FiguredText]:
        known = {r: self._articles[r] for r in revisions if r in self._articles}
        found = {r: Opened(r, a).written for r, a in known.items()}
        return {r: written for r, written in found.items() if written.figures or written.headline}

    def paths(self, revision: int) -> list[str]:
        found = self._articles.get(revision)
        return [found.article.path] if found else []


def said(found: AnnotatedArticle, passage: Passage) -> tuple[str, ...]:
    quoted = (q for q in found.annotations.quotations if passage.start <= q.start < passage.end)
    return tuple(dict.fromkeys(q.entity for q in quoted if q.entity))


def article(path: str, *paragraphs: str, title: str | None = None, published: str | None = None) -> Article:
    passages, start = [], 0
    for number, text in enumerate(paragraphs, start=1):
        passages.append(Passage(number=number, start=start, end=start + len(text), text=text))
        start += len(text) + 2
    return Article(path=path, title=title, published=published, passages=tuple(passages))


def annotated(found: Article) -> AnnotatedArticle:
    pattern = re.compile("|".join(sorted(NAMES, key=len, reverse=True)))
    title = found.title or ""
    mentions, in_title = (
        tuple(
            Mention(
                start=m.start(),
                end=m.end(),
                text=m.group(),
                kind=NAMES[m.group()][0],
                entity=f"{NAMES[m.group()][0]}:{NAMES[m.group()][1]}",
            )
            for m in pattern.finditer(text)
        )
        for text in (found.text, title)
    )
    annotations = Annotations(
        mentions=mentions,
        quotations=find_quotations(found.text, mentions),
        figures=find_figures(found.text),
        title_mentions=in_title,
        title_figures=find_title_figures(title, in_title),
    )
    return AnnotatedArticle(article=found, annotations=annotations, paths=(found.path,))


# Rows enough that a word which stands in a few of them is rare.
FILLER = tuple(
    article(
        f"other/{n}.txt",
        f"The {word} season opened with music, cake and a long speech by the gardeners of the {word} club.",
        f"Tickets for the {word} show are sold at the old post office until the end of the month.",
        f"Nobody could say who had painted the {word} on the wall of the library, or why.",
        title=f"A good year for the {word}",
    )
    for n, word in enumerate(
        "tulip rose lily daisy poppy violet orchid iris peony dahlia aster lupin".split()
    )
)
