from models.annotation import Mention
from models.entity import MentionPlace
from models.key import ArticleKey
from models.kind import Kind
from tui.text.spans import Span
from tui.text.trail import Here, Trail


def place(path: str, start: int, published: str | None) -> MentionPlace:
    return MentionPlace(
        path=path, part=0, passage=1, start=start, end=start + 4, text="Bell", snippet="", outlet=None,
        published=published,
    )  # fmt: skip


def span(start: int, passage: int = 1) -> Span:
    mention = Mention(start=start, end=start + 4, text="Bell", kind=Kind.PERSON, entity="bell")
    return Span("name", passage, start, start + 4, "person", mention)


TRAIL = Trail(
    [
        place("march.txt", 10, "2031-03-01"),
        place("march.txt", 50, "2031-03-01"),
        place("april.txt", 5, "2031-04-01T09:00Z"),
        place("undated.txt", 7, None),
    ]
)
MARCH = [span(10), span(50)]


def here(path: str, published: str | None, own: list[Span], focus: Span | None = None) -> Here:
    return Here(ArticleKey(path), published, own, focus, 1)


def test_through_one_article_then_on_into_the_next_by_date() -> None:
    step = TRAIL.step(here("march.txt", "2031-03-01", MARCH, MARCH[0]), 1)
    assert step is not None
    assert (step.here, step.number, step.article) == (MARCH[1], 2, 1)
    step = TRAIL.step(here("march.txt", "2031-03-01", MARCH, MARCH[1]), 1)
    assert step is not None
    assert step.place is not None
    assert (step.here, step.place.path, step.number, step.article) == (None, "april.txt", 3, 2)


def test_back_leads_to_the_last_mention_of_the_article_before() -> None:
    own = [span(5)]
    step = TRAIL.step(here("april.txt", "2031-04-01", own, own[0]), -1)
    assert step is not None
    assert step.place is not None
    assert (step.place.path, step.place.start, step.number, step.article) == ("march.txt", 50, 2, 1)


def test_the_undated_come_last_and_past_the_last_there_is_none() -> None:
    own = [span(5)]
    step = TRAIL.step(here("april.txt", "2031-04-01", own, own[0]), 1)
    assert step is not None
    assert step.place is not None
    assert step.place.path == "undated.txt"
    own = [span(7)]
    assert TRAIL.step(here("undated.txt", None, own, own[0]), 1) is None
    assert TRAIL.step(here("march.txt", "2031-03-01", MARCH, MARCH[0]), -1) is None


def test_from_an_article_without_a_mention_by_its_date() -> None:
    between = here("other.txt", "2031-03-15", [])
    onwards, back = TRAIL.step(between, 1), TRAIL.step(between, -1)
    assert onwards is not None
    assert back is not None
    assert onwards.place is not None
    assert back.place is not None
    assert (onwards.place.path, back.place.path) == ("april.txt", "march.txt")
    assert TRAIL.step(here("other.txt", "2030-01-01", []), -1) is None
    only_a_year = TRAIL.step(here("other.txt", "2030", []), -1)
    assert only_a_year is not None
    assert only_a_year.place is not None
    assert only_a_year.place.path == "undated.txt"


def test_from_a_place_beside_any_mention_the_nearest_that_way() -> None:
    hit = Span("hit", 1, 30, 35, "hit")
    onwards = TRAIL.step(here("march.txt", "2031-03-01", MARCH, hit), 1)
    back = TRAIL.step(here("march.txt", "2031-03-01", MARCH, hit), -1)
    assert onwards is not None
    assert back is not None
    assert (onwards.here, back.here) == (MARCH[1], MARCH[0])


def test_lines_that_the_index_does_not_know_yet_count_as_they_show() -> None:
    more = [*MARCH, span(90)]
    step = TRAIL.step(here("march.txt", "2031-03-01", more, MARCH[1]), 1)
    assert step is not None
    assert (step.here, step.number) == (more[2], 2)
    own = [span(3)]
    unknown = TRAIL.step(here("new.txt", "2031-05-01", own), 1)
    assert unknown is not None
    assert unknown.here == own[0]
    assert Trail([]).step(here("march.txt", None, []), 1) is None
