from models.article import Article, Dropped, Passage
from tui.text.versions import same_words


def article(*texts: str, dropped: tuple[str, ...] = (), title: str = "Ferries stay") -> Article:
    passages = tuple(Passage(number=n, start=0, end=len(text), text=text) for n, text in enumerate(texts, 1))
    return Article(
        path="a.txt", title=title, passages=passages,
        dropped=tuple(Dropped(text=text, reason="furniture") for text in dropped),
    )  # fmt: skip


def test_a_line_that_is_put_back_is_no_change_of_the_file() -> None:
    assert same_words(article("One.", "Two."), article("One.", dropped=("Two.",)))


def test_other_words_and_another_headline_are() -> None:
    assert not same_words(article("One."), article("Two."))
    assert not same_words(article("One."), article("One.", title="Ferries sail"))
