"""A spaCy pipeline on the reader's disk as the recogniser. Nothing is ever fetched."""

import json
import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from importlib import metadata, util
from pathlib import Path
from typing import TYPE_CHECKING

from index.annotating.aliases.normal import body_key
from index.annotating.names import cues
from index.annotating.names.consistency import Consistency
from index.annotating.names.gazetteer import gazetteer
from index.annotating.names.numbered_units import numbered_units
from index.annotating.names.statistics import Statistics
from models.annotation import Mention
from models.errors import RecogniserUnavailable
from models.kind import Kind

if TYPE_CHECKING:
    from spacy.language import Language

_KINDS = {
    "PERSON": Kind.PERSON, "PER": Kind.PERSON,
    "ORG": Kind.ORG,
    "GPE": Kind.PLACE, "LOC": Kind.PLACE, "FAC": Kind.PLACE, "PLACE": Kind.PLACE,
    "NORP": Kind.NORP, "LANGUAGE": Kind.NORP,
    "EVENT": Kind.EVENT, "LAW": Kind.EVENT,
}  # fmt: skip
"""Labels of OntoNotes, which spaCy's English pipelines use, of WikiNER, which many others do, and our own.

Left out are works of art, products, dates and amounts, which are no names here (docs/annotation.md).
"""
_LONGEST = 100_000
"""Characters given to the pipeline at once: some of its parts need memory in proportion."""
_EDGES = ' \t\u00a0"“”‘,;:()[]'
_POSSESSIVE = re.compile(r"['’]s?$")
_ARTICLE = re.compile(r"(?:the|The|THE|a|A|an|An) +")
_WORD = re.compile(r"\S+ +")
_ADVICE = "Or unset MORGUE_RECOGNISER to have Morgue find the names itself."


def version_of(pipeline: str) -> str:
    """The version that a pipeline states, without loading it.

    Raises:
        RecogniserUnavailable: spaCy or the pipeline is not installed.
    """
    if util.find_spec("spacy") is None:
        raise RecogniserUnavailable("spaCy is not installed.", f"Install morgue[spacy]. {_ADVICE}")
    folder = Path(pipeline).expanduser()
    try:
        if folder.is_dir():
            meta = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
            return f"{meta.get('name', '')} {meta.get('version', '')}".strip()
        return metadata.version(pipeline)
    except (OSError, ValueError, AttributeError, metadata.PackageNotFoundError) as error:
        raise _missing(pipeline) from error


@lru_cache(maxsize=1)
def load(pipeline: str) -> "Language":
    """Load a pipeline by its package's name or its folder; once a process.

    Raises:
        RecogniserUnavailable: It is not there, cannot be loaded, or finds no names.
    """
    version_of(pipeline)
    import spacy

    folder = Path(pipeline).expanduser()
    try:
        loaded = spacy.load(folder if folder.is_dir() else pipeline)
    except Exception as error:  # pipelines hold code of their own, which may fail in any way
        raise RecogniserUnavailable(
            f"The spaCy pipeline {pipeline} cannot be loaded: {error}", f"Install it again. {_ADVICE}"
        ) from error
    if not any("doc.ents" in loaded.get_pipe_meta(name).assigns for name in loaded.pipe_names):
        raise RecogniserUnavailable(
            f"The spaCy pipeline {pipeline} finds no names.",
            f"Choose one with an entity recogniser. {_ADVICE}",
        )
    return loaded


def _missing(pipeline: str) -> RecogniserUnavailable:
    return RecogniserUnavailable(
        f"There is no spaCy pipeline {pipeline}.",
        f"Install its package, or give the folder it is in. {_ADVICE}",
    )


class SpacyRecogniser:
    """Names as a spaCy pipeline finds them, in the kinds and with the ends of docs/annotation.md."""

    def __init__(self, pipeline: "Language") -> None:
        """Take a pipeline that sets `doc.ents`."""
        self._pipeline = pipeline
        self._consistency = Consistency()

    def recognise(self, texts: Sequence[str], _statistics: Statistics) -> list[list[Mention]]:
        """See `index.annotating.names.recogniser.Recogniser`; remembers over calls what kind each name was."""
        found: list[list[Mention]] = [[] for _ in texts]
        parts = [(part, (number, start)) for number, text in enumerate(texts) for start, part in _parts(text)]
        for doc, (number, start) in self._pipeline.pipe(parts, as_tuples=True):
            for name in doc.ents:
                kind = _KINDS.get(name.label_)
                if kind is not None:
                    found[number] += _mentions(
                        texts[number], start + name.start_char, start + name.end_char, kind
                    )
        with_units = [_with_units(text, mentions) for text, mentions in zip(texts, found, strict=True)]
        return self._consistency.agree(texts, with_units)


def _parts(text: str) -> Iterator[tuple[int, str]]:
    """A text in parts that end with a line where they can, each with its place."""
    start = 0
    while start < len(text):
        end = start + _LONGEST
        if end < len(text):
            end = text.rfind("\n", start, end) + 1 or end
        yield start, text[start:end]
        start = end


def _mentions(text: str, start: int, end: int, kind: Kind) -> Iterator[Mention]:
    """What of a pipeline's name is a name by our guide: one line of it, without titles, articles and possessives."""
    end = start + len(text[start:end].split("\n", 1)[0])
    start, end = _trimmed(text, start, end)
    if kind is Kind.PERSON:
        start = _after_titles(text, start, end)
    article = _ARTICLE.match(text, start, end)
    start = article.end() if article else start
    name = text[start:end]
    if name in gazetteer().peoples:
        kind = Kind.NORP
    if any(letter.isupper() for letter in name) and name not in cues.GENERIC:
        yield Mention(start=start, end=end, text=name, kind=kind)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in _EDGES:
        start += 1
    while start < end and text[end - 1] in _EDGES:
        end -= 1
    possessive = _POSSESSIVE.search(text[start:end])
    return start, start + possessive.start() if possessive else end


def _after_titles(text: str, start: int, end: int) -> int:
    """Where the name begins behind "Defence Minister" or "Mr."; a name is left in any case."""
    while word := _WORD.match(text, start, end):
        bare = word[0].strip(" .,")
        following = text[word.end() : end].split()
        role = bare in cues.ROLE_WORDS and following[0].strip(".,") in cues.TITLES | cues.ROLE_WORDS
        if not (bare in cues.TITLES or role or body_key(bare) == "the"):
            break
        start = word.end()
    return start


def _with_units(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """A unit known by its number is one whole, whatever the pipeline takes of it."""
    units = [
        Mention(start=start, end=end, text=text[start:end], kind=Kind.ORG)
        for start, end in numbered_units(text)
    ]
    apart = [m for m in mentions if not any(u.start < m.end and m.start < u.end for u in units)]
    return sorted([*apart, *units], key=lambda mention: mention.start)
