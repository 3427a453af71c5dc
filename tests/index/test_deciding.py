"""What the reader decides about names holds at once, and goes on to hold."""

import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from index.bookmarks import Bookmarks
from index.collection import Collection
from index.deciding import merged, never, parted, renamed, retyped, split
from index.refreshing import refresh
from models.entity import Entity
from models.errors import MorgueError
from models.key import ArticleKey
from models.kind import Kind

Indexed = Callable[[dict[str, str]], Path]

KERN = "Gate jams\n\nThe water minister, Davor Kern, said the gate had jammed. Mr Kern left at noon.\n"
VELL = "Recipes\n\nA soup of nettles, said Mara Vell, needs an egg. Ms Vell eats one a day.\n"


@pytest.fixture
def folder(indexed: Indexed) -> Path:
    return indexed({"a.txt": KERN, "b.txt": VELL, "c.txt": KERN.replace("noon", "nine")})


@pytest.fixture
def collection(folder: Path) -> Collection:
    return Collection.open(folder)


def named(collection: Collection, path: str, text: str) -> Entity:
    article = collection.article(ArticleKey(path))
    (identity,) = {m.entity for m in article.annotations.mentions if m.text == text}
    assert identity is not None
    found = collection.entity(identity)
    assert found is not None
    return found


def test_a_card_counts_what_the_collection_knows(collection: Collection) -> None:
    card = collection.card(named(collection, "a.txt", "Davor Kern").id)
    assert card is not None
    assert (card.entity.name, card.mentions, card.undated, card.months) == ("Davor Kern", 4, 4, ())
    assert card.entity.names == ("PERSON:Davor Kern",)
    assert [(o.outlet, o.articles) for o in card.outlets] == [(None, 2)]
    assert [s.path for s in card.said] == ["a.txt"] or card.said == ()
    assert collection.card("person/nobody") is None


def test_two_are_one_at_once_and_undone(folder: Path, collection: Collection) -> None:
    kern, vell = named(collection, "a.txt", "Davor Kern"), named(collection, "b.txt", "Mara Vell")
    with Bookmarks.open() as bookmarks:
        bookmarks.decide(folder, [merged(vell, kern)])
        assert collection.heed()
        assert not collection.heed()
        both = named(collection, "b.txt", "Vell")
        assert both.id == named(collection, "c.txt", "Kern").id
        assert {"you said that it is Mara Vell", "you said that it is Davor Kern"} & {
            alias.reason for alias in both.aliases
        }
        assert {hit.path for hit in collection.search("person:vell").hits} == {"a.txt", "b.txt", "c.txt"}
        card = collection.card(both.id)
        assert card is not None
        assert [one.words for one in card.decisions] == ["“Mara Vell” and “Davor Kern” are one"]
        assert collection.decisions() == (merged(vell, kern),)
        bookmarks.undo()
        assert collection.heed()
        assert named(collection, "b.txt", "Vell").name == "Mara Vell"
        assert {hit.path for hit in collection.search("person:vell").hits} == {"b.txt"}


def test_it_is_shown_and_kept_as_the_reader_says(folder: Path, collection: Collection) -> None:
    kern = named(collection, "a.txt", "Davor Kern")
    with Bookmarks.open() as bookmarks:
        bookmarks.decide(folder, [renamed(kern, " Minister  Kern "), retyped(kern, Kind.ORG)])
    collection.heed()
    entity = named(collection, "a.txt", "Kern")
    assert (entity.name, entity.kind) == ("Minister Kern", Kind.ORG)


def test_what_was_decided_is_put_in_names(collection: Collection) -> None:
    kern, vell = named(collection, "a.txt", "Davor Kern"), named(collection, "b.txt", "Mara Vell")
    assert parted(kern, vell).words == "“Davor Kern” is not “Mara Vell”"
    alias = next(alias for alias in kern.aliases if alias.text == "Kern")
    assert split(kern, alias).names == ("PERSON:Kern",)
    with pytest.raises(MorgueError):
        renamed(kern, "  ")
    with pytest.raises(MorgueError):
        split(kern, kern.aliases[0])


