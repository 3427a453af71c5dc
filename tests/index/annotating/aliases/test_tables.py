"""The tables of facts: nothing stands for two things."""

from collections import Counter

from index.annotating.aliases import tables
from index.annotating.aliases.normal import body_key
from index.annotating.names.gazetteer import gazetteer


def test_a_word_has_one_usual_spelling() -> None:
    words = [
        word
        for line in tables._lines("spellings.txt")
        for word in {word.replace("'", "") for word in line.split()}
    ]
    assert [word for word, count in Counter(words).items() if count > 1] == []
    assert not set(tables.spellings().values()) & set(tables.spellings())


def test_a_thing_has_names_of_its_own() -> None:
    names = [key for group in tables.other_names() for key in {body_key(name) for name in group}]
    assert [name for name, count in Counter(names).items() if count > 1] == []


def test_a_people_is_of_one_country_that_is_known() -> None:
    lines = [line.split() for line in tables._lines("demonyms.txt")]
    peoples = [people for _, *found in lines for people in found]
    assert len(set(peoples)) == len(peoples)
    assert {code for code, *_ in lines} <= set(gazetteer().countries.values())


def test_no_city_is_another_name_of_two() -> None:
    cities = tables.cities_by_other_name()
    assert cities["Bombay"] == "Mumbai"
    assert "Bono" not in cities
    assert not set(cities) & set(cities.values())
