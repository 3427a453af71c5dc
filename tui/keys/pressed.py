"""The names of keys: how a person writes them, which of them a terminal sends, and what a text field wants."""

from tui.keys.key import SHOWN

_NAMED = {
    "up", "down", "left", "right", "home", "end", "pageup", "pagedown", "insert", "delete",
    "enter", "escape", "tab", "space", "backspace", *(f"f{number}" for number in range(1, 25)),
}  # fmt: skip
_MODIFIERS = {"ctrl", "alt", "shift"}
_ALSO = {
    "esc": "escape", "return": "enter", "del": "delete", "ins": "insert", "pgup": "pageup", "pgdn": "pagedown",
    "pgdown": "pagedown", "⇧tab": "shift+tab", **{shown.lower(): key for key, shown in SHOWN.items()},
}  # fmt: skip
"""Other spellings, those of the help screen among them."""
_ARRIVE_AS = {
    "ctrl+i": "tab", "ctrl+m": "enter", "ctrl+h": "backspace", "ctrl+[": "escape",
}  # fmt: skip
"""What most terminals send for some keys: the same as for others."""
_TAKEN = {"ctrl+c": "copies or interrupts", "ctrl+z": "sends Morgue to the background", "ctrl+q": "quits"}
_CONTROL_MARKS = {"\\": "backslash", "]": "right_square_bracket", "^": "circumflex_accent", "_": "underscore"}
"""The characters beside letters that a terminal has a control key for, as Textual names them there."""


class NoSuchKey(ValueError):
    """What was written is no key, or none that can be used; the message says why, as a sentence."""


def key_named(written: str) -> str:
    """The key that a person means by "j", "Esc", "ctrl+s", "^s" or "question_mark".

    Raises:
        NoSuchKey: No terminal sends it, or it means something else already.
    """
    if len(written) == 1:
        if not written.isprintable() or written.isspace():
            raise NoSuchKey("A control character is no name of a key.")
        return written
    spelled = written.lower()
    if spelled.startswith("^") and len(spelled) == 2:
        spelled = f"ctrl+{spelled[1]}"
    spelled = _ALSO.get(spelled, spelled)
    *modifiers, base = spelled.split("+")
    base = _character(_ALSO.get(base, base))
    key = "+".join([*sorted(modifiers), base])
    if key in _TAKEN:
        raise NoSuchKey(f"`{key}` {_TAKEN[key]}.")
    if key in _ARRIVE_AS:
        arrives = _ARRIVE_AS[key]
        raise NoSuchKey(f"Most terminals send `{key}` as {SHOWN[arrives]}.")
    if modifiers == ["shift"] and len(base) == 1 and base.isalpha():
        raise NoSuchKey(f"`{written}` is written `{base.upper()}`.")
    if set(modifiers) - _MODIFIERS or not _is_sent(modifiers, base):
        raise NoSuchKey(f"There is no key `{written}`.{_like(written)}")
    if modifiers and base in _CONTROL_MARKS:
        return key.removesuffix(base) + _CONTROL_MARKS[base]
    return key


def _is_sent(modifiers: list[str], base: str) -> bool:
    if base in _NAMED:
        return True
    if not modifiers:
        return len(base) == 1
    letter = len(base) == 1 and base.isascii() and base.isalpha()
    return letter or (modifiers == ["ctrl"] and base in _CONTROL_MARKS)


def _character(name: str) -> str:
    """The character of a name such as "question_mark"; the name itself where it is none."""
    if name in _NAMED or len(name) == 1:
        return name
    from textual.keys import key_to_character

    character = key_to_character(name)
    return character if character is not None and character.isprintable() else name


def _like(written: str) -> str:
    from index.configuring.nearest import did_you_mean

    return did_you_mean(written.lower(), [*_NAMED, *_ALSO])


def as_sent(key: str) -> str:
    """The name by which Textual knows a key: "question_mark" for "?"."""
    from textual.binding import Binding, BindingsMap

    # Keys are separated by commas there.
    return "comma" if key == "," else next(iter(BindingsMap([Binding(key, "", "")]).key_to_bindings))