def paths(collection: Collection, query: str) -> set[str]:
    return {hit.path for hit in collection.search(query).hits}


def lights(collection: Collection, path: str) -> list[str]:
    return [m.text for m in collection.article(ArticleKey(path)).annotations.mentions]


def test_a_form_that_an_article_took_for_a_name_stands_apart_at_once(
    folder: Path, collection: Collection
) -> None:
    before = named(collection, "a.txt", "Davor Kern")
    alias = next(alias for alias in before.aliases if alias.text == "Kern")
    with Bookmarks.open() as bookmarks:
        bookmarks.decide(folder, [split(before, alias)])
        collection.heed()
        full, short = named(collection, "a.txt", "Davor Kern"), named(collection, "a.txt", "Kern")
        assert (full.id, full.names) == (before.id, ("PERSON:Davor Kern",))
        assert (short.names, short.articles) == (("PERSON:Kern",), 2)
        assert [place.text for place in collection.mentions(short.id)] == ["Kern", "Kern"]
        assert [place.text for place in collection.mentions(full.id)] == ["Davor Kern", "Davor Kern"]
        assert paths(collection, 'person:"kern"') == {"a.txt", "c.txt"}
        card = collection.card(short.id)
        assert card is not None
        assert [one.words for one in card.decisions] == ["“Kern” is not “Davor Kern”"]
        # One joins them again, which takes the other decision back.
        bookmarks.decide(folder, [merged(short, full)])
        collection.heed()
        assert named(collection, "a.txt", "Kern").id == before.id
        bookmarks.undo()
        bookmarks.undo()
        collection.heed()
        assert named(collection, "a.txt", "Kern") == before


def test_search_finds_only_what_counts_for_a_name(indexed: Indexed) -> None:
    folder = indexed(
        {
            "a.txt": "Gate jams\n\nThe water minister, Davor Kern, said the gate had jammed.\n\nMr Kern left.\n",
            "b.txt": "Gate\n\nThe minister Davor Kern spoke.\n",
        }
    )
    collection = Collection.open(folder)
    full = named(collection, "a.txt", "Davor Kern")
    with Bookmarks.open() as bookmarks:
        bookmarks.decide(folder, [split(full, next(a for a in full.aliases if a.text == "Kern"))])
        collection.heed()
        found = [(h.path, h.passage) for h in collection.search('person:"davor kern"').hits]
        assert sorted(found) == [("a.txt", 1), ("b.txt", 1)]
        assert [(h.path, h.passage) for h in collection.search('person:"kern"').hits] == [("a.txt", 2)]
        facets = {one.name: one.articles for one in collection.facets("", names=True).names}
        assert (facets["Davor Kern"], facets["Kern"]) == (2, 1)
        bookmarks.decide(folder, [never("Davor Kern")])
        collection.heed()
        assert "Davor Kern" not in {one.name for one in collection.facets("", names=True).names}


def test_what_is_never_a_name_shows_nowhere_and_comes_back(folder: Path, collection: Collection) -> None:
    kern = named(collection, "a.txt", "Davor Kern")
    with Bookmarks.open() as bookmarks:
        bookmarks.decide(folder, [never("Kern")])
        collection.heed()
        assert [text for text in lights(collection, "a.txt") if "Kern" in text] == ["Davor Kern"]
        bookmarks.decide(folder, [never("Davor Kern")])
        collection.heed()
        assert not any("Kern" in text for text in lights(collection, "a.txt"))
        assert collection.entity(kern.id) is None
        assert paths(collection, "person:kern") == paths(collection, "said:kern") == set()
        article = collection.article(ArticleKey("a.txt"))
        assert kern.id not in {quotation.entity for quotation in article.annotations.quotations}
        bookmarks.undo()
        bookmarks.undo()
        collection.heed()
        assert named(collection, "a.txt", "Kern") == kern
        assert paths(collection, "person:kern") == {"a.txt", "c.txt"}


