"""Which sentences may tell of one event, by their words."""

from collections.abc import Iterable
from pathlib import Path

import pytest

from index.nearby.ranking import content
from index.related.events import tell_one_event
from tests.index.libraries import FILLER, MemoryLibrary, article

STORY = article(
    "post/mill.txt",
    "Fire destroyed the mill at Orvane, and the River Board closed the sluice.",
    "The mill at Orvane burned while the River Board met about the sluice.",
    "The River Board owns the mill at Orvane.",
)
BLAZE = "A blaze in a mill, seen from Orvane to Lakeport"
FLAMES = "The flames of the mill between Lakeport and Orvane"


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> MemoryLibrary:
    return MemoryLibrary(tmp_path_factory.mktemp("events"), [STORY, *FILLER])


def one_event(library: MemoryLibrary, mine: str, theirs: str, names: Iterable[str] = ("Orvane",)) -> bool:
    return tell_one_event(library.snapshot, content(mine), content(theirs), names)


def test_a_name_and_a_happening_in_whatever_words(library: MemoryLibrary) -> None:
    assert one_event(library, BLAZE, FLAMES, ("Orvane", "Lakeport"))


def test_names_and_one_word_are_a_subject_but_no_event(library: MemoryLibrary) -> None:
    names = ("Orvane", "River Board")
    mine, theirs = "The River Board owns a mill at Orvane.", "A mill at Orvane is praised by the River Board."
    assert not one_event(library, mine, theirs, names)


def test_rare_words_do_without_names(library: MemoryLibrary) -> None:
    mine, theirs = "The sluice and the mill were closed.", "Closed: the mill, and the sluice with it."
    assert one_event(library, mine, theirs, names=())
    assert not one_event(library, "The mill was closed.", "Closed: the mill.", names=())


def test_what_is_shared_must_weigh_in_the_lighter_sentence(library: MemoryLibrary) -> None:
    long = " ".join(f"{word}ing" for word in "abcdefghijklmnopqrstuvwxyz")
    mine, theirs = f"Fire in the mill at Orvane {long}.", f"Flames, mill, Orvane, fire {long[::-1]}."
    assert not one_event(library, mine, theirs)


def test_a_happening_that_is_everywhere_tells_nothing(tmp_path: Path) -> None:
    fires = [article(f"daily/{n}.txt", "A blaze in Orvane.", "Another blaze in Lakeport.") for n in range(15)]
    everywhere = MemoryLibrary(tmp_path, [STORY, *FILLER, *fires])
    assert not one_event(everywhere, BLAZE, FLAMES, ("Orvane", "Lakeport"))
