import pytest

from index.reading.stated.bylines import byline, clean_authors, is_persons_name, looks_like_name


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Mara Ilić", ("Mara Ilić",)),
        ("By Mara Ilić and Tom Reed, Political Editor", ("Mara Ilić", "Tom Reed")),
        ("BY TOM REED", ("Tom Reed",)),
        ("Von Jürgen von der Heide", ("Jürgen von der Heide",)),
        ("By Tom Reed, Courier News, Belgrade", ("Tom Reed",)),
        ("ByMara Ilić", ("Mara Ilić",)),
        ("ByJ.R. Brenn", ("J.R. Brenn",)),
        ("Byron Reed", ()),
        ("By Staff Reporter", ()),
        ("By seeking a larger role, the city is playing with fire", ()),
        ("By the end of the week", ()),
        ("Text of the treaty", ()),
    ],
)
def test_bylines(line: str, names: tuple[str, ...]) -> None:
    assert byline(line) == names


def test_author_fields() -> None:
    assert clean_authors("The Courier", "The Courier") == ()
    assert clean_authors("mara@courier.example; Mara Ilić", None) == ("Mara Ilić",)
    assert clean_authors("Admin", single_names=True) == ()
    assert clean_authors("Konstantin", single_names=True) == ("Konstantin",)
    assert clean_authors("Konstantin") == ()
    assert clean_authors("Tamsir brenn", single_names=True) == ("Tamsir brenn",)


def test_names() -> None:
    assert looks_like_name("Davor Kern")
    assert looks_like_name("Ana de la Cruz")
    assert not looks_like_name("Middle East")
    assert not looks_like_name("28 July 2021")
    assert not looks_like_name("The ministry said")


@pytest.mark.parametrize(
    "name", ["Davor Kern", "J. Brelk", "Dr Zorb Quelk", "Kim Min-jun", "Anna-Lena Quelk", "TOM REED"]
)
def test_names_that_are_a_persons_by_themselves(name: str) -> None:
    assert is_persons_name(name)


@pytest.mark.parametrize(
    "name", ["Lisk Letter", "Port Calder", "Harbour Watch", "Port Elizabeth", "The ministry"]
)
def test_names_that_only_look_so(name: str) -> None:
    assert not is_persons_name(name)
