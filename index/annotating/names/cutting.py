"""Capitalised runs to the pieces that may be one name each: cut at titles, links, peoples and ordinary words."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from index.annotating.names import cues, world
from index.annotating.names.gazetteer import COUNTRY_WEIGHT, Gazetteer
from index.annotating.names.pieces import Piece
from index.annotating.names.runs import Run, Token

# Inside a run only these part it; a capital on any other function word there is part of a name.
_PARTING = frozenset(
    "the a an and of in on at to but for with he she it they we i his her its their this that"
    " must be is are was were been has have had should would could cannot".split()
)
_ALSO_SURNAMES = frozenset({"May", "March", "April", "August", "June", "Jan", "Sun", "Sat", "Mar"})
_PREFIXES = frozenset({"pro", "anti", "ex", "non", "mid", "pre", "post", "trans", "un", "inter", "co", "neo"})
_OPENERS = frozenset(
    "National Central World United First New Supreme High International Royal Federal Great Democratic People's"
    " General Common European African Free Green Civil Public Human Social Air Red White Black Islamic".split()
)
"""Ordinary words that begin names often enough to be kept at the start of a sentence before a cue."""
_APOSTROPHE = re.compile("['’]")
_ABBREVIATIONS = re.compile(r"[A-Z]{2,}(?:/[A-Z]{2,})+")
_INITIAL = re.compile(r"[A-Z]\.")
_INITIALS = 3
"""Letters up to which a word may be somebody's initials."""
_PLACE_AND_PERSON = 3
"""Words of an unlisted country, a given name and a surname."""
_AFTER_AND = frozenset({"and", "&"})


@dataclass(slots=True)
class _Stretch:
    tokens: list[Token]
    titled: bool = False


