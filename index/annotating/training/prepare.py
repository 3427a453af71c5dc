"""Marked texts to the arrays that training reads, with the same code that reads texts later."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from index.annotating.names.gazetteer import Gazetteer
from index.annotating.names.recogniser import RuleRecogniser
from index.annotating.names.statistics import Statistics
from index.annotating.network.evidence import named_by_rules
from index.annotating.network.labels import classes
from index.annotating.network.reading import Input, Reader
from index.annotating.network.tokens import tokenise
from index.annotating.network.words import Vocabulary, crc
from index.annotating.training.corpora import Marked

if TYPE_CHECKING:
    import numpy as np

IGNORED = -100
"""The class of tokens that nothing is learnt from."""
_INCOMPLETE = frozenset({"gum", "re3d"})
"""Corpora that leave many names unmarked: what the rules find there beyond the marks may be one."""
_LEAST = 3
"""Uses of a word for a row of its own."""
_TOGETHER = 60
"""Texts read together, as many as an index's worker takes at a time or fewer."""
_PEOPLE = re.compile(r"[A-Z][a-zà-ÿ]+(?:ians?|eses?|ish|stanis?|ists?|ites?)")


def vocabulary(texts: Sequence[Marked]) -> Vocabulary:
    """The words with a row of their own: used often enough, and in more than one text."""
    import numpy as np

    uses: Counter[str] = Counter()
    for text in texts:
        uses.update(word[:24].lower() for word in tokenise(text.text).words)
    sums = {crc(word) for word, count in uses.items() if count >= _LEAST}
    return Vocabulary(np.asarray(sorted(sums), dtype=np.uint32))


def prepared(texts: Sequence[Marked], reader: Reader, known: Gazetteer) -> list[tuple[Input, "np.ndarray"]]:
    """Each text as the network reads it, with its tokens' classes."""
    import numpy as np

    found = []
    for i in range(0, len(texts), _TOGETHER):
        together = texts[i : i + _TOGETHER]
        written = [text.text for text in together]
        statistics = Statistics()
        statistics.add(written)
        readings = RuleRecogniser().read(written, statistics)
        for text, reading in zip(together, readings, strict=True):
            reading.link()
            tokens = tokenise(text.text)
            spans = [(a, b, _kind(text.text[a:b], kind, known)) for a, b, kind in text.spans]
            truth = np.asarray(classes(tokens.starts.tolist(), tokens.ends.tolist(), spans), dtype=np.int64)
            one = reader.read(tokens, reading)
            if text.family in _INCOMPLETE:
                truth[(truth == 0) & named_by_rules(one.told)] = IGNORED
            found.append((one, truth))
    return found


def _kind(name: str, kind: str, known: Gazetteer) -> str:
    people = name in known.peoples or name.title() in known.peoples or _PEOPLE.fullmatch(name)
    return "NORP" if kind == "MISC" and people else kind
