"""The marked texts that the network learns from: our own and the licensed ones, as texts with spans."""

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

from index.annotating.names import cues
from index.annotating.names.gazetteer import COUNTRY_WEIGHT, gazetteer

OWN = Path(__file__).parent / "own"
_MARKED = re.compile(r"\[\[(PER|ORG|LOC|MISC)\|([^\]]+)\]\]")
_NO_SPACE_BEFORE = frozenset({*".,;:!?)]}%’”…", "'s", "’s", "n't", "'re", "'ve", "'ll", "'d", "'m"})
_NO_SPACE_AFTER = frozenset("([{$£€#@‘“")
_HYPHENS_GLUED = frozenset({"gum", "re3d", "uner_ewt"})
"""Corpora that write "oil - rich"."""
_TITLE_OR_WORD = re.compile(r"[\w-]+\.?")
_SMALL_WORDS_INSIDE = frozenset({"re3d", "gum"})
"""Corpora whose names may end in words in small letters: "Iraqi military"."""
_SMALL_END = re.compile(r"(?:[ -]+[a-z]+)+$")
_SENTENCES_A_LINE = 3
_TITLES_TOO = frozenset({"Foreign", "Secretary", "Majesty", "Holiness", "Highness", "PM", "VP"})


@dataclass(frozen=True, slots=True)
class Marked:
    """A text with its names."""

    id: str
    """Corpus, then a number."""
    text: str
    spans: tuple[tuple[int, int, str], ...]
    """Start, end and kind (PER, ORG, LOC, MISC) in order, without overlap."""

    @property
    def corpus(self) -> str:
        """The file it is from."""
        return self.id.rpartition("-")[0]

    @property
    def family(self) -> str:
        """The corpus, all of our own files as one: "own"."""
        return self.corpus.partition(".")[0]


def own_texts(folder: Path = OWN) -> Iterator[Marked]:
    """Our own texts, marked as `ANNOTATION.md` beside them says."""
    for file in sorted(folder.glob("*.txt")):
        for i, text in enumerate(file.read_text(encoding="utf-8").split("\n###\n")):
            if text.strip(" #\n"):
                yield _by_our_guide(from_marks(f"own.{file.stem}-{i}", text.strip()))


def from_marks(name: str, marked: str) -> Marked:
    """A text out of one marked inline: "[[PER|Davor Kern]] said"."""
    parts: list[str] = []
    spans: list[tuple[int, int, str]] = []
    size = at = 0
    for match in _MARKED.finditer(marked):
        before = marked[at : match.start()]
        parts += [before, match[2]]
        size += len(before)
        spans.append((size, size + len(match[2]), match[1]))
        size += len(match[2])
        at = match.end()
    return Marked(name, "".join(parts) + marked[at:], tuple(spans))


def licensed_texts(file: Path, seed: int = 0) -> Iterator[Marked]:
    """The documents of one corpus, one a line as {"id", "sentences": [{"tokens", "tags"}]}, written as texts."""
    random = Random(f"{seed} {file.stem}")
    for line in file.read_text(encoding="utf-8").splitlines():
        document = json.loads(line)
        yield _by_our_guide(_written(document["id"], document["sentences"], file.stem, random))


def _by_our_guide(marked: Marked) -> Marked:
    """The names as docs/annotation.md has them, which the corpora differ from and from each other."""
    guided = (_guided(marked, *span) for span in marked.spans)
    return Marked(marked.id, marked.text, tuple(span for span in guided if span[0] < span[1]))


def _guided(marked: Marked, start: int, end: int, kind: str) -> tuple[int, int, str]:
    """Titles and articles outside the name; a people is one, and a country's team is the country."""
    known, text = gazetteer(), marked.text
    if kind == "PER":
        titles = [
            start + word.end()
            for word in _TITLE_OR_WORD.finditer(text[start:end])
            if word[0].rstrip(".") in cues.TITLES or word[0] in _TITLES_TOO
        ]
        start = max(titles, default=start)
    elif text.startswith("the ", start, end):
        start += 4
    if marked.corpus in _SMALL_WORDS_INSIDE:
        end = start + len(_SMALL_END.sub("", text[start:end]))
    while start < end and not text[start].isalnum():
        start += 1
    name = text[start:end]
    usual = name.title() if name.isupper() else name
    if name in known.peoples:
        return start, end, "MISC"
    if kind == "ORG" and known.places.get(usual, 0.0) >= COUNTRY_WEIGHT:
        return start, end, "LOC"
    return start, end, kind


def _written(name: str, sentences: Sequence[dict[str, list[str]]], corpus: str, random: Random) -> Marked:
    glue = corpus in _HYPHENS_GLUED and random.random() < 0.7
    tweets = corpus in ("btc", "wnut17")
    text = ""
    spans: list[tuple[int, int, str]] = []
    for i, sentence in enumerate(sentences):
        if i:
            text += "\n" if tweets or i % _SENTENCES_A_LINE == 0 else " "
        text = _sentence(sentence["tokens"], sentence["tags"], text, spans, glue=glue)
    return Marked(name, text, tuple(spans))


def _sentence(
    tokens: Sequence[str], tags: Sequence[str], text: str, spans: list[tuple[int, int, str]], *, glue: bool
) -> str:
    glued, quoted = True, False
    for i, (token, tag) in enumerate(zip(tokens, tags, strict=True)):
        mark = {"``": '"', "''": '"', "-LRB-": "(", "-RRB-": ")"}.get(token, token)
        hyphen = glue and mark == "-" and 0 < i < len(tokens) - 1 and tokens[i - 1][-1].isalnum()
        number = (
            mark == "," and 0 < i < len(tokens) - 1 and tokens[i - 1].isdigit() and len(tokens[i + 1]) == 3
        )
        closes = mark == '"' and quoted
        if not (glued or mark in _NO_SPACE_BEFORE or hyphen or closes):
            text += " "
        if mark == '"':
            quoted = not quoted
        start = len(text)
        text += mark
        glued = (
            mark in _NO_SPACE_AFTER
            or hyphen
            or (number and tokens[i + 1].isdigit())
            or (mark == '"' and quoted)
        )
        if tag == "O":
            continue
        if tag[0] == "I" and spans and spans[-1][2] == tag[2:] and i and tags[i - 1] != "O":
            spans[-1] = (spans[-1][0], len(text), tag[2:])
        else:
            spans.append((start, len(text), tag[2:]))
    return text