class Cutter:
    """Cuts runs into pieces with what the gazetteer knows."""

    def __init__(self, gazetteer: Gazetteer, is_ordinary: Callable[[str], bool]) -> None:
        self._gazetteer = gazetteer
        self._is_ordinary = is_ordinary

    def pieces(self, run: Run) -> Iterator[Piece]:
        """The pieces of one run, in order, without overlap."""
        tokens = list(self._hyphens(run.tokens))
        first = tokens[0].start
        for part in self._without_ordinary(tokens, run.initial):
            for stretch in self._without_titles(part):
                for linked in self._at_links(stretch.tokens):
                    for whole in self._before_person(linked):
                        named = self._without_verb(whole) if run.headline else whole
                        yield self._piece(
                            run, named, first, titled=stretch.titled and named[0] is stretch.tokens[0]
                        )

    def _piece(self, run: Run, tokens: Sequence[Token], first: int, *, titled: bool) -> Piece:
        start, end = tokens[0].start, tokens[-1].end
        at_start = start == first
        if at_start:
            left = run.left
        else:
            left = run.line[max(0, start - run.offset - 30) : start - run.offset].split()[-1].lower()
        at = start - run.offset
        before = run.line[max(0, at - 40) : at]
        words = tuple(
            f"{token.text}'s" if token.owned and token is not tokens[-1] else token.text for token in tokens
        )
        return Piece(
            words, start, end, left, run.after(end), before, at_start and run.initial, run.headline, titled
        )

    def _without_verb(self, tokens: list[Token]) -> list[Token]:
        """A person's name in a headline without an unknown word in front: "Accuse Davor Kern"."""
        known = self._gazetteer
        if len(tokens) < 3 or tokens[1].text not in known.given_names:
            return tokens
        first = tokens[0].text
        listed = first in known.given_names or first in known.surnames or first in known.places
        return tokens if listed or first.isupper() or tokens[-1].text in cues.ORG_TAILS else tokens[1:]

    def _hyphens(self, tokens: Sequence[Token]) -> Iterator[Token]:
        """Part what hyphens join: "US-led" is US, "pro-Kern" is Kern, "Tajik-Afghan" is two peoples."""
        known = self._gazetteer
        for token in tokens:
            if _ABBREVIATIONS.fullmatch(token.text):
                yield from _at_slash(token)
                continue
            left, mark, right = token.text.partition("-")
            if not mark or token.text in known.places or not right:
                yield token
            elif right[0].islower():
                yield Token(left, token.start, token.start + len(left), owned=True)
            elif left in _PREFIXES or left.lower() in _PREFIXES:
                yield Token(right, token.end - len(right), token.end, token.small, token.owned)
            elif self._is_place_or_people(left) and self._is_place_or_people(right):
                yield Token(left, token.start, token.start + len(left), owned=True)
                yield Token(right, token.end - len(right), token.end, token.small, token.owned)
            else:
                yield token

    def _is_place_or_people(self, word: str) -> bool:
        return word in self._gazetteer.peoples or self._gazetteer.places.get(word, 0) >= 2

    def _without_ordinary(self, tokens: Sequence[Token], initial: bool) -> Iterator[list[Token]]:
        part: list[Token] = []
        for i, token in enumerate(tokens):
            drop = not token.small and (
                self._is_calendar(part, token)
                or _parts(token.text)
                or (i == 0 and initial and self._merely_initial(tokens))
            )
            if drop:
                yield from _trimmed(part)
                part = []
                continue
            part.append(token)
            if token.owned and not self._keeps_owner(token, tokens[i + 1 :]):
                yield from _trimmed(part)
                part = []
        yield from _trimmed(part)

    def _is_calendar(self, part: Sequence[Token], token: Token) -> bool:
        word = token.text.rstrip(".")
        return word in cues.CALENDAR and not (word in _ALSO_SURNAMES and part and not part[-1].small)

    def _merely_initial(self, tokens: Sequence[Token]) -> bool:
        """Whether the first word of a sentence has its capital from standing there, and is not part of a name."""
        word = tokens[0].text
        if word.lower() in world.FUNCTION_WORDS and not (word.isupper() and len(word) > 1):
            return True
        if len(tokens) > 1 and f"{word} {tokens[1].text}" in self._gazetteer.places:
            return False
        if len(tokens) == 1 or word.isupper() or word in cues.TITLES or word in cues.ROLE_WORDS:
            return False
        if tokens[1].small:
            return self._is_ordinary(word) and word not in cues.ORG_HEADS
        if word in _OPENERS and (tokens[1].text in cues.ORG_TAILS or tokens[-1].text in cues.ORG_TAILS):
            return False
        return self._is_ordinary(word)

    def _keeps_owner(self, token: Token, following: Sequence[Token]) -> bool:
        """Whether a possessive is inside a name: it is in "Workers' Federation", not in "Russia's Army"."""
        if not following or self._is_place_or_people(token.text) or "-" in token.text:
            return False
        return self._gazetteer.is_ordinary(token.text.lower()) and any(
            t.text in cues.ORG_TAILS for t in following
        )

    def _without_titles(self, tokens: list[Token]) -> Iterator[_Stretch]:
        """Titles and roles stand outside the name, and part what stands before from the person after."""
        last = tokens[-1].text
        if (
            len(tokens) > 1
            and last in cues.ORG_TAILS | cues.PLACE_TAILS | cues.EVENT_TAILS
            and last not in cues.TITLES
        ):
            yield _Stretch(tokens)
            return
        at = self._title_at(tokens)
        if at is None:
            yield _Stretch(tokens)
            return
        begin, end = at
        for part in _trimmed(tokens[:begin]):
            yield _Stretch(part)
        if end < len(tokens):
            titled = not tokens[end].small or tokens[end].text in cues.PARTICLES
            for part in _trimmed(tokens[end:]):
                for stretch in self._without_titles(part):
                    stretch.titled = stretch.titled or (titled and stretch.tokens[0] is tokens[end])
                    yield stretch

    def _title_at(self, tokens: Sequence[Token]) -> tuple[int, int] | None:
        """Where the first title phrase begins and ends."""
        for i, token in enumerate(tokens):
            if not _is_title(token):
                continue
            alone_in_name = (
                i == len(tokens) - 1 and i > 0 and tokens[i - 1].text in self._gazetteer.given_names
            )
            if alone_in_name or self._in_place(tokens, i):
                continue
            begin, end = i, i + 1
            while begin > 0 and (_is_role(tokens[begin - 1]) or self._role_link(tokens, begin - 1)):
                begin -= 1
            while end < len(tokens) and (_is_title(tokens[end]) or tokens[end].text in ("General", "Elect")):
                end += 1
            field = _after_of(tokens, end)
            if field < len(tokens) and field > end and _is_role(tokens[field]):
                end = field + 1
                while end < len(tokens) and (_is_role(tokens[end]) or self._role_link(tokens, end)):
                    end += 1
            return begin, end
        return None

    def _role_link(self, tokens: Sequence[Token], i: int) -> bool:
        return (
            tokens[i].text in _AFTER_AND
            and 0 < i < len(tokens) - 1
            and _is_role(tokens[i - 1])
            and (_is_role(tokens[i + 1]) or _is_title(tokens[i + 1]))
        )

    def _in_place(self, tokens: Sequence[Token], i: int) -> bool:
        return i + 1 < len(tokens) and f"{tokens[i].text} {tokens[i + 1].text}" in self._gazetteer.places

    def _at_links(self, tokens: list[Token]) -> Iterator[list[Token]]:
        begin, i = 0, 0
        while i < len(tokens):
            if tokens[i].small:
                end = i
                while tokens[end].small:
                    end += 1
                if not self._keeps_link(tokens[begin:i], tokens[i:end], tokens[end:]):
                    yield tokens[begin:i]
                    begin = end
                i = end
            i += 1
        yield tokens[begin:]

    def _keeps_link(self, before: Sequence[Token], links: Sequence[Token], after: Sequence[Token]) -> bool:
        words = [link.text for link in links]
        if all(word in cues.PARTICLES and word != "the" for word in words):
            return True
        if f"{before[-1].text} {' '.join(words)} {after[0].text}" in self._gazetteer.places:
            return True
        has_head = any(token.text in cues.ORG_HEADS for token in before)
        last, following = before[-1].text, after[0].text
        match words[0]:
            case "&":
                return True
            case "of":
                if last in cues.ORG_HEADS or last in cues.PLACE_HEADS or last in cues.EVENT_HEADS:
                    return True
                return (
                    self._is_ordinary(last) and last not in cues.ROLE_WORDS and (has_head or len(before) > 1)
                )
            case "for" | "on" | "against":
                return has_head
            case "and":
                if after[0].text in self._gazetteer.given_names or self._is_place_or_people(following):
                    return False
                if not (self._is_ordinary(last) or last in cues.ROLE_WORDS):
                    return False
                if any(token.text in ("of", "for") for token in before) and has_head:
                    return following not in self._gazetteer.surnames and following not in world.KNOWN_BODIES
                tail = any(token.text in cues.ORG_TAILS for token in after)
                return self._is_ordinary(following) and (has_head or tail)
            case "in":
                return has_head and last in ("Cooperation", "Co-operation", "Rights")
            case _:
                return False

    def _before_person(self, tokens: list[Token]) -> Iterator[list[Token]]:
        """Part a body or country and the person right behind it: "Labour Ministry P. Orlik", "Ruritania Dan Kern"."""
        known = self._gazetteer
        for i in range(1, len(tokens) - 1):
            before, given = tokens[i - 1].text, tokens[i].text
            listed = before in known.given_names or before in known.surnames or len(before) < _INITIALS
            initial = before in cues.ORG_HEADS and _INITIAL.fullmatch(given) is not None
            behind_place = (
                i == 1
                and len(tokens) == _PLACE_AND_PERSON
                and before.endswith("ia")
                and given in known.given_names
            )
            if initial or (behind_place and not listed and not self._is_ordinary(tokens[2].text)):
                yield from self._after_people(tokens[:i])
                yield from self._after_people(tokens[i:])
                return
        yield from self._after_people(tokens)

    def _after_people(self, tokens: list[Token]) -> Iterator[list[Token]]:
        """Part "Ruritanian Davor Kern" into a people and a person; "Ruritanian Navy" is one body."""
        if len(tokens) < 2 or tokens[1].small:
            yield tokens
            return
        known = self._gazetteer
        for size in (2, 1):
            head = " ".join(token.text for token in tokens[:size])
            rest = tokens[size:]
            country = known.places.get(head, 0) >= COUNTRY_WEIGHT
            if (
                rest
                and not rest[0].small
                and (head in known.peoples or country)
                and self._stands_alone(rest, tokens)
            ):
                yield tokens[:size]
                yield from self._after_people(rest)
                return
        yield tokens

    def _stands_alone(self, rest: Sequence[Token], whole: Sequence[Token]) -> bool:
        if " ".join(token.text for token in whole) in self._gazetteer.places:
            return False
        name = " ".join(token.text for token in rest)
        if len(rest) == 1 or name in self._gazetteer.peoples:
            return name in world.KNOWN_BODIES or self._is_place_or_people(name)
        return rest[0].text in self._gazetteer.given_names and not any(t.text in cues.ORG_TAILS for t in rest)


