import pytest

from index.attribution import Attribution
from models.article import Article
from tui.text.citing import FIELDS, TEMPLATES, BadTemplate, check_template, cite

FULL = Article(
    path="a.txt",
    title="Fog",
    outlet="The Quay",
    authors=("Rui Bell", "Ana Lund"),
    published="2031-03-02T07:00",
    url="https://quay.example/fog",
)
BARE = Article(path="notes/a.txt")
MARSH, OUTLETS = Attribution("direct", "Ida Marsh", "said"), Attribution("passage")


def test_what_is_not_stated_leaves_no_gap() -> None:
    assert cite(FULL, "Fog again,", MARSH, template="line") == (
        "“Fog again” — Ida Marsh, Rui Bell, Ana Lund, “Fog”, The Quay, 2 March 2031, https://quay.example/fog"
    )
    assert cite(BARE, "Fog again", OUTLETS, template="line") == "“Fog again”, notes/a.txt"
    assert cite(BARE, "Fog again", OUTLETS) == "“Fog again”\nnotes/a.txt"
    assert cite(FULL, "“Fog again”", MARSH, template="words") == "Fog again"


def test_reported_speech_is_no_quotation() -> None:
    denied = Attribution("indirect", "Ida Marsh", "denied")
    for template in TEMPLATES:
        told = cite(BARE, "the fog was back", denied, template=template)
        assert "“" not in told
        assert template == "words" or "denied by Ida Marsh, reported speech" in told


def test_a_passage_keeps_the_marks_it_has_and_no_others() -> None:
    words = "“Fog,” said Ida Marsh, “again.”"
    assert cite(BARE, words, OUTLETS, template="words") == words
    assert cite(BARE, "Marsh spoke of “fog”", OUTLETS, template="line").startswith("Marsh spoke of “fog”, ")


def test_what_is_guessed_is_cited_as_a_guess() -> None:
    guessed = FULL.model_copy(update={"found": dict.fromkeys(("title", "authors"), "line before the text")})
    assert cite(guessed, "Fog", MARSH, template="{source}") == (
        "Rui Bell, Ana Lund (guessed), “Fog” (guessed), The Quay, 2 March 2031"
    )
    assert cite(guessed, "Fog", MARSH, template="{authors}") == "Rui Bell, Ana Lund (guessed)"


def test_a_template_of_the_readers_own() -> None:
    template = "{{{day}}} {|outlet|: }{words}{ (|speaker|)}{ @|url}"
    assert cite(FULL, "Fog again", MARSH, template=template) == (
        "{2031-03-02} The Quay: Fog again (Ida Marsh) @https://quay.example/fog"
    )
    assert cite(BARE, "Fog again", OUTLETS, template=template) == "{} Fog again @notes/a.txt"


def test_every_field_and_every_named_template_can_be_used() -> None:
    for name in FIELDS:
        check_template(f"{{{name}}}")
    for name in TEMPLATES:
        check_template(name)
        assert "Fog again" in cite(BARE, "Fog again", OUTLETS, template=name)


def test_what_an_article_says_is_never_taken_for_a_template() -> None:
    odd = Article(path="a.txt", title="{speaker} {{ }")
    assert "“{speaker} {{ }”" in cite(odd, "{title}", OUTLETS)


@pytest.mark.parametrize(
    ("template", "said"),
    [
        ("{qoute}", "There is no field {qoute}. Did you mean `quote`?"),
        ("{quote", "A “{” is alone; write {{ for the character itself."),
        ("quote}", "A “}” is alone"),
        ("markdwn", "Did you mean `markdown`?"),
        ("", "A template has fields"),
        ("{a|b|c|quote}", "more than two bars"),
        ("{}", "There is no field {}."),
        ("{quote|speaker|}", ""),
    ],
)
def test_a_bad_template_is_named(template: str, said: str) -> None:
    if not said:
        check_template(template)
        return
    with pytest.raises(BadTemplate) as raised:
        check_template(template)
    assert said in str(raised.value)
