"""Every key of the explorer, in one place: bindings, footer, help screen and palette are made from it."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from textual.binding import Binding


class Group(StrEnum):
    """Where a key applies. The value is the heading that the help screen shows."""

    ANYWHERE = "Anywhere"
    QUERY = "In the search line"
    SCROLLING = "Everything that scrolls"
    LISTS = "Lists"
    ARTICLE = "In the article"
    FACETS = "Outlets, months and names"
    NAMES = "The card of a name"
    CARDS = "Ledgers and appearances"
    BOOKMARKS = "Bookmarks"
    CHANGES = "What an outlet changed"


@dataclass(frozen=True)
class Key:
    """One intent of the reader, the keys that mean it, and how it is explained."""

    id: str
    """Unique, and stable: a keymap names it."""
    keys: tuple[str, ...]
    """Textual's names of the keys; the first is the one that is shown."""
    action: str
    tooltip: str
    """What it does, as a short sentence without a full stop."""
    group: Group
    hint: str = ""
    """Its word in the footer; empty where the footer leaves it out."""
    twin: str = ""
    """The id of the key that goes the other way, shown beside this one in the footer."""
    priority: bool = False
    """Taken before the focused widget sees it, so that keys typed right after it go where it leads."""
    command: bool = True
    """Offered by the command palette."""

    @property
    def shown(self) -> str:
        """The keys as a person reads them."""
        return " ".join(show(key) for key in self.keys)

    @property
    def typed(self) -> bool:
        """Whether one of the keys is a character, or the key that erases one, that a text field wants itself."""
        return any(len(key) == 1 or key in {"space", "backspace"} for key in self.keys)


_SHOWN = {
    "enter": "Enter", "escape": "Esc", "tab": "Tab", "shift+tab": "⇧Tab", "space": "Space",
    "backspace": "Backspace", "up": "↑", "down": "↓", "pageup": "PgUp", "pagedown": "PgDn",
    "home": "Home", "end": "End",
}  # fmt: skip


def show(key: str) -> str:
    """A key's name for a person: "ctrl+p" is "^p"."""
    return "^" + key[5:] if key.startswith("ctrl+") else _SHOWN.get(key, key)


_A, _Q, _S, _L, _T, _F, _N, _C, _B, _D = Group

