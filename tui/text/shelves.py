"""Kept quotes put on shelves: by story, speaker, outlet or date, or as the reader has ordered them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Literal, NamedTuple

from tui.text.dates import UNDATED, long_date

if TYPE_CHECKING:
    from typing_extensions import TypeIs

    from models.bookmark import Bookmark, Entry, Orphan

Way = Literal["order", "story", "speaker", "outlet", "date"]

WAYS: dict[Way, str] = {
    "order": "in your order",
    "story": "by story",
    "speaker": "by speaker",
    "outlet": "by outlet",
    "date": "by date",
}
"""The ways to look at what was kept, in the order in which a key goes through them, each in words."""

MISSED = "No longer where they were"

_NOTHING: dict[Way, str] = {
    "story": "Without a tag",
    "speaker": "No speaker",
    "outlet": "Outlet unknown",
    "date": UNDATED.capitalize(),
}


class Standing(NamedTuple):
    """How the reader looks at the bookmarks, to be found so again."""

    way: Way = "order"
    everywhere: bool = False
    """Whether those of all folders are shown."""
    entry: tuple[Literal["quote", "heading"], int] | None = None
    """What the cursor is on, by its id; None for the head of a shelf."""
    row: int = 0


class Item(NamedTuple):
    """A row of the bookmarks: the head of a shelf, or a quote or heading that stands on it."""

    shelf: str
    """Empty in the reader's own order."""
    entry: Entry | None = None
    """None for the shelf's head."""
    quotes: int = 0
    """How many stand on the shelf, or under the heading."""
    orphan: Orphan | None = None
    first_of_article: bool = False
    """Whether the quote above is another article's, so that this one says where it is from."""


def name_of(entry: Entry) -> tuple[Literal["quote", "heading"], int]:
    """What tells an entry from all others."""
    return "quote" if is_bookmark(entry) else "heading", entry.id


def is_bookmark(entry: Entry | None) -> TypeIs[Bookmark]:
    """Whether an entry is a kept quote and no heading."""
    return entry is not None and hasattr(entry, "anchor")


def shelve(
    entries: Sequence[Entry],
    orphans: Mapping[int, Orphan],
    way: Way,
    speakers: Mapping[int, str] | None = None,
) -> list[Item]:
    """Put quotes on shelves, those first whose words are gone and that were not left so.

    Args:
        entries: Quotes and headings in the reader's order; the headings are left out where they are not asked for.
        orphans: Bookmark to what became of its words.
        way: What makes a shelf.
        speakers: Bookmark to what the collection calls its speaker; the others stand by the name they were kept with.
    """

    def missed(entry: Entry) -> bool:
        return is_bookmark(entry) and entry.id in orphans and not orphans[entry.id].left

    lost = [entry for entry in entries if missed(entry)]
    rest = [entry for entry in entries if not missed(entry)]
    items = list(_shelf(MISSED, lost, orphans)) if lost else []
    if way == "order":
        # A second head, so that one sees where the missed ones end.
        head = [Item("Your order", None, sum(map(is_bookmark, rest)))] if lost and rest else []
        return [*items, *head, *_in_order(rest, orphans)]
    for name, held in _grouped(filter(is_bookmark, rest), way, speakers or {}):
        items += _shelf(name, held, orphans)
    return items


def _in_order(entries: Sequence[Entry], orphans: Mapping[int, Orphan]) -> Iterator[Item]:
    before: Entry | None = None
    for number, entry in enumerate(entries):
        if is_bookmark(entry):
            orphan = orphans.get(entry.id)
            yield Item("", entry, 1, orphan, first_of_article=not _same_article(before, entry))
        else:
            below = 0
            while number + below + 1 < len(entries) and is_bookmark(entries[number + below + 1]):
                below += 1
            yield Item("", entry, below)
        before = entry


def _shelf(name: str, held: Sequence[Entry], orphans: Mapping[int, Orphan]) -> Iterator[Item]:
    yield Item(name, None, len(held))
    before: Entry | None = None
    for entry in held:
        if is_bookmark(entry):
            orphan = orphans.get(entry.id)
            yield Item(name, entry, 1, orphan, first_of_article=not _same_article(before, entry))
        before = entry


def _same_article(before: Entry | None, now: Bookmark) -> bool:
    return is_bookmark(before) and (before.folder, before.path, before.part) == (
        now.folder,
        now.path,
        now.part,
    )


def _grouped(
    bookmarks: Iterable[Bookmark], way: Way, speakers: Mapping[int, str]
) -> list[tuple[str, list[Bookmark]]]:
    """Shelves with what is on them: the fullest first, days as they went; what has none of it last."""
    groups: dict[str, list[Bookmark]] = {}
    written: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for bookmark in bookmarks:
        known = speakers.get(bookmark.id) if way == "speaker" else None
        for name in [known] if known else _OF[way](bookmark) or ("",):
            key = _key(name, way)
            written[key][name] += 1
            groups.setdefault(key, []).append(bookmark)
    nothing = groups.pop("", [])
    if way == "date":
        shelves = [(long_date(day), groups[day]) for day in sorted(groups)]
    else:
        keys = sorted(groups, key=lambda key: (-len(groups[key]), key))
        names = {key: counts.most_common(1)[0][0] for key, counts in written.items()}
        shelves = [(f"#{names[key]}" if way == "story" else names[key], groups[key]) for key in keys]
    return [*shelves, (_NOTHING[way], nothing)] if nothing else shelves


def _key(name: str, way: Way) -> str:
    """The same for every way of writing a tag or name; people's with their accents or without, outlets' with "The"."""
    from index.outlets import same_for_all
    from index.words import fold

    match way:
        case "speaker":
            return fold(name)
        case "outlet":
            return same_for_all(name)
        case _:
            return name.casefold()


_OF: dict[Way, Callable[[Bookmark], Sequence[str]]] = {
    "story": lambda bookmark: bookmark.tags,
    "speaker": lambda bookmark: (bookmark.speaker,) if bookmark.speaker else (),
    "outlet": lambda bookmark: (bookmark.citation.outlet,) if bookmark.citation.outlet else (),
    "date": lambda bookmark: ((bookmark.citation.published or "")[:10],),
}


def matching(entries: Sequence[Entry], wanted: str) -> list[Entry]:
    """Those that hold every word somewhere: quote, speaker, note, source, or as "#tag"; headings by their words.

    Accents need not be typed: "solic" finds Šolić.
    """
    from index.words import fold

    words = fold(wanted).split()
    if not words:
        return list(entries)
    return [entry for entry in entries if (text := fold(_all_of(entry))) and all(w in text for w in words)]


def _all_of(entry: Entry) -> str:
    if not is_bookmark(entry):
        return entry.text
    citation = entry.citation
    parts = [
        entry.anchor.exact, entry.speaker, entry.note, citation.title, citation.outlet,
        *citation.authors, *(f"#{tag}" for tag in entry.tags),
    ]  # fmt: skip
    return "\n".join(part for part in parts if part)
