from typing import Any

import pytest

from index.reading.records.fields import URL, Fields, date_of, line_of, names_of, text_of


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2021-07-28", "2021-07-28"),
        ("2021-07-28 00:00:00", "2021-07-28"),
        ("2021-07-28T00:00:00Z", "2021-07-28T00:00+00:00"),
        ("2021-07-28T11:57:03.120+01:00", "2021-07-28T11:57+01:00"),
        ("Wed, 28 Jul 2021 11:57:00 GMT", "2021-07-28T11:57+00:00"),
        (1627473420, "2021-07-28T11:57+00:00"),
        ("1627473420000", "2021-07-28T11:57+00:00"),
        ({"date-parts": [[2021, 7, 28]]}, "2021-07-28"),
        ({"date-parts": [["2021", "7", "28"]]}, "2021-07-28"),
        ({"date-parts": [[2021, 7]]}, None),
        ({"date": "2021-07-28 11:57:00.000000", "timezone": "UTC"}, "2021-07-28T11:57"),
        (["2021-07-28", "2021-07-29"], "2021-07-28"),
        ("last Wednesday", None),
        (0, None),
        (True, None),
        (9e30, None),
        ({"date-parts": [[]]}, None),
    ],
)
def test_dates(value: Any, day: str | None) -> None:
    assert date_of(value) == day


@pytest.mark.parametrize(
    ("value", "people"),
    [
        ("Mara Ilić", ("Mara Ilić",)),
        ("By Mara Ilić and Tom Reed", ("Mara Ilić", "Tom Reed")),
        ("Mara Ilić, Tom Reed", ("Mara Ilić", "Tom Reed")),
        ("Ilić, Mara", ("Mara Ilić",)),
        ("Ilić, Mara; Reed, Tom", ("Mara Ilić", "Tom Reed")),
        (["Mara Ilić", "Tom Reed"], ("Mara Ilić", "Tom Reed")),
        ("['Mara Ilić', 'Tom Reed']", ("Mara Ilić", "Tom Reed")),
        ([{"name": "Mara Ilić"}, {"given": "Tom", "family": "Reed"}], ("Mara Ilić", "Tom Reed")),
        ({"family": "Berg", "non-dropping-particle": "van den", "given": "Ana"}, ("Ana van den Berg",)),
        ([{"literal": "Courier Staff"}], ()),
        (7, ()),
    ],
)
def test_people(value: Any, people: tuple[str, ...]) -> None:
    assert names_of(value) == people


def test_the_family_first() -> None:
    assert names_of("van den Berg, Ana; Ilić, Mara", family_first=True) == ("Ana van den Berg", "Mara Ilić")


def test_text_and_lines() -> None:
    assert text_of(["One.", "Two."]) == "One.\n\nTwo."
    assert text_of({"rendered": "<p>One.</p>"}) == "<p>One.</p>"
    assert text_of("caf\udce9") == "café", "a byte that is no UTF-8"
    assert text_of({"content": {"content": {"content": {"content": {"content": "x"}}}}}) == ""
    assert line_of("Kern&#8217;s <em>deputy</em>\nspeaks") == "Kern’s deputy speaks"


def test_names_of_fields_and_wrappers() -> None:
    fields = Fields(
        {"_source": {"web-url": "b", "link": "c"}, "Web URL": "a", "URL": "NaN", "source_url": None}
    )
    assert [(field.name, field.value) for field in fields.of(URL)] == [("link", "c"), ("Web URL", "a")]
