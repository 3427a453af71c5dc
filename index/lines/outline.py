"""What is kept of an article to compare its lines with others': a number for each line, not the words."""

import hashlib
import re
from array import array
from collections.abc import Callable
from typing import NamedTuple

from index.lines.houses import house_of
from models.article import Article

SHORT = 200
"""Characters of the longest line that an outlet may be said to put under everything; a paragraph has 200 to 300."""
PROSE = 80
"""Characters from which on a line tells what an article is about; as in the baseline of cleaning."""
_FIGURES = 0.25
"""Share of numbers among its words up to which a line says the same with others: a result's line does not."""
_QUOTATION = re.compile("[\"“”„«»]|(?<!\\w)[‘']|[’'](?!\\w)")
_NUMBER = re.compile(r"\d+(?:[.,:/]\d+)*")
_SENTENCE = re.compile(r"[.!?…][\"'”’»)\]]*$")


class Outline(NamedTuple):
    """An article's lines as 64-bit numbers, which hold its house too; equal ones stand in articles of one house."""

    house: str
    lines: bytes
    """Those that may be furniture, as an `array` of type q, ascending."""
    prose: bytes
    """Those that tell what the article is about, likewise. A line may be among both."""


def normal(text: str) -> str:
    """A line without case and spacing; numbers are 0 unless it is a sentence, which may mean just them."""
    folded = " ".join(text.casefold().split())
    if _SENTENCE.search(folded) and folded.count(" ") >= 4:
        return folded
    return _NUMBER.sub("0", folded)


def line_id(house: str, text: str) -> int:
    """The number of a line in articles of a house."""
    data = f"{house}\n{normal(text)}".encode("utf-8", "surrogatepass")
    return int.from_bytes(hashlib.blake2b(data, digest_size=8).digest(), "little", signed=True)


def furniture_like(article: Article) -> Callable[[str], bool]:
    """A test whether a line is short, quotes nobody, is no result, and neither headline nor standfirst."""
    stated = {normal(text) for text in (article.title, article.standfirst) if text}

    def test(text: str) -> bool:
        if len(text) > SHORT or _QUOTATION.search(text):
            return False
        # Words with a letter against numbers: "Shr 34 cts vs 33 cts" is what its article is about.
        numbers = _NUMBER.findall(text)
        return not (numbers and len(numbers) > _FIGURES * len(text.split())) and normal(text) not in stated

    return test


def outline(article: Article) -> Outline:
    """What is kept of an article as it was read."""
    house = house_of(article)
    like = furniture_like(article)
    lines, prose = set(), set()
    for passage in article.passages:
        text = passage.text
        is_line, is_prose = like(text), len(text) >= PROSE
        if is_line or is_prose:
            number = line_id(house, text)
            if is_line:
                lines.add(number)
            if is_prose:
                prose.add(number)
    return Outline(house, _packed(lines), _packed(prose))


def _packed(numbers: set[int]) -> bytes:
    return array("q", sorted(numbers)).tobytes()
