"""Local names that are one thing: what it is called, of what kind it is, and why each name belongs to it."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from index.annotating.aliases.links import Links
from index.annotating.aliases.names import LocalName
from index.annotating.aliases.normal import body_key, is_acronym, person_words
from index.annotating.aliases.outlets import fullest
from index.annotating.aliases.tables import lesser_names
from index.annotating.entities.decided import Decided
from index.annotating.names.titles import titles_in
from models.entity import Alias
from models.kind import Kind
from models.provenance import Confidence


class Why(NamedTuple):
    """Why a name belongs to its group."""

    reason: str
    confidence: Confidence


@dataclass(slots=True)
class Group:
    """What an entity is made of."""

    names: list[LocalName]
    """The one it is shown by first, then the most used."""
    name: str
    kind: Kind
    kind_decided: bool = False
    """Whether it is known to be of this kind, by the reader or as an outlet, whatever articles take it for."""
    why: dict[str, Why] = field(default_factory=dict)
    """By key; a name alone has no reason."""

    @property
    def mentions(self) -> int:
        """Over all names."""
        return sum(name.mentions for name in self.names)


def grouped(
    names: Sequence[LocalName], links: Links[str], decided: Decided, outlet: str | None = None
) -> Group:
    """A group of names that were joined; `outlet` is the collection's own outlet that they stand for."""
    keys = {name.key for name in names}
    said = decided.kind(keys) or (Kind.ORG if outlet else None)
    kind = said or _kind(names)
    main = fullest(names) if outlet else _main(names, kind)
    return Group(
        names=sorted(names, key=lambda name: (name is not main, -name.mentions, name.key)),
        name=decided.shown_as(keys) or outlet or main.name,
        kind=kind,
        kind_decided=said is not None,
        why={
            name.key: Why(reason, links.confidence(name.key) or "certain")
            for name in names
            if (reason := links.reason(name.key)) is not None
        },
    )


def aliases(names: Sequence[LocalName], why: Mapping[str, Why]) -> tuple[Alias, ...]:
    """How the mentions of an entity are written, each with a reason.

    Args:
        names: As in `Group.names`.
        why: As in `Group.why`.
    """
    main = names[0]
    forms: dict[tuple[Kind, str, str | None], Alias] = {
        (main.kind, main.name, None): Alias(text=main.name, kind=main.kind, mentions=0)
    }
    for name in names:
        titled = name.key if _is_titled(name) else None
        for form, count in sorted(name.forms.items(), key=lambda item: (-item[1], item[0])):
            key = (main.kind, main.name, None) if titled == main.key else (name.kind, form, titled)
            before = forms.get(key)
            if before is not None:
                forms[key] = before.model_copy(update={"mentions": before.mentions + count})
                continue
            here = _local_reason(form, name)
            joined = why.get(name.key) if here is None and name is not main else None
            forms[key] = Alias(
                text=form,
                kind=name.kind,
                mentions=count,
                reason=here or (joined.reason if joined else f"{main.name} written differently"),
                confidence=joined.confidence if joined else "certain",
                local=titled,
            )
    return tuple(forms.values())


def _kind(names: Sequence[LocalName]) -> Kind:
    votes: Counter[Kind] = Counter()
    for name in names:
        votes[name.kind] += name.mentions
    return max(votes, key=lambda kind: (votes[kind], kind))


def _main(names: Sequence[LocalName], kind: Kind) -> LocalName:
    """The name to show: of the entity's kind, written out, without a title, and of those the most used."""

    def worth(name: LocalName) -> tuple[bool, bool, bool, int, str]:
        short = is_acronym(name.name) or name.name in lesser_names()
        full = len(person_words(name.name)) > 1 if kind is Kind.PERSON else not short
        return (name.kind is kind, full, not _is_titled(name), name.mentions, name.key)

    return max(names, key=worth)


def _is_titled(name: LocalName) -> bool:
    """Whether a name is told from others written so by a title: "Mr Kern"."""
    return name.kind is Kind.PERSON and titles_in(name.name).shown is not None


def _local_reason(form: str, name: LocalName) -> str | None:
    """Why an article's own use of a form was taken for the name; None where it is the name itself."""
    if form == name.name:
        return None
    if name.kind is Kind.PERSON:
        words, full = person_words(form), person_words(name.name)
        if words == full:
            return None
        if words == full[-1:]:
            return f"surname of {name.name} in the same article"
        return f"shorter form of {name.name} in the same article"
    if is_acronym(form) and body_key(form) != body_key(name.name):
        return f"defined in parentheses after {name.name}"
    return None
