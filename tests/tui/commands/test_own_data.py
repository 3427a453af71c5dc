"""The commands around the reader's own data: bookmarks, backup, restore, forget, doctor."""

import json
from pathlib import Path

import pytest

from index.bookmarks import Bookmarks
from index.known import is_indexed
from models.annotation import AnnotatedArticle
from models.article import Article, Passage
from models.key import ArticleKey
from tui.commands.running import run

WORDS = "We will hold the line."


@pytest.fixture
def clippings(tmp_path: Path) -> Path:
    folder = tmp_path / "clippings"
    folder.mkdir()
    (folder / "ferries.txt").write_text(
        f"Ferries stay in harbour\n\n{WORDS} The port of Tarrow said so on Tuesday.\n"
    )
    (folder / "empty.txt").write_text("")
    assert run(["index", str(folder)]) == 0
    article = Article(
        path="ferries.txt",
        title="Ferries stay in harbour",
        outlet="The Tarrow Gazette",
        passages=(Passage(number=1, start=0, end=len(WORDS), text=WORDS),),
    )
    with Bookmarks.open() as bookmarks:
        bookmarks.add(
            folder,
            AnnotatedArticle(article=article),
            0,
            21,
            speaker="Orla Penhale",
            tags=["ports"],
            note="Ask.",
        )
    return folder


def kept() -> int:
    with Bookmarks.open() as bookmarks:
        return len(bookmarks.list())


class Terminal:
    """A person at the keyboard who answers one question."""

    def __init__(self, answer: str) -> None:
        self._answer = answer

    def isatty(self) -> bool:
        return True

    def readline(self) -> str:
        return self._answer


def test_bookmarks_are_listed(clippings: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["bookmarks", "list"]) == 0
    told = capsys.readouterr().out
    for words in (
        "We will hold the line",
        "Orla Penhale",
        "#ports",
        "Ask.",
        "The Tarrow Gazette",
        "1 bookmark.",
    ):
        assert words in told
    assert run(["bookmarks", "list", "--folder", str(tmp_path)]) == 0
    assert "0 bookmarks from this folder" in capsys.readouterr().out


