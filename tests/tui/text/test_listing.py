"""An answer as rows: by article or passage, folded or unfolded."""

from models.key import ArticleKey
from models.search import Answer
from models.version import Version
from tests.tui.text.found import answer_of
from tui.text.listing import Listing


def listed(answer: Answer) -> Listing:
    listing = Listing()
    listing.take(answer, {}, by_date=False)
    return listing


def with_group(answer: Answer, group: int) -> Answer:
    """All its articles are copies of one."""
    return answer.model_copy(
        update={"hits": tuple(hit.model_copy(update={"group": group}) for hit in answer.hits)}
    )


def version(path: str) -> Version:
    return Version(path=path, part=0, paths=(path,), title="Dredging", outlet=None, published=None)


VERSIONS = tuple(version(path) for path in ("0.txt", "1.txt", "2.txt"))


def test_each_article_has_a_row_or_each_passage() -> None:
    listing = listed(answer_of("dredging", 4, 2, 0, 4))
    assert [row.key.path for row in listing.rows] == ["0.txt", "1.txt"]
    listing.turn()
    assert [(row.key.path, row.passage) for row in listing.rows] == [
        ("0.txt", 0), ("0.txt", 1), ("1.txt", 0), ("1.txt", 1),
    ]  # fmt: skip


def test_passages_have_no_rows_where_nothing_is_asked_of_them() -> None:
    listing = listed(answer_of("outlet:quay", 3, 3, 0, 3))
    listing.turn()
    assert (listing.passages, listing.by_passage, len(listing.rows)) == (True, False, 2)


def test_copies_unfold_below_their_article_and_fold_again() -> None:
    listing = listed(with_group(answer_of("dredging", 4, 2, 0, 4), 7))
    assert (listing.folds, len(listing.rows), listing.is_unfolded(7)) == (True, 1, False)
    listing.unfold(listing.rows[0].key, VERSIONS)
    assert [row.key.path for row in listing.rows] == ["0.txt", "1.txt", "2.txt"]
    listing.fold(7)
    assert len(listing.rows) == 1


def test_what_is_unfolded_is_found_again_in_another_answer() -> None:
    listing = listed(with_group(answer_of("dredging", 4, 2, 0, 4), 7))
    listing.unfold(listing.rows[0].key, VERSIONS)
    again = with_group(answer_of("dredging", 6, 3, 0, 6), 7)
    assert {group: key.path for group, key in listing.unfolded_in(again).items()} == {7: "2.txt"}
    assert listing.unfolded_in(with_group(again, 8)) == {}
    listing.take(again, {7: VERSIONS}, by_date=False)
    assert len(listing.rows) == 3


def test_what_is_no_longer_listed_does_not_unfold() -> None:
    listing = listed(with_group(answer_of("dredging", 4, 2, 0, 4), 7))
    listing.unfold(ArticleKey("gone.txt", 0), VERSIONS)
    assert len(listing.rows) == 1


def test_a_complete_list_says_of_how_many_it_holds_the_first() -> None:
    listing = listed(answer_of("dredging", 591, 245, 0, 20))
    assert (listing.counted(complete=False), listing.counted(complete=True)) == ("10", "10 of 245")
    listing.turn()
    assert listing.counted(complete=True).endswith(" of 591")
    whole = listed(answer_of("dredging", 20, 10, 0, 20))
    assert whole.counted(complete=True) == "10"
    whole.clear()
    assert (whole.counted(complete=True), whole.finds) == ("0", [])
