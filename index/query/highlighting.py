"""Where a query's words stand in a passage."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from index.query.tree import AllOf, AnyOf, Node, Not, Phrase, Titled, Word
from index.words import Word as Found
from index.words import stem, words


class Highlighter:
    """Finds the words and phrases of one query; made once, used for each passage shown."""

    def __init__(self, tree: AllOf, ignored: frozenset[str] = frozenset()) -> None:
        leaves = list(_leaves(tree, headline=False))
        self._phrases = [n for n in leaves if isinstance(n, Phrase)]
        asked = [n for n in leaves if isinstance(n, Word) and n.text not in ignored]
        self._stems = {stem(w.text) for w in asked if w.match == "stem"}
        self._prefixes = tuple(w.text for w in asked if w.match == "prefix" or w.unfinished)
        self._patterns = [_pattern(w.text) for w in asked if w.match == "wildcard"]
        self._fuzzy = [w for w in asked if w.match == "fuzzy"]
        self._headline = {
            stem(term.term)
            for n in _leaves(tree, headline=True)
            if isinstance(n, Titled)
            for term in words(n.text)
        }
        self._matches = cache(self._word_matches)

    def spans(self, text: str, *, headline: bool = False) -> tuple[tuple[int, int], ...]:
        """Code points of the hits in a text, in order, not overlapping."""
        found = list(words(text))
        spans = {(w.start, w.end) for w in found if self._matches(w.term)}
        if headline:
            spans |= {(w.start, w.end) for w in found if stem(w.term) in self._headline}
        for phrase in self._phrases:
            spans |= set(_phrase_spans(phrase, found))
        return merged(spans)

    def _word_matches(self, term: str) -> bool:
        return (
            stem(term) in self._stems
            or (bool(self._prefixes) and term.startswith(self._prefixes))
            or any(pattern.fullmatch(term) for pattern in self._patterns)
            or any(_close(term, word) for word in self._fuzzy)
        )


def _leaves(node: Node, *, headline: bool) -> Iterator[Node]:
    if isinstance(node, AllOf | AnyOf):
        for inner in node.nodes:
            yield from _leaves(inner, headline=headline)
    elif not isinstance(node, Not) and isinstance(node, Titled) == headline:
        yield node


def _pattern(text: str) -> re.Pattern[str]:
    return re.compile("".join({"*": r"\w*", "?": r"\w"}.get(c, re.escape(c)) for c in text))


def _close(term: str, word: Word) -> bool:
    from rapidfuzz.distance import OSA

    return OSA.distance(term, word.text, score_cutoff=word.edits) <= word.edits


def _phrase_spans(phrase: Phrase, found: Sequence[Found]) -> Iterator[tuple[int, int]]:
    """The exact sequence as one span; words merely near each other as one span each."""
    size = len(phrase.terms)
    if phrase.distance == 1:
        for i in range(len(found) - size + 1):
            if all(found[i + j].term == phrase.terms[j] for j in range(size)):
                yield found[i].start, found[i + size - 1].end
        return
    for i, first in enumerate(found):
        if first.term in phrase.terms:
            near = found[i : i + phrase.distance * size]
            if set(phrase.terms) <= {w.term for w in near}:
                yield from ((w.start, w.end) for w in near if w.term in phrase.terms)


def merged(spans: set[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Spans in order, those that overlap made one."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)
