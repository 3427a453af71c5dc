"""What the reader decides about names holds at once, and goes on to hold."""

from collections.abc import Callable
from pathlib import Path

import pytest

from index.bookmarks import Bookmarks
from index.collection import Collection
from index.deciding import merged, parted, renamed, retyped, split
from models.annotation import Kind
from models.article import ArticleKey
from models.entity import Entity
from models.errors import MorgueError

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
