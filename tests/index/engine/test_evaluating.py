"""Query by query: what cannot be compared with Whoosh, because Whoosh does otherwise or has no word on it."""

from pathlib import Path

import pytest
from whoosh import query
from whoosh.query import Query

from index.engine import Row, Snapshot, Writer
from index.engine.caching import Cache
from index.engine.matches import constant
from index.engine.passages import InPassages
from tests.index.engine.support import identities, write

TEXTS = (
    "Grain prices rose in the northern port on Monday",
    "Prices of grain in port towns",
    "The grain harvest, farmers said, may lower prices",
    "Graining is a technique of painters",
    "New new York",
)


@pytest.fixture
def grain(tmp_path: Path) -> Snapshot:
    rows = [Row(n, 0, text, names=("ORG:Grain Board",) * 2, day=738000 + n) for n, text in enumerate(TEXTS)]
    write(tmp_path, rows[:3], rows[3:])
    return Snapshot.open(tmp_path)


def articles(snapshot: Snapshot, tree: Query) -> list[int]:
    return sorted(article for article, _ in identities(snapshot, snapshot.evaluate(tree)))


def scores(snapshot: Snapshot, tree: Query) -> dict[int, float]:
    return {article: score for (article, _), score in identities(snapshot, snapshot.evaluate(tree)).items()}


@pytest.mark.parametrize(
    ("words", "slop", "expected"),
    [
        (["grain", "prices"], 1, [0]),
        (["grain", "prices"], 2, [0, 1]),
        (["prices", "grain"], 2, [0, 1]),
        (["grain", "prices"], 5, [0, 1]),
        (["grain", "prices"], 6, [0, 1, 2]),
        (["in", "the", "northern", "port"], 1, [0]),
        (["port", "in", "prices"], 2, [1]),
        (["new", "new"], 1, [4]),
        (["new", "york"], 1, [4]),
        (["new", "new", "new"], 5, []),
        (["new", "new", "york"], 2, [4]),
        (["grain"], 1, [0, 1, 2]),
        (["grain", "absent"], 3, []),
        ([], 1, []),
    ],
)
def test_phrases(grain: Snapshot, words: list[str], slop: int, expected: list[int]) -> None:
    assert articles(grain, query.Phrase("words", words, slop=slop)) == expected


def test_a_phrase_in_a_field_without_positions_asks_for_all_words(grain: Snapshot) -> None:
    assert articles(grain, query.Phrase("stems", ["price", "grain"])) == [0, 1, 2]


@pytest.mark.parametrize(
    ("tree", "expected"),
    [
        (query.Prefix("words", "grain"), [0, 1, 2, 3]),
        (query.Wildcard("words", "*n?w"), [4]),
        (query.Wildcard("words", "p*s"), [0, 1, 2, 3]),
        (query.FuzzyTerm("words", "grian"), [0, 1, 2]),
        (query.FuzzyTerm("words", "rain"), []),
        (query.FuzzyTerm("words", "rain", prefixlength=0), [0, 1, 2]),
        (query.FuzzyTerm("words", "prinsec", maxdist=1), []),
        (query.Term("names", "ORG:Grain Board"), [0, 1, 2, 3, 4]),
        (query.Term("names", "org:grain board"), []),
        (query.Term("nosuchfield", "x"), []),
        (query.NumericRange("day", 738001, 738003, endexcl=True), [1, 2]),
        (query.Or([]), []),
        (query.And([]), []),
        (query.And([query.Not(query.Term("words", "grain"))]), [3, 4]),
        (query.AndNot(query.Every(), query.Term("words", "grain")), [3, 4]),
    ],
)
def test_sets(grain: Snapshot, tree: Query, expected: list[int]) -> None:
    assert articles(grain, tree) == expected


def test_what_a_prefix_stands_for_scores_as_one_word(tmp_path: Path) -> None:
    write(tmp_path, [Row(1, 0, "tide tidal"), Row(2, 0, "tide tide"), Row(3, 0, "shore")])
    snapshot = Snapshot.open(tmp_path)
    assert scores(snapshot, query.Prefix("words", "tid"))[1] == pytest.approx(
        scores(snapshot, query.Term("words", "tide"))[2]
    )


def test_constant_scores_and_boosts(grain: Snapshot) -> None:
    assert scores(grain, query.ConstantScoreQuery(query.Prefix("words", "grain"), 2.5)) == dict.fromkeys(
        range(4), 2.5
    )
    assert scores(grain, query.NumericRange("day", 738004, None, boost=3.0)) == {4: 3.0}
    assert scores(grain, query.Term("names", "ORG:Grain Board", boost=0.0)) == dict.fromkeys(range(5), 0.0)
    zero_or_not = query.Or([query.Term("words", "grain", boost=0.0), query.Term("words", "york")])
    assert articles(grain, zero_or_not) == [0, 1, 2, 4]


