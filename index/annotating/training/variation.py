"""The marked texts once more with other names, capitals and openings, so that no name is learnt by heart."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable
from random import Random

from index.annotating.names import cues
from index.annotating.names.gazetteer import Gazetteer
from index.annotating.training.corpora import Marked

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_SHARE = 0.6
"""Names of a text that get another name."""
_KEPT = (
    cues.ORG_TAILS
    | cues.PLACE_TAILS
    | cues.PLACE_HEADS
    | cues.ORG_HEADS
    | cues.EVENT_TAILS
    | cues.TITLES
    | cues.COMPASS
)
_NEWS = ("own", "re3d", "gum", "wikigold")
_WELL_KNOWN = 2.0
_DATELINE = re.compile(r"\b[A-Z]{4,}(?:[,: (-]| —)|\) [-—]")
_HYPHEN = re.compile(r"(?<=[^\W\d_])-(?=[^\W\d_])")
_VOWELS = "aeiou"


class Variation:
    """Makes other texts out of marked ones, the same for the same seed."""

    def __init__(self, known: Gazetteer, texts: Iterable[Marked], seed: int) -> None:
        self._known, self._random = known, Random(seed)
        self._given = sorted(known.given_names)
        self._surnames = sorted(known.surnames)
        self._places = sorted(place for place in known.places if " " not in place)
        self._either = self._places + self._surnames
        self._all_places = sorted(place for place, weight in known.places.items() if weight > _WELL_KNOWN)
        self._peoples = sorted(people for people in known.peoples if " " not in people)
        bodies = {
            m.text[a:b]
            for m in texts
            if m.corpus.startswith("own")
            for a, b, kind in m.spans
            if kind == "ORG"
        }
        self._bodies = sorted(bodies)

    def varied(self, marked: Marked) -> Marked:
        """One variant of a text."""
        renamed = self._renamed(marked)
        if marked.corpus.startswith(_NEWS):
            if self._random.random() < 0.3:
                renamed = self._dated(renamed)
            if self._random.random() < 0.45:
                renamed = self._in_capitals(renamed)
        return _apart(renamed) if self._random.random() < 0.08 else renamed

    def _dated(self, marked: Marked) -> Marked:
        """With a dateline of its own behind the first line, or in front where there is but one line."""
        if _DATELINE.search(marked.text[:200]):
            return marked
        random = self._random
        town = random.choice(self._all_places if random.random() < 0.5 else self._places)
        town = town if random.random() < 0.3 else town.upper()
        date = random.choice(("1997-11-30", "July 4", "Aug 21", "3 March", "Thursday", "Nov. 18"))
        form = random.choice(
            (
                "{town} {date}\n\n",
                "{town}, {date} - ",
                "{town} - ",
                "{town}: ",
                "{town}, {date} (Wire) - ",
                "{town} — ",
            )
        )
        line = form.format(town=town, date=date)
        at = marked.text.find("\n") + 1
        while marked.text[at : at + 1] == "\n":
            at += 1
        spans = [
            (a, b, kind) if a < at else (a + len(line), b + len(line), kind) for a, b, kind in marked.spans
        ]
        spans = sorted([*spans, (at, at + len(town), "LOC")])
        return Marked(marked.id, marked.text[:at] + line + marked.text[at:], tuple(spans))

    def _renamed(self, marked: Marked) -> Marked:
        whole: dict[tuple[str, str], str] = {}
        words: dict[tuple[str, str], str] = {}
        parts: list[str] = []
        spans: list[tuple[int, int, str]] = []
        at = size = 0
        for start, end, kind in marked.spans:
            name = marked.text[start:end]
            key = kind, name.lower()
            if key not in whole:
                change = self._random.random() < _SHARE
                whole[key] = (
                    self._other(name, kind, words) if change or self._linked(name, kind, words) else name
                )
            new = whole[key]
            if name.isupper() and not whole[key].isupper() and len(name) > 4:
                new = new.upper()
            before = marked.text[at:start]
            parts += [before, new]
            size += len(before)
            spans.append((size, size + len(new), kind))
            size += len(new)
            at = end
        return Marked(marked.id, "".join(parts) + marked.text[at:], tuple(spans))

    def _linked(self, name: str, kind: str, words: dict[tuple[str, str], str]) -> bool:
        """Whether a word of a person's name has another one already."""
        return kind == "PER" and any((kind, word.lower()) in words for word in _WORD.findall(name))

    def _other(self, name: str, kind: str, words: dict[tuple[str, str], str]) -> str:
        match kind:
            case "PER":
                return self._by_word(name, "PER", words, self._person_word)
            case "LOC":
                return self._by_word(name, "LOC", words, lambda word, _: self._place_word(word))
            case "ORG":
                return self._body(name, words)
            case _ if name in self._known.peoples and " " not in name:
                return self._other_people(name)
            case _:
                return name

    def _by_word(
        self,
        name: str,
        kind: str,
        words: dict[tuple[str, str], str],
        other: Callable[[str, bool], str],
    ) -> str:
        found = list(_WORD.finditer(name))
        last = found[-1].start() if found else 0

        def changed(match: re.Match[str]) -> str:
            word = match[0]
            if not word[0].isupper() or len(word) == 1 or word in _KEPT:
                return word
            key = kind, word.lower()
            if key not in words:
                words[key] = other(word, match.start() == last)
            new = words[key]
            return new.upper() if word.isupper() and len(word) > 3 else new

        return _WORD.sub(changed, name)

    def _person_word(self, _word: str, last: bool) -> str:
        draw = self._random.random()
        if draw < 0.3:
            return self._invented()
        if draw > 0.94:
            return f"{self._random.choice(self._given)}-{self._random.choice(self._given).lower()[:5]}"
        if last and draw > 0.9:
            return f"{self._random.choice(('al', 'Al', 'el', 'Abu'))}-{self._random.choice(self._surnames)}"
        if last and draw < 0.36:
            return self._random.choice(self._places)
        return self._random.choice(self._surnames if last else self._given)

    def _place_word(self, word: str) -> str:
        if word in cues.ORG_TAILS or self._known.is_ordinary(word.lower()):
            return word
        draw = self._random.random()
        if draw < 0.4:
            return self._invented()
        return self._random.choice(self._places if draw < 0.85 else self._surnames)

    def _body(self, name: str, words: dict[tuple[str, str], str]) -> str:
        if name.isupper() and " " not in name and len(name) < 7:
            return "".join(self._random.choices("ABCDEFGHIKLMNOPRSTUVZ", k=len(name)))
        if " " in name and self._random.random() < 0.25 and not name.isupper():
            few = self._random.sample(self._bodies, min(5, len(self._bodies)))
            return self._random.choice(few or [name])
        return self._by_word(name, "ORG", words, lambda word, _: self._body_word(word, alone=" " not in name))

    def _body_word(self, word: str, *, alone: bool) -> str:
        if self._known.is_ordinary(word.lower()) and not alone:
            return word
        if word.isupper():
            return "".join(self._random.choices("ABCDEFGHIKLMNOPRSTUVZ", k=len(word)))
        if word in self._known.peoples:
            return self._other_people(word)
        draw = self._random.random()
        if draw < 0.5:
            return self._invented()
        if draw < 0.8:
            return self._random.choice(self._places)
        return self._random.choice(self._surnames)

    def _other_people(self, people: str) -> str:
        """Another people, in the plural for a plural."""
        drawn = self._random.choices(self._peoples, k=8)
        return next((other for other in drawn if other.endswith("s") == people.endswith("s")), people)

    def _invented(self) -> str:
        """A word that is on no list: the front of one name and the end of another."""
        front, back = self._random.choice(self._surnames), self._random.choice(self._either)
        cut = next((i for i in range(2, len(front)) if front[i] in _VOWELS), len(front))
        tail = next((i for i in range(1, len(back)) if back[i - 1] not in _VOWELS and back[i] in _VOWELS), 1)
        made = (front[:cut] + back[tail:].lower())[:14]
        return made if len(made) > 2 and made.isalpha() else front

    def _in_capitals(self, marked: Marked) -> Marked:
        """The first line in capitals, or with a capital on each long word."""
        line_end = marked.text.find("\n")
        if line_end < 0:
            stop = re.search(r"[.!?] ", marked.text)
            line_end = stop.start() + 1 if stop else 0
        head = marked.text[:line_end]
        if len(head) > 200:
            return marked
        if head.isupper():
            return marked
        shout = self._random.random() < 0.5
        new = head.upper() if shout else _WORD.sub(lambda m: _capital(m[0]), head)
        return (
            Marked(marked.id, new + marked.text[line_end:], marked.spans) if len(new) == len(head) else marked
        )


def _apart(marked: Marked) -> Marked:
    """With spaces around hyphens, as texts have it that were cut into tokens once."""
    at = [match.start() for match in _HYPHEN.finditer(marked.text)]
    spans = [(a + 2 * bisect_left(at, a), b + 2 * bisect_left(at, b), kind) for a, b, kind in marked.spans]
    return Marked(marked.id, _HYPHEN.sub(" - ", marked.text), tuple(spans))


def _capital(word: str) -> str:
    return word if word in cues.LINKS or len(word) < 3 else word[0].upper() + word[1:]
