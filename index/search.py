"""A query to an answer: passages with all the words first, then the best partial matches, told apart."""

from collections.abc import Callable, Collection
from functools import partial

import numpy as np
from numpy.typing import NDArray

from index import listing, questions, spread
from index.as_typed import put_first
from index.catalogue import Catalogue
from index.dating import latest_day
from index.engine import Matches, Snapshot
from index.engine.passages import InArticles
from index.presenting import Groups, Presenter, texts_of
from index.query.compiling import Compiled, compile_query, ignored
from index.query.names import NameLookup
from index.query.parsing import parse
from index.query.plain import describe
from index.query.suggesting import suggest
from models.mark import Mark
from models.search import Answer, Grouping, Order

_OTHERS = 0.1
"""What an article's other matching passages count beside its best one: best of 0 to 1 on three test collections."""


def search(
    snapshot: Snapshot,
    catalogue: Catalogue,
    query: str,
    *,
    limit: int,
    group: Grouping = "passage",
    order: Order = "relevance",
    typing: bool = False,
    of_each: int | None = None,
    foremost: int | None = None,
    groups: Groups | None = None,
    new: Collection[int] = (),
    marked: Callable[[Mark], Collection[int]] = lambda _: (),
) -> Answer:
    """Answer a query. Nothing that can be typed is an error.

    Args:
        snapshot: The rows searched.
        catalogue: The articles they belong to.
        query: As typed.
        limit: The most hits given; totals count all.
        group: Whether a hit is a passage, or an article by its best passage.
        order: Best first, or by date, in which the undated come last.
        typing: The last word may be unfinished.
        of_each: Let the limit count articles though hits are passages: the best so many of each are given, article
            after article.
        foremost: Give of these hits only those of the first so many articles, and of their copies; None gives all.
        groups: Which articles are near-identical.
        new: The articles that are new to the reader, which come before the others.
        marked: Knows with which articles the reader has done something.
    """
    groups = groups or {}
    tree = parse(query, typing=typing, latest=partial(latest_day, snapshot))
    names = NameLookup(catalogue, snapshot.outlets, marked)
    fresh = InArticles(new)
    compiled = compile_query(tree, names)
    understood = describe(tree, ignored=ignored(tree), names=names.names, outlets=names.outlets)
    ranked = compiled.ranked and order == "relevance"
    question = bool(compiled.question) and order == "relevance"
    full, some = _matches(snapshot, catalogue, compiled, group, order)
    if group == "article":
        # The scores of a question have the whole article in them already.
        found = listing.articles(snapshot, full, some, 0.0 if question else _OTHERS, limit)
    elif of_each:
        found = listing.passages_of_articles(snapshot, full, some, limit)
    else:
        found = listing.passages(snapshot, full, some)
    by_rank: Order = order if ranked or order != "relevance" else "newest"
    whole = listing.first(snapshot, found.full, by_rank, limit, fresh)
    rest = listing.first(snapshot, found.partial, order, limit - len(whole), fresh)
    if foremost is not None:
        column = snapshot.column("article")
        parts = [column.take(found.full.rows.take(whole)), column.take(found.partial.rows.take(rest))]
        in_whole, in_rest = listing.foremost(parts, foremost, groups)
        whole, rest = whole[in_whole], rest[in_rest]

    return Answer(
        query=query,
        understood=understood,
        total=len(found.full.rows if group == "article" else full.rows),
        partial=found.others,
        articles=int(np.count_nonzero(snapshot.articles.marked(full.rows))),
        new=int(np.count_nonzero(snapshot.articles.marked(_in(snapshot, full.rows, fresh)))),
        hits=Presenter(snapshot, catalogue, tree, names, groups, new=new).hits(
            found.full.shown(whole, of_each), found.partial.shown(rest, of_each)
        ),
        suggestion=None
        if len(full.rows)
        else suggest(
            snapshot, tree, query, names, partial(texts_of, snapshot, catalogue), known=foremost is None
        ),
    )


def articles(
    snapshot: Snapshot,
    catalogue: Catalogue,
    query: str,
    *,
    typing: bool = False,
    marked: Callable[[Mark], Collection[int]] = lambda _: (),
) -> list[int]:
    """The articles, by revision, of all passages with everything that a query asks for.

    Args:
        snapshot: The rows searched.
        catalogue: The articles they belong to.
        query: As typed.
        typing: The last word may be unfinished.
        marked: Knows with which articles the reader has done something.
    """
    names = NameLookup(catalogue, snapshot.outlets, marked)
    tree = parse(query, typing=typing, latest=partial(latest_day, snapshot))
    found = snapshot.evaluate(compile_query(tree, names).full)
    revisions: list[int] = np.unique(snapshot.column("article").take(found.rows)).tolist()
    return revisions


def _matches(
    snapshot: Snapshot, catalogue: Catalogue, compiled: Compiled, group: Grouping, order: Order
) -> tuple[Matches, Matches | None]:
    """Passages with everything that was asked for; those with some of it, where words may be missing."""
    full = snapshot.evaluate(compiled.full)
    some = snapshot.evaluate(compiled.partial) if compiled.partial is not None else None
    if order != "relevance":
        return full, some
    if some is None:
        return put_first(snapshot, compiled.run, full), None
    if not compiled.question:
        some = spread.put_first(snapshot, compiled.words, some, full)
        return put_first(snapshot, compiled.run, full), put_first(snapshot, compiled.run, some)
    some = questions.ranked(snapshot, catalogue, compiled.question, some, group)
    some = put_first(snapshot, compiled.run, some)
    # What has everything has something.
    return Matches(full.rows, some.scores.take(np.searchsorted(some.rows, full.rows))), some


def _in(snapshot: Snapshot, rows: NDArray[np.int64], articles: InArticles) -> NDArray[np.int64]:
    """Those of some rows that belong to these articles."""
    return rows[articles.among(snapshot.column("article").take(rows))]
