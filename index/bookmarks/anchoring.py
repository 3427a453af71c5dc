"""Anchors: a quote's words with their surroundings, and finding them again when the article has changed.

After the W3C Web Annotation data model (https://www.w3.org/TR/annotation-model/, 4.2.4 and 4.2.5) and
Hypothesis' fuzzy anchoring: position first, then the exact words, then the most similar words. An anchor
that cannot be found is said to be lost, never put in the wrong place. Changed words end where what is said ends
(`wholes.py`).
"""

from collections.abc import Iterator

from index.bookmarks.wholes import edge, whole
from models.article import Article
from models.bookmark import Anchor, Place

CONTEXT = 64
"""Code points of prefix and suffix."""

LIKE_ENOUGH = 0.7
"""Least share of words in common for changed words to count as the same quote.

Measured on 362 news articles, 300 quotes of each length: in an article on another subject the 99th percentile
was 0.67 for up to 6 words, 0.55 for 8, 0.47 for 12 and falling; in the quote's own article, with every tenth
word replaced, dropped or doubled, the 5th percentile was 0.83 at 6 words and rising.
"""

SAME_SURROUNDINGS = 0.6
"""Least likeness of prefix and suffix where the quote alone is too short to be sure of.

Measured likewise: unrelated surroundings are alike by 0.38 in the middle and 0.45 at the 99th percentile.
"""

LIKE_AT_ALL = 0.4
"""Least share of words in common for words to be looked at: above what unrelated articles have as a rule for quotes of
more than 12 words, by the same measurement."""

WORTH_OFFERING, SHARED = 0.6, 4
"""Least share of words in common, and least number, for words to be offered to the reader: above what unrelated
articles have at the 99th percentile for quotes of 8 words and more, by the same measurement."""

FEW_EXACT, FEW_SIMILAR = 4, 8
"""Below so many words, the exact words, or similar ones, may stand there by chance."""


def anchor(article: Article, start: int, end: int) -> Anchor:
    """The anchor of a span of an article's text, given in code points with 0 <= start < end <= length."""
    text = article.text
    holding = article.passage_at(start)
    later = (passage for passage in article.passages if passage.start >= start)
    passage = holding or next(later, None)
    return Anchor(
        exact=text[start:end],
        prefix=text[max(0, start - CONTEXT) : start],
        suffix=text[end : end + CONTEXT],
        start=start,
        end=end,
        passage=passage.number if passage else 0,
    )


def place(kept: Anchor, text: str) -> Place | None:
    """Find a quote in an article's text as it is now; None where it can no longer be found.

    Where the exact words stand several times, the place whose surroundings are most like the kept ones wins,
    then the nearest to the old one.
    """
    return _exact(kept, text) or _similar(kept, text)


def nearest(kept: Anchor, text: str) -> Place | None:
    """The words of a text that are most like a quote, for a person to look at; None where none are worth it."""
    found = place(kept, text)
    if found is not None:
        return found
    best = max(
        (candidate for candidate, _ in _candidates(kept, text)),
        key=lambda candidate: candidate.likeness,
        default=None,
    )
    offered = _whole(kept, text, best) if best else None
    if offered is None or offered.likeness < WORTH_OFFERING or _shared(kept, text, offered) < SHARED:
        return None
    return offered


def _shared(kept: Anchor, text: str, candidate: Place) -> int:
    """The words, in order, that a run of words has in common with a quote."""
    from rapidfuzz.distance import LCSseq

    from index.words import terms

    return LCSseq.similarity(terms(kept.exact), terms(text[candidate.start : candidate.end]))


def _exact(kept: Anchor, text: str) -> Place | None:
    if not kept.exact:
        return None
    places = _occurrences(kept.exact, text)
    if not places:
        return None
    alikeness = {start: _surroundings(kept, text, start, start + len(kept.exact)) for start in places}
    best = max(places, key=lambda start: (alikeness[start], -abs(start - kept.start)))
    if alikeness[best] < SAME_SURROUNDINGS and _count(kept.exact) < FEW_EXACT:
        return None
    exactness = "exact" if best == kept.start else "moved"
    return Place(start=best, end=best + len(kept.exact), exactness=exactness, likeness=1.0)


def _occurrences(exact: str, text: str) -> list[int]:
    places = []
    start = text.find(exact)
    while start >= 0:
        places.append(start)
        start = text.find(exact, start + 1)
    return places


