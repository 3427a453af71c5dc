"""Bodies called by a part of their name inside one article."""

import pytest

from index.annotating.names.local_bodies import short_bodies
from models.annotation import Mention
from models.kind import Kind


def bodies(*names: str) -> dict[str, str]:
    mentions = [Mention(start=i, end=i + 1, text=name, kind=Kind.ORG) for i, name in enumerate(names)]
    return {short: full for (_, short), full in short_bodies(mentions).items()}


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("Supreme Court", "Norwegian Supreme Court"),
        ("Defence Ministry", "Tajik Defense Ministry"),
        ("Ministry of Defence", "Ministry of Defence of Tajikistan"),
        ("Ministry", "Defence Ministry"),
        ("Commission", "European Commission"),
        ("University", "University of Oslo"),
        ("Bank", "World Bank"),
    ],
)
def test_short_for_the_one_body_it_fits(short: str, full: str) -> None:
    assert bodies(full, short) == {short: full}


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("Democratic Party", "Social Democratic Party"),
        ("Army", "Salvation Army"),
        ("House", "White House"),
        ("Congress", "African National Congress"),
        ("Red Cross", "American Red Cross"),
        ("Bank", "Riverbank"),
        ("Council", "Council"),
    ],
)
def test_not_short_for_another(short: str, full: str) -> None:
    assert bodies(full, short) == {}


def test_of_two_bodies_neither() -> None:
    assert bodies("Tajik Defence Ministry", "Russian Defence Ministry", "Defence Ministry", "Ministry") == {}
