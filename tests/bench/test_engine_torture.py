"""A few rounds of what `python -m tests.bench.engine_torture` does two hundred times."""

from tests.bench.engine_torture import torture


def test_killed_damaged_and_full() -> None:
    outcomes = torture(rounds=4, seed=11)
    assert sum(outcomes.values()) == 12
    assert not [outcome for outcome in outcomes if "not named" in outcome]
