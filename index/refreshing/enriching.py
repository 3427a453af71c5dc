"""Articles of the catalogue to what is stored of their names. Runs in the processes that a refresh starts."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from index.catalogue import Catalogue, NamesRecord, PassageNames, pack
from index.refreshing.bounds import MOST_SECONDS, allow
from index.refreshing.worker import Loss
from models.annotation import Annotations
from models.article import Article

_MOST_TEXT = 2_000_000
"""Characters of an article in which names are looked for, some 300,000 words; the rest is searched as text only."""
_EACH_CHARACTER = 20e-6
"""Seconds that each character may take beyond those that any text may: prose takes 3e-6, nothing but numbers 15e-6."""


@dataclass(frozen=True, slots=True)
class Enriched:
    """What annotating found in an article, or a problem in words beside it."""

    revision: int
    record: NamesRecord
    problem: str | None = None


def enrich(catalogue: Path, revisions: Sequence[int]) -> list[Enriched]:
    """Annotate articles that lend each other evidence about names; what was annotated before lends none.

    So the outcome depends on which articles these are, and not on the process or the moment.

    Args:
        catalogue: The catalogue's file, which holds them.
        revisions: Those of the articles; one that is not there is left out.
    """
    with Catalogue(catalogue) as opened:
        articles = {r: loaded.article for r in revisions if (loaded := opened.load(r)) is not None}
    allow_for(articles.values())
    return _enriched(articles)


def allow_for(articles: Iterable[Article]) -> None:
    """Let annotating articles take as long as it should, and some more."""
    allow(MOST_SECONDS + _EACH_CHARACTER * sum(min(len(article.text), _MOST_TEXT) for article in articles))


def lost(revisions: Sequence[int], _reason: Loss) -> list[Enriched]:
    """What is said of an article that takes too much, or ends the process that annotates it.

    Of several nobody knows which one it was: nothing is said, so that they are still to be annotated, one by one.
    """
    nothing = names_record(Article(path=""), Annotations())
    problem = "It can be read, but looking for its names took too long or too much memory."
    return [Enriched(revision, nothing, problem) for revision in revisions] if len(revisions) == 1 else []


def _enriched(articles: dict[int, Article]) -> list[Enriched]:
    try:
        found = annotate(list(articles.values()))
    except MemoryError:
        raise
    except Exception as error:  # noqa: BLE001 - one odd text must never cost the others their names
        if len(articles) > 1:
            return [one for alone in articles.items() for one in _enriched(dict([alone]))]
        problem = f"It can be read, but its names could not be found ({type(error).__name__})."
        return [Enriched(r, names_record(a, Annotations()), problem) for r, a in articles.items()]
    return [
        Enriched(revision, names_record(article, annotations), _cut(article))
        for (revision, article), annotations in zip(articles.items(), found, strict=True)
    ]


def _cut(article: Article) -> str | None:
    if len(article.text) <= _MOST_TEXT:
        return None
    return f"It is very long: names were looked for in its first {_MOST_TEXT // 1_000_000} million characters only."


def annotate(articles: Sequence[Article]) -> list[Annotations]:
    """Annotate articles together."""
    from index.annotating import Annotator

    return Annotator().annotate([a.text[:_MOST_TEXT] for a in articles], [a.title for a in articles])


def names_record(article: Article, annotations: Annotations) -> NamesRecord:
    """Annotations as they go into the catalogue."""
    names: defaultdict[str, defaultdict[str, int]] = defaultdict(lambda: defaultdict(int))
    for mention in (*annotations.title_mentions, *annotations.mentions):
        if mention.entity:
            names[mention.entity][mention.text] += 1
    return NamesRecord(
        names={local: dict(forms) for local, forms in names.items()},
        passages=tuple(_passages(article, annotations)),
        annotations=pack(annotations),
    )


def _passages(article: Article, annotations: Annotations) -> list[PassageNames]:
    starts = [p.start for p in article.passages]
    mentions: list[list[tuple[str, int, int]]] = [[] for _ in starts]
    said: list[dict[str, None]] = [{} for _ in starts]
    for mention in annotations.mentions:
        place = bisect_right(starts, mention.start) - 1
        if mention.entity and place >= 0:
            mentions[place].append((mention.entity, mention.start, mention.end))
    for quotation in annotations.quotations:
        place = bisect_right(starts, quotation.start) - 1
        if quotation.entity and place >= 0:
            said[place][quotation.entity] = None
    headline = tuple((m.entity, m.start, m.end) for m in annotations.title_mentions if m.entity)
    found = [PassageNames(0, headline, ())] if headline else []
    return found + [
        PassageNames(p.number, tuple(mentions[i]), tuple(said[i]))
        for i, p in enumerate(article.passages)
        if mentions[i] or said[i]
    ]