def _surroundings(kept: Anchor, text: str, start: int, end: int) -> float:
    """How alike the text around a span is to an anchor's prefix and suffix, 0 to 1."""
    from rapidfuzz.distance import Indel

    before = text[max(0, start - len(kept.prefix)) : start]
    after = text[end : end + len(kept.suffix)]
    if not kept.prefix and not kept.suffix:
        return 1.0
    sides = [(kept.prefix, before), (kept.suffix, after)]
    length = sum(len(old) + len(new) for old, new in sides)
    differing: int = sum(Indel.distance(old, new) for old, new in sides)
    return 1 - differing / length


def _count(text: str) -> int:
    from index.words import words

    return sum(1 for _ in words(text))


def _similar(kept: Anchor, text: str) -> Place | None:
    """The run of words most like the quote's, whatever became of punctuation, case and accents."""
    best: tuple[float, Place] | None = None
    for candidate, surroundings in _candidates(kept, text):
        if candidate.likeness < LIKE_ENOUGH:
            continue
        if _count(kept.exact) < FEW_SIMILAR and surroundings < SAME_SURROUNDINGS:
            continue
        if best is None or candidate.likeness + surroundings > best[0]:
            best = candidate.likeness + surroundings, candidate
    return _whole(kept, text, best[1]) if best else None


def _whole(kept: Anchor, text: str, found: Place) -> Place:
    start, end, likeness = whole(kept, text, (found.start, found.end), LIKE_AT_ALL)
    return Place(start=start, end=end, exactness="changed", likeness=round(likeness, 3))


def _candidates(kept: Anchor, text: str) -> Iterator[tuple[Place, float]]:
    """Runs of words that may be the quote's, worth a look at least, each with the likeness of its surroundings."""
    from index.words import words

    quoted, here = list(words(kept.exact)), list(words(text))
    if not quoted or not here:
        return
    wanted, given = [word.term for word in quoted], [word.term for word in here]
    for window in _windows(kept, wanted, given):
        first, last, likeness = _fit(wanted, given, *window)
        if likeness < LIKE_AT_ALL:
            continue
        start = here[first].start - edge(kept.exact[: quoted[0].start][::-1], text[: here[first].start][::-1])
        end = here[last].end + edge(kept.exact[quoted[-1].end :], text[here[last].end :])
        found = Place(start=start, end=end, exactness="changed", likeness=round(likeness, 3))
        yield found, _surroundings(kept, text, start, end)


def _windows(kept: Anchor, wanted: list[str], given: list[str]) -> Iterator[tuple[int, int]]:
    """Where to look: by the quote's own words, and by those together with the words around them."""
    from rapidfuzz.fuzz import partial_ratio_alignment

    from index.words import terms

    before, after = terms(kept.prefix), terms(kept.suffix)
    for left, sought, right in ((0, wanted, 0), (len(before), [*before, *wanted, *after], len(after))):
        if len(sought) >= len(given):
            yield 0, len(given)
        elif aligned := partial_ratio_alignment(sought, given):
            yield aligned.dest_start + left, aligned.dest_end - right


def _fit(wanted: list[str], given: list[str], start: int, end: int) -> tuple[int, int, float]:
    """First word, last word and likeness of the best fit near a window, which words may have been added to."""
    from rapidfuzz.distance import LCSseq

    slack = len(wanted) // 2
    offset = max(0, start - slack)
    near = given[offset : end + slack]
    common = [
        offset + block.b + i
        for block in LCSseq.editops(wanted, near).as_matching_blocks()
        for i in range(block.size)
    ]
    if not common:
        return start, max(start, end - 1), 0.0
    # A stray common word far from the others would stretch the quote: each end moves in while that helps.
    low, high = 0, len(common) - 1

    def likeness(low: int, high: int) -> float:
        span = common[high] - common[low] + 1
        return 2 * (high - low + 1) / (len(wanted) + span)

    best = likeness(low, high)
    for candidate_low in range(len(common)):
        for candidate_high in range(max(candidate_low, len(common) - slack - 1), len(common)):
            score = likeness(candidate_low, candidate_high)
            if score > best:
                low, high, best = candidate_low, candidate_high, score
        if candidate_low >= slack:
            break
    return common[low], common[high], best
