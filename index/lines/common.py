"""Which lines stand in so many articles of one house that they are its furniture.

It is a function of the articles that are there alone: neither the order in which they were read counts nor what was
thought of them before.
"""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from index.lines.houses import house_of
from index.lines.outline import Outline, line_id
from models.article import Article, Dropped

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.int64]

LEAST = 4
"""Different articles in which a line must stand; three have a line in common by chance."""
SHARE = 0.2
"""Share of a house's different articles; a series' or a section's own lines are still evidence."""
_MANY = "stands in many articles of "


def common_lines(outlines: Iterable[Outline]) -> dict[int, int]:
    """The lines that are furniture, each with the number of articles it stands in.

    Copies of one story share every line, so only articles that are otherwise different count. An article is different
    where at least half of its prose stands in less than `LEAST` articles of its house; those whose own prose is the
    same are one.
    """
    import numpy as np

    lines, prose, houses = _arrays(outlines)
    article_of_line, line = lines
    article_of_prose, told = prose
    articles = len(houses)
    # What each article tells that others do not.
    _, place, times = np.unique(told, return_inverse=True, return_counts=True)
    own = times[place] < LEAST
    tells = np.bincount(article_of_prose, minlength=articles)
    owns = np.bincount(article_of_prose[own], minlength=articles)
    different = (owns > 0) & (2 * owns >= tells)
    story = np.full(articles, np.iinfo(np.int64).max)
    np.minimum.at(story, article_of_prose[own], told[own])
    # How many stories a line stands in, and how many its house has.
    counts = different[article_of_line]
    found, in_stories, an_article = _stories(
        line[counts], story[article_of_line[counts]], article_of_line[counts]
    )
    of_house, stories, _ = _stories(houses[different], story[different], np.flatnonzero(different))
    house_stories = np.zeros(int(houses.max(initial=0)) + 1, np.int64)
    house_stories[of_house] = stories
    enough = (in_stories >= LEAST) & (in_stories >= SHARE * house_stories[houses[an_article]])
    every, everywhere = np.unique(line, return_counts=True)
    common = found[enough]
    return dict(zip(common.tolist(), everywhere[np.searchsorted(every, common)].tolist(), strict=True))


def _arrays(
    outlines: Iterable[Outline],
) -> "tuple[tuple[Numbers, Numbers], tuple[Numbers, Numbers], Numbers]":
    """For lines and for prose, the article and the number of each; and each article's house, counted from 0."""
    import numpy as np

    numbers: dict[str, int] = {}
    houses: list[int] = []
    lines, prose = [], []
    for one in outlines:
        houses.append(numbers.setdefault(one.house, len(numbers)))
        lines.append(one.lines)
        prose.append(one.prose)

    def flat(packed: list[bytes]) -> "tuple[Numbers, Numbers]":
        sizes = np.fromiter((len(p) // 8 for p in packed), np.int64, len(packed))
        return np.repeat(np.arange(len(packed)), sizes), np.frombuffer(b"".join(packed), np.int64)

    return flat(lines), flat(prose), np.asarray(houses, np.int64)


def _stories(keys: "Numbers", story: "Numbers", article: "Numbers") -> "tuple[Numbers, Numbers, Numbers]":
    """The distinct keys, in how many different stories each is, and one of its articles."""
    import numpy as np

    order = np.lexsort((story, keys))
    keys, story, article = keys[order], story[order], article[order]
    fresh = np.ones(len(keys), bool)
    fresh[1:] = (keys[1:] != keys[:-1]) | (story[1:] != story[:-1])
    found, first, times = np.unique(keys[fresh], return_index=True, return_counts=True)
    return found, times, article[fresh][first]


def reason(name: str) -> str:
    """Why such a line is left out, as long as nobody counts."""
    return _MANY + name


def told(article: Article, articles_with: Callable[[int], int]) -> Article:
    """An article whose reasons give the number of articles, which changes too often to be stored with each.

    Args:
        article: As it is stored.
        articles_with: Given the number of a line, how many articles it stands in.
    """
    if not any(line.reason.startswith(_MANY) for line in article.dropped):
        return article
    house = house_of(article)

    def counted(line: Dropped) -> Dropped:
        count = articles_with(line_id(house, line.text)) if line.reason.startswith(_MANY) else 0
        if not count:
            return line
        of = line.reason.removeprefix(_MANY)
        return line.model_copy(update={"reason": f"stands in {count:,} articles of {of}"})

    return article.model_copy(update={"dropped": tuple(map(counted, article.dropped))})
