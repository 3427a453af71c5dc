"""What is saved, changed, moved and removed while the explorer is open, in a real terminal, without a key."""

from pathlib import Path

from tests.e2e.terminal import Terminal

FERRY = "Ferry {n} stays in harbour\n\n{n} May 2031\n\n" + "\n\n".join(
    f"Paragraph {p} of the ferry's story: it stayed in Tolva harbour, Ida Marsh said." for p in range(1, 40)
)


def folder_of(tmp_path: Path) -> Path:
    folder = tmp_path / "clippings"
    folder.mkdir()
    for n in range(1, 6):
        (folder / f"{n}.txt").write_text(FERRY.format(n=n), encoding="utf-8")
    return folder


def test_the_results_follow_the_folder(tmp_path: Path) -> None:
    folder = folder_of(tmp_path)
    with Terminal(str(folder), columns=120, rows=40, home=tmp_path / "home") as terminal:
        terminal.wait("5 articles")
        terminal.type("/lamprey")
        terminal.wait("Nothing found")
        (folder / "eel.txt").write_text("An eel in Tolva\n\nA lamprey swam by the weir.\n", encoding="utf-8")
        screen = terminal.wait("An eel in Tolva")
        assert "6 articles" in terminal.wait("6 articles")
        assert "/ lamprey" in screen
        (folder / "eel.txt").unlink()
        terminal.wait("5 articles")
        terminal.wait("Nothing found")
        terminal.press("Escape")
        terminal.quit()


def test_what_is_being_read_stays_where_it_is(tmp_path: Path) -> None:
    folder = folder_of(tmp_path)
    with Terminal(str(folder), columns=80, rows=24, home=tmp_path / "home") as terminal:
        terminal.wait("5 articles")
        terminal.press("Enter")
        terminal.wait("Paragraph 1 of")
        terminal.press(*"jjjjjjjjjjjj")
        before = terminal.wait("12/40")

        def reading(screen: str) -> list[str]:
            # Marks on the scroll bar come with the names.
            return [line.rstrip(" ·━") for line in screen.split("\n") if "Paragraph" in line]

        (folder / "eel.txt").write_text("An eel in Tolva\n\nA lamprey swam by the weir.\n", encoding="utf-8")
        after = terminal.wait("6 articles")
        assert reading(after) == reading(before)

        (folder / "1.txt").rename(folder / "renamed.txt")
        after = terminal.wait("The file of this article is now renamed.txt")
        assert reading(after) == reading(before)
        # What is kept now is kept of the file as it is called now.
        terminal.press("b")
        terminal.wait("Kept:")

        (folder / "renamed.txt").write_text(
            "Ferry 1 sails\n\n" + FERRY.format(n=1).partition("Marsh said.")[2]
        )
        after = terminal.wait("Ferry 1 sails")
        assert "Paragraph 11 of" in after
        (folder / "renamed.txt").unlink()
        after = terminal.wait("The file of this article is gone; b still keeps its words")
        assert "Paragraph 11 of" in after
        terminal.press("b")
        terminal.wait("its file is gone · t tags · i note")
        terminal.wait("━! Its file is gone")
        terminal.quit()
