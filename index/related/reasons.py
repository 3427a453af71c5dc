"""Why a passage is shown beside another: each reason is computed from the two texts, and true of them."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property

from index.annotating.counting.wording import with_counted
from index.engine import Snapshot
from index.figures import Compared, compare_figures
from index.figures.occasions import SAME_STORY
from index.library import Library
from index.nearby.ranking import content, frequency, rarity
from index.nearby.shelf import Excerpt, Opened, dated, shelf_of
from index.quoting import same_words
from index.related.altered import altered_figures
from index.related.chips import is_outlet, phrases, shared_numbers
from index.related.events import tell_one_event
from index.words import STOP_WORDS, stem, terms
from models.annotation import Figure, Mention, Quotation
from models.kind import NAME_KINDS
from models.related import Relation

_COPIED_WORDS, _PLAIN_WORDS = 9, 6
"""A run of so many words, so many of them outside names, is not written twice by chance."""
_EVENT_DAYS = 7
"""Articles dated further apart are not said to tell the same event."""
_SHARE, _RARE = 0.25, 0.02
"""A word that is alone in common must weigh so much of the lighter sentence, or stand in so few passages."""
_LEAST_WORDS = 2
_COMMON = 0.05
"""A stem in more than one passage in twenty does not alone show anything, even within one story."""
_STORY_NAMES = 2
"""One name in common does not show that two articles tell one story."""
_CHIPS, _NAMES = 4, 2
"""Chips of a row, and names among the first of them: what is shared beside names says more of what it is about."""
_CHIP_WORDS = 8


@dataclass(frozen=True, eq=False)
class Asked:
    """The text that is asked about, with what is annotated in it; what is read of it is the same for all rows."""

    library: Library
    text: str
    opened: Opened | None
    mentions: tuple[Mention, ...]
    quotations: tuple[Quotation, ...]
    figures: tuple[Figure, ...]
    span: tuple[int, int] | None
    """Where it stands in its article's text."""
    stems: Counter[str]

    @classmethod
    def of(cls, library: Library, text: str, opened: Opened | None, span: tuple[int, int] | None) -> "Asked":
        """A text, and where it stands in its article, if it does: only there are its names known."""
        if opened is None or span is None:
            # To find quotations takes a lot of patterns, and no passage of an article asks for it.
            from index.annotating.counting.figures import find_figures
            from index.annotating.quoting.quotations import find_quotations

            figures = find_figures(text) if opened is None else ()
            return cls(library, text, opened, (), find_quotations(text, ()), figures, None, content(text))
        start, end = span
        found = opened.annotated.annotations
        return cls(
            library,
            text,
            opened,
            tuple(m for m in found.mentions if start <= m.start < end),
            tuple(q for q in found.quotations if q.start < end and start < q.end),
            tuple(f for f in found.figures if start <= f.start < end),
            span,
            content(text),
        )

    @cached_property
    def terms(self) -> list[str]:
        """The words of the text."""
        return terms(self.text)

    @cached_property
    def entities(self) -> frozenset[str]:
        """What is named in it."""
        return frozenset(m.entity for m in self.mentions if m.entity and m.kind in NAME_KINDS)

    @cached_property
    def compared(self) -> list[Compared]:
        """Its figures, as they are set beside others; none where the article is not known that tells of what."""
        opened = self.opened
        return [Compared(self.library, opened, figure) for figure in self.figures] if opened else []

    @cached_property
    def weight(self) -> float:
        """The rarities of its stems together."""
        return sum(rarity(self.library.snapshot, s) for s in self.stems)

    def is_one_story(self, other: Opened) -> bool:
        """Whether another article is like enough to the text's own to be on the same story."""
        return (
            self.opened is not None
            and shelf_of(self.library).likeness(self.library, self.opened, other) >= SAME_STORY
        )


@dataclass(frozen=True, slots=True)
class Reason:
    """The strongest thing that two passages have in common, and chips that name it and other shared things."""

    relation: Relation
    chips: tuple[str, ...]
    own_words: bool = False
    """They share words in a row: one may be the source of the other."""
    altered: bool = False
    """One of the shared words is another figure."""