def test_bookmarks_are_listed_in_the_readers_order(
    clippings: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = f"{WORDS} Nobody sails."
    article = Article(path="fog.txt", passages=(Passage(number=1, start=0, end=len(text), text=text),))
    with Bookmarks.open() as bookmarks:
        (first,) = bookmarks.list()
        later = bookmarks.add(clippings, AnnotatedArticle(article=article), len(WORDS) + 1, len(text))
        bookmarks.arrange([first, later])
        bookmarks.add_heading(clippings, "To ask", later)
    capsys.readouterr()
    assert run(["bookmarks", "list"]) == 0
    told = capsys.readouterr().out
    assert told.index("We will hold the line") < told.index("To ask:\n") < told.index("Nobody sails")
    assert "2 bookmarks." in told


def test_bookmarks_are_exported(clippings: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert run(["bookmarks", "export", "--format", "csl", "--folder", str(clippings)]) == 0
    assert json.loads(capsys.readouterr().out)[0]["title"] == "Ferries stay in harbour"
    target = tmp_path / "quotes.md"
    assert run(["bookmarks", "export", "--format", "md", "--output", str(target)]) == 0
    assert "> We will hold the line" in target.read_text()
    assert run(["bookmarks", "export"]) == 0
    assert capsys.readouterr().out == target.read_text(encoding="utf-8")
    assert run(["bookmarks", "export", "--format", "md", "--output", str(tmp_path / "no" / "x.md")]) == 1
    assert "cannot be written" in capsys.readouterr().err


def test_an_export_says_which_quotes_their_articles_no_longer_have(
    clippings: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    said = "The article has changed and no longer says this"
    assert run(["bookmarks", "export"]) == 0
    assert said not in capsys.readouterr().out
    assert run(["bookmarks", "list"]) == 0
    assert said not in capsys.readouterr().out
    article = clippings / "ferries.txt"
    article.write_text(article.read_text().replace("We will hold the line", "Nobody holds anything"))
    assert run(["index", str(clippings)]) == 0
    assert run(["bookmarks", "export"]) == 0
    told = capsys.readouterr().out
    assert "> We will hold the line" in told
    assert said in told
    assert run(["bookmarks", "list"]) == 0
    assert said in capsys.readouterr().out


def test_a_speaker_who_may_be_one_of_several_people_is_marked(
    clippings: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with Bookmarks.open() as bookmarks:
        (quote,) = bookmarks.list()
        article = Article(path=quote.path, passages=(Passage(number=1, start=0, end=len(WORDS), text=WORDS),))
        bookmarks.add(clippings, AnnotatedArticle(article=article), 8, 21, speaker="Penhale")
    outputs = [
        ["list"],
        *(["export", "--format", name] for name in ("md", "csv", "csl", "bibtex", "ris", "w3c")),
    ]
    for mark in ("", "Penhale (one of several)"):
        for options in outputs:
            capsys.readouterr()
            assert run(["bookmarks", *options]) == 0
            told = capsys.readouterr().out
            assert ("one of several" in told) == bool(mark)
            assert mark in told
            assert "Orla Penhale (one" not in told
        (clippings / "two.txt").write_text(
            "Boats are counted\n\nOrla Penhale met Davor Penhale in the town on Monday. They spoke of boats.\n"
        )
        assert run(["index", str(clippings)]) == 0


def test_the_end_of_a_name_says_the_format(clippings: Path, tmp_path: Path) -> None:
    for name, begins in (
        ("a.bib", "@article"),
        ("a.ris", "TY  - NEWS"),
        ("a.CSV", "quote,"),
        ("a.txt", "# Kept"),
    ):
        assert run(["bookmarks", "export", "--output", str(tmp_path / name)]) == 0
        assert (tmp_path / name).read_text().startswith(begins)


def test_annotations_are_imported(
    clippings: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "kept.jsonld"
    assert run(["bookmarks", "export", "--output", str(file)]) == 0
    with Bookmarks.open() as bookmarks:
        before = bookmarks.list()
        bookmarks.delete(before[0].id)
    assert run(["bookmarks", "import", str(file)]) == 0
    assert run(["bookmarks", "import", str(file)]) == 0
    told = capsys.readouterr().out
    assert "1 bookmark added; 0 were here already." in told
    assert "0 bookmarks added; 1 was here already." in told
    with Bookmarks.open() as bookmarks:
        assert [b.model_copy(update={"id": 0}) for b in bookmarks.list()] == [
            b.model_copy(update={"id": 0}) for b in before
        ]


def test_annotations_of_others_need_a_folder_and_say_what_is_lost(
    clippings: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "others.json"
    quotes = [WORDS, "Words that nobody ever wrote", ""]
    selectors = [{"type": "TextQuoteSelector", "exact": exact} for exact in quotes]
    file.write_text(json.dumps([{"target": {"selector": selector}} for selector in selectors]))
    assert run(["bookmarks", "import", str(file)]) == 2
    assert "--folder FOLDER" in capsys.readouterr().err
    assert run(["bookmarks", "import", str(file), "--folder", str(clippings)]) == 0
    out, err = capsys.readouterr()
    assert "2 bookmarks added" in out
    assert "1 of them is an orphan" in out
    assert "annotation 2: its words are in no article; it is kept as an orphan." in err
    assert "annotation 3: has no quoted words; it was left out." in err
    for wrong in (["bookmarks", "import"], ["bookmarks", "list", str(file)]):
        with pytest.raises(SystemExit):
            run(wrong)
    assert run(["bookmarks", "import", str(clippings / "ferries.txt")]) == 1
    assert "not JSON" in capsys.readouterr().err


def test_the_formats_offered_are_those_there_are() -> None:
    from index.exporting import FORMATS
    from tui.commands import bookmarks

    assert bookmarks.FORMATS == FORMATS


def test_backup_and_restore(clippings: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    copy = tmp_path / "copy.sqlite"
    assert run(["backup", str(copy)]) == 0
    assert "1 bookmark saved" in capsys.readouterr().out
    assert run(["forget", str(clippings), "--bookmarks", "--yes"]) == 0
    assert kept() == 0
    assert run(["restore", str(copy)]) == 0
    assert "1 bookmark restored; 0 were here already" in capsys.readouterr().out
    assert kept() == 1
    assert run(["restore", str(clippings / "ferries.txt")]) == 1
    assert "not a backup" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("options", "stdin", "left"),
    [
        ([], Terminal("\n"), 1),
        ([], Terminal(""), 1),
        (["--bookmarks"], Terminal("n\n"), 1),
        ([], Terminal("yes\n"), 0),
        (["--yes"], Terminal("yes\n"), 1),
        (["--bookmarks", "--yes"], Terminal(""), 0),
    ],
)
def test_forget_deletes_bookmarks_only_when_told(
    clippings: Path, monkeypatch: pytest.MonkeyPatch, options: list[str], stdin: Terminal, left: int
) -> None:
    monkeypatch.setattr("sys.stdin", stdin)
    assert run(["forget", str(clippings), *options]) == 0
    assert kept() == left
    assert not is_indexed(clippings)
    assert (clippings / "ferries.txt").exists()


def test_with_the_bookmarks_their_headings_go(clippings: Path, tmp_path: Path) -> None:
    with Bookmarks.open() as bookmarks:
        bookmarks.add_heading(clippings, "What was said")
        bookmarks.add_heading(tmp_path, "Elsewhere")
    assert run(["forget", str(clippings), "--bookmarks", "--yes"]) == 0
    with Bookmarks.open() as bookmarks:
        assert bookmarks.outline(clippings) == ()
        assert len(bookmarks.outline()) == 1


def test_forget_counts_and_deletes_what_is_remembered_of_visits(
    clippings: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with Bookmarks.open() as bookmarks:
        bookmarks.saw(clippings, ArticleKey("ferries.txt"))
        bookmarks.save_search(clippings, "Boats", "ferr*", "relevance", visited="")
        bookmarks.save_search(clippings, "Tolva", "tolva", "relevance", visited="")
    capsys.readouterr()
    assert run(["forget", str(clippings), "--yes"]) == 0
    told = " ".join(capsys.readouterr().out.split())
    assert "2 saved searches and 1 article marked as read from this folder are kept." in told
    assert run(["forget", str(clippings), "--bookmarks", "--yes"]) == 0
    with Bookmarks.open() as bookmarks:
        assert bookmarks.searches(clippings) == ()
        assert bookmarks.read(clippings) == frozenset()


def test_forget_without_an_index(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["forget", str(tmp_path / "gone")]) == 0
    assert "had no index" in " ".join(capsys.readouterr().out.split())


def test_doctor_lists_what_was_not_read(clippings: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert run(["doctor", str(clippings)]) == 0
    told = " ".join(capsys.readouterr().out.split())
    assert "1 article in" in told
    assert "1 file not read: empty.txt: The file is empty." in told
    assert "1 bookmark in" in told
    assert "whoosh3" in told
    assert run(["doctor"]) == 0
    assert str(clippings) in capsys.readouterr().out.replace("\n", "").replace("  ", "")


def test_doctor_counts_what_is_of_no_kind_to_read(
    clippings: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    others = [clippings / name for name in ("a.png", "b.PNG", "sheet.xlsx", "held.txt.~1~", "Thumbs.db")]
    for file in (*others, clippings / ".hidden"):
        file.write_bytes(b"\x00\x01\xff" * 40)
    (clippings / "empty.txt").unlink()
    assert run(["index", str(clippings)]) == 0
    capsys.readouterr()
    assert run(["doctor", str(clippings)]) == 0
    told = " ".join(capsys.readouterr().out.split())
    assert "5 files of kinds that Morgue does not read: 2 png, 1 db, 1 ~1~, 1 xlsx." in told
    assert "Every file was read" not in told
    for file in others:
        file.unlink()
    assert run(["doctor", str(clippings)]) == 0
    assert "Every file was read." in capsys.readouterr().out


def test_doctor_helps_where_things_are_broken(
    clippings: Path, own_home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (own_home / "reader.sqlite").write_bytes(b"nonsense" * 1000)
    assert run(["doctor", str(tmp_path / "gone")]) == 0
    told = " ".join(capsys.readouterr().out.split())
    assert "set aside" in told
    assert "There is no folder" in told
    assert run(["doctor", str(tmp_path)]) == 0
    assert "To do: morgue index" in capsys.readouterr().out


def test_known_folders_are_listed(clippings: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert run([]) == 0
    assert "1 article, 0 outlets" in capsys.readouterr().out
    for path in clippings.iterdir():
        path.unlink()
    clippings.rmdir()
    assert run([]) == 0
    assert "the folder is not there now" in " ".join(capsys.readouterr().out.split())
