"""A query tree to Whoosh queries: one for passages with all the words, one for the best of the others."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Protocol

from whoosh import query as wq

from index.engine.passages import InArticles, InPassages
from index.outlets import own_words
from index.query.asking import ranks
from index.query.tree import (
    NO_RUN,
    AllOf,
    AnyOf,
    By,
    Dated,
    Filed,
    FromOutlet,
    Marked,
    Named,
    Node,
    Not,
    Phrase,
    Run,
    Stated,
    Titled,
    Word,
)
from index.words import STOP_WORDS, fold, stem, terms
from models.mark import Mark


@dataclass(frozen=True, slots=True)
class Compiled:
    """What is put to the engine."""

    full: wq.Query
    """Passages with everything that was asked for."""
    partial: wq.Query | None
    """Passages with some of the plain words and all the rest; None where words cannot be missing."""
    ranked: bool
    """Some part of the query says which passage is the better; else they stand by date."""
    question: tuple[str, ...] = ()
    """The stems of a question in plain words, each as often as it is asked; empty where there are few."""
    words: tuple[wq.Query, ...] = ()
    """What may be missing, each by itself; empty where it is only one."""
    run: Run = NO_RUN
    """The longest run of plain words, small ones too, as they were typed."""


QUESTION = 5
"""So many different plain words make a question, which hardly any passage answers in all its words. With four and
fewer, what whole articles say helps some questions and harms as many."""
PASTED = 20
"""With so many plain words a query is somebody's text, whose quotation marks are its own and bind nothing."""


def ignored(tree: AllOf) -> frozenset[str]:
    """The stop words of a query that has other words to go by."""
    words = [n for n in tree.nodes if isinstance(n, Word | Phrase | AnyOf)]
    stops = [n.text for n in words if isinstance(n, Word) and _is_stop(n)]
    return frozenset(stops) if len(words) > len(stops) else frozenset()


def _is_stop(word: Word) -> bool:
    return word.match == "stem" and not word.unfinished and word.text in STOP_WORDS


class Names(Protocol):
    """What names in a query mean in a collection."""

    def locals_named(self, named: Named) -> Sequence[str]:
        """The local names of whatever goes by a name."""

    def mentioned(self, named: Named) -> tuple[Sequence[str], Sequence[tuple[int, int]]]:
        """Where whatever goes by a name is mentioned: everywhere under local names, and in passages.

        Passages are (article, number): those where the reader says of some mentions that they name something else.
        """

    def marked(self, mark: Mark) -> Collection[int]:
        """The articles with which the reader has done something, or that were saved as some kind of file."""

    def words_apart(self, outlet: FromOutlet) -> Sequence[str] | None:
        """The words that an outlet of just this name has not, but others with all its words have.

        None where no outlet is named in full.
        """


def compile_query(tree: AllOf, names: Names) -> Compiled:
    """Whoosh queries for a tree.

    Args:
        tree: As parsed.
        names: What its names mean.
    """
    passed = ignored(tree)
    compiler = _Compiler(names)
    nodes = [n for n in tree.nodes if not (isinstance(n, Word) and n.text in passed)]
    plain = len({n.text for n in nodes if isinstance(n, Word)})
    loose = [
        n for n in nodes if isinstance(n, Word) or (isinstance(n, Phrase) and (n.loose or plain >= PASTED))
    ]
    strict = [n for n in nodes if n not in loose]
    if not nodes:
        return Compiled(wq.Every(), None, ranked=False)
    words = tuple(compiler.one(n) for n in loose) if len(loose) > 1 else ()
    partial = _and([wq.Or(list(words)), *(compiler.one(n) for n in strict)]) if words else None
    return Compiled(
        compiler.all_of(nodes),
        partial,
        ranked=any(map(ranks, nodes)),
        question=_question(loose),
        words=words,
        run=run_of(tree),
    )


def run_of(tree: AllOf) -> Run:
    """The longest run of words in a query that match as they are, the first of equals."""
    runs = [NO_RUN]
    for node in tree.nodes:
        match node:
            case Word(match="stem"):
                runs[-1] = Run((*runs[-1].terms, node.text), node.unfinished)
            case Phrase(loose=True):
                runs[-1] = Run(runs[-1].terms + node.terms)
            case _:
                runs.append(NO_RUN)
    return max(runs, key=lambda run: len(run.terms))


