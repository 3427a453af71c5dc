"""The two views over the results, in a real terminal: every hit on a line, and the articles over time."""

from pathlib import Path

from tests.e2e.terminal import Terminal


def test_from_a_word_to_what_follows_it_to_its_article_and_back(demo_home: Path) -> None:
    with Terminal("demo", columns=80, rows=24, home=demo_home) as terminal:
        terminal.wait("31 articles")
        terminal.type("/drenna")
        terminal.wait("24 passages in 16 articles")
        terminal.press("Escape", "K")
        screen = terminal.wait(lambda s: "24 lines in 16 articles" in s and len(_lines(s)) > 10)
        assert len({line.index("Drenna", 20) for line in _lines(screen)}) == 1

        # What follows: all of the Drenna Basin Authority stands together.
        terminal.press("1")
        terminal.wait("by the first word to the right")
        terminal.wait(lambda s: _are_together(s, "Basin Aut", 5))

        terminal.press("j", "Enter")
        terminal.wait('" quote')
        terminal.press("[")
        terminal.wait("24 lines in 16 articles")
        terminal.wait("2/24")


def _lines(screen: str) -> list[str]:
    return [line for line in screen.split("\n") if " 2021 " in line and "Drenna" in line]


def _are_together(screen: str, words: str, lines: int) -> bool:
    places = [n for n, line in enumerate(screen.split("\n")) if words in line]
    return len(places) == lines and places == list(range(places[0], places[0] + lines))


def test_from_a_peak_to_its_articles_and_into_the_search(demo_home: Path) -> None:
    with Terminal("demo", columns=80, rows=24, home=demo_home) as terminal:
        terminal.wait("31 articles")
        terminal.press("T")
        screen = terminal.wait("27 articles · 4 undated")
        assert "by week" in screen
        terminal.wait("26 Jul 2021 to 1 Aug 2021   4 articles")
        terminal.wait("Oftener here: ")

        # Straight to a month, as in a query, and to its days.
        terminal.press("d", *"2021-08", "Enter")
        terminal.wait("16 to 22 Aug 2021   4 articles")
        terminal.press("Down", "Enter")
        terminal.wait('" quote')
        terminal.press("[")
        terminal.wait("2/4")

        terminal.press("-")
        terminal.wait("August 2021   11 articles")
        terminal.press("r")
        terminal.wait("/ date:2021-08")
        terminal.wait("11 articles")


def test_at_the_size_of_a_wide_window(demo_home: Path) -> None:
    with Terminal("demo", columns=200, rows=50, home=demo_home) as terminal:
        terminal.wait("31 articles")
        terminal.press("T")
        screen = terminal.wait("27 articles · 4 undated")
        assert "by day" in screen
        terminal.press("K")
        terminal.wait("A concordance shows words in their context")
        terminal.press("Escape")
        terminal.wait("search as you type")
        terminal.quit()