def test_what_is_decided_holds_for_articles_that_come_later(folder: Path, indexed: Indexed) -> None:
    with Bookmarks.open() as bookmarks:
        bookmarks.decide(folder, [never("Mara Vell"), never("Vell")])
    indexed({"d.txt": VELL.replace("egg", "onion"), "e.txt": KERN.replace("noon", "ten")})
    collection = Collection.open(folder)
    assert not any("Vell" in text for text in lights(collection, "d.txt"))
    assert paths(collection, "person:vell") == set()
    assert paths(collection, "person:kern") == {"a.txt", "c.txt", "e.txt"}


def test_a_rebuilt_index_hears_what_was_decided(folder: Path, collection: Collection) -> None:
    kern, vell = named(collection, "a.txt", "Davor Kern"), named(collection, "b.txt", "Mara Vell")
    with Bookmarks.open() as bookmarks:
        bookmarks.decide(folder, [merged(vell, kern)])
    collection.close()
    refresh(folder, lambda _: None, threading.Event(), rebuild=True)
    again = Collection.open(folder)
    assert named(again, "b.txt", "Vell").id == named(again, "a.txt", "Kern").id


def test_another_session_sees_it_when_it_looks(folder: Path, collection: Collection) -> None:
    other = Collection.open(folder)
    kern, vell = named(collection, "a.txt", "Davor Kern"), named(collection, "b.txt", "Mara Vell")
    with Bookmarks.open() as bookmarks:
        bookmarks.decide(folder, [merged(vell, kern)])
    collection.heed()
    assert other.reload()
    assert named(other, "b.txt", "Vell").id == kern.id or named(other, "a.txt", "Kern").id == vell.id


def test_names_are_found_by_part_of_a_word_those_in_the_most_articles_first(
    folder: Path, collection: Collection
) -> None:
    assert [entity.name for entity in collection.names_like("dav")] == ["Davor Kern"]
    assert [entity.name for entity in collection.names_like("kern dav")] == ["Davor Kern"]
    assert collection.names_like("") == collection.names_like("nobody") == ()
    everyone = [entity.name for entity in collection.names_like("k")] + [
        entity.name for entity in collection.names_like("v")
    ]
    assert everyone[0] == "Davor Kern"
    assert "Mara Vell" in everyone
    with Bookmarks.open() as bookmarks:
        kern = named(collection, "a.txt", "Davor Kern")
        bookmarks.decide(folder, [renamed(kern, "The Minister")])
    collection.heed()
    assert [entity.name for entity in collection.names_like("minis")] == ["The Minister"]
    assert len(collection.names_like("v", limit=1)) <= 1


def test_an_entity_is_found_again_by_the_names_that_stand_for_it(
    folder: Path, collection: Collection
) -> None:
    kern, vell = named(collection, "a.txt", "Davor Kern"), named(collection, "b.txt", "Mara Vell")
    assert collection.entity_named(("PERSON:Nobody", *kern.names)) == kern
    assert collection.entity_named(("PERSON:Nobody",)) is None
    with Bookmarks.open() as bookmarks:
        bookmarks.decide(folder, [merged(vell, kern)])
    collection.heed()
    both = collection.entity_named(kern.names)
    assert both is not None
    assert both == collection.entity_named(vell.names)


def test_what_is_decided_holds_in_headlines_too(indexed: Indexed) -> None:
    folder = indexed({"a.txt": KERN.replace("Gate jams", "Kern: gate jammed"), "b.txt": VELL})
    collection = Collection.open(folder)
    with Bookmarks.open() as bookmarks:
        bookmarks.decide(folder, [never("Kern")])
        assert collection.heed()
        assert collection.article(ArticleKey("a.txt")).annotations.title_mentions == ()
        assert 0 not in {hit.passage for hit in collection.search("person:kern").hits}
        bookmarks.undo()
        assert collection.heed()
    [mention] = collection.article(ArticleKey("a.txt")).annotations.title_mentions
    assert mention.entity == named(collection, "a.txt", "Davor Kern").id
