"""tantivy, two threads writing, one asking; days and outlets are fast fields, what facets count too."""

from pathlib import Path
from typing import Any

import tantivy

from tests.bench.engine.corpus import FIRST_DAY, Document
from tests.bench.engine.peers import TOP, Result
from tests.bench.engine.questions import Question


def _schema() -> Any:
    build = tantivy.SchemaBuilder()
    build.add_text_field("words", index_option="position")
    build.add_text_field("outlet", tokenizer_name="raw", index_option="basic", fast=True)
    build.add_integer_field("day", indexed=True, fast=True)
    build.add_integer_field("month", fast=True)
    build.add_integer_field("article", fast=True)
    return build.build()


class Writing:
    """Two threads, one commit."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._writer = tantivy.Index(_schema(), path=str(folder)).writer(512_000_000, num_threads=2)

    def add(self, documents: list[Document]) -> None:
        for article, _, text, outlet, day in documents:
            made = tantivy.Document()
            made.add_text("words", text)
            made.add_text("outlet", outlet)
            made.add_integer("day", day)
            made.add_integer("month", (day - FIRST_DAY) // 30)
            made.add_integer("article", article)
            self._writer.add_document(made)

    def finish(self) -> None:
        self._writer.commit()
        self._writer.wait_merging_threads()


class Asking:
    """A searcher."""

    def __init__(self, folder: Path) -> None:
        self._index = tantivy.Index.open(str(folder))
        self._schema = self._index.schema
        self.reopen()

    def reopen(self) -> None:
        self._searcher = self._index.searcher()
        self.ask(Question("any", ("nosuchword",)))

    def ask(self, question: Question) -> Result:
        asked = self._query(question)
        found: Any = self._searcher.search(asked, limit=TOP)
        facets = None
        if question.facets:
            facets = self._searcher.aggregate(
                asked,
                {
                    "outlet": {"terms": {"field": "outlet", "size": 100}},
                    "month": {"terms": {"field": "month", "size": 100}},
                },
            )
        return Result(len(found.hits), found.count or 0, facets)

    def _query(self, question: Question) -> Any:
        make, schema = tantivy.Query, self._schema
        terms = [make.term_query(schema, "words", word, "freq") for word in question.words]
        if question.kind == "phrase":
            return make.phrase_query(schema, "words", list(question.words))
        if question.kind == "fuzzy":
            return make.fuzzy_term_query(schema, "words", question.words[-1])
        if question.kind == "prefix":
            terms[-1] = make.regex_query(schema, "words", f"{question.words[-1]}.*")
        if question.boosts:
            terms = [make.boost_query(t, b) for t, b in zip(terms, question.boosts, strict=True)]
        occur = tantivy.Occur.Should if question.kind == "any" else tantivy.Occur.Must
        asked = terms[0] if len(terms) == 1 else make.boolean_query([(occur, term) for term in terms])
        if question.days:
            days = make.range_query(schema, "day", tantivy.FieldType.Integer, *question.days)
            asked = make.boolean_query([(tantivy.Occur.Must, asked), (tantivy.Occur.Must, days)])
        if question.outlet:
            outlet = make.term_query(schema, "outlet", question.outlet, "basic")
            outlet = make.const_score_query(outlet, 0.0)
            asked = make.boolean_query([(tantivy.Occur.Must, asked), (tantivy.Occur.Must, outlet)])
        return asked
