"""Who does what a cue says: the subject of a verb, read from the words around it."""

import re
from collections.abc import Sequence

from index.annotating.quoting.cast import Cast, Speaker
from index.annotating.quoting.phrases import capitals_at, capitals_before, head, is_name, is_role
from index.annotating.quoting.roles import Roles
from index.annotating.quoting.speech import ADVERBS, ROLE_NOUNS
from models.annotation import Mention
from models.kind import Kind

_PRONOUN_FIRST = re.compile(r"(he|she|they|it|we|i)\b", re.IGNORECASE)
_PRONOUN_LAST = re.compile(r"(?:^|[\s,;(—–\"'“‘])(he|she|they|it|we|i)['’]?(?:s|d|ve|re)?$", re.IGNORECASE)
_RELATIVE_LAST = re.compile(r",?\s+(?:who|which|that)$")
_WITH = re.compile(r"\bwith\s+(?:the\s+)?(?=[^\W\d_a-z][^,;]{1,60}$)")
_ONE_OF = re.compile(r"\s*(?:including|like|such as|among|with|led|except)\b")
"""Behind these stands one of those who were named, or somebody else."""
_ASIDE = re.compile(r"\s*\([^()]{1,40}\),?$")
_VERB_TAIL = re.compile(rf"(?:\s+{ADVERBS})*\s*$")
_PASSIVE = re.compile(r"\b(?:was|were|been|being|is|are|be|gets?|got)\b")
_CHUNK_END = re.compile(
    r"[,;:(\[—–\"]|\s(?:of|for|at|in|from|with|on|who|whose|which|that|to|as|about|during|after|before|by|when|while"
    r"|via|and|but|this|last|late|early|earlier|here|told|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b"
    r"|\s-\s|(?<![A-Z])(?<![A-Z]\w)(?<![A-Z]\w\w)(?<!Capt)(?<!Prof)(?<!Cmdr)(?<!Brig)"
    r"\.(?=\s|$|\")"
)
_DETERMINER = (
    r"(?:[Tt]he|[Aa]n?|[Oo]ne|[Aa]nother|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts|[Ss]ome|[Mm]any|[Ss]everal|[Tt]wo|[Tt]hree|[Ff]our"
    r"|[Oo]ur|[Mm]y|[Tt]hat(?! (?:an?|the|some|many|most|several)\b)|[Tt]his)"
)
_DESCRIBING = (
    r"(?:(?!(?:that|which|who|is|are|was|were|has|have|had|been|be|asked|said|says|told|sent|out|why|when|as|if|but|in|on|at"
    r"|to|by|estimated|will|would)\b)[\w’'.-]+\s+)"
)
"""A word between a determiner and a role; one of these shows that a clause stands there."""
_ROLE = rf"(?:{_DETERMINER}\s+{_DESCRIBING}{{0,6}}?|{_DESCRIBING}{{0,3}}?){ROLE_NOUNS}"
_ROLE_LAST = re.compile(
    rf"(?:^|[\s,;(—–\"])({_DETERMINER}\s+{_DESCRIBING}{{0,6}}?{ROLE_NOUNS}|{ROLE_NOUNS})$", re.IGNORECASE
)
_ROLE_WHOLE = re.compile(rf"{_ROLE}$", re.IGNORECASE)
_OUTLET = re.compile(
    r" (?:state )?(?:news agency|newspaper|news|agency|magazine|website|television|TV|channel|radio|broadcaster)\s*$"
)
"""Words behind an outlet's name that leave it the head of its phrase."""
_NO_PHRASE = re.compile(
    r"(?:in|on|at|of|to|that|during|after|before|from|for|with|about|when|as|by|how|what|why|if|whether|there)\b"
)
_POSSESSOR = re.compile(r"[’']s?(?: [\w’'-]+){0,4} $")
_SMALL_WORDS = re.compile(r"(?:\s[a-z][\w’'-]*){1,6}")
_LONGEST_ROLE = 8
_GROUP = re.compile(
    r"(?:one|another|others|some|many|both|everyone|somebody|someone|nobody|critics|people)$", re.IGNORECASE
)
_HANGS_ON = re.compile(r"\s(?:of|for|at|from|with)(?:\s(?:the|a|an|his|her|its))?(?:\s[\w’'-]+){0,2}\s?$")
_SEATED = re.compile(r"\s(?:in|near|across|around|outside|inside)\s(?:the\s)?$")
"""Between somebody and the place where they are."""
_OF_WHAT = re.compile(r"(?:\s(?:of|for)(?:\s[\w’'-]+){1,5}?)?\s(?:of|for|in|at)\s(?:the\s)?")
"""Between a role and the place or body that it is of: " of Defence of "."""
_DOING = re.compile(r"[\s\"]*[^\W\d_a-z][a-z]{3,}ing\b[^,]*,\s")
_LEAD_IN = re.compile(
    r"[\s\"]*(?:(?:In|On|At|After|Before|During|When|While|Since|For|With|As|By|From|Asked|Speaking|Writing|Earlier|Later|Last"
    r"|Yesterday|Today|Meanwhile|However|Instead|Citing|Over|Under|Despite|Although|Though|If|Following|Like|To|Monday"
    r"|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Again|Also|Finally|Additionally|Moreover|Indeed|Responding"
    r"|Standing|Appearing|Referring|Noting|Once)\b[^,]*,\s|(?:But|And|Still|Then|Now|Yet|So|Or|Nor),?\s)"
)


