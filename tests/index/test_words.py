from hypothesis import given
from hypothesis import strategies as st

from index.words import fold, stem, terms, words


@given(st.text())
def test_every_word_stands_where_it_says(text: str) -> None:
    last = -1
    for word in words(text):
        assert 0 <= word.start < word.end <= len(text)
        assert word.start > last
        last = word.start
        assert word.term


@given(st.text())
def test_terms_are_the_terms_of_words(text: str) -> None:
    assert terms(text) == [w.term for w in words(text)]


def test_accents_and_case_are_folded() -> None:
    assert terms("Mara ILIĆ, Łódź, Ærø, Straße") == ["mara", "ilic", "lodz", "aero", "strasse"]


def test_a_word_written_with_a_combining_accent_is_one_word() -> None:
    assert terms("Ilic\u0301 said") == ["ilic", "said"]


def test_vowel_signs_of_other_scripts_stay() -> None:
    assert terms("हिन्दी भाषा") == ["हिन्दी", "भाषा"]


def test_unspaced_scripts_give_overlapping_pairs() -> None:
    assert terms("北京大学 drills") == ["北京", "京大", "大学", "drills"]
    assert terms("水") == ["水"]


def test_apostrophes_part_words() -> None:
    assert terms("the viewer’s point") == ["the", "viewer", "s", "point"]


def test_stems_join_the_forms_of_a_word() -> None:
    assert stem("drills") == stem("drilling") == stem("drill")
    assert stem("北京") == "北京"


def test_folding_is_idempotent() -> None:
    assert fold(fold("Ǆunglja")) == fold("Ǆunglja")
