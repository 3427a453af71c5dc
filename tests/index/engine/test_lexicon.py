"""Terms by their likeness: what is ruled out beforehand is never what was looked for."""

from fnmatch import fnmatchcase

from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from index.engine.lexicon import Lexicon
from index.engine.postings import join_keys, to_key

words = st.text("abcéß石Ωя", min_size=1, max_size=5)


def lexicon(terms: set[str]) -> tuple[Lexicon, list[bytes]]:
    keys = sorted(map(to_key, terms))
    joined, offsets, _ = join_keys(keys)
    return Lexicon(joined, offsets), keys


@given(st.sets(words, max_size=30), words, st.integers(1, 2))
def test_all_terms_so_many_edits_away_are_found(terms: set[str], word: str, edits: int) -> None:
    found, keys = lexicon(terms)
    expected = {to_key(t): OSA.distance(word, t) for t in terms if OSA.distance(word, t) <= edits}
    near = found.near(word, edits)
    assert {key: distance for _, key, distance in near} == expected
    assert all(keys[number] == key for number, key, _ in near)


@given(st.sets(words, max_size=30), st.text("abé石*?", min_size=1, max_size=4))
def test_all_terms_like_a_pattern_are_found(terms: set[str], pattern: str) -> None:
    found, keys = lexicon(terms)
    expected = {key for key in keys if fnmatchcase(key.decode(), pattern)}
    assert {keys[number] for number in found.like(pattern, 0, len(keys))} == expected
