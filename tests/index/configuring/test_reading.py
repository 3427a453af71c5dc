import os
from dataclasses import fields
from pathlib import Path

import pytest

from index.configuring import choose_theme, chosen_theme, config_file, day_first, read_config
from index.configuring.example import example
from models.config import ENTRIES, Config


def put(text: str | bytes) -> None:
    place = config_file()
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(text.encode() if isinstance(text, str) else text)


def test_the_file_is_in_the_home_that_is_named(own_home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert config_file() == own_home / "config.toml"
    monkeypatch.delenv("MORGUE_HOME")
    assert config_file().name == "config.toml"
    assert config_file().parent != own_home


def test_without_a_file_the_defaults_hold() -> None:
    reading = read_config()
    assert (reading.found, reading.config, reading.faults) == (False, Config(), ())


def test_every_entry_can_be_set() -> None:
    put(
        'theme = "nord"\nplain = true\ndate-order = "dmy"\ncitation = "line"\n[layout]\nmeasure = 60\n'
        'results = 30\nrelated = 20\nside-pane = false\n[keymap]\nrow.open = "l"\n"search" = "ctrl+s"\n'
    )
    reading = read_config()
    assert reading.faults == ()
    assert reading.config == Config(
        "nord", True, "dmy", "line", 60, 30, 20, False, {"row.open": "l", "search": "ctrl+s"}
    )
    assert reading.lines["layout.results"] == 7
    assert len(ENTRIES) + 1 == len(fields(Config))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("plain = 1", "Line 1: `plain` takes true or false, not 1."),
        ("\ntheme = true", "Line 2: `theme` takes a text in quotation marks, not true."),
        (
            "[layout]\nmeasure = true",
            "Line 2: `layout.measure` takes a whole number from 30 to 200, not true.",
        ),
        ("[layout]\nmeasure = 7", "Line 2: `layout.measure` takes a whole number from 30 to 200, not 7."),
        ('date-order = "ymd"', 'Line 1: `date-order` takes "guess", "dmy" or "mdy", not "ymd".'),
        ('colour = "red"', "Line 1: There is no entry `colour`."),
        ('them = "nord"', "Line 1: There is no entry `them`. Did you mean `theme`?"),
        (
            "[layout]\nmesure = 70",
            "Line 2: There is no entry `layout.mesure`. Did you mean `layout.measure`?",
        ),
        ("layout = 3", "Line 1: `layout` is a table: write [layout] and its entries below."),
        ("[keymap]\nsearch = 3", "Line 2: `search` takes keys in quotation marks, not 3."),
        ("theme.dark = 1", "Line 1: There is no entry `theme.dark`."),
    ],
)
def test_what_is_wrong_is_named_with_its_line_and_the_rest_holds(text: str, said: str) -> None:
    put(f"{text}\n")
    reading = read_config()
    assert [str(fault) for fault in reading.faults] == [said]
    assert reading.config == Config()


def test_what_is_right_holds_beside_what_is_wrong() -> None:
    put('plain = "yes"\ndate-order = "mdy"\n[layout]\nmeasure = 999\nresults = 33\n')
    reading = read_config()
    assert [fault.line for fault in reading.faults] == [1, 4]
    assert (reading.config.date_order, reading.config.results, reading.config.measure) == ("mdy", 33, 76)


def test_a_file_that_is_no_text_is_said_to_be_none() -> None:
    put(b'theme = "nord"\n\xff\xfe')
    (fault,) = read_config().faults
    assert (fault.line, fault.message) == (2, "The file is not UTF-8 text.")
    put(b"#" * 300_000)
    assert "too large" in str(read_config().faults[0])


def test_a_folder_in_the_place_of_the_file_is_told() -> None:
    config_file().mkdir(parents=True)
    (fault,) = read_config().faults
    assert "cannot be read" in fault.message


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_told() -> None:
    put("plain = true")
    config_file().chmod(0)
    assert "cannot be read" in str(read_config().faults[0])


def test_a_mark_of_byte_order_and_windows_lines_do_no_harm() -> None:
    put(b'\xef\xbb\xbftheme = "nord"\r\nplain = true\r\n')
    reading = read_config()
    assert (reading.config.theme, reading.config.plain, reading.lines["plain"]) == ("nord", True, 2)


def test_the_example_changes_nothing_and_holds_everything() -> None:
    text = example([("row.open", "enter", "Open it"), ("search", "/", "Search")])
    put(text)
    assert read_config().config == Config()
    assert read_config().faults == ()
    # Without the signs of its comments it says what holds anyway.
    put(
        "\n".join(
            line[1:] if line.startswith("#") and line[1:2].strip() else line for line in text.split("\n")
        )
    )
    reading = read_config()
    assert reading.faults == ()
    assert reading.config == Config(keymap={"row.open": "enter", "search": "/"})


@pytest.mark.parametrize(("order", "first"), [("guess", None), ("dmy", True), ("mdy", False)])
def test_the_order_of_day_and_month(order: str, *, first: bool | None) -> None:
    put(f'date-order = "{order}"')
    assert day_first() is first


def test_a_chosen_theme_holds_until_the_file_says_something_else() -> None:
    assert chosen_theme(None) is None
    choose_theme("nord", None)
    assert chosen_theme(None) == "nord"
    assert chosen_theme("dracula") is None
    choose_theme("gruvbox", "dracula")
    assert (chosen_theme("dracula"), chosen_theme("nord")) == ("gruvbox", None)


def test_a_damaged_choice_is_none(own_home: Path) -> None:
    for content in (b"\xff", b"[]", b'{"theme": 3, "instead_of": null}'):
        (own_home / "theme.json").write_bytes(content)
        assert chosen_theme(None) is None
