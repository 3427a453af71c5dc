"""Did you mean: a query with its misspelt words replaced, all of them together, by words that one passage holds."""

import math
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from index.engine import Matches, Snapshot, best
from index.query.compiling import QUESTION, Names, compile_query
from index.query.parsing import plain_words
from index.query.tree import AllOf, AnyOf, Dated, Node, Word
from index.words import STOP_WORDS, fold, stem, terms

Texts = Callable[[NDArray[np.int64]], Sequence[str]]
"""The text of each of some rows."""

_SHORTEST = 3
"""Shorter words are one slip away from too many others."""
_TWO_SLIPS = 5
"""Letters from which on a word may have two."""
_NEAR = 20
"""Words like another that are considered, the likeliest."""
_PASSAGES = 100
"""Passages of which the words are looked at, the best that have one for each."""
_MOST = 6
"""Words that are replaced in a query; with more of them unknown it is in another language."""
_OTHER_FIRST = 0.5
"""What another first letter counts, in slips: it is seldom the wrong one (in 1 to 7 % of misspellings, by the studies
that Kukich 1992 gathers)."""
_OFTEN = 0.05
"""What ten times the passages are worth, in slips: among equals the commoner word is meant."""
_OTHER_FORM = 0.3
"""What it counts, in slips, that a passage has another form of a word."""
_IN_ORDER = 1.0
"""What a word is worth, in slips, that stands in the passage where it stands in the query."""
_TOGETHER = 2
"""Words of a query, corrected or not, that a passage must have where it lacks some: one alone is like many others."""
_SAYING = 3
"""Words, small ones too, from which on their order tells what is meant."""


@dataclass(frozen=True, slots=True)
class _Slot:
    """A word of the query, and what may be meant by it."""

    word: str
    place: int
    """Its number among the query's plain words, small ones too."""
    costs: Mapping[str, float]
    """Words, each with the slips that lead to it."""


class _Fit(NamedTuple):
    """How a query could be meant by a passage."""

    slips: float
    """That lead from what is meant to the query, less for words in order."""
    number: int
    """The passage's."""
    in_order: int
    """Words that stand in the passage as in the query."""
    meant: dict[str, str]
    """Of each word of the query the one that is meant."""


def suggest(
    snapshot: Snapshot, tree: AllOf, query: str, names: Names, texts: Texts, *, known: bool = True
) -> str | None:
    """The query with words replaced so that it finds something; None without a better idea.

    Words that are nowhere are replaced by those that one passage holds, best in the order of the query. Where that
    leads to nothing, others may be wrong too; if none is nowhere, only where a passage has all of the query in order.
    At last those that are nowhere are replaced by words that a passage has with some of the others only.

    Args:
        snapshot: The rows searched.
        tree: The query, which finds nothing.
        query: As typed.
        names: What its names mean.
        texts: Reads passages.
        known: Whether words that are somewhere may be replaced too, or be missing, which takes longer.
    """
    if any(isinstance(node, Dated) and node.first is node.last is None for node in tree.nodes):
        # Without a date that is one, nothing is found whatever the words.
        return None
    words = [node.text for node in tree.nodes if isinstance(node, Word) and node.match == "stem"]
    subject = {word for word in words if _may_be_misspelt(word)}
    unknown = {word for word in subject if not snapshot.document_frequency("stems", stem(word))}
    if len(unknown) > _MOST:
        return None
    likely = {word: _likely(snapshot, word) for word in unknown}
    slots = [_Slot(word, place, likely.get(word, {word: 0.0})) for place, word in enumerate(words)]
    for asked in _trees(tree, likely) if any(likely.values()) else []:
        found = snapshot.evaluate(compile_query(asked, names).full)
        if len(found.rows):
            return _replaced(query, min(_fits(found, texts, slots)).meant)
    if not known:
        return None
    if all(likely.values()) and 1 < len(subject) < QUESTION:
        all_likely = {word: _likely(snapshot, word) for word in subject}
        others = [_Slot(word, place, all_likely.get(word, {word: 0.0})) for place, word in enumerate(words)]
        found = snapshot.evaluate(compile_query(_trees(tree, all_likely)[0], names).full)
        fits = [
            fit
            for fit in _fits(found, texts, others)
            if unknown or (len(words) >= _SAYING and fit.in_order == len(words))
        ]
        if fits:
            return _replaced(query, min(fits).meant)
    if not any(likely.values()):
        return None
    found = snapshot.evaluate(compile_query(_without_others(tree, likely), names).full)
    fits = [fit for fit in _fits(found, texts, slots) if len(subject & fit.meant.keys()) >= _TOGETHER]
    return _replaced(query, min(fits).meant) if fits else None


