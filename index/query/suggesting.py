"""Did you mean: a query with its unknown words replaced by likely ones."""

import re

from index.engine import Snapshot
from index.query.tree import AllOf, Word
from index.words import fold, stem

_SHORTEST = 3
"""Shorter words are one slip away from too many others."""


def suggest(snapshot: Snapshot, tree: AllOf, query: str) -> str | None:
    """The query with each word that is nowhere replaced by the likeliest that is; None without a better idea."""
    suggestion = query
    for node in tree.nodes:
        if not isinstance(node, Word) or node.match != "stem" or len(node.text) < _SHORTEST:
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
    # One slip is far likelier than two, whatever the frequency; among equals the commoner word is meant.
    return min(found, key=lambda f: (f[1], -f[2]))[0] if found else None


def _replaced(query: str, word: str, better: str) -> str:
    """The query with the first occurrence of a folded word replaced, the rest left as typed."""
    for match in re.finditer(r"\w+", query):
        if fold(match.group()) == word:
            return query[: match.start()] + better + query[match.end() :]
    return query
