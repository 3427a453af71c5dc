"""Every reason for which a passage is shown beside another, and every class of figures, by keyboard."""

from pathlib import Path

from tests.e2e.terminal import Terminal
from tests.e2e.test_story import shows

REASONS = {
    '"over 700 vehicles were taking part"': ("same figure", "same names", "same words"),
    '"both countries fielded 3,200"': ("figure differs",),
    '"we did not choose this border" "or without them"': ("same quotation",),
    '"flatly denied"': ("same event",),
    '"the judge found that"': ("same story",),
    '"described as routine" outlet:evening': ("copied text",),
}
"""Words of a passage of the demo, and what some of the panel's rows beside it are there for."""


def test_a_passage_for_each_reason_and_back_again(demo_home: Path) -> None:
    with Terminal("demo", columns=200, rows=50, home=demo_home) as terminal:
        terminal.wait("31 articles")
        for query, reasons in REASONS.items():
            terminal.press("/", "ctrl+u")
            terminal.type(query)
            terminal.wait(shows(f"/ {query}", "1 article"))
            terminal.press("Enter")
            terminal.wait(shows(*reasons))
        before = terminal.text
        terminal.press("1")
        terminal.wait(lambda s: head(s) != head(before))
        terminal.press("[")
        terminal.wait(lambda s: head(s) == head(before))


def test_a_ledger_with_every_class_of_figure(demo_home: Path) -> None:
    with Terminal("demo", columns=140, rows=45, home=demo_home) as terminal:
        terminal.wait("31 articles")
        terminal.type('/"drawn down by four metres"')
        terminal.wait("1 passage")
        terminal.press("Enter")
        terminal.wait("j k")
        seen = ""
        # The figures of the passage, until the ledger is that of the four metres.
        for _ in range(4):
            terminal.press("#", "Enter")
            seen = terminal.wait(lambda s: "Esc close" in s and "Looking…" not in s)
            if "four metres" in card(seen):
                break
            terminal.press("Escape")
            terminal.wait_gone("Esc close")
        screens = [terminal.wait("differs · ")]
        terminal.press("G")
        terminal.read(0.3)
        screens.append(terminal.text)
        for group in ("differs · ", "the same · ", "the same in other units · ", "another occasion · "):
            assert any(group in screen for screen in screens), group
        terminal.press("Home", "Enter")
        terminal.wait_gone("Esc close")


def head(screen: str) -> str:
    """The headline in the reader."""
    return "\n".join(line[48:140] for line in screen.split("\n")[4:8])


def card(screen: str) -> str:
    """The first lines of the card over the desk."""
    return "\n".join(line for line in screen.split("\n") if "│" in line)[:400]
