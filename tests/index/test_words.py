from hypothesis import given
from hypothesis import strategies as st

from index.words import BREAK, fold, forms, pieces, places, places_of, stem, stems_of, terms, words


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


_LETTERS = st.characters() | st.sampled_from("\0 -_’'“—Éé\u0301水京a1Σ\u00a0\ud800")


@given(st.lists(st.text(_LETTERS)))
def test_the_terms_of_a_text_are_those_of_its_pieces(texts: list[str]) -> None:
    found: list[list[str]] = [[]]
    for piece in pieces(texts):
        if piece == BREAK:
            found.append([])
        elif piece.isascii():
            assert terms(piece) == [piece]
            found[-1].append(piece)
        else:
            found[-1] += terms(piece)
    assert found == [*map(terms, texts), []]


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


@given(st.lists(st.text()))
def test_many_stems_are_those_of_each(texts: list[str]) -> None:
    assert stems_of(texts) == [stem(text) for text in texts]


def test_folding_is_idempotent() -> None:
    assert fold(fold("Ǆunglja")) == fold("Ǆunglja")


MIXED = st.text(alphabet="abAÉ \u0301-_’1北京") | st.text()


@given(MIXED)
def test_terms_places_and_forms_agree_with_words(text: str) -> None:
    assert list(zip(terms(text), places(text), strict=True)) == [
        (w.term, (w.start, w.end)) for w in words(text)
    ]
    written = forms(text)
    if written is not None:
        assert [fold(form) for form in written] == terms(text)


@given(MIXED, st.data())
def test_some_words_stand_where_all_words_do(text: str, data: st.DataObject) -> None:
    written = forms(text)
    if written:
        wanted = data.draw(st.sets(st.sampled_from(written)))
        expected = [place for form, place in zip(written, places(text), strict=True) if form in wanted]
        assert sorted(places_of(text, [form for form in written if form in wanted])) == expected