class Subjects:
    """Subjects in one text, whose quoted words are blanked out in `masked` so that no name inside them is taken."""

    def __init__(self, masked: str, cast: Cast) -> None:
        self._text = masked
        self._cast = cast
        self._roles = Roles(masked, cast)

    def before(self, place: int, floor: int, cue: str, likely: Speaker | None) -> Speaker | None:
        """The subject that ends before a cue at `place`; nothing left of `floor` belongs to the clause.

        `likely` is the speaker that a pronoun means if it fits them.
        """
        tail = self._text[floor:place]
        verbs = _VERB_TAIL.search(tail)
        stem_end = verbs.start() if verbs else len(tail)
        if _PASSIVE.search(tail[stem_end:]) and not cue.endswith("ing"):
            return None
        head = tail[:stem_end].rstrip()
        if not head:
            return None
        relative = _RELATIVE_LAST.search(head)
        if relative:
            place = floor + relative.start()
            persons = [m for m in self._cast.within(floor, place) if m.kind is Kind.PERSON]
            if persons and place - persons[-1].end <= 1:
                return self._cast.speaker(persons[-1])
            return self._ending_at(place, floor)
        pronoun = _PRONOUN_LAST.search(head)
        if pronoun:
            return self._pronoun(pronoun.group(1), floor + pronoun.start(1), likely)
        aside = _ASIDE.search(head)
        if aside:
            named = self._ending_at(floor + aside.start(), floor)
            if named:
                return named
        if head.endswith((",", ")", "—", "–")):
            return self.of_clause(floor, floor + len(head), likely)
        found = self._ending_at(floor + len(head), floor)
        return found or self.of_clause(floor, floor + len(head), likely)

    def with_participle(self, place: int, floor: int) -> Speaker | None:
        """The person of "with Kern saying", right before a participle."""
        found = _WITH.search(self._text, floor, place)
        names = self._cast.within(found.end(), place) if found else []
        if names and not _VERB_TAIL.sub("", self._text[names[0].end : place]).strip():
            return self._cast.speaker(names[0])
        return None

    def _ending_at(self, place: int, floor: int) -> Speaker | None:
        """The name or role whose noun phrase ends at a place; never where whoever that is sits: "the army in Velin"."""
        within = self._cast.within(floor, place)
        names = [m for m in within if place - m.end <= 1]
        if names and not self._text[names[-1].end : place].strip("’'\"., "):
            before = self._text[floor : names[-1].start]
            seated = _SEATED.search(before) if names[-1].kind is Kind.PLACE else None
            if seated:
                return self._head_of(floor, floor + seated.start())
            behind = _HANGS_ON.search(before)
            if behind and not _holds(within):
                return self._head_of(floor, floor + behind.start()) or self._cast.speaker(names[-1])
            return self._cast.speaker(names[-1])
        role = _ROLE_LAST.search(self._text[max(floor, place - 90) : place])
        if role is None:
            written = capitals_before(self._text, max(floor, place - 60), place)
            return self._cast.called(written) if written else None
        begin = self._owner_start(max(floor, place - 90), place - len(role.group(1)), place)
        return self._roles.speaker(begin, place)

    def _owner_start(self, floor: int, role: int, place: int) -> int:
        """Where a role begins with the place or people that it belongs to: "US military commanders"."""
        for mention in self._cast.within(floor, role):
            if self._is_described(self._text[mention.start : place], mention.start, [mention]):
                return mention.start
            if _POSSESSOR.fullmatch(self._text, mention.end, role):
                return mention.start
        return self._described_start(floor, role, place)

    def _described_start(self, floor: int, role: int, place: int) -> int:
        """Where a role begins that only describing words stand before in its clause: "policy makers in Velin"."""
        begin = max(floor, self._text.rfind(", ", floor, role) + 1)
        while self._text[begin] in ' \n"':
            begin += 1
        phrase = self._text[begin:place]
        persons = any(mention.kind is Kind.PERSON for mention in self._cast.within(begin, role))
        described = is_name(phrase) and _ROLE_WHOLE.match(phrase) and not persons
        return min(begin, role) if described else role

    def _head_of(self, floor: int, place: int) -> Speaker | None:
        """The head of "Archbishop Aram Petrosian of the Patriarchate of ..." up to the first preposition."""
        begin = max(floor, self._text.rfind(",", floor, place) + 1)
        people = [m for m in self._cast.within(begin, place) if m.kind is Kind.PERSON]
        if people:
            return self._cast.speaker(people[-1])
        return self._ending_at(place, begin) if place - begin > 2 else None

    def of_clause(self, start: int, end: int, likely: Speaker | None) -> Speaker | None:
        """The subject of a clause: the first name, pronoun or role in it, after any lead-in ("On Tuesday, ...")."""
        for _ in range(3):
            lead = _LEAD_IN.match(self._text, start, end) or _DOING.match(self._text, start, end)
            if (
                not lead
                or lead.end() >= end
                or any(m.start == start for m in self._cast.within(start, lead.end()))
            ):
                break
            start = lead.end()
        return self.after(start, end, likely, loose=True)

    def after(self, start: int, end: int, likely: Speaker | None, *, loose: bool = False) -> Speaker | None:
        """The name, pronoun or role that stands at `start`, looked for no further than `end`.

        Args:
            start: Where the noun phrase begins; spaces and commas before it are passed over.
            end: The end of what may be read.
            likely: The speaker that a pronoun means if it fits them.
            loose: Take the first person named in the phrase even where the phrase does not end with the name.
        """
        text = self._text
        end = min(end, len(text))
        while start < end and text[start] in " ,\n\t—–-\"'":
            start += 1
        pronoun = _PRONOUN_FIRST.match(text, start, end)
        if pronoun:
            return self._pronoun(pronoun.group(1), start, likely)
        stop = _CHUNK_END.search(text, start, end)
        chunk_end = stop.start() if stop else end
        names = self._cast.within(start, end)
        chunk_end = max(chunk_end, next((m.end for m in names if m.start < chunk_end < m.end), 0))
        inside = [m for m in names if m.end <= chunk_end]
        chunk = text[start:chunk_end].rstrip(" .\"'")
        for mention in reversed(inside):
            if not text[mention.end : chunk_end].strip(" .\"'’") or _OUTLET.match(
                text, mention.end, chunk_end
            ):
                return self._cast.speaker(mention)
        unknown = capitals_at(text, start, chunk_end)
        if unknown and not inside and len(unknown) == len(chunk):
            return self._cast.called(unknown)
        named = self._apposed(chunk_end, end) or self._holding(chunk_end, end)
        if named:
            return named
        bare = _VERB_TAIL.sub("", chunk)
        if _ROLE_WHOLE.match(chunk) or _GROUP.match(chunk) or self._is_described(bare, start, inside):
            return self._roles.speaker(start, start + len(bare))
        if inside and inside[-1].end != start + len(chunk):
            later = capitals_before(text, inside[-1].end, start + len(chunk))
            between = text[inside[-1].end : start + len(chunk) - len(later)] if later else ""
            if later and is_role(between):
                return self._cast.called(later)
        if inside and not loose and text.startswith(("’s ", "'s "), inside[0].end):
            return (
                self._roles.speaker(start, start + len(chunk))
                if len(chunk.split()) <= _LONGEST_ROLE
                else None
            )
        if inside and (loose or inside[0].start == start):
            return self._cast.speaker(head(text, inside))
        return None

    def at(self, start: int, end: int, likely: Speaker | None) -> tuple[Speaker, int] | None:
        """Whoever is named, by name or role, at a place, and where that ends."""
        text = self._text
        while start < end and text[start] == " ":
            start += 1
        pronoun = _PRONOUN_FIRST.match(text, start, end)
        if pronoun:
            meant = self._pronoun(pronoun.group(1), start, likely)
            return (meant, pronoun.end()) if meant else None
        stop = _CHUNK_END.search(text, start, end)
        chunk_end = stop.start() if stop else end
        chunk_end = max(
            chunk_end, *(m.end for m in self._cast.within(start, end) if m.start < chunk_end < m.end), 0
        )
        found = None if _NO_PHRASE.match(text, start, end) else self.after(start, end, likely)
        if found is None:
            return None
        names = self._cast.within(start, chunk_end)
        if names and not _ROLE_WHOLE.match(text[start:chunk_end].rstrip()):
            chunk_end = names[-1].end
        return found, chunk_end

    def _is_described(self, phrase: str, start: int, names: list[Mention]) -> bool:
        """Whether a place or people at the start only says whose: "US commanders", "Tajik government data"."""
        if not names or names[0].start != start or names[0].kind not in (Kind.PLACE, Kind.NORP):
            return False
        rest = phrase[names[0].end - start :]
        if not _SMALL_WORDS.fullmatch(rest):
            return False
        return names[0].kind is Kind.NORP or _ROLE_WHOLE.match(phrase) is not None

    def _apposed(self, chunk_end: int, end: int) -> Speaker | None:
        """A person named right behind a role: "the head of the league, Dana Milevska, said"."""
        comma = self._text.find(",", chunk_end, min(end, chunk_end + 70))
        if comma < 0:
            return None
        names = self._cast.within(comma, min(end, comma + 60))
        if (
            names
            and names[0].kind is Kind.PERSON
            and len(self._text[comma + 1 : names[0].start].split()) <= 3
            and not _ONE_OF.match(self._text, comma + 1)
        ):
            return self._cast.speaker(names[0])
        return None

    def _holding(self, chunk_end: int, end: int) -> Speaker | None:
        """A person named right behind what a role is of: "the mayor of Velin Mara Ilić said"."""
        names = self._cast.within(chunk_end, end)[:2]
        if _holds(names) and _OF_WHAT.fullmatch(self._text, chunk_end, names[0].start):
            return self._cast.speaker(names[-1])
        return None

    def _pronoun(self, word: str, place: int, likely: Speaker | None) -> Speaker | None:
        if word.lower() in ("it", "they"):
            return likely if likely and self._cast.is_body(likely) else None
        if word.lower() in ("we", "i"):
            return None
        role = self._roles.taken_up(place)
        if role and role.entity is None and self._cast.may_be_called(word, role):
            return role
        return self._cast.pronoun(word, place, role or likely)


def _holds(names: Sequence[Mention]) -> bool:
    """Whether the last of some names is a person right behind what their office is of: "mayor of Velin Mara Ilić"."""
    return len(names) > 1 and names[-1].kind is Kind.PERSON and names[-1].start - names[-2].end == 1
