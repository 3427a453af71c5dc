"""Groups of names: each join with its reason and confidence, suggestions apart."""

from index.annotating.aliases.links import Links


def test_each_end_of_a_join_has_its_reason_and_confidence() -> None:
    links = Links(["Kern", "Davor Kern", "Orlik"])
    links.join("Kern", "Davor Kern", "surname of Davor Kern", "full name of Kern", confidence="likely")
    assert links.root("Kern") == links.root("Davor Kern") != links.root("Orlik")
    assert (links.reason("Kern"), links.confidence("Kern")) == ("surname of Davor Kern", "likely")
    assert links.reason("Davor Kern") == "full name of Kern"
    assert links.reason("Orlik") is links.confidence("Orlik") is None


def test_a_suggestion_joins_nothing() -> None:
    links = Links(["Kern", "Mara Kern"])
    links.suggest("Kern", "Mara Kern", "same surname", 0.4)
    assert len(links.groups()) == 2
    assert [suggestion.other for suggestion in links.suggestions()] == ["Mara Kern"]


def test_suggestions_are_of_what_is_still_apart_the_strongest_first() -> None:
    links = Links("abcde")
    links.suggest("a", "b", "weak", 0.2)
    links.suggest("c", "d", "strong", 0.9)
    links.suggest("a", "e", "the same two, as e is b", 0.3)
    links.suggest("b", "e", "already one", 1.0)
    links.join("e", "b", "is", "is")
    assert [suggestion.reason for suggestion in links.suggestions()] == ["strong", "the same two, as e is b"]


def test_what_is_apart_is_never_joined_nor_through_a_third_nor_suggested() -> None:
    links = Links("abcd", apart=[("a", "d")])
    links.join("a", "b", "is", "is")
    links.join("d", "c", "is", "is")
    links.suggest("b", "c", "may be", 0.9)
    links.join("b", "c", "is", "is")
    assert links.root("a") == links.root("b") != links.root("c") == links.root("d")
    assert links.apart("b", "c")
    assert links.suggestions() == []
