"""Did you mean: a query with its unknown words replaced by likely ones."""

import re

from index.engine import Snapshot
from index.query.parsing import plain_words
from index.query.tree import AllOf, Dated, Word
from index.words import fold, stem

_SHORTEST = 3
"""Shorter words are one slip away from too many others."""


def suggest(snapshot: Snapshot, tree: AllOf, query: str) -> str | None:
    """The query with each word that is nowhere replaced by the likeliest that is; None without a better idea."""
    if any(isinstance(node, Dated) and node.first is node.last is None for node in tree.nodes):
        # Without a date that is one, nothing is found whatever the words.
        return None
    suggestion = query
    for node in tree.nodes:
        if not isinstance(node, Word) or node.match != "stem" or len(node.text) < _SHORTEST:
            continue
        if node.text.isdigit():
            # Another number is another matter, not the same one spelled better.
            continue
        if snapshot.document_frequency("stems", stem(node.text)):
            continue
        better = _likeliest(snapshot, node.text)
        if better:
            suggestion = _replaced(suggestion, node.text, better)
    return suggestion if suggestion != query else None


def _likeliest(snapshot: Snapshot, word: str) -> str | None:
    edits = 1 if len(word) < 6 else 2
    found = snapshot.similar("words", word, edits, 20)
    # One slip is far likelier than two, whatever the frequency, and the first letter is seldom the wrong one
    # (in 1 to 7 % of misspellings, by the studies that Kukich 1992 gathers); among equals the commoner word is meant.
    return min(found, key=lambda f: (f[1], f[0][0] != word[0], -f[2]))[0] if found else None


def _replaced(query: str, word: str, better: str) -> str:
    """The query with the first occurrence of a folded word outside of fields replaced, the rest left as typed."""
    for place in plain_words(query):
        for match in re.compile(r"\w+").finditer(query, place.start, place.stop):
            if fold(match.group()) == word:
                return query[: match.start()] + better + query[match.end() :]
    return query
