"""Morgue's own engine, with one commit as the others have it."""

from pathlib import Path

from whoosh import query

from index.engine import Row, Snapshot, Writer
from tests.bench.engine.corpus import Document
from tests.bench.engine.peers import TOP, Result
from tests.bench.engine.questions import Question


class Writing:
    """One writer, one process."""

    def __init__(self, folder: Path) -> None:
        self._writer = Writer(folder)

    def add(self, documents: list[Document]) -> None:
        for article, passage, text, outlet, day in documents:
            self._writer.add(Row(article, passage, text, outlet=outlet, day=day))

    def finish(self) -> None:
        self._writer.close()


class Asking:
    """A snapshot."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.snapshot = Snapshot.open(folder)
        self.snapshot.warm()

    def reopen(self) -> None:
        self.snapshot = Snapshot.open(self._folder, self.snapshot)
        self.snapshot.warm()
        self.ask(Question("any", ("nosuchword",)))

    def ask(self, question: Question) -> Result:
        tree = tree_of(question)
        best = self.snapshot.top(tree, TOP)
        facets = None
        if question.facets:
            rows = self.snapshot.evaluate(tree).rows
            facets = self.snapshot.facets(rows, "outlet"), self.snapshot.facets(rows, "month")
        return Result(len(best.rows), best.total, facets)


def tree_of(question: Question) -> query.Query:
    """The tree that the query language would make of a question."""
    *beside, last = question.words
    if question.kind == "phrase":
        return query.Phrase("words", list(question.words))
    if question.kind == "prefix":
        trees: list[query.Query] = [*(query.Term("words", w) for w in beside), query.Prefix("words", last)]
    elif question.kind == "fuzzy":
        trees = [query.FuzzyTerm("words", last, prefixlength=0)]
    else:
        boosts = question.boosts or (1.0,) * len(question.words)
        trees = [query.Term("words", w, b) for w, b in zip(question.words, boosts, strict=True)]
    tree = query.Or(trees) if question.kind == "any" and len(trees) > 1 else _and(trees)
    if question.days:
        tree = query.And([tree, query.NumericRange("day", *question.days)])
    if question.outlet:
        outlet = query.ConstantScoreQuery(query.Term("outlet", question.outlet), 0.0)
        tree = query.And([tree, outlet])
    return tree


def _and(trees: list[query.Query]) -> query.Query:
    return trees[0] if len(trees) == 1 else query.And(trees)
