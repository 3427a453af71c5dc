"""The recogniser that has learnt: the network reads texts and what the rules say of them, and decides."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache
from threading import Lock

from index.annotating.names.gazetteer import gazetteer
from index.annotating.names.recogniser import Reading, RuleRecogniser
from index.annotating.names.statistics import Statistics
from index.annotating.network.decoding import Found, decoded
from index.annotating.network.encoder import GAP, Encoder
from index.annotating.network.evidence import named_by_rules
from index.annotating.network.found import DOUBTFUL, Name
from index.annotating.network.guide import by_guide
from index.annotating.network.reading import Reader, joined
from index.annotating.network.recalling import with_known
from index.annotating.network.tokens import Tokens, parts, tokenise
from index.annotating.network.weights import Weights, load
from models.annotation import Mention
from models.kind import Kind

_TOGETHER = 16_000
"""Tokens computed at once; more need more memory and are no faster."""
_LONGEST = 60_000
"""Tokens of a text that see each other; a longer one, a book, is read in parts."""
_LEAST = 0.4
"""Probability that there is a name at all: below it the network guesses."""
_TRUST = 1.0
"""By how much the logarithm of "no name" goes down where the rules see one: some corpora leave many names unmarked, and
what has been learnt from them leaves out names of which the rules are sure."""
_MAJORITY = 2.0
"""A doubtful name takes the kind that the collection gives it this many times as often."""
_KINDS = {"PER": Kind.PERSON, "ORG": Kind.ORG, "LOC": Kind.PLACE, "NORP": Kind.NORP, "MISC": Kind.EVENT}


class NetworkRecogniser:
    """Finds names with the trained network; the rules are among what it reads."""

    def __init__(self, weights: Weights | None = None) -> None:
        """Load the shipped weights, unless others are given.

        Raises:
            UnreadableWeights: The shipped weights are missing or damaged.
        """
        self._rules = RuleRecogniser()
        self._machine = _shipped() if weights is None else _Machine(weights)
        self._seen: defaultdict[str, defaultdict[Kind, float]] = defaultdict(lambda: defaultdict(float))

    def recognise(self, texts: Sequence[str], statistics: Statistics) -> list[list[Mention]]:
        """See `Recogniser.recognise`; remembers over calls what kind each name was."""
        readings = self._rules.read(texts, statistics)
        for reading in readings:
            reading.link()
        found = [
            by_guide(text, names, reading)
            for text, names, reading in zip(texts, self.found(texts, readings), readings, strict=True)
        ]
        for names in found:
            for name in names:
                self._seen[name.text][name.kind] += name.score
        return [
            [self._mention(name) for name in with_known(text, names, reading, self._seen, statistics)]
            for text, names, reading in zip(texts, found, readings, strict=True)
        ]

    def _mention(self, name: Name) -> Mention:
        """A name with the kind that the collection gives it, where the text itself leaves doubt."""
        kind = name.kind
        if name.score < DOUBTFUL:
            seen = self._seen[name.text]
            usual = max(seen, key=lambda kind: (seen[kind], kind))
            if seen[usual] > _MAJORITY * seen[kind]:
                kind = usual
        return Mention(start=name.start, end=name.end, text=name.text, kind=kind)

    def found(self, texts: Sequence[str], readings: Sequence[Reading]) -> list[list[Name]]:
        """What the network alone finds in each text."""
        names_of: list[list[Name]] = [[] for _ in texts]
        for batch in _batches(texts):
            for one, which, begin in self._machine.found([(tokens, readings[i]) for i, tokens in batch]):
                i, tokens = batch[which]
                start, end = int(tokens.starts[one.first - begin]), int(tokens.ends[one.last - begin])
                if one.named >= _LEAST:
                    names_of[i].append(Name(start, end, texts[i][start:end], _KINDS[one.kind], one.score))
        return names_of


class _Machine:
    """Reader and encoder of one set of weights; what they remember of words is worth keeping."""

    def __init__(self, weights: Weights) -> None:
        self._reader = Reader(weights.vocabulary, gazetteer())
        self._encoder = Encoder(weights, self._reader)
        self._lock = Lock()

    def found(self, batch: Sequence[tuple[Tokens, Reading]]) -> list[tuple[Found, int, int]]:
        """The names in texts, each with the number of its text and the place where that begins."""
        with self._lock:
            if self._reader.start_batch():
                self._encoder.forget()
            stream = joined([self._reader.read(tokens, reading) for tokens, reading in batch], GAP)
            places, scores = self._encoder.scores(stream)
        scores[named_by_rules(stream.told)[places], 0] -= _TRUST
        found = []
        for one in decoded(places, scores):
            text = int(stream.texts[one.first])
            found.append((one, text, stream.begins[text]))
        return found


@lru_cache(maxsize=1)
def _shipped() -> _Machine:
    return _Machine(load())


def _batches(texts: Sequence[str]) -> Iterator[list[tuple[int, Tokens]]]:
    batch: list[tuple[int, Tokens]] = []
    size = 0
    for i, text in enumerate(texts):
        for tokens in parts(tokenise(text), _LONGEST):
            if batch and size + len(tokens.words) > _TOGETHER:
                yield batch
                batch, size = [], 0
            batch.append((i, tokens))
            size += len(tokens.words)
    if batch:
        yield batch