def _at_slash(token: Token) -> Iterator[Token]:
    start = token.start
    for part in token.text.split("/"):
        yield Token(part, start, start + len(part), owned=True)
        start += len(part) + 1


def _parts(word: str) -> bool:
    """Whether a word is no part of any name, "I'm" as little as "I"."""
    return _APOSTROPHE.split(word, maxsplit=1)[0].lower() in _PARTING and (
        not word.isupper() or len(word) == 1
    )


def _after_of(tokens: Sequence[Token], at: int) -> int:
    """Where the words behind "of" or "of the" begin; `at` itself if neither stands there."""
    if at >= len(tokens) or tokens[at].text not in ("of", "for"):
        return at
    return at + 2 if at + 1 < len(tokens) and tokens[at + 1].text == "the" else at + 1


def _is_title(token: Token) -> bool:
    """Whether a word is a title, or ranks joined by a hyphen, as "General-Lieutenant"."""
    word = token.text.rstrip(".")
    return word in cues.TITLES or ("-" in word and all(part in cues.TITLES for part in word.split("-")))


def _is_role(token: Token) -> bool:
    return token.text.rstrip(".") in cues.ROLE_WORDS or _is_title(token)


def _trimmed(tokens: list[Token]) -> Iterator[list[Token]]:
    """The tokens without small words at either end, if any are left."""
    begin, end = 0, len(tokens)
    while begin < end and tokens[begin].small:
        begin += 1
    while end > begin and tokens[end - 1].small:
        end -= 1
    if begin < end:
        yield tokens[begin:end]
