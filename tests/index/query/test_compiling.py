from index.query.compiling import Compiled, compile_query
from index.query.parsing import parse
from index.query.tree import FromOutlet, Named
from models.mark import Mark


class _Nobody:
    def locals_named(self, named: Named) -> list[str]:
        return []

    def mentioned(self, named: Named) -> tuple[list[str], list[tuple[int, int]]]:
        return self.locals_named(named), []

    def marked(self, mark: Mark) -> list[int]:
        return []

    def words_apart(self, outlet: FromOutlet) -> None:
        return None


def compiled(query: str) -> Compiled:
    return compile_query(parse(query), _Nobody())


_PASTED = " ".join(f"word{i}" for i in range(20))


def test_five_plain_words_are_a_question_and_four_are_not() -> None:
    assert compiled("how do the gates of a dam jam in spring floods").question == (
        "gate",
        "dam",
        "jam",
        "spring",
        "flood",
    )
    assert compiled("gates dam jam spring").question == ()
    assert compiled("gates gate dam dams jam spring springs").question == ()


def test_a_word_is_asked_as_often_as_it_stands_there() -> None:
    question = compiled("gate of the dam, gate of the lock: jammed gates in spring, flooded").question
    assert question.count("gate") == 3
    assert question.count("the") == 0


def test_the_parts_of_a_number_or_name_are_plain_words_too() -> None:
    assert set(compiled("5,000 people left lower town").question) >= {"5", "000", "peopl"}


def test_what_has_patterns_or_bound_phrases_only_is_no_question() -> None:
    assert compiled("gate dam jam spring flood*").question == ()
    assert compiled("gate dam jam spring flod~ rain").question == ()
    assert compiled('"gate dam jam spring flood rain"').question == ()


def test_filters_take_nothing_from_a_question() -> None:
    asked = compiled("gate dam jam spring flood -rain after:2020")
    assert asked.question == ("gate", "dam", "jam", "spring", "flood")


def test_quotation_marks_bind_in_a_query_and_not_in_pasted_text() -> None:
    bound = compiled('gate dam jam spring flood "lower town"')
    assert "town" not in bound.question
    assert "Phrase" in repr(bound.partial)
    pasted = compiled(f'{_PASTED} "lower town"')
    assert {"lower", "town"} <= set(pasted.question)
    # Part of the Or and not beside it: passages without the phrase are partial matches.
    assert [type(t).__name__ for t in pasted.partial or ()].count("Phrase") == 1
    assert type(pasted.partial).__name__ == "Or"
