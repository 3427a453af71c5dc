"""Query classes asked of all engines in turn, cold and warm."""

import gc
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from statistics import quantiles

from tests.bench.engine.peers import Peer, Result
from tests.bench.engine.questions import Question

_ENOUGH = 4.0
"""Seconds after which a slow engine is asked no further question of a class; never fewer than two."""


@dataclass
class Times:
    """Milliseconds of one engine for one class."""

    cold: list[float] = field(default_factory=list)
    """The index is open and its files are mapped; nothing was asked yet."""
    warm: list[float] = field(default_factory=list)
    """The words were asked for one by one before; the question itself was not."""
    totals: list[int | None] = field(default_factory=list)

    def summary(self) -> dict[str, float]:
        """Median and 95th percentile, cold and warm."""
        return {
            "cold_p50": percentile(self.cold, 50),
            "cold_p95": percentile(self.cold, 95),
            "warm_p50": percentile(self.warm, 50),
            "warm_p95": percentile(self.warm, 95),
        }


def percentile(values: list[float], share: int) -> float:
    """A percentile, interpolated."""
    return quantiles(values, n=100, method="inclusive")[share - 1] if len(values) > 1 else values[0]


def measure(engines: Mapping[str, Peer], questions: list[Question]) -> dict[str, Times]:
    """Ask every engine every question, first cold, then warm; the engines take turns question by question."""
    found = {name: Times() for name in engines}
    spent = dict.fromkeys(engines, 0.0)
    gc.collect()
    gc.disable()
    try:
        for count, question in enumerate(questions):
            for name, engine in engines.items():
                if spent[name] > _ENOUGH and count >= 2:
                    found[name].totals.append(None)
                    continue
                begun = time.perf_counter()
                try:
                    _ask(engine, question, found[name])
                except NotImplementedError:
                    spent[name] = float("inf")
                spent[name] += time.perf_counter() - begun
    finally:
        gc.enable()
    return {name: times for name, times in found.items() if times.cold}


def _ask(engine: Peer, question: Question, times: Times) -> None:
    engine.reopen()
    milliseconds, result = timed(lambda: engine.ask(question))
    times.cold.append(milliseconds)
    times.totals.append(result.total)
    engine.reopen()
    for part in question.parts():
        engine.ask(part)
    milliseconds, again = timed(lambda: engine.ask(question))
    times.warm.append(milliseconds)
    assert again.total == result.total


def timed(ask: Callable[[], Result]) -> tuple[float, Result]:
    """Milliseconds and the result."""
    begun = time.perf_counter()
    result = ask()
    return (time.perf_counter() - begun) * 1000, result


def disagreement(times: Mapping[str, Times], one: str, other: str) -> float:
    """The share of questions on whose total two engines differ: where their tokenisers do."""
    pairs = [
        (a, b)
        for a, b in zip(times[one].totals, times[other].totals, strict=False)
        if a is not None and b is not None
    ]
    return sum(a != b for a, b in pairs) / len(pairs) if pairs else 0.0
