"""Small collections, and what a query means, said a second time in plain Python."""

from fnmatch import fnmatchcase
from pathlib import Path

from hypothesis import strategies as st
from rapidfuzz.distance import OSA
from whoosh import query

from index.engine import Matches, Row, Snapshot, Writer
from index.words import stem, terms

VOCABULARY = (
    "oil",
    "oils",
    "ship",
    "ships",
    "shipping",
    "port",
    "prot",
    "sport",
    "the",
    "of",
    "Zürich",
    "石油",
)
TERMS = ("oil", "oils", "ship", "ships", "port", "the", "of", "zurich", "石油", "absent")
NAMES = ("PERSON:Ada Vell", "ORG:Harbour Board", "person:ada vell")

texts = st.lists(st.sampled_from(VOCABULARY), max_size=12).map(" ".join)


@st.composite
def collections(draw: st.DrawFn) -> list[Row]:
    shape = draw(st.lists(st.integers(1, 4), min_size=1, max_size=6))
    return [
        Row(
            article=article,
            passage=passage,
            text=draw(texts),
            title=f"Ships of port {article}",
            outlet=("Northern Post", "Bay Herald", "")[article % 3],
            names=tuple(draw(st.lists(st.sampled_from(NAMES), max_size=2))),
            day=draw(st.sampled_from((0, 738000, 738001, 738040))),
        )
        for article, passages in enumerate(shape, start=1)
        for passage in range(passages)
    ]


boosts = st.sampled_from((1.0, 0.5, 2.0))
scored_leaves = st.one_of(
    st.builds(query.Term, st.just("words"), st.sampled_from(TERMS), boosts),
    st.builds(query.Term, st.just("stems"), st.sampled_from(("oil", "ship", "port")), boosts),
    st.builds(query.Term, st.just("title"), st.sampled_from(("ship", "1", "2")), boosts),
    st.builds(query.Term, st.just("names"), st.sampled_from(NAMES), boosts),
    st.builds(query.Phrase, st.just("words"), st.lists(st.sampled_from(TERMS), min_size=2, max_size=3)),
)


def _days(start: int | None, end: int | None, startexcl: bool, endexcl: bool) -> query.NumericRange:
    return query.NumericRange("day", start, end, startexcl, endexcl)


_day = st.one_of(st.none(), st.sampled_from((738000, 738001, 738039, 738040)))
unscored_leaves = st.one_of(
    st.builds(query.Prefix, st.just("words"), st.sampled_from(("s", "sh", "oil", "石", "x"))),
    st.builds(query.Wildcard, st.just("words"), st.sampled_from(("*ort", "sh*s", "o?l", "?", "*"))),
    st.builds(
        query.FuzzyTerm,
        st.just("words"),
        st.sampled_from(TERMS[:5]),
        maxdist=st.integers(1, 2),
        prefixlength=st.integers(0, 2),
    ),
    st.builds(
        query.Phrase,
        st.just("words"),
        st.lists(st.sampled_from(TERMS[:6]), min_size=1, max_size=3),
        slop=st.integers(2, 4),
    ),
    st.builds(_days, _day, _day, st.booleans(), st.booleans()),
    st.just(query.Every()),
    st.just(query.Every("names")),
    st.just(query.NullQuery),
)


def _nested(children: st.SearchStrategy[query.Query]) -> st.SearchStrategy[query.Query]:
    some = st.lists(children, min_size=2, max_size=3)
    return st.one_of(
        st.builds(query.And, some, boosts),
        st.builds(query.Or, some, boosts),
        st.builds(lambda wanted, without: query.And([wanted, query.Not(without)]), children, children),
    )


# Without what Whoosh gets wrong: when the first row of the unwanted comes before the first wanted one, the matcher of
# AndNot forgets to look whether that one is unwanted too; and an AndMaybe inside an And loses the optional score of
# rows that it is skipped to.
_scored_trees = st.recursive(scored_leaves, _nested, max_leaves=6)
scored_trees = st.one_of(_scored_trees, st.builds(query.AndMaybe, _scored_trees, _scored_trees))


def _as_compiled(
    words: list[query.Query], filters: list[query.Query], unwanted: list[query.Query]
) -> query.Query:
    """What `index.query.compiling` makes of words, filters that do not rank, and words kept out."""
    every = [*words, *(query.ConstantScoreQuery(f, 0.0) for f in filters)]
    wanted = query.Every() if not every else every[0] if len(every) == 1 else query.And(every)
    return query.AndNot(wanted, query.Or(unwanted)) if unwanted else wanted