def _question(loose: Sequence[Word | Phrase]) -> tuple[str, ...]:
    """The stems of words that may be missing, if they are many and none of them is a pattern."""
    stems: list[str] = []
    for node in loose:
        if isinstance(node, Phrase):
            stems += [stem(term) for term in node.terms if term not in STOP_WORDS]
        elif node.match == "stem":
            stems.append(stem(node.text))
        else:
            return ()
    return tuple(stems) if len(set(stems)) >= QUESTION else ()


class _Compiler:
    def __init__(self, names: Names) -> None:
        self._names = names

    def all_of(self, nodes: "list[Node] | tuple[Node, ...]") -> wq.Query:
        wanted = [self.one(n) for n in nodes if not isinstance(n, Not)]
        unwanted = [self.one(n.node) for n in nodes if isinstance(n, Not)]
        query = _and(wanted) if wanted else wq.Every()
        return wq.AndNot(query, wq.Or(unwanted)) if unwanted else query

    def one(self, node: Node) -> wq.Query:
        match node:
            case Word():
                return _word(node)
            case Phrase(terms=(term,)):
                return wq.Term("words", term)
            case Phrase():
                return wq.Phrase("words", list(node.terms), slop=node.distance)
            case Titled():
                return _and([wq.Term("title", stem(term)) for term in terms(node.text)])
            case By():
                return _filter(_and(_beginnings("by", node.text)))
            case FromOutlet():
                return _filter(self._outlet(node))
            case Stated(what="outlet"):
                return _filter(wq.Every("outlet"))
            case Stated():
                return _filter(wq.NumericRange("day", None, None))
            case Named():
                return self._named(node)
            case Dated(first=None, last=None):
                return wq.NullQuery
            case Marked():
                return _filter(InArticles(self._names.marked(node.mark))) if node.mark else wq.NullQuery
            case Filed():
                return _filter(InArticles(self._names.marked(node.kind))) if node.kind else wq.NullQuery
            case Dated():
                return wq.NumericRange("day", node.first, node.last)
            case Not():
                return wq.Not(self.one(node.node))
            case AllOf():
                return self.all_of(node.nodes)
            case AnyOf():
                return wq.Or([self.one(n) for n in node.nodes])

    def _named(self, node: Named) -> wq.Query:
        if node.role == "said":
            found: list[wq.Query] = [wq.Term("said", local) for local in self._names.locals_named(node)]
        else:
            locals_, passages = self._names.mentioned(node)
            found = [wq.Term("names", local) for local in locals_]
            found += [InPassages(passages)] if passages else []
        return _filter(wq.Or(found)) if found else wq.NullQuery

    def _outlet(self, node: FromOutlet) -> wq.Query:
        apart = self._names.words_apart(node)
        if apart is None:
            return _and(_beginnings("outlet", node.text))
        named = _and([wq.Term("outlet", term) for term in sorted(own_words(node.text))])
        return wq.AndNot(named, wq.Or([wq.Term("outlet", term) for term in apart])) if apart else named


def _word(word: Word) -> wq.Query:
    if word.match == "prefix":
        return wq.Prefix("words", word.text)
    if word.match == "wildcard":
        return wq.Wildcard("words", word.text)
    if word.match == "fuzzy":
        return wq.FuzzyTerm("words", word.text, maxdist=word.edits, prefixlength=0)
    # "It" is not "its", nor "do" "does".
    small = word.text in STOP_WORDS
    plain = wq.Term("words", word.text) if small else wq.Term("stems", stem(word.text))
    return wq.Or([plain, wq.Prefix("words", word.text)]) if word.unfinished else plain


def _beginnings(field: str, text: str) -> list[wq.Query]:
    """Whole words, the last of which may be cut short."""
    *whole, last = [fold(term) for term in terms(text)]
    return [*(wq.Term(field, term) for term in whole), wq.Prefix(field, last)]


def _and(queries: "list[wq.Query]") -> wq.Query:
    return queries[0] if len(queries) == 1 else wq.And(queries)


def _filter(query: wq.Query) -> wq.Query:
    """Narrows without ranking: a rare outlet makes no passage better."""
    return wq.ConstantScoreQuery(query, score=0.0)
