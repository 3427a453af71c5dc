"""Which recogniser finds the names: Morgue's own, or one that the reader chose by MORGUE_RECOGNISER."""

import os
from functools import lru_cache

from index.annotating.names.recogniser import Recogniser
from models.errors import RecogniserUnavailable

VARIABLE = "MORGUE_RECOGNISER"
OWN = "own"
_SPACY = "spacy:"


def chosen_recogniser() -> Recogniser | None:
    """The recogniser that MORGUE_RECOGNISER names; None for Morgue's own.

    Raises:
        RecogniserUnavailable: It names none, or one that cannot be loaded.
    """
    pipeline = _pipeline()
    if pipeline is None:
        return None
    from index.annotating.names.spacy_recogniser import SpacyRecogniser, load

    return SpacyRecogniser(load(pipeline))


def recogniser_identity() -> str:
    """What tells the chosen recogniser from others, by which an index knows who found its names; loads nothing.

    Raises:
        RecogniserUnavailable: The chosen one is not there.
    """
    pipeline = _pipeline()
    return OWN if pipeline is None else _identity_of(pipeline)


@lru_cache(maxsize=4)
def _identity_of(pipeline: str) -> str:
    from index.annotating.names.spacy_recogniser import version_of

    return f"{_SPACY}{pipeline} {version_of(pipeline)}"


def _pipeline() -> str | None:
    chosen = os.environ.get(VARIABLE, "").strip()
    if chosen in ("", OWN):
        return None
    if not chosen.startswith(_SPACY) or chosen == _SPACY:
        raise RecogniserUnavailable(
            f"{VARIABLE} is {chosen!r}, which is no recogniser.",
            f"Write {_SPACY} with the name or the folder of a spaCy pipeline, or unset it for Morgue's own.",
        )
    return chosen.removeprefix(_SPACY)
