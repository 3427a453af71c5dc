from collections.abc import Callable
from pathlib import Path

from index.collection import Collection
from models.key import ArticleKey

Indexed = Callable[[dict[str, str]], Path]

ARTICLE = "Gate jams\n\nThe water minister, Davor Kern, said the gate had jammed. Mr Kern left at noon.\n"


def test_one_name_in_two_articles_is_one_entity_with_reasons(indexed: Indexed) -> None:
    folder = indexed(
        {
            "a.txt": ARTICLE,
            "b.txt": "Gate opens\n\nDavor Kern said on Friday that the gate was open. Kern thanked the engineers.\n",
        }
    )
    collection = Collection.open(folder)
    hits = collection.search("person:kern").hits
    assert {hit.path for hit in hits} == {"a.txt", "b.txt"}
    articles = [collection.article(ArticleKey(path)) for path in ("a.txt", "b.txt")]
    mentions = [m for a in articles for m in a.annotations.mentions if "Kern" in m.text]
    (identity,) = {mention.entity for mention in mentions}
    assert identity is not None
    entity = collection.entity(identity)
    assert entity is not None
    assert (entity.name, entity.articles) == ("Davor Kern", 2)
    assert all(alias.reason for alias in entity.aliases if alias.text != entity.name)
    places = collection.mentions(identity)
    assert [place.text for place in places] == [mention.text for mention in mentions]
    assert all("Kern" in place.snippet for place in places)


def test_names_follow_when_their_article_goes(indexed: Indexed) -> None:
    folder = indexed(
        {"a.txt": ARTICLE, "b.txt": "Recipes\n\nA soup of nettles, said Mara Vell, needs an egg.\n"}
    )
    (folder / "a.txt").unlink()
    indexed({})
    collection = Collection.open(folder)
    assert collection.search("person:kern").total == 0
    assert collection.search("person:vell").total == 1


def test_an_outlet_that_comes_tells_what_is_called_so(indexed: Indexed) -> None:
    said = "{}\n\nThe Courier Group wrote on Monday that the gate had jammed, the Courier Group said.\n"
    folder = indexed({"a.txt": said.format("Gate jams")})
    assert "Tarnby Courier Group" not in shown(folder)
    soup = "<p>A soup of nettles needs an egg, and a pot that is big enough.</p>" * 5
    outlet = "<meta property='og:site_name' content='Tarnby Courier Group'>"
    indexed(
        {"b.html": f"<html><head>{outlet}<title>Soup</title></head><body><h1>Soup</h1>{soup}</body></html>"}
    )
    assert "Tarnby Courier Group" in shown(folder)
    (folder / "b.html").unlink()
    indexed({})
    assert "Tarnby Courier Group" not in shown(folder)


def shown(folder: Path) -> set[str]:
    collection = Collection.open(folder)
    names = {entity.name for entity in collection.entities()}
    collection.close()
    return names
