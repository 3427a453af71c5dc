from models.article import Article, Passage
from models.bookmark import Anchor, Bookmark, Match, Orphan
from models.comparison import Piece
from tests.tui.text.test_shelves import kept
from tui.text.bookmarks import draw_bookmark
from tui.text.kept_page import Paragraph, draw_kept, surroundings
from tui.text.painting import Runs

TEXTS = ("The board met.", "“Nobody sails,” she said.", "Then she left.", "It rained.")


def article() -> Article:
    passages, start = [], 0
    for number, text in enumerate(TEXTS, 1):
        passages.append(Passage(number=number, start=start, end=start + len(text), text=text))
        start += len(text) + 2
    return Article(path="1.txt", passages=tuple(passages))


def anchored(prefix: str = "", suffix: str = "") -> Bookmark:
    words = "“Nobody sails,”"
    anchor = Anchor(exact=words, prefix=prefix, suffix=suffix, start=16, end=16 + len(words), passage=2)
    return kept(1, anchor=anchor)


def written(lines: list[Runs]) -> list[str]:
    return ["".join(run.text for run in line).rstrip() for line in lines]


CHANGED = Orphan(
    bookmark=1,
    why="changed",
    match=Match(
        path="1.txt", part=0, passage=2, start=16, end=33, text="“Everybody sails,”", likeness=0.75,
        pieces=(
            Piece(kind="same", text="“"), Piece(kind="out", text="Nobody"), Piece(kind="in", text="Everybody"),
            Piece(kind="same", text=" sails,”"),
        ),
    ),
)  # fmt: skip


def test_words_show_in_their_passage_with_one_on_each_side() -> None:
    found = surroundings(anchored().anchor, article(), (16, 31))
    assert found == [Paragraph(TEXTS[0]), Paragraph(TEXTS[1], 0, 15), Paragraph(TEXTS[2])]
    lines = draw_kept(anchored(), found, None, "", 60)
    quoted = [run.text for line in lines for run in line if "landing" in run.inks]
    assert quoted == ["“Nobody sails,”"]


def test_without_the_article_what_was_kept_around_them_shows() -> None:
    found = surroundings(anchored("board met.\n\n", " she said.").anchor, None, None)
    assert found == [Paragraph("…board met."), Paragraph("“Nobody sails,” she said.…", 0, 15)]
    assert surroundings(anchored().anchor, None, None) == [Paragraph("“Nobody sails,”", 0, 15)]


def test_changed_words_stand_side_by_side_where_there_is_room() -> None:
    wide = written(draw_kept(anchored(), [], CHANGED, "a keeps", 76))
    assert "! The text has changed · 75% alike here" in wide
    assert any("“[-Nobody-] sails,”" in line and "│ “[+Everybody+] sails,”" in line for line in wide)
    assert "a keeps" in wide
    narrow = written(draw_kept(anchored(), [], CHANGED, "a keeps", 40))
    assert any("“[-Nobody-][+Everybody+] sails,”" in line for line in narrow)


def test_a_row_shows_the_change_in_the_place_of_the_quote_until_it_was_left() -> None:
    lines = written(draw_bookmark(anchored(), 70, orphan=CHANGED))
    assert "  “[-Nobody-][+Everybody+] sails,”" in lines
    left = written(draw_bookmark(anchored(), 70, orphan=CHANGED.model_copy(update={"left": True})))
    assert "  “Nobody sails,”" in left
    gone = Orphan(bookmark=1, why="gone")
    assert "  ! The article is gone · nothing like it is left" in written(
        draw_bookmark(anchored(), 70, orphan=gone)
    )


def test_a_marked_row_is_told_without_colour() -> None:
    assert written(draw_bookmark(anchored(), 70, marked=True))[1].startswith("✓ “Nobody")
    assert len(written(draw_bookmark(anchored(), 40))) == len(written(draw_bookmark(anchored(), 70))) + 1


def test_the_outlets_words_between_two_halves_are_kept_and_not_lit_as_spoken() -> None:
    words = "“Nobody sails,” she said, “or rows.”"
    anchor = Anchor(exact=words, prefix="", suffix=" Then.", start=0, end=len(words), passage=1)
    bookmark = kept(1, anchor=anchor, kind="direct", speaker="Ida Marsh", cue="said")
    lines = draw_kept(bookmark, surroundings(anchor, None, None), None, "", 60)
    runs = [run for line in lines for run in line if "landing" in run.inks]
    assert "".join(run.text for run in runs) == words
    assert [run.text for run in runs if "quotation" not in run.inks] == [" she said, "]
    assert "“Nobody sails … or rows.”" in "\n".join(written(draw_bookmark(bookmark, 60)))


def test_a_row_shows_all_of_the_words_that_accepting_would_keep() -> None:
    was, now = (" ".join(f"{word}{n}" for n in range(60)) for word in ("old", "new"))
    match = CHANGED.match
    assert match is not None
    pieces = (Piece(kind="out", text=was), Piece(kind="in", text=f" {now}"))
    orphan = CHANGED.model_copy(update={"match": match.model_copy(update={"pieces": pieces})})
    shown = " ".join(line.strip() for line in written(draw_bookmark(anchored(), 60, orphan=orphan)))
    assert now in shown
