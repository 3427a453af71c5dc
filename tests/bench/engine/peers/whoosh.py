"""Stock whoosh3: its own codec and searcher, `optimize=False`, for the other way drops hits."""

from pathlib import Path

from whoosh import analysis, fields, index
from whoosh.sorting import FieldFacet

from tests.bench.engine.corpus import FIRST_DAY, Document
from tests.bench.engine.peers import TOP, Result
from tests.bench.engine.peers.morgue import tree_of
from tests.bench.engine.questions import Question


class Writing:
    """One writer, one process, one commit."""

    def __init__(self, folder: Path) -> None:
        words = analysis.RegexTokenizer(r"\w+") | analysis.LowercaseFilter()
        schema = fields.Schema(
            words=fields.TEXT(analyzer=words, phrase=True),
            outlet=fields.KEYWORD(sortable=True),
            day=fields.NUMERIC(sortable=True),
            month=fields.NUMERIC(sortable=True),
            article=fields.STORED,
        )
        folder.mkdir(parents=True, exist_ok=True)
        self._writer = index.create_in(folder, schema).writer(limitmb=512)

    def add(self, documents: list[Document]) -> None:
        for article, _, text, outlet, day in documents:
            month = (day - FIRST_DAY) // 30
            self._writer.add_document(words=text, outlet=outlet, day=day, month=month, article=article)

    def finish(self) -> None:
        self._writer.commit()


class Asking:
    """A searcher."""

    def __init__(self, folder: Path) -> None:
        self._index = index.open_dir(folder)
        self.reopen()

    def reopen(self) -> None:
        self._searcher = self._index.searcher()
        self.ask(Question("any", ("nosuchword",)))

    def ask(self, question: Question) -> Result:
        tree = tree_of(question)
        if question.facets:
            by = {"outlet": FieldFacet("outlet"), "month": FieldFacet("month")}
            results = self._searcher.search(tree, limit=TOP, optimize=False, groupedby=by)
            counts = tuple({k: len(v) for k, v in results.groups(name).items()} for name in by)
            return Result(results.scored_length(), len(results), counts)
        results = self._searcher.search(tree, limit=TOP, optimize=False)
        return Result(results.scored_length(), len(results))
