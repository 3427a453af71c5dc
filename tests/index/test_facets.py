from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from index.bookmarks import Bookmarks
from index.collection import Collection
from index.deciding import never, renamed, split
from index.query.narrowing import OUTLET_UNKNOWN, UNDATED, excluded, from_outlet, in_month, naming, narrowed
from models.search import Counted
from tests.clippings import clipping

note = partial(clipping, "Notes from the quay")


@pytest.fixture
def collection(indexed: Callable[[dict[str, str]], Path]) -> Collection:
    folder = indexed(
        {
            "a.md": note("The Herald", "2021-05-02", "The crane stood still.", "Nobody moved the crane."),
            "b.md": note("The Herald", "2021-07-01", "The crane was sold."),
            "c.md": note("The Herald Tribune", "2021-07-30", "A crane is a bird, too, and a rope is none."),
            "d.md": note("港口日报", "", "The rope held the crane."),
            "e.md": note("", "2020-01-05", "Rope was dear that winter."),
            "f.md": note("", "", "The last ferry left at nine."),
        }
    )
    return Collection.open(folder)


def test_articles_are_counted_not_passages(collection: Collection) -> None:
    facets = collection.facets("crane")
    assert facets.full
    assert facets.articles == 4
    assert facets.outlets == (
        Counted(name="The Herald", articles=2),
        Counted(name="The Herald Tribune", articles=1),
        Counted(name="港口日报", articles=1),
    )
    assert facets.months == (Counted(name="2021-05", articles=1), Counted(name="2021-07", articles=2))
    assert (facets.unknown, facets.undated) == (0, 1)


def test_an_empty_query_counts_everything_and_no_match_nothing(collection: Collection) -> None:
    everything = collection.facets("")
    assert (everything.articles, everything.unknown, everything.undated) == (6, 2, 2)
    assert everything.months[0] == Counted(name="2020-01", articles=1)
    nothing = collection.facets("submarine")
    assert (nothing.articles, nothing.outlets, nothing.months, nothing.undated) == (0, (), (), 0)


def test_articles_with_some_of_the_words_count_only_where_none_has_all(collection: Collection) -> None:
    both = collection.facets("rope crane")
    assert (both.full, both.articles) == (True, 2)
    some = collection.facets("rope ferry")
    assert (some.full, some.articles) == (False, 4)


def test_an_unfinished_word_counts_as_it_is_searched(collection: Collection) -> None:
    assert collection.facets("cran").articles == 0
    assert collection.facets("cran", typing=True).articles == 4


@pytest.mark.parametrize("query", ["", "crane", "rope", "crane OR ferry", "rope ferry"])
def test_each_count_is_what_the_restriction_finds(collection: Collection, query: str) -> None:
    """Also where the name of one outlet is part of another's, and where outlet or date is not stated."""

    def found(clause: str) -> int:
        answer = collection.search(narrowed(query, clause), group="article", typing=True)
        return answer.total or answer.partial

    facets = collection.facets(query, typing=True)
    for outlet in facets.outlets:
        clause = from_outlet(outlet.name)
        assert clause is not None
        assert found(clause) == outlet.articles, clause
        assert found(excluded(clause)) == facets.articles - outlet.articles
    for month in facets.months:
        assert found(in_month(month.name)) == month.articles
        assert found(excluded(in_month(month.name))) == facets.articles - month.articles
    assert found(OUTLET_UNKNOWN) == facets.unknown
    assert found(UNDATED) == facets.undated


def test_what_was_understood_names_the_restriction(collection: Collection) -> None:
    assert collection.search('outlet:"the herald" crane').understood == "crane · outlet is The Herald"
    assert collection.search("outlet:herald").understood == "outlet is one of The Herald, The Herald Tribune"
    assert collection.search("outlet:* date:*").understood == "outlet known · dated"
    understood = collection.search('-outlet:"the herald" -date:2021-07').understood
    assert understood == "outlet is not The Herald · not in July 2021"
    assert collection.search("-outlet:* -date:*").understood == "outlet unknown · undated"


def test_names_are_counted_where_a_search_for_them_too_would_find_them(
    indexed: Callable[[dict[str, str]], Path],
) -> None:
    folder = indexed(
        {
            "a.txt": "Gate jams\n\nThe water minister, Davor Kern, said the gate had jammed. Mr Kern left at noon.\n",
            "b.txt": "Gate opens\n\nDavor Kern came back to Norway.\n\nThe gate was open, said Mara Vell.\n",
            "c.txt": "Soup\n\nAn egg will do, said Mara Vell. Ms Vell eats one a day.\n",
        }
    )
    collection = Collection.open(folder)
    assert collection.facets("gate").names == ()
    found = collection.facets("gate", names=True)
    assert [(n.name, n.kind.value, n.articles) for n in found.names] == [
        ("Davor Kern", "PERSON", 1),
        ("Mara Vell", "PERSON", 1),
    ]
    assert not found.more_names
    everything = collection.facets("", names=True)
    for name in everything.names:
        clause = naming(name.name, name.kind)
        assert clause is not None
        assert collection.search(clause, group="article").total == name.articles
    assert collection.facets("submarine", names=True).names == ()


def test_a_name_in_quotes_means_who_has_just_that_name(indexed: Callable[[dict[str, str]], Path]) -> None:
    folder = indexed(
        {
            "a.txt": "Gate jams\n\nThe water minister, Davor Kern, said the gate had jammed. Mr Kern left at noon.\n",
            "b.txt": "Goats\n\n“I have two goats,” said Jelena Kern, a farmer. Ms Kern milks both.\n",
            "c.txt": "Gate opens\n\nDavor Kern Olm, an engineer, said that it opened.\n",
        }
    )
    collection = Collection.open(folder)

    def found(query: str) -> set[str]:
        return {hit.path for hit in collection.search(query).hits}

    assert found("person:kern") == {"a.txt", "b.txt", "c.txt"}
    assert found('person:"davor kern"') == {"a.txt"}
    assert found('person:"kern davor"') == {"a.txt", "c.txt"}
    assert found('said:"jelena kern"') == {"b.txt"}
    kern = next(n for n in collection.facets("", names=True).names if n.name == "Davor Kern")
    with Bookmarks.open() as bookmarks:
        entity = collection.entity("person/davor-kern")
        assert entity is not None
        bookmarks.decide(folder, [renamed(entity, "The Minister")])
    collection.heed()
    assert found('person:"the minister"') == {"a.txt"}
    assert found('person:"davor kern"') == {"a.txt"}
    assert {n.name for n in collection.facets("", names=True).names} >= {"The Minister"}
    assert kern.articles == 1


def test_names_are_counted_as_the_reader_has_them(indexed: Callable[[dict[str, str]], Path]) -> None:
    folder = indexed(
        {
            "a.txt": "Gate jams\n\nThe minister, Davor Kern, was asked.\n\nThe gate had jammed, said Mr Kern.\n",
            "b.txt": "Gate opens\n\nDavor Kern came back to Norway.\n",
        }
    )
    collection = Collection.open(folder)
    entity = collection.entity_named(("PERSON:Davor Kern",))
    assert entity is not None
    form = next(alias for alias in entity.aliases if alias.text == "Kern")
    with Bookmarks.open() as bookmarks:
        bookmarks.decide(folder, [split(entity, form), never("Norway")])
    collection.heed()
    counted = {n.name: n.articles for n in collection.facets("", names=True).names}
    assert counted == {"Davor Kern": 2, "Kern": 1}
    assert {n.name for n in collection.facets("jammed", names=True).names} == {"Kern"}