def _may_be_misspelt(word: str) -> bool:
    """Another number is another matter, not the same one spelled better."""
    return len(word) >= _SHORTEST and not word.isdigit() and word not in STOP_WORDS


def _likely(snapshot: Snapshot, word: str) -> dict[str, float]:
    """The likeliest words that may be meant by another, with the slips in it."""
    edits = 1 if len(word) < _TWO_SLIPS else 2
    costs = {
        like: distance + _OTHER_FIRST * (like[0] != word[0]) - _OFTEN * math.log10(rows)
        for like, distance, rows in snapshot.similar("words", word, edits)
    }
    return {like: costs[like] for like in sorted(costs, key=lambda like: costs[like])[:_NEAR]}


def _trees(tree: AllOf, likely: Mapping[str, Mapping[str, float]]) -> list[AllOf]:
    """What to ask for, the best first: the query with likely words in the place of some.

    Words for which there are none are left out. Of a long question, of which hardly any passage has all words, also
    these with no other word.
    """
    kept = [node for node in tree.nodes if not (isinstance(node, Word) and likely.get(node.text) == {})]
    trees = [AllOf(tuple(_meant(node, likely) for node in kept))]
    plain = [node for node in kept if isinstance(node, Word) and node.text not in STOP_WORDS]
    if len(plain) >= QUESTION:
        trees.append(_without_others(tree, likely))
    return trees


def _without_others(tree: AllOf, likely: Mapping[str, Mapping[str, float]]) -> AllOf:
    """The query with no other words than likely ones in the place of some; what is not a word of it stays."""
    kept = [node for node in tree.nodes if not isinstance(node, Word) or likely.get(node.text)]
    return AllOf(tuple(_meant(node, likely) for node in kept))


def _meant(node: Node, likely: Mapping[str, Mapping[str, float]]) -> Node:
    if isinstance(node, Word) and node.text in likely:
        return AnyOf(tuple(Word(like) for like in likely[node.text]))
    return node


def _fits(found: Matches, texts: Texts, slots: Sequence[_Slot]) -> list[_Fit]:
    """How the query could be meant, by each of the best passages."""
    places = best(found.scores, _PASSAGES)[:_PASSAGES]
    return [_fit(number, terms(text), slots) for number, text in enumerate(texts(found.rows.take(places)))]


def _fit(number: int, passage: Sequence[str], slots: Sequence[_Slot]) -> _Fit:
    places: dict[str, list[int]] = {}
    for place, term in enumerate(passage):
        places.setdefault(stem(term), []).append(place)
    # As in `index.engine.phrases.in_order`, what stands in order begins at one place or the next.
    found = [
        [
            (p - slot.place, cost, like)
            for like, cost in slot.costs.items()
            for p in places.get(stem(like), ())
        ]
        for slot in slots
    ]
    fits = [_Fit(math.inf, number, 0, {})]
    for begin in {begins for of_slot in found for begins, _, _ in of_slot}:
        slips, in_order, meant = 0.0, 0, {}
        for slot, of_slot in zip(slots, found, strict=True):
            if of_slot:
                worth, apart, like = min(
                    (cost - _IN_ORDER * (abs(own - begin) <= 1), abs(own - begin) > 1, like)
                    for own, cost, like in of_slot
                )
                slips += worth
                in_order += not apart
                meant[slot.word] = like
        fits.append(_Fit(slips, number, in_order, meant))
    return min(fits)


def _replaced(query: str, meant: Mapping[str, str]) -> str | None:
    """The query with folded words outside of fields replaced, the rest left as typed; None if nothing changes."""
    parts: list[str] = []
    end = 0
    for place in plain_words(query):
        for match in re.compile(r"\w+").finditer(query, place.start, place.stop):
            better = meant.get(word := fold(match.group()))
            if better is not None and better != word:
                parts += [query[end : match.start()], better]
                end = match.end()
    return "".join([*parts, query[end:]]) if parts else None
