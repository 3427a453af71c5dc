import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.configuring.toml import parse


def test_every_entry_has_the_line_it_begins_on() -> None:
    text = (
        "# A comment\n"
        'theme = "nord"\n'
        "\n"
        'citation = """\n'
        "{quote}\n"
        "[layout]\n"
        '"""\n'
        "[layout]\n"
        "measure = 80\n"
        "[keymap]\n"
        'row.open = "l"\n'
        '"hit.next" = "n"\n'
        "colours = [\n  1,\n  2,\n]\n"
        "inline = { one = 1 }\n"
    )
    parsed = parse(text)
    assert parsed.faults == []
    assert parsed.values["citation"] == "{quote}\n[layout]\n"
    assert parsed.lines == {
        "theme": 2,
        "citation": 4,
        "layout": 8,
        "layout.measure": 9,
        "keymap": 10,
        "keymap.row.open": 11,
        "keymap.hit.next": 12,
        "keymap.colours": 13,
        "keymap.inline.one": 17,
    }


@pytest.mark.parametrize(
    ("text", "line", "kept"),
    [
        ('theme = "nord"\nplain = yes\nx = 1\n', 2, {"theme": "nord"}),
        ("a = 1\na = 2\n", 2, {"a": 1}),
        ('a = 1\ncitation = """\n{quote}\n', 2, {"a": 1}),
        ("a = 1\nb = [\n 1,\n 2\nc = 3\n", 2, {"a": 1}),
        ("= 1\n", 1, {}),
        ("[layout]\nmeasure = 1\n[layout]\n", 3, {"layout.measure": 1}),
        ("a = " + "[" * 5000, 1, {}),
    ],
)
def test_what_is_not_toml_is_named_with_its_line_and_what_stands_above_holds(
    text: str, line: int, kept: dict[str, object]
) -> None:
    parsed = parse(text)
    assert [fault.line for fault in parsed.faults] == [line]
    assert "not TOML" in parsed.faults[0].message
    assert parsed.values == kept


@given(st.text(alphabet=st.sampled_from("ab=[]{}\"'\n#.1 \\,"), max_size=60))
def test_no_text_is_too_odd(text: str) -> None:
    parsed = parse(text)
    assert parsed.faults or set(parsed.values) <= {*parsed.lines, ""} | set(parsed.values)
