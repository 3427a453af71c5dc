"""What Morgue remembers between visits, in a real terminal: articles read, saved searches, and how it was left."""

import os
import signal
from pathlib import Path

from models.key import ArticleKey
from models.session import Session, Stop
from tests.e2e.terminal import Terminal

MOST_KEYS = 6
"""To reopen a saved search, see what is new, and export the bookmarks as Markdown."""

FERRY = "Ferry {n} stays in harbour\n\n{n} May 2031\n\nFerry {n} stayed in Tolva harbour, Ida Marsh said.\n"


def folder_of(tmp_path: Path) -> Path:
    folder = tmp_path / "clippings"
    folder.mkdir()
    for n in range(1, 6):
        (folder / f"{n}.txt").write_text(FERRY.format(n=n), encoding="utf-8")
    return folder


def test_a_saved_search_with_what_is_new_and_the_bookmarks_in_six_keys(tmp_path: Path) -> None:
    folder, home, desk = folder_of(tmp_path), tmp_path / "home", tmp_path / "desk"
    desk.mkdir()
    with Terminal(str(folder), columns=80, rows=24, home=home, folder=desk) as terminal:
        terminal.wait("5 articles")
        terminal.type("/tolva ferry")
        terminal.wait("in 5 articles")
        terminal.press("Escape")
        terminal.wait("s sort")
        terminal.press("+")
        terminal.wait("Save this search as")
        terminal.press("Enter")
        terminal.wait("Saved as tolva ferry")
        terminal.press("Enter")
        terminal.wait("Ida Marsh said.")
        terminal.press("j", "b")
        terminal.wait("Kept:")
        terminal.quit()
    (folder / "6.txt").write_text(FERRY.format(n=6).replace("May", "April"), encoding="utf-8")
    with Terminal(str(folder), "--fresh", columns=80, rows=24, home=home, folder=desk) as terminal:
        terminal.wait("6 articles")
        keys = ["S", "Enter"]
        terminal.press("S")
        terminal.wait("1 new of 6 articles")
        terminal.press("Enter")
        terminal.wait(lambda s: "Ferry 6 stays" in _line_after("1 new first", s) and s.count(" new\n") == 1)
        keys += ["B", "w", "Enter"]
        terminal.press("B")
        terminal.wait("w write")
        terminal.press("w")
        terminal.wait("bookmarks.md")
        terminal.press("Enter")
        terminal.wait("written to")
        assert len(keys) <= MOST_KEYS
        assert "Ida Marsh said." in (desk / "bookmarks.md").read_text(encoding="utf-8")
        terminal.press("Escape")
        terminal.quit()
    with Terminal(str(folder), columns=80, rows=24, home=home) as terminal:
        # The next visit finds nothing new, but the one that was left is still under way.
        terminal.wait("1 new first")
        terminal.press("S")
        terminal.wait("6 articles")
        terminal.press("Enter")
        terminal.wait("nothing new")


def test_killed_it_comes_back_as_it_was(demo_home: Path) -> None:
    with Terminal("demo", columns=140, home=demo_home) as terminal:
        terminal.wait("31 articles")
        terminal.type("/drills")
        terminal.wait("7 passages in 6 articles")
        terminal.press("Escape")
        terminal.wait("s sort")
        terminal.press("j")
        terminal.wait(lambda s: " 2/" in _footer(s))
        terminal.press("Enter")
        # Only what was noted can come back; on a slow machine that is later than what shows.
        terminal.wait(lambda s: _noted(demo_home) is not None and "1 same" in s)
        first = _noted(demo_home)
        terminal.press("1")
        terminal.wait(lambda _: _key(_noted(demo_home)) not in {_key(first), None})
        terminal.press("j", "e")
        terminal.wait(lambda _: _noted(demo_home, focused=True) is not None)
        terminal.read(0.3)
        left = terminal.text
        os.kill(terminal.pid, signal.SIGKILL)
    with Terminal("demo", columns=140, home=demo_home) as terminal:
        terminal.wait(lambda screen: _article(screen) == _article(left))
        terminal.press("[")
        terminal.wait(lambda screen: _article(screen) != _article(left))
        terminal.press("]")
        terminal.wait(lambda screen: _article(screen) == _article(left))
        terminal.quit()
    with Terminal("demo", "--fresh", home=demo_home) as terminal:
        terminal.wait("search as you type")
        terminal.wait("31 articles")
        terminal.quit()


def test_what_was_read_is_known_the_next_day_and_is_searched_for(tmp_path: Path) -> None:
    folder, home = folder_of(tmp_path), tmp_path / "home"
    with Terminal(str(folder), columns=80, rows=24, home=home) as terminal:
        terminal.wait("5 articles")
        terminal.press("U")
        terminal.wait("4 more unread in these results")
        terminal.press("U")
        terminal.wait("3 more unread in these results")
        terminal.press("Escape")
        terminal.quit()
    (folder / "1.txt").rename(folder / "one.txt")
    with Terminal(str(folder), columns=80, rows=24, home=home) as terminal:
        terminal.wait("5 articles")
        terminal.type("/is:read")
        screen = terminal.wait(lambda s: "2 articles" in s and "so far" not in s)
        assert "Ferry 1 stays" in screen
        assert "Ferry 2 stays" in screen
        assert "Ferry 3 stays" not in screen


def _noted(home: Path, *, focused: bool = False) -> Stop | None:
    """Where in an article, or at which focused span, the reader is by the session file."""
    for file in home.rglob("session.json"):
        place = Session.model_validate_json(file.read_bytes()).open
        return place if place is not None and (place.focus is not None or not focused) else None
    return None


def _key(place: Stop | None) -> ArticleKey | None:
    return None if place is None else place.key


def _footer(screen: str) -> str:
    return screen.rsplit("\n", 1)[-1]


def _line_after(words: str, screen: str) -> str:
    return screen.partition(words)[2].partition("\n")[2].partition("\n")[0]


def _article(screen: str) -> list[str]:
    """What shows of the query, and of the article in the middle of the screen."""
    query, *lines = screen.split("\n")[1:-2]
    return [query, *(line[36:100].rstrip() for line in lines[1:])]
