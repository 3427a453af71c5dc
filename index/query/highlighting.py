"""Where a query's words stand in a passage."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from index.query.tree import NO_RUN, AllOf, AnyOf, Node, Not, Phrase, Run, Titled, Word
from index.words import STOP_WORDS, fold, forms, places, places_of, stem, terms, words


class Highlighter:
    """Finds the words and phrases of one query; made once, used for each passage shown."""

    def __init__(self, tree: AllOf, ignored: frozenset[str] = frozenset(), run: Run = NO_RUN) -> None:
        """Light what a query asks for.

        Args:
            tree: The query.
            ignored: Small words, which light up as part of the run only.
            run: Words that light up together where they stand side by side.
        """
        leaves = list(_leaves(tree, headline=False))
        self._phrases = [n for n in leaves if isinstance(n, Phrase)]
        if not ignored.isdisjoint(run.terms):
            self._phrases.append(Phrase(run.terms, " ".join(run.terms)))
        asked = [n for n in leaves if isinstance(n, Word) and n.text not in ignored]
        titled = [n for n in _leaves(tree, headline=True) if isinstance(n, Titled)]
        self._text = _Lit(asked)
        self._headline = _Lit([*asked, *(Word(term) for n in titled for term in terms(n.text))])

    def spans(self, text: str, *, headline: bool = False) -> tuple[tuple[int, int], ...]:
        """Code points of the hits in a text, in order, not overlapping."""
        lit = self._headline if headline else self._text
        written = forms(text)
        if written is None:
            spans = [(word.start, word.end) for word in words(text) if lit.matches(word.term)]
        else:
            spans = places_of(text, [form for form in written if lit[form]])
        if self._phrases:
            spans += self._phrase_spans(text)
        return merged(spans) if spans else ()

    def _phrase_spans(self, text: str) -> list[tuple[int, int]]:
        found = terms(text)
        runs = [run for phrase in self._phrases for run in _runs(phrase, found)]
        where = places(text) if runs else []
        return [(where[first][0], where[last][1]) for first, last in runs]


class _Lit(dict[str, bool]):
    """Whether a word as written matches any of a query's, found out once for each."""

    def __init__(self, asked: Sequence[Word]) -> None:
        super().__init__()
        self._tests = _tests(asked)
        self._initials = _initials(asked)

    def __missing__(self, form: str) -> bool:
        initial = form[0]
        # Most words are told by their first letter. Those of other alphabets may fold to several.
        other = initial < "\x7f" and self._initials is not None and initial not in self._initials
        found = self[form] = not other and self.matches(fold(form))
        return found

    def matches(self, term: str) -> bool:
        """Whether a term matches."""
        return any(test(term) for test in self._tests)


def _initials(asked: Sequence[Word]) -> frozenset[str] | None:
    """The letters, small and capital, that a matching word begins with, as no stem differs from its word there."""
    first = {word.text[0] for word in asked}
    if first & {"*", "?"} or any(word.match == "fuzzy" for word in asked):
        return None
    return frozenset(first | {letter.upper() for letter in first})


def _tests(asked: Sequence[Word]) -> list[Callable[[str], object]]:
    """What a term has to pass one of."""
    tests: list[Callable[[str], object]] = []
    if prefixes := tuple(w.text for w in asked if w.match == "prefix" or w.unfinished):
        tests.append(lambda term: term.startswith(prefixes))
    plain = [w.text for w in asked if w.match == "stem"]
    if small := STOP_WORDS.intersection(plain):
        tests.append(small.__contains__)
    if stems := frozenset(stem(text) for text in plain if text not in STOP_WORDS):
        tests.append(lambda term: stem(term) in stems)
    tests += [_pattern(w.text).fullmatch for w in asked if w.match == "wildcard"]
    tests += [_likeness(w) for w in asked if w.match == "fuzzy"]
    return tests


def _leaves(node: Node, *, headline: bool) -> Iterator[Node]:
    if isinstance(node, AllOf | AnyOf):
        for inner in node.nodes:
            yield from _leaves(inner, headline=headline)
    elif not isinstance(node, Not) and isinstance(node, Titled) == headline:
        yield node


def _pattern(text: str) -> re.Pattern[str]:
    return re.compile("".join({"*": r"\w*", "?": r"\w"}.get(c, re.escape(c)) for c in text))


def _likeness(word: Word) -> Callable[[str], bool]:
    from rapidfuzz.distance import OSA

    distance, text, edits = OSA.distance, word.text, word.edits
    return lambda term: distance(term, text, score_cutoff=edits) <= edits


def _runs(phrase: Phrase, found: Sequence[str]) -> Iterator[tuple[int, int]]:
    """First and last place: of the exact sequence; of each word by itself where they are merely near each other."""
    if not set(phrase.terms).issubset(found):
        return
    size = len(phrase.terms)
    if phrase.distance == 1:
        wanted = list(phrase.terms)
        for i in range(len(found) - size + 1):
            if found[i] == wanted[0] and found[i : i + size] == wanted:
                yield i, i + size - 1
        return
    for i, first in enumerate(found):
        if first in phrase.terms:
            near = range(i, min(i + phrase.distance * size, len(found)))
            if set(phrase.terms).issubset(found[near.start : near.stop]):
                yield from ((j, j) for j in near if found[j] in phrase.terms)


def merged(spans: Iterable[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Spans in order, those that overlap made one."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)