@pytest.mark.parametrize(
    ("phrase", "expected"), [("fish salt fish", {40}), ("salt and fish", set(range(40)))]
)
def test_a_phrase_scores_as_its_words_in_few_rows_or_in_most(
    tmp_path: Path, phrase: str, expected: set[int]
) -> None:
    write(
        tmp_path,
        [*(Row(n, 0, "salt and fish " * (n % 3 + 1)) for n in range(40)), Row(40, 0, "fish salt fish")],
    )
    snapshot = Snapshot.open(tmp_path)
    words = phrase.split()
    by_word = scores(snapshot, query.And([query.Term("words", word) for word in words]))
    found = scores(snapshot, query.Phrase("words", words, boost=2.0))
    assert found == pytest.approx({n: 2 * by_word[n] for n in expected})


def test_and_maybe_adds_the_optional_score_inside_an_and(grain: Snapshot) -> None:
    port, prices = query.Term("words", "port"), query.Term("words", "prices")
    maybe = query.AndMaybe(query.Term("words", "grain"), port)
    both = scores(grain, query.And([prices, maybe]))
    bare = scores(grain, query.And([prices, query.Term("words", "grain")]))
    extra = scores(grain, port)
    assert both == pytest.approx({n: bare[n] + extra.get(n, 0) for n in (0, 1, 2)})


def test_scores_follow_k1_and_b(grain: Snapshot) -> None:
    term = query.Term("words", "grain")
    flat = grain.evaluate(term, k1=0.0, b=0.0).scores
    assert flat.tolist() == pytest.approx([flat[0]] * 3)
    assert len(set(grain.evaluate(term).scores.tolist())) > 1


@pytest.mark.parametrize(
    "tree",
    [
        query.Regex("words", "g.*"),
        query.And([query.Term("words", "grain"), query.Variations("words", "grain")]),
        query.Or([query.Term("words", "grain"), query.Term("words", "port")], scale=0.5),
    ],
)
def test_what_nobody_can_ask_is_an_error(grain: Snapshot, tree: Query) -> None:
    with pytest.raises(TypeError, match="does not evaluate"):
        grain.evaluate(tree)


def test_the_cache_keeps_within_its_bytes() -> None:
    cache = Cache(limit=100_000)
    made = []

    def find(key: int) -> None:
        def make() -> object:
            made.append(key)
            import numpy as np

            return constant(np.arange(5_000), 1.0)

        assert len(cache.get(key, make).rows) == 5_000  # type: ignore[arg-type]

    for key in (1, 2, 1, 3, 1, 2):
        find(key)
    assert made == [1, 2, 3, 2]


def test_passages_that_another_store_names(grain: Snapshot) -> None:
    some = InPassages([(1, 0), (3, 0), (3, 1), (99, 0), (1, 0)])
    assert articles(grain, some) == [1, 3]
    assert articles(grain, query.And([query.Term("words", "grain"), some])) == [1]
    assert articles(grain, query.Or([query.Term("words", "york"), some])) == [1, 3, 4]
    assert articles(grain, query.AndNot(query.Term("words", "grain"), some)) == [0, 2]
    assert articles(grain, InPassages([])) == []


def test_weighed_words_score_every_row_as_an_or_of_boosted_ones(grain: Snapshot) -> None:
    weights = {"grain": 2.0, "prices": 0.5, "absent": 9.0, "york": 1.5}
    tree = query.Or([query.Term("words", word, boost=weight) for word, weight in weights.items()])
    found = grain.evaluate(tree)
    expected = dict(zip(found.rows.tolist(), found.scores.tolist(), strict=True))
    assert grain.weighed("words", weights).tolist() == pytest.approx(
        [expected.get(row, 0.0) for row in range(grain.rows_total)]
    )
    assert not grain.weighed("words", {}).any()


def test_what_is_deleted_weighs_nothing(tmp_path: Path) -> None:
    write(tmp_path, [Row(n, 0, text) for n, text in enumerate(TEXTS)])
    with Writer(tmp_path) as out:
        out.delete(0)
    snapshot = Snapshot.open(tmp_path)
    weighed = snapshot.weighed("words", {"grain": 1.0})
    articles_ = snapshot.column("article").tolist()
    assert {a for a, score in zip(articles_, weighed.tolist(), strict=True) if score} == {1, 2}
