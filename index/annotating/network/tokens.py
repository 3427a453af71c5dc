"""Texts to the tokens the network reads: words, numbers, single marks and ends of lines."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np

_TOKEN = re.compile(
    r"\n\s*"
    r"|(?:[^\W\d_]\.){2,}"
    r"|['’][sS]\b"
    r"|\d+(?:[.,:]\d+)*"
    r"|[^\W_]+(?:['’](?![sS]\b)[^\W_]+)*"
    r"|[^\w\s]|_"
)
LINE_END = "\n"
"""The word of every token that ends a line."""


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of one text, or of a part of it."""

    words: list[str]
    starts: "np.ndarray"
    """Code points into the text, int64, as `ends`."""
    ends: "np.ndarray"


def tokenise(text: str) -> Tokens:
    """The tokens of a text in order, without overlap.

    A possessive is a token of its own and a hyphen another, so that names may end before them; initials that stand
    together ("U.S.", "J.R.R.") are one, numbers with their marks too.
    """
    import numpy as np

    words: list[str] = []
    spans: list[int] = []
    for match in _TOKEN.finditer(text):
        word = match[0]
        words.append(LINE_END if word[0] == "\n" else word)
        spans += match.span()
    pairs = np.asarray(spans, dtype=np.int64).reshape(-1, 2)
    return Tokens(words, pairs[:, 0], pairs[:, 1])


def parts(tokens: Tokens, longest: int) -> Sequence[Tokens]:
    """The tokens cut into parts of at most `longest`, so that a book needs no more memory than an article."""
    if len(tokens.words) <= longest:
        return [tokens]
    return [
        Tokens(tokens.words[i : i + longest], tokens.starts[i : i + longest], tokens.ends[i : i + longest])
        for i in range(0, len(tokens.words), longest)
    ]
