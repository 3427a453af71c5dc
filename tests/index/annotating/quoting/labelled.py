"""Labelled sentences of indirect speech, and how well what is found fits them."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from models.annotation import Quotation

_CLAUSE = re.compile(r"\[\[(.*?)\]\]")


class Labelled(NamedTuple):
    """A text with what is said in it indirectly: start, end and speaker of each clause."""

    text: str
    clauses: frozenset[tuple[int, int, str]]


class Fit(NamedTuple):
    """Clauses that were found with their exact span, those of them with their speaker, all found and all labelled."""

    spans: int
    speakers: int
    found: int
    labelled: int

    def f1(self, *, speakers: bool = False) -> float:
        """The harmonic mean of precision and recall of exact spans, or of spans with their speakers."""
        return 2 * (self.speakers if speakers else self.spans) / (self.found + self.labelled)


def labelled(path: Path) -> Iterator[Labelled]:
    """The sentences of a file, a line each: speakers | text with its clauses in double brackets."""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            speakers, marked = (part.strip() for part in line.split("|", 1))
            yield _labelled(marked, speakers.split("; ") if speakers else [])


def _labelled(marked: str, speakers: Sequence[str]) -> Labelled:
    clauses = []
    for number, (match, speaker) in enumerate(zip(_CLAUSE.finditer(marked), speakers, strict=True)):
        start = match.start() - 4 * number
        clauses.append((start, start + len(match.group(1)), speaker))
    return Labelled(_CLAUSE.sub(r"\1", marked), frozenset(clauses))


def wrong(
    sentences: Iterable[Labelled], find: Callable[[str], Iterable[Quotation]]
) -> Iterator[tuple[Labelled, set[tuple[int, int, str]]]]:
    """The sentences in which something else is found than is labelled, with that."""
    for sentence in sentences:
        found = _found(find(sentence.text))
        if found != sentence.clauses:
            yield sentence, found


def fit(sentences: Iterable[Labelled], find: Callable[[str], Iterable[Quotation]]) -> Fit:
    """How well what is found fits the labels."""
    total = Fit(0, 0, 0, 0)
    for sentence in sentences:
        found = _found(find(sentence.text))
        spans = {(s, e) for s, e, _ in found} & {(s, e) for s, e, _ in sentence.clauses}
        one = (len(spans), len(found & sentence.clauses), len(found), len(sentence.clauses))
        total = Fit(*(a + b for a, b in zip(total, one, strict=True)))
    return total


def _found(quotations: Iterable[Quotation]) -> set[tuple[int, int, str]]:
    return {(q.start, q.end, q.speaker or "") for q in quotations if q.kind == "indirect"}
