"""Moving and selecting by keyboard, in a real terminal."""

from pathlib import Path

from tests.e2e.terminal import Terminal
from tui.text.labels import labels


def open_passage(terminal: Terminal, words: str) -> None:
    """Open the passage that has some words, once the names in it are known."""
    terminal.wait("31 articles")
    terminal.wait(lambda s: not any(w in s.split("\n", 1)[0] for w in ("reading", "names", "looking")))
    terminal.type(f'/"{words}"')
    terminal.wait("1 passage in 1 article")
    terminal.press("Enter")
    terminal.wait('" quote')


def footer(screen: str) -> str:
    return screen.rstrip("\n").split("\n")[-1]


def test_a_label_opens_a_row_and_the_way_leads_back_to_the_list(demo_home: Path) -> None:
    with Terminal("demo", columns=80, rows=24, home=demo_home) as terminal:
        terminal.wait("‘I was shown it in March’")
        # In one burst, as a terminal hands on what was typed while the explorer was busy.
        terminal.type("f" + labels(2)[1])
        terminal.wait(lambda s: "━Article" in s and "‘I was shown it in March’" in s and '" quote' in s)
        terminal.press("[")
        terminal.wait(lambda s: "━Results" in s and " 2/" in footer(s))


def test_labels_lie_over_the_text_and_go_with_escape(demo_home: Path) -> None:
    with Terminal("demo", columns=120, rows=40, home=demo_home) as terminal:
        open_passage(terminal, "in 112 pages")
        words = ("In 112 pages of interim findings", "Nadia Wenk said that", "flood Selvany,” she said")
        terminal.wait(lambda s: all(part in s for part in words))
        before = terminal.settle(0.3)
        terminal.press("f")
        terminal.wait(
            lambda s: "A letter goes there" in s and s.splitlines()[5:-1] != before.splitlines()[5:-1]
        )
        terminal.press("Escape")
        terminal.wait(lambda s: s == before)


def test_words_across_passages_are_copied_exactly_and_words_searched_for(demo_home: Path) -> None:
    with Terminal("demo", columns=80, rows=24, home=demo_home) as terminal:
        open_passage(terminal, "in 112 pages")
        terminal.press("v")
        terminal.wait(lambda s: "1 word " in footer(s))
        terminal.type("jj")
        terminal.wait(lambda s: "words" in footer(s))
        terminal.press("y")
        terminal.wait("with its source")
        copied = " ".join(terminal.clipboard.split())
        assert "In 112 pages of interim findings" in copied
        assert "the water did not wait.”" in copied
        terminal.type("vlll")
        terminal.wait(lambda s: "4 words" in footer(s))
        terminal.press("/")
        terminal.wait('/ "In 112 pages of"')
        terminal.press("[")
        terminal.wait('/ "in 112 pages"')


def test_back_leads_through_a_ledger(demo_home: Path) -> None:
    with Terminal("demo", columns=120, rows=40, home=demo_home) as terminal:
        open_passage(terminal, "drawn down by four metres")
        terminal.press("#", "Enter")
        terminal.wait(lambda s: "Esc close" in s and "Looking…" not in s)
        terminal.press("Enter")
        terminal.wait_gone("Esc close")
        terminal.wait('" quote')
        terminal.press("[")
        terminal.wait(lambda s: "Esc close" in s and "Looking…" not in s)
        terminal.press("[")
        terminal.wait_gone("Esc close")
        terminal.wait(lambda s: "four metres" in s)
