"""What is stepped over in a hurry waits; what is stepped to does not."""

from tui.passing import REST, Passing


def test_only_steps_in_quick_succession_wait() -> None:
    times = iter([10.0, 10.03, 10.06, 10.5, 10.9])
    passing = Passing(lambda: next(times))
    assert [passing.step() for _ in range(5)] == [0, REST, REST, 0, 0]