_typed = st.builds(
    lambda word: query.Or([query.Term("stems", word), query.Prefix("words", word)]),
    st.sampled_from(("s", "sh", "ship", "o", "p", "port", "石")),
)
_filters = st.one_of(
    st.builds(query.Prefix, st.just("outlet"), st.sampled_from(("b", "northern", "x"))),
    st.builds(
        lambda a, b: query.And([query.Term("outlet", a), query.Prefix("outlet", b)]),
        st.just("northern"),
        st.sampled_from(("p", "post", "b")),
    ),
    st.builds(
        lambda names: query.Or([query.Term("names", n) for n in names]), st.lists(st.sampled_from(NAMES))
    ),
)
_words = st.one_of(
    scored_leaves,
    unscored_leaves,
    _typed,
    st.builds(query.Or, st.lists(st.one_of(scored_leaves, _typed), min_size=1, max_size=4)),
)
compiled_trees = st.builds(
    _as_compiled, st.lists(_words, max_size=4), st.lists(_filters, max_size=2), st.lists(_words, max_size=2)
)
likeness_trees = st.builds(
    lambda pairs: query.Or([query.Term("stems", term, boost=boost) for term, boost in pairs]),
    st.lists(st.tuples(st.sampled_from(("oil", "ship", "port", "absent")), st.floats(0.1, 5)), min_size=1),
)
"""What `index.nearby` asks."""
trees = st.recursive(
    st.one_of(scored_leaves, unscored_leaves),
    lambda children: st.one_of(
        _nested(children),
        st.builds(query.Not, children),
        st.builds(query.AndNot, children, children),
        st.builds(query.AndMaybe, children, children),
        st.builds(query.ConstantScoreQuery, children, st.just(3.0)),
    ),
    max_leaves=6,
)


def holds(row: Row, tree: query.Query) -> bool:
    """Whether a row matches, as the documentation puts it."""
    match tree:
        case query.And():
            return all(holds(row, t) for t in tree)
        case query.Or():
            return any(holds(row, t) for t in tree)
        case query.Not():
            return not holds(row, tree.query)
        case query.AndNot():
            return holds(row, tree.a) and not holds(row, tree.b)
        case query.AndMaybe():
            return holds(row, tree.a)
        case query.ConstantScoreQuery():
            return holds(row, tree.child)
        case query.NumericRange():
            after = tree.start is None or (row.day > tree.start if tree.startexcl else row.day >= tree.start)
            before = tree.end is None or (row.day < tree.end if tree.endexcl else row.day <= tree.end)
            return row.day != 0 and after and before
        case query.Every():
            return tree.fieldname is None or bool(field_terms(row, tree.fieldname))
        case query.Phrase():
            return _phrase(field_terms(row, tree.fieldname), tree.words, tree.slop)
        case query.Term():
            return tree.text in field_terms(row, tree.fieldname)
        case query.Prefix():
            return any(term.startswith(tree.text) for term in field_terms(row, tree.fieldname))
        case query.Wildcard():
            return any(fnmatchcase(term, tree.text) for term in field_terms(row, tree.fieldname))
        case query.FuzzyTerm():
            return any(
                OSA.distance(tree.text, term) <= tree.maxdist
                and term.startswith(tree.text[: tree.prefixlength])
                for term in field_terms(row, tree.fieldname)
            )
    assert tree is query.NullQuery
    return False


def field_terms(row: Row, field: str) -> list[str]:
    match field:
        case "words":
            return terms(row.text)
        case "stems":
            return [stem(term) for term in terms(row.text)]
        case "title":
            return [stem(term) for term in terms(row.title)]
        case "outlet":
            return terms(row.outlet)
    assert field == "names"
    return list(row.names)


def _phrase(text: list[str], words: list[str], slop: int) -> bool:
    if slop == 1:
        return any(text[i : i + len(words)] == words for i in range(len(text)))
    width = slop * (len(words) - 1)
    windows = [text[i : i + width + 1] for i in range(len(text))]
    return any(all(window.count(word) >= words.count(word) for word in words) for window in windows)


def write(folder: Path, *batches: list[Row], optimize: bool = False) -> None:
    """Write rows, a commit a batch."""
    with Writer(folder) as writer:
        for batch in batches:
            for row in batch:
                writer.add(row)
            writer.commit(optimize=optimize)


def identities(snapshot: Snapshot, found: Matches) -> dict[tuple[int, int], float]:
    """Article and passage of each row found, with its score."""
    articles = snapshot.column("article")[found.rows].tolist()
    passages = snapshot.column("passage")[found.rows].tolist()
    assert found.rows.tolist() == sorted(set(found.rows.tolist()))
    return dict(zip(zip(articles, passages, strict=True), found.scores.tolist(), strict=True))
