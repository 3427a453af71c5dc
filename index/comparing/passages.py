"""Two texts to rows: which passages of the one are which of the other."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from index.comparing.wording import Run, Token, pieces, stayed, tokens
from models.article import Article
from models.comparison import Row

_IN_A_ROW = 3
"""Words that must have stayed together to show that two passages are the same."""
_LINKED = 0.3
"""The share of the shorter passage that such words must be."""
_MOVED = 0.6
"""The share of words that a passage which was left out and one which is new elsewhere must have in common."""
_FEW = 5


def compare_texts(first: Article, second: Article) -> tuple[Row, ...]:
    """Row by row what became of the first text in the second, the headlines before all."""
    return (*_headlines(first, second), *_Comparing(first, second).rows())


def _headlines(first: Article, second: Article) -> Iterator[Row]:
    texts = first.title or "", second.title or ""
    a, b = tokens(texts[0], 0, 0), tokens(texts[1], 0, 0)
    if a or b:
        yield Row(first=(0,) if a else (), second=(0,) if b else (), pieces=pieces(a, b, stayed(a, b), texts))


@dataclass(frozen=True)
class _Link:
    """Passages in a row of the one text, and of the other, as places: from, up to and without."""

    first: range
    second: range


class _Comparing:
    def __init__(self, first: Article, second: Article) -> None:
        self._texts = first.text, second.text
        self._passages = first.passages, second.passages
        self._tokens = _all_tokens(first), _all_tokens(second)
        self._same = stayed(*self._tokens)
        self._begins = _begins(self._tokens[0], first), _begins(self._tokens[1], second)

    def rows(self) -> Iterator[Row]:
        """Linked passages in order, and between them those that were left out and those that are new."""
        links = self._links()
        moved = self._moved(links)
        gone = set(moved.values())
        at_first = at_second = 0
        ends = _Link(range(len(self._passages[0]), 0), range(len(self._passages[1]), 0))
        for link in [*links, ends]:
            for place in range(at_first, link.first.start):
                if place not in gone:
                    yield self._row(_Link(range(place, place + 1), range(0)))
            for place in range(at_second, link.second.start):
                if place in moved:
                    here = range(moved[place], moved[place] + 1)
                    yield self._row(_Link(here, range(place, place + 1)), moved=True)
                else:
                    yield self._row(_Link(range(0), range(place, place + 1)))
            if link is not ends:
                yield self._row(link)
                at_first, at_second = link.first.stop, link.second.stop

    def _links(self) -> list[_Link]:
        """Passages that share words in a row, joined where one was split or two were made one."""
        counts: Counter[tuple[int, int]] = Counter()
        for run in self._same:
            if run.length >= _IN_A_ROW:
                counts.update(
                    (self._place(0, run.first + n), self._place(1, run.second + n)) for n in range(run.length)
                )
        links: list[_Link] = []
        # The order of words is the same in both, so that places only ascend.
        for (a, b), count in sorted(counts.items()):
            if count < _LINKED * min(self._size(0, a), self._size(1, b)):
                continue
            last = links[-1] if links else None
            if last is not None and (a < last.first.stop or b < last.second.stop):
                links[-1] = _Link(
                    range(last.first.start, max(last.first.stop, a + 1)),
                    range(last.second.start, max(last.second.stop, b + 1)),
                )
            else:
                links.append(_Link(range(a, a + 1), range(b, b + 1)))
        return links

    def _moved(self, links: Sequence[_Link]) -> dict[int, int]:
        """New passages of the second text that were elsewhere in the first, with their place there."""
        linked = {p for link in links for p in link.first}, {p for link in links for p in link.second}
        out = {p: self._bag(0, p) for p in range(len(self._passages[0])) if p not in linked[0]}
        having: defaultdict[str, list[int]] = defaultdict(list)
        for place, bag in out.items():
            for form in bag:
                having[form].append(place)
        found: dict[int, int] = {}
        for place in range(len(self._passages[1])):
            if place in linked[1]:
                continue
            own = self._bag(1, place)
            # Of words that stand in few passages, which tell soonest where this one was.
            votes = Counter(p for form in own if len(having[form]) <= _FEW for p in having[form] if p in out)
            best = max(votes, key=votes.__getitem__, default=None)
            if best is not None and _shared(out[best], own) >= _MOVED:
                found[place] = best
                del out[best]
        return found

    def _bag(self, side: int, place: int) -> Counter[str]:
        return Counter(token.form for token in self._of(side, range(place, place + 1)))

    def _row(self, link: _Link, *, moved: bool = False) -> Row:
        a, b = self._of(0, link.first), self._of(1, link.second)
        same = stayed(a, b) if a and b else []
        new = _first_new(b, same)
        return Row(
            first=tuple(self._passages[0][p].number for p in link.first),
            second=tuple(self._passages[1][p].number for p in link.second),
            pieces=pieces(a, b, same, self._texts),
            start=new[0] if new else None,
            end=new[1] if new else None,
            moved=moved,
        )

    def _place(self, side: int, token: int) -> int:
        return self._tokens[side][token].passage

    def _size(self, side: int, place: int) -> int:
        return self._begins[side][place + 1] - self._begins[side][place]

    def _of(self, side: int, places: range) -> list[Token]:
        if not places:
            return []
        begins = self._begins[side]
        return self._tokens[side][begins[places.start] : begins[places.stop]]


def _all_tokens(article: Article) -> list[Token]:
    """The words of a text, each with the place of its passage among the others."""
    return [
        token
        for place, passage in enumerate(article.passages)
        for token in tokens(passage.text, passage.start, place)
    ]


def _begins(found: Sequence[Token], article: Article) -> list[int]:
    """Where the words of each passage begin, and where those of the last end."""
    sizes = Counter(token.passage for token in found)
    begins = [0]
    for place in range(len(article.passages)):
        begins.append(begins[-1] + sizes[place])
    return begins


def _shared(a: Counter[str], b: Counter[str]) -> float:
    """The Dice coefficient of two bags of words."""
    total = a.total() + b.total()
    return 2 * (a & b).total() / total if total else 0.0


def _first_new(words: Sequence[Token], same: Sequence[Run]) -> tuple[int, int] | None:
    """From where to where the first words in a row stand that are new."""
    kept = {run.second + n for run in same for n in range(run.length)}
    start = next((n for n in range(len(words)) if n not in kept), None)
    if start is None:
        return None
    end = start
    while end + 1 < len(words) and end + 1 not in kept and words[end + 1].passage == words[start].passage:
        end += 1
    return words[start].start, words[end].end
