from tests.bench.hostile_files import run


def test_hostile_files_end_in_an_article_or_a_reason() -> None:
    outcomes = run(100, 11, large=False)
    assert len(outcomes) == 100
    assert [(o.name, o.violation) for o in outcomes if o.violation] == []
    assert sum(o.articles > 0 for o in outcomes) > 15
    assert sum(o.problem is not None for o in outcomes) > 15
