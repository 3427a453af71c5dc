from models.annotation import AnnotatedArticle
from models.article import Article, Dropped, Passage
from models.version import Version
from tui.text.page import MEASURE, also_in, byline, lay_out, saved_as

TEXT = "The pilots of Tolva brought in four ships before noon, and then the fog came back."


def article(**fields: object) -> AnnotatedArticle:
    passages = (
        Passage(number=1, start=0, end=len(TEXT), text=TEXT),
        Passage(number=2, start=len(TEXT) + 2, end=2 * len(TEXT) + 2, text=TEXT),
    )
    return AnnotatedArticle(
        article=Article.model_validate({"path": "folder/fog.txt", "passages": passages, **fields})
    )


def test_lines_know_where_in_the_text_they_stand() -> None:
    annotated = article(title="Fog")
    page = lay_out(annotated, 30)
    text = annotated.article.text
    lines = [line for line in page.lines if line.role == "text"]
    assert all(line.offset is not None and text.startswith(line.text, line.offset) for line in lines)
    first, last = page.places[2]
    assert {line.passage for line in page.lines[first:last]} == {2}
    assert page.line_of(2, len(text) - 1) == last - 1


def test_the_measure_stays_comfortable_in_a_wide_pane() -> None:
    assert max(len(line.text) for line in lay_out(article(), 200).lines) <= MEASURE


def test_a_standfirst_is_shown_once() -> None:
    def standfirsts(told: str) -> list[str]:
        return [
            line.text for line in lay_out(article(standfirst=told), 100).lines if line.role == "standfirst"
        ]

    assert standfirsts("Fog again") == ["Fog again"]
    assert standfirsts(TEXT) == []


def test_says_what_the_file_does_not_state() -> None:
    page = lay_out(article(), 60)
    assert page.lines[0].text == "No headline · fog.txt"
    assert byline(article()).replace("\u00a0", " ") == "outlet unknown · no byline · undated · 1 min"


def test_shows_what_was_left_out_where_it_stood() -> None:
    dropped = (
        Dropped(text="Share this", reason="share button", before=2),
        Dropped(text="©", reason="legal", before=3),
    )
    annotated = article(dropped=dropped)
    assert not [line for line in lay_out(annotated, 60).lines if line.role == "dropped"]
    page = lay_out(annotated, 60, dropped=True)
    roles = [line.role for line in page.lines]
    assert roles.index("dropped") < page.places[2][0]
    assert page.lines[roles.index("reason")].text == "└ left out: share button"
    assert page.numbers == [0, 1, 2]


def test_marks_what_was_guessed() -> None:
    guessed = article(
        title="Fog",
        outlet="Tolva Echo",
        published="2021-08-07",
        found={
            "title": "line before the text",
            "outlet": "masthead",
            "published": "date line, day and month in the collection's order",
        },
    )
    said = byline(guessed).replace("\u00a0", " ")
    assert said == "Tolva Echo · no byline · 7 August 2021 (guessed) · 1 min"
    assert lay_out(guessed, 60).lines[-1].text == "headline guessed"
    credited = guessed.model_copy(update={"article": guessed.article.model_copy(update={"credit": "ZNA"})})
    assert lay_out(credited, 60).lines[-1].text == "ZNA · headline guessed"


MENU = tuple(
    Dropped(text=text, reason=reason, before=2)
    for text, reason in (
        ("Home", "navigation"),
        ("Politics", "navigation"),
        ("Sport", "navigation"),
        ("Share", "share bar"),
        ("Copy link", "share bar"),
    )
)


def test_runs_of_short_lines_with_one_reason_are_one() -> None:
    page = lay_out(article(dropped=MENU), 60, dropped=True)
    shown = [line.text for line in page.lines if line.left is not None]
    assert shown == [
        "Home · Politics · Sport  left out: navigation",
        *("Share", "└ left out: share bar", "Copy link", "└ left out: share bar"),
    ]
    assert (list(page.left), page.folded) == ([0, 3, 4], {0: ("Home", "Politics", "Sport")})


def test_a_run_too_long_for_a_line_is_cut_before_its_reason() -> None:
    page = lay_out(article(dropped=MENU[:3]), 42, dropped=True)
    (line,) = [line.text for line in page.lines if line.left is not None]
    assert line.startswith("Home · Politics")
    assert line.endswith("…  left out: navigation")
    assert len(line) <= 42


def test_a_run_is_unfolded_by_its_words() -> None:
    page = lay_out(article(dropped=MENU[:3]), 60, dropped=True, unfolded={"Home", "Politics", "Sport"})
    assert [line.text for line in page.lines if line.role == "dropped"] == ["Home", "Politics", "Sport"]
    assert not page.folded


def test_long_lines_stand_by_themselves() -> None:
    long = tuple(Dropped(text="Fog over the fjord " * 4, reason="comment area", before=2) for _ in range(3))
    assert not lay_out(article(dropped=long), 60, dropped=True).folded


def test_a_standfirst_behind_a_line_that_was_put_back_is_shown_once() -> None:
    annotated = article(standfirst="The ferries stay.")
    shown = annotated.article
    put_back = shown.model_copy(
        update={
            "passages": (
                Passage(number=1, start=0, end=5, text="Menu."),
                Passage(number=2, start=7, end=24, text="The ferries stay."),
            )
        }
    )
    page = lay_out(annotated.model_copy(update={"article": put_back}), 60, dropped=True)
    assert [line.role for line in page.lines if "ferries" in line.text] == ["text"]
    assert page.stops == [(0, None), (1, None), (2, None)]


def _version(outlet: str | None, path: str = "b.txt") -> Version:
    return Version(path=path, part=0, paths=(path,), title=None, outlet=outlet, published=None)


def test_the_head_names_copies_and_other_files() -> None:
    plain = article()
    assert (also_in(plain), saved_as(plain)) == ("", "")
    copied = plain.model_copy(
        update={
            "copies": (_version("The Quay"), _version(None, "a/b.txt")),
            "paths": (plain.article.path, "b.txt"),
        }
    )
    assert also_in(copied) == "also in The Quay, b.txt (copies)"
    assert saved_as(copied) == "saved twice: also b.txt"
    many = plain.model_copy(update={"copies": tuple(_version(f"Outlet {n}") for n in range(5))})
    assert also_in(many) == "also in Outlet 0, Outlet 1, Outlet 2 and 2 more (copies)"
    twice = plain.model_copy(update={"copies": tuple(map(_version, ("Quay", "The Quay", "Quay")))})
    assert also_in(twice) == "also in Quay (copies)"
    assert [line.text for line in lay_out(copied, 76).lines if line.role == "byline"][1:] == [
        "also in The Quay, b.txt (copies)",
        "saved twice: also b.txt",
    ]
