"""Which figures are compared, and which articles need not be opened for it."""

from pathlib import Path

import numpy as np
import pytest

from index import figures
from index.figures import comparable
from models.annotation import AnnotatedArticle
from tests.index.figures.test_ledger import DAM
from tests.index.libraries import FILLER, MemoryLibrary, article


class Watched(MemoryLibrary):
    """Remembers which articles were opened."""

    opened: set[int] = set()  # noqa: RUF012 - set anew by the test

    def load(self, revision: int) -> AnnotatedArticle | None:
        self.opened.add(revision)
        return super().load(revision)


def test_only_articles_with_a_figure_that_may_compare_are_opened(tmp_path: Path) -> None:
    near = [
        article("a.txt", DAM.format("2,600 people")),
        article("same.txt", DAM.format("some 2,600 people")),
        article("sheep.txt", DAM.format("2,600 sheep")),
        article("miles.txt", DAM.format("12 miles of pipes")),
        article("few.txt", DAM.format("several people")),
        article("far.txt", "In the valley of Orvane 9,000,000 people live."),
    ]
    library = Watched(tmp_path, [*near, *FILLER])
    loaded = library.load(1)
    assert loaded is not None
    Watched.opened = set()
    rows = comparable(library, 1, loaded.annotations.figures[0])
    assert [row.path for row in rows] == ["same.txt"]
    assert Watched.opened == {1, 2}


@pytest.mark.parametrize("rows", [0, 3, 150, 151, 4000])
def test_the_nearest_rows_are_those_of_a_full_sort(rows: int) -> None:
    scores = (np.random.default_rng(7).integers(0, 40, rows) / 8).astype(np.float32)
    full = np.argsort(-scores, kind="stable")[: figures._PASSAGES]
    assert figures._nearest(scores).tolist() == full[scores[full] > 0].tolist()
