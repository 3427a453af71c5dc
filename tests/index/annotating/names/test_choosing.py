"""Which recogniser MORGUE_RECOGNISER chooses."""

from importlib import util

import pytest

from index.annotating.names import choosing
from models.errors import RecogniserUnavailable


@pytest.mark.parametrize("chosen", ["", "own", "  "])
def test_morgues_own(monkeypatch: pytest.MonkeyPatch, chosen: str) -> None:
    monkeypatch.setenv(choosing.VARIABLE, chosen)
    assert choosing.chosen_recogniser() is None
    assert choosing.recogniser_identity() == choosing.OWN


@pytest.mark.parametrize("chosen", ["spacy", "spacy:", "en_core_web_sm", "\x1b[31m"])
def test_no_recogniser(monkeypatch: pytest.MonkeyPatch, chosen: str) -> None:
    monkeypatch.setenv(choosing.VARIABLE, chosen)
    with pytest.raises(RecogniserUnavailable) as said:
        choosing.recogniser_identity()
    assert "spacy:" in said.value.advice
    assert "\x1b" not in str(said.value)


def test_without_spacy_the_reader_is_told_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(choosing.VARIABLE, "spacy:no_such_pipeline_anywhere")
    monkeypatch.setattr(util, "find_spec", lambda _name: None)
    with pytest.raises(RecogniserUnavailable, match="spaCy is not installed") as said:
        choosing.chosen_recogniser()
    assert "morgue[spacy]" in said.value.advice