def explain(asked: Asked, opened: Opened, excerpt: Excerpt) -> Reason | None:
    """Why an excerpt of another article is shown beside a text; None where they share nothing worth naming."""
    names = _shared_names(asked, opened, excerpt)
    quoted = _shared_quotation(asked, opened, excerpt)
    if quoted:
        return _own_words("same quotation", asked, excerpt, [f"“{_cut(quoted)}”", *names])
    copied = _copied_words(asked, opened, excerpt)
    if copied:
        return _own_words("copied text", asked, excerpt, [f"{copied} words in a row", *names])
    compared = _compared_figure(asked, opened, excerpt)
    if compared:
        return Reason(compared[0], _chips([compared[1], *names]))
    shared = _shared_words(asked, excerpt, names)
    chips = _chips([*names[:_NAMES], *shared, *names[_NAMES:]])
    if chips and _is_same_event(asked, opened, excerpt, names):
        return Reason("same event", chips)
    if len(chips) >= _LEAST_WORDS or (
        chips and _is_telling(asked, opened, excerpt, chips[0], is_name=bool(names))
    ):
        return Reason("same names" if names else "same words", chips)
    story = _shared_story(asked, opened)
    return Reason("same story", story) if story else None


def _own_words(relation: Relation, asked: Asked, excerpt: Excerpt, chips: Sequence[str]) -> Reason:
    """The same words, with what figures they give otherwise first, since that is news."""
    altered = [f"{mine} ↔ {theirs}" for mine, theirs in altered_figures(asked.text, excerpt.text)]
    return Reason(relation, _chips([*altered, *chips]), own_words=True, altered=bool(altered))


def _shared_story(asked: Asked, opened: Opened) -> tuple[str, ...]:
    """The names that two articles on one story have most in common, if they are on one and share several."""
    if asked.opened is None or not asked.is_one_story(opened):
        return ()
    outlets = [a.article.outlet for a in (asked.opened, opened) if a.article.outlet]
    told = [
        m
        for m in opened.annotated.annotations.mentions
        if m.entity in asked.opened.names and m.kind in NAME_KINDS and not is_outlet(m, outlets)
    ]
    counts = Counter(m.entity for m in told)
    written = {m.entity: m.text for m in reversed(told)}
    chips = _chips([written[entity] for entity, _ in counts.most_common(_CHIPS)])
    return chips if len(chips) >= _STORY_NAMES else ()


def _is_telling(asked: Asked, opened: Opened, excerpt: Excerpt, chip: str, *, is_name: bool) -> bool:
    """Whether a single chip joins two passages: a name of several words, a rare one, or a weighty word of one story."""
    if len(content(chip)) > 1:
        return True
    snapshot = asked.library.snapshot
    # A name of stop words only, as "The Who", is as common as can be.
    widest = max((frequency(snapshot, s) for s in content(chip)), default=snapshot.rows)
    if is_name and widest <= _few(snapshot):
        return True
    if widest > _COMMON * snapshot.rows or (widest > _few(snapshot) and not _weighs(asked, excerpt)):
        return False
    return asked.is_one_story(opened)


def _weighs(asked: Asked, excerpt: Excerpt) -> bool:
    """Whether what two sentences share is a quarter of the lighter one."""
    snapshot = asked.library.snapshot
    weight = sum(rarity(snapshot, s) for s in asked.stems.keys() & excerpt.stems.keys())
    least = min(asked.weight, sum(rarity(snapshot, s) for s in excerpt.stems))
    return weight >= _SHARE * least


def _few(snapshot: Snapshot) -> float:
    """In no more passages than this a rare stem stands."""
    return max(3, _RARE * snapshot.rows)


def _chips(chips: Sequence[str]) -> tuple[str, ...]:
    """The first chips; one whose words were all said by those before it says nothing new."""
    told: set[str] = set()
    kept = []
    for chip in chips:
        said = {stem(term) for term in terms(chip)}
        if said and not said <= told:
            kept.append(chip)
            told |= said
    return tuple(kept[:_CHIPS])


def _cut(quoted: str) -> str:
    parts = quoted.split()
    return quoted if len(parts) <= _CHIP_WORDS else " ".join(parts[:_CHIP_WORDS]) + " …"


def _shared_names(asked: Asked, opened: Opened, excerpt: Excerpt) -> list[str]:
    """Names of both as the excerpt writes them, the rarest first; the outlet's own is in all it prints."""
    outlets = [a.article.outlet for a in (asked.opened, opened) if a and a.article.outlet]
    shared = {
        mention.entity: mention.text
        for mention in reversed(opened.annotated.annotations.of(excerpt.passage).mentions)
        if _is_in(mention, excerpt) and mention.entity in asked.entities and not is_outlet(mention, outlets)
    }
    names = set(shared.values())
    if not excerpt.passage:
        # A headline has names that its capitals did not show.
        own = set(terms(excerpt.text))
        known = {m.text for m in asked.mentions if m.kind in NAME_KINDS and not is_outlet(m, outlets)}
        names |= {name for name in known if name in excerpt.text and set(terms(name)) <= own}
    snapshot = asked.library.snapshot
    rarest = {name: max((rarity(snapshot, s) for s in content(name)), default=0) for name in names}
    return sorted(rarest, key=lambda name: (-rarest[name], name))


