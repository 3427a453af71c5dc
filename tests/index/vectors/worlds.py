"""Invented articles on a few subjects, each with words of its own, so that what should be learnt of them is known."""

import random
from pathlib import Path

from models.article import Article
from tests.index.libraries import MemoryLibrary, article

SUBJECTS = {
    "harbour": "ship dock crane tide cargo pilot mooring quay freighter anchor keel tugboat",
    "orchard": "apple pear graft blossom harvest cider ladder basket pruning frost beehive sapling",
    "court": "judge verdict witness jury appeal lawyer sentence plea clerk hearing testimony bailiff",
    "kitchen": "oven dough butter whisk recipe flour saucepan simmer pepper onion ladle broth",
}


def world(each: int, seed: int = 7) -> list[Article]:
    """So many articles on each subject."""
    chance = random.Random(seed)
    return [
        article(
            f"{subject}/{n}.txt",
            *(
                " ".join(chance.choices(words.split(), k=9)).capitalize() + f" near {subject}."
                for _ in range(3)
            ),
            title=f"The {subject} of {chance.choice(words.split())}",
        )
        for subject, words in SUBJECTS.items()
        for n in range(each)
    ]


def library(folder: Path, each: int = 60) -> MemoryLibrary:
    return MemoryLibrary(folder, world(each))