KEYS: tuple[Key, ...] = (
    Key("search", ("/",), "search", "Search the collection", _A, hint="search", priority=True),
    Key("out", ("escape",), "step_out", "Step back out", _A, priority=True, command=False),
    Key(
        "pane.next", ("tab",), "pane(1)", "Go to the next pane", _A, hint="pane", priority=True, command=False
    ),
    Key(
        "pane.previous",
        ("shift+tab",),
        "pane(-1)",
        "Go to the previous pane",
        _A,
        priority=True,
        command=False,
    ),
    Key(
        "back",
        ("[", "backspace", "ctrl+o"),
        "travel(-1)",
        "Back to where you were",
        _A,
        hint="back",
        priority=True,
    ),
    Key("forward", ("]",), "travel(1)", "Forward again", _A, priority=True),
    Key("facets", ("F",), "facets", "Narrow the results to an outlet, a month or a name", _A, priority=True),
    Key("bookmarks", ("B",), "bookmarks", "Open your bookmarks", _A, priority=True),
    Key(
        "undo",
        ("u",),
        "undo",
        "Undo the last change to bookmarks, names, or an article's lines",
        _A,
        priority=True,
    ),
    Key("problems", ("!",), "problems", "List the files that could not be read", _A, priority=True),
    Key("help", ("?",), "help", "Show all keys", _A, hint="help", priority=True),
    Key("palette", (":", "ctrl+p"), "palette", "Find a command by name", _A, priority=True, command=False),
    Key("quit", ("q",), "quit", "Leave Morgue", _A, priority=True),
    Key(
        "query.open",
        ("enter",),
        "enter",
        "Open the selected result",
        _Q,
        hint="open",
        priority=True,
        command=False,
    ),
    Key(
        "query.next",
        ("down",),
        "choose(1)",
        "Select the next result",
        _Q,
        hint="choose",
        twin="query.previous",
        command=False,
    ),
    Key("query.previous", ("up",), "choose(-1)", "Select the previous result", _Q, command=False),
    Key(
        "query.suggestion",
        ("ctrl+y",),
        "accept_suggestion",
        "Search for what you probably meant",
        _Q,
        priority=True,
    ),
    Key("line.down", ("down",), "line(1)", "One line down; in a list, the next row", _S, command=False),
    Key("line.up", ("up",), "line(-1)", "One line up; in a list, the row before", _S, command=False),
    Key("page.down", ("pagedown", "space"), "page(1)", "One screen down", _S, command=False),
    Key("page.up", ("pageup",), "page(-1)", "One screen up", _S, command=False),
    Key("half.down", ("ctrl+d",), "half_page(1)", "Half a screen down", _S, command=False),
    Key("half.up", ("ctrl+u",), "half_page(-1)", "Half a screen up", _S, command=False),
    Key("top", ("g", "home"), "top", "To the beginning", _S, command=False),
    Key("bottom", ("G", "end"), "bottom", "To the end", _S, command=False),
    Key("row.next", ("j",), "line(1)", "Next row", _L, hint="move", twin="row.previous", command=False),
    Key("row.previous", ("k",), "line(-1)", "Row before", _L, command=False),
    Key(
        "row.open",
        ("enter",),
        "enter",
        "Open at the best passage",
        _L,
        hint="open",
        priority=True,
        command=False,
    ),
    Key("sort", ("s",), "sort", "Sort: by relevance, newest first, oldest first", _L, hint="sort"),
    Key(
        "copies",
        ("x",),
        "unfold",
        "Unfold the copies of an article below it; fold them again",
        _L,
        hint="copies",
    ),
    Key(
        "row.compare",
        ("=",),
        "compare",
        "Show what a copy changed; compare an article without copies with the open one",
        _L,
        hint="compare",
    ),
    Key("row.origin", ("O",), "row_origin", "Go to where its passage first appeared", _L),
    Key(
        "passage.next",
        ("j",),
        "passage(1)",
        "Next passage",
        _T,
        hint="passage",
        twin="passage.previous",
        command=False,
    ),
    Key("passage.previous", ("k",), "passage(-1)", "Passage before", _T, command=False),
    Key(
        "span.open",
        ("enter",),
        "open_focused",
        "Card of a name, ledger of a figure, appearances of a quotation; puts a left-out line back",
        _T,
        hint="open",
        command=False,
    ),
    Key("hit.next", ("n",), "step('hit',1)", "Next hit", _T, hint="hit", twin="hit.previous"),
    Key("hit.previous", ("N",), "step('hit',-1)", "Hit before", _T),
    Key("name.next", ("e",), "step('name',1)", "Next name", _T, hint="name"),
    Key("name.previous", ("E",), "step('name',-1)", "Name before", _T),
    Key("quotation.next", ('"',), "step('quotation',1)", "Next quotation", _T, hint="quote"),
    Key("figure.next", ("#",), "step('figure',1)", "Next figure", _T, hint="figure"),
    Key(
        "mention.next",
        ("m",),
        "mention(1)",
        "Next mention of the focused name, on into other articles",
        _T,
        hint="mention",
        twin="mention.previous",
    ),
    Key("mention.previous", ("M",), "mention(-1)", "Mention before", _T),
    Key(
        "compare",
        ("=",),
        "compare_open",
        "Show what it changed of its earliest copy; without copies, compare it with the one you came from",
        _T,
        hint="compare",
    ),
    Key(
        "origin",
        ("O",),
        "origin",
        "Go to where the focused quotation or figure, else the passage, first appeared",
        _T,
        hint="origin",
    ),
    Key(
        "related.open",
        tuple("123456789"),
        "related({n})",
        "Open related passage 1 to 9",
        _T,
        hint="related",
        command=False,
    ),
    Key("keep", ("b",), "keep", "Bookmark the focused quotation, else the passage", _T, hint="keep"),
    Key("kept.tags", ("t",), "tag_kept", "Tag what you bookmarked last", _T),
    Key("kept.note", ("i",), "note_kept", "Write a note on what you bookmarked last", _T),
    Key(
        "yank",
        ("y",),
        "yank",
        "Copy the focused quotation, else the passage, with its source",
        _T,
        hint="copy",
    ),
    Key("original", ("o",), "original", "Open the original page or file", _T),
    Key("dropped", ("D",), "dropped", "Show what cleaning left out, in place, with reasons", _T),
    Key("rule", ("x",), "rule", "Take the passage out of the article; put a left-out line back", _T),
    Key("unname", ("X",), "unname", "Say that the focused name is no name, wherever it stands", _T),
    Key("find", ("ctrl+f",), "find", "Find words in this article", _T, priority=True),
    Key(
        "facet.take",
        ("enter",),
        "take",
        "Narrow the results to it; after a minus, leave it out",
        _F,
        hint="narrow",
        command=False,
    ),
    Key(
        "facet.on",
        ("tab", "shift+tab"),
        "take_and_go_on",
        "Take what was typed for or moved to, and go to the next list",
        _F,
        hint="the next list",
        command=False,
    ),
    Key(
        "facet.next",
        ("down",),
        "choose(1)",
        "Next row",
        _F,
        hint="move",
        twin="facet.previous",
        command=False,
    ),
    Key("facet.previous", ("up",), "choose(-1)", "Row before", _F, command=False),
    Key("facet.page_down", ("pagedown",), "choose(10)", "Ten rows down", _F, command=False),
    Key("facet.page_up", ("pageup",), "choose(-10)", "Ten rows up", _F, command=False),
    Key("facet.erase", ("backspace",), "erase", "Erase a letter", _F, command=False),
    Key(
        "facet.close",
        ("escape",),
        "step_out",
        "Close, and leave the results as they are",
        _F,
        hint="close",
        command=False,
    ),
    Key(
        "name.go",
        ("enter",),
        "enter",
        "Go to the passage; open the card of the name",
        _N,
        hint="go there",
        priority=True,
        command=False,
    ),
    Key("name.accept", ("a",), "accept", "Accept the suggestion: the names are one", _N, hint="accept"),
    Key("name.reject", ("r",), "reject", "Reject the suggestion: they are not one", _N, hint="reject"),
    Key("name.split", ("s",), "split", "Split off the name under the cursor", _N, hint="split off"),
    Key("name.merge", ("=",), "merge", "Say which other name is the same", _N, hint="same as"),
    Key("name.rename", ("n",), "rename", "Show it by another name", _N, hint="rename"),
    Key("name.kind", ("c",), "retype", "Say what kind it is: person, organisation, place", _N, hint="kind"),
    Key("name.never", ("X",), "never", "Say that what is written so is no name", _N, hint="no name"),
    Key(
        "card.go", ("enter",), "enter", "Go to the passage", _C, hint="go there", priority=True, command=False
    ),
    Key("card.close", ("escape",), "step_out", "Close", _C, hint="close", priority=True, command=False),
    Key(
        "bookmark.open",
        ("enter",),
        "enter",
        "Open it in its article",
        _B,
        hint="open",
        priority=True,
        command=False,
    ),
    Key("bookmark.note", ("i",), "note", "Write a note", _B, hint="note"),
    Key("bookmark.tags", ("t",), "tags", "Change the tags", _B, hint="tags"),
    Key("bookmark.delete", ("d",), "delete", "Delete (u brings it back)", _B, hint="delete"),
    Key(
        "bookmark.write",
        ("w",),
        "write",
        "Write these bookmarks to a Markdown file",
        _B,
        hint="write Markdown",
    ),
    Key(
        "change.open",
        ("enter",),
        "enter",
        "Go to the passage in the article",
        _D,
        hint="go there",
        priority=True,
        command=False,
    ),
    Key("change.other", ("=",), "other", "Compare with the next copy", _D, hint="next copy", command=False),
)
"""In the order in which the help screen shows them."""

