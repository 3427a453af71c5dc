"""A wire story in three outlets: folded in the results, and what each outlet changed."""

from pathlib import Path

import pytest

from tests.e2e.terminal import Terminal


@pytest.mark.parametrize("size", [(80, 24), (140, 45)])
def test_a_wire_story_is_folded_and_two_keys_show_what_an_outlet_changed(
    demo_home: Path, size: tuple[int, int]
) -> None:
    columns, rows = size
    with Terminal("demo", columns=columns, rows=rows, home=demo_home) as terminal:
        terminal.wait("31 articles")
        terminal.type("/brass band")
        terminal.wait(lambda s: "/ brass band" in s and "copies 2" in s)
        terminal.press("Escape")
        terminal.wait("s sort")
        terminal.press("x", "=")
        parts = ("What Harnova Evening Post changed", "[-Some-]", "[+About+]", "copy 1 of 2")
        screen = terminal.wait(lambda s: all(part in s for part in parts))
        assert all(len(line) <= columns for line in screen.split("\n"))
        terminal.press("=")
        terminal.wait("What Radio Selvany changed")
        terminal.press("G")
        terminal.wait(lambda s: "[-percent-]" in s and "[+per cent+]" in s)
        terminal.press("Enter")
        terminal.wait(lambda s: "Trade between the two has fallen by 12 per cent" in s and '" quote' in s)
        terminal.press("[")
        terminal.quit()


def test_one_key_goes_to_where_a_passage_first_appeared(demo_home: Path) -> None:
    with Terminal("demo", columns=80, rows=24, home=demo_home) as terminal:
        terminal.wait("31 articles")
        terminal.type("/brass band")
        terminal.wait(lambda s: "/ brass band" in s and "copies 2" in s)
        terminal.press("Enter")
        terminal.wait("4/8")
        terminal.press("k", "O")
        said = "Earliest known: The Velmar Courier, 28 Jul 2021; 1 undated too"
        terminal.wait(lambda s: said in s and "with our neighbours or without them" in s)
        terminal.press("O")
        terminal.wait("This is the earliest known")
        terminal.press("[")
        terminal.wait("3/8")
        terminal.quit()
