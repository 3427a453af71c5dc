from models.bookmark import Anchor, Bookmark, Citation, Entry, Heading, Orphan
from tui.text.shelves import Item, Way, is_bookmark, matching, shelve


def kept(number: int, words: str = "Nobody sails", **given: object) -> Bookmark:
    values: dict[str, object] = {
        "id": number,
        "folder": "/clippings",
        "path": f"{number}.txt",
        "part": 0,
        "anchor": Anchor(exact=words, prefix="", suffix="", start=0, end=len(words), passage=1),
        "created": "2031-04-01T10:00:00Z",
        "changed": "2031-04-01T10:00:00Z",
    }
    return Bookmark.model_validate(values | given)


def heading(number: int, text: str) -> Heading:
    return Heading(id=number, folder="/clippings", text=text)


def told(items: list[Item]) -> list[object]:
    """Shelves and headings with their counts, quotes by their numbers."""
    found: list[object] = []
    for item in items:
        entry = item.entry
        if entry is None:
            found.append((item.shelf, item.quotes))
        elif is_bookmark(entry):
            found.append(entry.id)
        else:
            found.append((f"# {entry.text}", item.quotes))
    return found


def test_in_ones_own_order_headings_count_what_stands_below_them() -> None:
    entries: list[Entry] = [kept(1), heading(1, "Why"), kept(2), kept(3), heading(2, "How")]
    assert told(shelve(entries, {}, "order")) == [1, ("# Why", 2), 2, 3, ("# How", 0)]


def test_a_quote_stands_on_the_shelf_of_each_of_its_tags_however_these_are_written() -> None:
    entries: list[Entry] = [
        kept(1, tags=("Strike",)),
        kept(2, tags=("strike", "ports")),
        kept(3),
        heading(1, "Why"),
    ]
    assert told(shelve(entries, {}, "story")) == [
        ("#Strike", 2), 1, 2, ("#ports", 1), 2, ("Without a tag", 1), 3,
    ]  # fmt: skip


def test_shelves_by_speaker_outlet_and_day() -> None:
    entries: list[Entry] = [
        kept(1, speaker="Ida Marsh", citation=Citation(outlet="The Quay", published="2031-03-02T08:15")),
        kept(2, citation=Citation(published="2031-03-01")),
        kept(3, speaker="Ida Marsh", citation=Citation(outlet="The Quay", published="2031-03-02")),
    ]
    ways: dict[Way, list[object]] = {
        "speaker": [("Ida Marsh", 2), 1, 3, ("No speaker", 1), 2],
        "outlet": [("The Quay", 2), 1, 3, ("Outlet unknown", 1), 2],
        "date": [("1 March 2031", 1), 2, ("2 March 2031", 2), 1, 3],
    }
    for way, expected in ways.items():
        assert told(shelve(entries, {}, way)) == expected


def test_a_speaker_has_one_shelf_whatever_the_accents_or_the_name_kept() -> None:
    entries: list[Entry] = [
        kept(1, speaker="Rui Šolić"),
        kept(2, speaker="Rui Solic"),
        kept(3, speaker="Solic"),
    ]
    assert told(shelve(entries, {}, "speaker")) == [("Rui Šolić", 2), 1, 2, ("Solic", 1), 3]
    known = {3: "Rui Šolić"}
    assert told(shelve(entries, {}, "speaker", known)) == [("Rui Šolić", 3), 1, 2, 3]


def test_an_outlet_has_one_shelf_by_the_name_it_is_kept_with_most() -> None:
    outlets = ("The Quay", "Quay", "Quay", "Quay Weekly")
    entries: list[Entry] = [
        kept(number, citation=Citation(outlet=outlet)) for number, outlet in enumerate(outlets, start=1)
    ]
    assert told(shelve(entries, {}, "outlet")) == [("Quay", 3), 1, 2, 3, ("Quay Weekly", 1), 4]


def test_what_is_missed_comes_first_unless_it_was_left() -> None:
    entries: list[Entry] = [kept(1), kept(2), kept(3)]
    orphans = {2: Orphan(bookmark=2, why="gone"), 3: Orphan(bookmark=3, why="changed", left=True)}
    items = shelve(entries, orphans, "order")
    assert told(items) == [("No longer where they were", 1), 2, ("Your order", 2), 1, 3]
    assert items[1].orphan == orphans[2]
    assert items[-1].orphan == orphans[3]
    assert told(shelve([kept(2)], orphans, "order")) == [("No longer where they were", 1), 2]


def test_the_first_quote_of_an_article_says_where_it_is_from() -> None:
    entries: list[Entry] = [kept(1), kept(2, path="1.txt"), kept(3), heading(1, "Why"), kept(4, path="3.txt")]
    assert [i.first_of_article for i in shelve(entries, {}, "order") if is_bookmark(i.entry)] == [
        True, False, True, True,
    ]  # fmt: skip


def test_all_words_are_looked_for_everywhere() -> None:
    entries: list[Entry] = [
        kept(1, tags=("ports",), note="Ask the master", speaker="Ida Maršová"),
        kept(2, citation=Citation(title="Dockers walk out", outlet="The Quay", authors=("Rui Bell",))),
        heading(3, "What the master said"),
    ]
    for wanted, ids in (
        ("", [1, 2, 3]), ("master", [1, 3]), ("MARSOV ask", [1]), ("maršo", [1]), ("#ports", [1]),
        ("bell quay", [2]), ("x", []),
    ):  # fmt: skip
        assert [entry.id for entry in matching(entries, wanted)] == ids
