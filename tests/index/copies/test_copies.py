"""Near-identical articles."""

from pathlib import Path

from index.copies import copies, likeness_of_texts, shingles
from tests.index.libraries import FILLER, MemoryLibrary, article

STORY = """\
The ferry to Lakeport ran aground on a sandbank early on Friday with forty passengers on board, and lay there until \
the tide came back in the afternoon.
All were brought ashore in small boats, and the captain was the last to leave, a harbour official said. Two of them \
were treated for cold in the hospital of the town.
The ferry had been repaired twice this year, and its papers were in order, according to the owners. It will sail \
again next week, they said, whatever the weather.\
""".splitlines()


def test_likeness_is_that_of_word_runs() -> None:
    assert likeness_of_texts("a b c d e f", "A b, c d e f!") == 1
    assert likeness_of_texts("a b c d e f", "f e d c b a") == 0
    assert likeness_of_texts("a b", "a b") == 0
    assert len(shingles("one two three four five")) == 2


def test_copies_are_grouped_and_the_earliest_named(tmp_path: Path) -> None:
    changed = [STORY[0].replace("forty", "40"), *STORY[1:]]
    library = MemoryLibrary(
        tmp_path,
        [
            article("post.txt", *STORY, published="2021-08-15"),
            article("echo.txt", *changed, published="2021-08-14"),
            article("herald.txt", *STORY),
            article("other.txt", *(p.upper()[::-1] for p in STORY)),
            *FILLER,
        ],
    )
    [group] = copies(library)
    assert group.articles == ("echo.txt", "herald.txt", "post.txt")
    assert group.earliest == "echo.txt"


def test_one_dated_of_two_is_not_called_the_earliest(tmp_path: Path) -> None:
    library = MemoryLibrary(
        tmp_path, [article("a.txt", *STORY, published="2021-08-15"), article("b.txt", *STORY)]
    )
    [group] = copies(library)
    assert group.earliest is None


def test_short_texts_are_never_copies(tmp_path: Path) -> None:
    short = [article(f"{n}.txt", "Rain is expected on Friday in Orvane and Lakeport.") for n in range(3)]
    assert copies(MemoryLibrary(tmp_path, short)) == ()
