"""How fast related passages are found, beside a plain search of the same collection in the same run.

    uv run python -m tests.bench.related FOLDER [--passages 200]

FOLDER is indexed already. Passages are picked at random, each of another article, and asked for once: nothing of them
is remembered. Times are of the processor, in milliseconds, because the machine may do other work as well; threads and
garbage are as the explorer has them.
"""

from __future__ import annotations

import argparse
import random
import statistics
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from models.key import ArticleKey
from tui.explorer import let_keys_pass
from tui.tidying import Tidying

if TYPE_CHECKING:
    from index.collection import Collection


def main() -> None:
    """Measure and print."""
    let_keys_pass()
    Tidying()
    # Now that it is settled with how many threads numpy begins.
    from index.collection import Collection

    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("folder", type=Path)
    options.add_argument("--passages", type=int, default=200)
    asked = options.parse_args()
    collection = Collection.open(asked.folder)
    collection.warm()
    collection.prepare_related()
    questions = picked(collection, asked.passages)
    collection.load.cache_clear()
    first, *others = questions
    print(f"first answer {timed(lambda: collection.related(first[0], first[1])):.1f} ms")
    related = [timed(lambda q=q: collection.related(q[0], q[1])) for q in others]  # type: ignore[misc]
    search = [timed(lambda q=q: collection.search(q[2])) for q in others]  # type: ignore[misc]
    again = [timed(lambda q=q: collection.related(q[0], q[1])) for q in others[-20:]]  # type: ignore[misc]
    for name, times in (("related", related), ("search", search), ("related, asked again", again)):
        print(f"{name}: {middle(times):.1f} in the middle, p95 {late(times):.1f}")
    print(f"related takes {middle(related) / middle(search):.1f} times as long as a search")


def picked(collection: Collection, count: int) -> list[tuple[ArticleKey, int, str]]:
    """Passages with their first words, which are searched for."""
    chance = random.Random(1987)
    revisions = list(collection.revisions())
    chance.shuffle(revisions)
    found = []
    for revision in revisions:
        annotated = collection.load(revision)
        if annotated is not None and annotated.article.passages:
            passage = chance.choice(annotated.article.passages)
            found.append((annotated.article.key, passage.number, " ".join(passage.text.split()[:3])))
        if len(found) == count:
            break
    return found


def timed(call: Callable[[], object]) -> float:
    """Milliseconds of this process."""
    began = time.process_time()
    call()
    return (time.process_time() - began) * 1000


def middle(times: list[float]) -> float:
    """The median."""
    return statistics.median(times)


def late(times: list[float]) -> float:
    """The 95th percentile."""
    return sorted(times)[int(len(times) * 0.95)]


if __name__ == "__main__":
    main()
