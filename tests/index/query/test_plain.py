"""What a query is taken for, in words."""

from index.query.parsing import parse
from index.query.plain import describe
from index.query.tree import Named


def test_a_name_that_is_here_as_something_else_is_said_to_be_that() -> None:
    def names(named: Named) -> list[str]:
        return ["Velmar"] if named.role == "place" else []

    assert describe(parse("person:velmar"), names=names) == "Velmar is a place: place:velmar"
    assert describe(parse("org:nobody"), names=lambda _: []) == "organisation is “nobody”, which is not here"