def _is_in(span: Mention | Figure, excerpt: Excerpt) -> bool:
    """Whether a span of an excerpt's article is in it; the headline is one excerpt."""
    if excerpt.start is None or excerpt.end is None:
        return True
    return excerpt.start <= span.start < excerpt.end


def _shared_quotation(asked: Asked, opened: Opened, excerpt: Excerpt) -> str | None:
    if excerpt.start is None or excerpt.end is None:
        return None
    mine = [q for q in asked.quotations if q.kind == "direct"]
    theirs = [
        q
        for q in opened.annotated.annotations.quotations
        if q.kind == "direct" and q.start < excerpt.end and excerpt.start < q.end
    ]
    for quotation in mine:
        for other in theirs:
            if same_words(quotation.text, other.text):
                shorter = min(quotation.text, other.text, key=len)
                return shorter.strip("“”\"'‘’«»„, .")
    return None


def _copied_words(asked: Asked, opened: Opened, excerpt: Excerpt) -> int | None:
    """How long the longest run of words in common is, if it is long and more than somebody's name and office."""
    mine, theirs = asked.terms, terms(excerpt.text)
    run = SequenceMatcher(None, mine, theirs, autojunk=False).find_longest_match()
    if run.size < _COPIED_WORDS:
        return None
    mentions = (*asked.mentions, *opened.annotated.annotations.mentions)
    named = {term for m in mentions if m.kind in NAME_KINDS for term in terms(m.text)} - STOP_WORDS
    plain = sum(term not in named for term in mine[run.a : run.a + run.size])
    return run.size if plain >= _PLAIN_WORDS else None


def _compared_figure(asked: Asked, opened: Opened, excerpt: Excerpt) -> tuple[Relation, str] | None:
    """A figure that counts the same thing, with both values: a conflict before an agreement."""
    if not asked.figures:
        return None
    theirs = [f for f in opened.annotated.annotations.of(excerpt.passage).figures if _is_in(f, excerpt)]
    agreement: str | None = None
    for compared, figure, other in (
        compare_figures(asked.compared, opened, theirs, excerpt.passage) if theirs else ()
    ):
        if compared == "differs":
            return "figure differs", f"{_shown(figure, other)} ↔ {_shown(other, None)}"
        if agreement is None and compared in ("same", "same-units"):
            agreement = _shown(other, None) if compared == "same" else f"{figure.text} = {other.text}"
    return ("same figure", agreement) if agreement else None


def _shown(figure: Figure, beside: Figure | None) -> str:
    """A figure with what it counts, which is not said twice beside another of the same thing."""
    if not figure.of or figure.of in ("age", figure.text) or (beside and beside.of):
        return figure.text
    return with_counted(figure.text, figure.of) if figure.unit in (None, "%") else figure.text


def _shared_words(asked: Asked, excerpt: Excerpt, names: Sequence[str]) -> list[str]:
    """The weightiest telling words and phrases of both, and whole numbers of both, as the excerpt writes them."""
    named = content(" ".join(names)).keys()
    written = phrases(excerpt.text, (asked.stems.keys() & excerpt.stems.keys()) - named, asked.terms)
    snapshot = asked.library.snapshot
    shared = sorted(
        written, key=lambda chip: (-sum(rarity(snapshot, s) for s in written[chip]), written[chip])
    )
    return [*shared, *shared_numbers(asked.text, excerpt.text)]


def _is_same_event(asked: Asked, opened: Opened, excerpt: Excerpt, names: Sequence[str]) -> bool:
    """One event by the words, one story in both articles, and no dates that say otherwise."""
    if asked.opened is None:
        return False
    days = dated(asked.opened), dated(opened)
    if days[0] and days[1] and abs((days[0] - days[1]).days) > _EVENT_DAYS:
        return False
    return tell_one_event(asked.library.snapshot, asked.stems, excerpt.stems, names) and asked.is_one_story(
        opened
    )
