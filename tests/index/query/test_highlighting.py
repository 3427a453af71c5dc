from hypothesis import given
from hypothesis import strategies as st

from index.query.highlighting import Highlighter
from index.query.parsing import parse
from index.words import stem

TEXT = "The minister’s drills began; drilling went on. We will hold the border, he said."


def shown(query: str, text: str = TEXT) -> list[str]:
    return [
        text[start:end] for start, end in Highlighter(parse(query, typing=query.endswith("_"))).spans(text)
    ]


def test_words_light_up_in_every_form() -> None:
    assert shown("drill") == ["drills", "drilling"]


def test_a_phrase_is_one_span() -> None:
    assert shown('"will hold the border"') == ["will hold the border"]


def test_prefix_wildcard_and_fuzzy() -> None:
    assert shown("min*") == ["minister"]
    assert shown("dr*ing") == ["drilling"]
    assert shown("bordr~") == ["border"]


def test_what_is_excluded_does_not_light_up() -> None:
    assert shown("border -drills") == ["border"]


def test_near_words_light_up_one_by_one() -> None:
    assert shown('"border hold"~3') == ["hold", "border"]


def test_headline_words_light_up_in_the_headline_only() -> None:
    highlighter = Highlighter(parse("title:drills"))
    assert highlighter.spans("Drills begin") == ()
    assert highlighter.spans("Drills begin", headline=True) == ((0, 6),)


@given(st.text(max_size=200))
def test_spans_are_in_order_and_apart(text: str) -> None:
    last = 0
    for start, end in Highlighter(parse('a* e?b* "the of"~4 i~')).spans(text):
        assert last <= start < end <= len(text)
        last = end


def test_words_light_up_whatever_their_case_accents_and_script() -> None:
    assert shown("ilic etudes", "ILIĆ’s Études; ilich") == ["ILIĆ", "Études"]
    assert shown("北京", "去北京 Peking") == ["北京"]


@given(st.text(alphabet="abcdeisyzgnt", min_size=1))
def test_no_stem_differs_from_its_word_in_the_first_letter(word: str) -> None:
    """What a highlighter goes by."""
    assert stem(word)[0] == word[0]
