"""A text to its capitalised runs: the words that could belong to one name, with what stands around them."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from index.annotating.names import cues
from index.annotating.names.headlines import headline_as_prose


def _capitals() -> str:
    blocks = (range(0x41, 0x5B), range(0xC0, 0x530), range(0x1E00, 0x2000))
    return "".join(chr(code) for block in blocks for code in block if chr(code).isupper())


_U = _capitals()
_TITLE_STOP = (
    "Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Maj|Capt|Cpl|Sgt|Adm|Cmdr|Brig|Gov|Sen|Rep|Rev|Hon|St|Pres|Supt|Det|Insp"
)
_COMPANY_STOP = "Inc|Corp|Co|Ltd|Jr|Sr|Bros"
_WORD = (
    r"U\. [SKN]\."
    rf"|(?:[{_U}]\.){{2,}}(?:[{_U}](?!\w))?"
    rf"|[{_U}]\.(?= ?[{_U}])"
    rf"|(?:{_TITLE_STOP})\.(?= )"
    rf"|(?:{_COMPANY_STOP})\.(?=,| [a-z(])"
    rf"|(?:[a-z]{{1,5}}[-'’])?[{_U}]\w*(?:(?:[-–/&]|['’](?![sS]\b))\w+)*"
)
_SMALL = "|".join(sorted(cues.PARTICLES | cues.LINKS, key=lambda word: (-len(word), word)))
_LONGEST = 40
"""Words after a run's first; a longer one is no name, and cutting it would take time without bound."""
_RUN = re.compile(
    rf"(?<![\w@#])(?:{_WORD})(?:(?:['’]s?)? (?:(?:{_SMALL}) ){{0,3}}(?:{_WORD})){{0,{_LONGEST}}}"
)
_TOKEN = re.compile(rf"(?P<word>{_WORD})|(?P<small>[a-z]+|&)(?= )|(?P<owner>(?<=\w)['’]s?)(?= )")
_BEFORE = re.compile(r"([\w'’-]+|[^\w\s])([ \t]*)[\"“‘'(\[«]*[ \t]*$")
_SENTENCE_END = frozenset('.!?:;…•|*–—-"”')


@dataclass(slots=True)
class Token:
    """A word of a run, with its place in the text."""

    text: str
    start: int
    end: int
    small: bool = False
    """A link or particle: "of", "al"."""
    owned: bool = False
    """What follows belongs to it: "Workers' Federation", "Russia's Kern"."""


@dataclass(slots=True)
class Run:
    """Tokens that follow one another; the first and the last are capitalised."""

    tokens: list[Token]
    left: str
    """The word or mark before it, in small letters; empty at the start of a line."""
    initial: bool
    """Its first word stands where any word would have a capital."""
    headline: bool
    line: str
    """The line it stands in, a headline as prose."""
    offset: int
    """The place of `line` in the text."""

    def after(self, end: int) -> str:
        """Up to 40 characters that follow a place in the text."""
        return self.line[end - self.offset : end - self.offset + 40]


def runs(text: str, is_ordinary: Callable[[str], bool], is_place: Callable[[str], bool]) -> Iterator[Run]:
    """The runs of a text in order. A run never crosses the end of a line.

    Args:
        text: Any text.
        is_ordinary: Whether a word, given with a capital, would be small inside a sentence; for headlines.
        is_place: Whether two words are one place; the same.
    """
    offset = 0
    for original in text.split("\n"):
        prose = headline_as_prose(original, is_ordinary, is_place)
        line = original if prose is None else prose
        for match in _RUN.finditer(line):
            left, initial = _before(line, match.start())
            yield Run(_tokens(match, offset), left, initial, prose is not None, line, offset)
        offset += len(original) + 1


def _tokens(run: re.Match[str], offset: int) -> list[Token]:
    tokens: list[Token] = []
    for match in _TOKEN.finditer(run.string, run.start(), run.end()):
        if match.lastgroup == "owner":
            tokens[-1].owned = True
        else:
            small = match.lastgroup == "small"
            tokens.append(Token(match[0], offset + match.start(), offset + match.end(), small))
    return tokens


def _before(line: str, start: int) -> tuple[str, bool]:
    if start == 0:
        return "", True
    match = _BEFORE.search(line, max(0, start - 40), start)
    if match is None:
        return "", True
    left = match[1].lower()
    return left, left in _SENTENCE_END