_BY_ID = {key.id: key for key in KEYS}


def in_group(group: Group) -> tuple[Key, ...]:
    """The keys of one group, in order."""
    return tuple(key for key in KEYS if key.group is group)


def named(*ids: str) -> tuple[Key, ...]:
    """Keys by id."""
    return tuple(_BY_ID[id_] for id_ in ids)


def bindings(*keys: Key) -> list[Binding]:
    """Textual bindings for keys. The digits of one key become one binding each, `{n}` in its action the digit."""
    return list(_bindings(keys))


def _bindings(keys: tuple[Key, ...]) -> Iterator[Binding]:
    for key in keys:
        if "{n}" in key.action:
            for digit in key.keys:
                yield _binding(key, digit, key.action.format(n=digit), f"{key.id}.{digit}")
        else:
            yield _binding(key, ",".join(key.keys), key.action, key.id)


def _binding(key: Key, keys: str, action: str, id_: str) -> Binding:
    return Binding(
        keys, action, key.tooltip, show=bool(key.hint), priority=key.priority, id=id_, tooltip=key.tooltip
    )


def hints(*keys: Key) -> list[tuple[str, str]]:
    """Pairs of keys and word for the footer, for those of the keys that have a hint."""
    return [(_hint_keys(key), key.hint) for key in keys if key.hint]


def _hint_keys(key: Key) -> str:
    if "{n}" in key.action:
        return f"{key.keys[0]}-{key.keys[-1]}"
    first = show(key.keys[0])
    return f"{first} {show(_BY_ID[key.twin].keys[0])}" if key.twin else first
