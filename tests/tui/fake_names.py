"""The names of the small collection, and what becomes of them when the reader decides."""

from collections.abc import Sequence

from models.decision import NameDecision
from models.entity import Alias, Entity, Suggestion
from models.kind import Kind

NAMES = {
    "Ida Marsh": (Kind.PERSON, "marsh"),
    "Ms Marsh": (Kind.PERSON, "marsh"),
    "Tolva": (Kind.PLACE, "tolva"),
    "Harbour Board": (Kind.ORG, "board"),
    "Tolvans": (Kind.NORP, "tolvans"),
}
"""Each form with its kind and what it stands for while nothing is decided."""

_ALIKE = ("tolva", "tolvans")
"""What is suggested to be one."""


class FakeNames:
    """Forms to entities, with decisions applied one after the other."""

    def __init__(self) -> None:
        self.decisions: tuple[NameDecision, ...] = ()
        self._of: dict[str, str] = {}
        self._shown: dict[str, str] = {}
        self._kinds: dict[str, Kind] = {}
        self._apart: set[frozenset[str]] = set()
        self.decide(())

    def decide(self, decisions: Sequence[NameDecision]) -> bool:
        """Have these hold; False where they do."""
        before, self.decisions = self.decisions, tuple(decisions)
        self._of = {form: id_ for form, (_, id_) in NAMES.items()}
        self._shown, self._kinds, self._apart = {}, {}, set()
        for decision in decisions:
            self._apply(decision)
        return before != self.decisions

    def _apply(self, decision: NameDecision) -> None:
        one, other = (self._meant(names) for names in (decision.names, decision.others))
        text = decision.text or ""
        match decision.says:
            case "same" if one and other:
                self._of = {form: one if id_ == other else id_ for form, id_ in self._of.items()}
            case "apart" if text in self._of:
                self._of[text] = f"apart-{text}"
            case "apart" if one and other:
                self._apart.add(frozenset((one, other)))
            case "named" if one:
                self._shown[one] = text
            case "kind" if one and decision.kind:
                self._kinds[one] = decision.kind
            case "never":
                self._of.pop(text, None)

    def _meant(self, names: Sequence[str]) -> str | None:
        forms = (name.partition(":")[2] for name in names)
        return next((self._of[form] for form in forms if form in self._of), None)

    def entity_of(self, form: str) -> str | None:
        """What a form stands for; None where it is no name."""
        return self._of.get(form)

    def kind_of(self, form: str) -> Kind:
        """The kind of what a form stands for."""
        return self._kinds.get(self._of.get(form, ""), NAMES[form][0])

    def entity(self, id_: str) -> Entity | None:
        """An entity with its forms, by its id or by one of its names."""
        id_ = self._of.get(id_.partition(":")[2], id_)
        forms = [form for form, other in self._of.items() if other == id_]
        if not forms:
            return None
        aliases = tuple(
            Alias(text=form, kind=NAMES[form][0], mentions=1, reason="title with surname" if number else None)
            for number, form in enumerate(forms)
        )
        return Entity(
            id=id_,
            name=self._shown.get(id_, forms[0]),
            kind=self.kind_of(forms[0]),
            aliases=aliases,
            articles=2,
            names=tuple(f"{NAMES[form][0]}:{form}" for form in forms),
        )

    def entities(self) -> list[Entity]:
        """All there are."""
        found = (self.entity(id_) for id_ in dict.fromkeys(self._of.values()))
        return [entity for entity in found if entity is not None]

    def suggestions(self, id_: str) -> tuple[Suggestion, ...]:
        """What may be the same as an entity."""
        if id_ not in _ALIKE or frozenset(_ALIKE) in self._apart:
            return ()
        other = self.entity(_ALIKE[1 - _ALIKE.index(id_)])
        if other is None:
            return ()
        return (
            Suggestion(
                entity=other.id,
                name=other.name,
                kind=other.kind,
                mentions=1,
                reason="begins with the same letters",
            ),
        )
