"""What a name names."""

from enum import StrEnum


class Kind(StrEnum):
    """What a name names."""

    PERSON = "PERSON"
    ORG = "ORG"
    PLACE = "PLACE"
    NORP = "NORP"
    """Nationalities, peoples, religions, political groups."""
    EVENT = "EVENT"
    DATE = "DATE"
    QUANTITY = "QUANTITY"


NAME_KINDS = frozenset({Kind.PERSON, Kind.ORG, Kind.PLACE, Kind.NORP, Kind.EVENT})
"""The kinds that are names of something, and so have entities."""
