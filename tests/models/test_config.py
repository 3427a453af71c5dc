from dataclasses import fields

from models.config import ENTRIES, Config, Fault


def test_every_value_has_an_entry_and_every_entry_a_value() -> None:
    assert {entry.field for entry in ENTRIES.values()} | {"keymap"} == {
        field.name for field in fields(Config)
    }


def test_every_default_is_allowed() -> None:
    for entry in ENTRIES.values():
        assert not entry.choices or entry.default in entry.choices
        if isinstance(entry.default, int) and not isinstance(entry.default, bool):
            assert entry.least <= entry.default <= entry.most


def test_what_an_entry_takes_is_said_in_words() -> None:
    assert ENTRIES["date-order"].allowed == '"guess", "dmy" or "mdy"'
    assert ENTRIES["plain"].allowed == "true or false"
    assert ENTRIES["layout.measure"].allowed == "a whole number from 30 to 200"


def test_a_fault_names_its_line() -> None:
    assert str(Fault("It is wrong.", 3)) == "Line 3: It is wrong."
    assert str(Fault("It is no file.")) == "It is no file."
