"""What the reader decides about names, said of names and not of entities, so that it outlives any index."""

from typing import Literal

from models.base import Value
from models.kind import Kind

Says = Literal["same", "apart", "named", "kind", "never"]


class NameDecision(Value):
    """One thing that the reader said.

    Names are written as articles are found to use them, kind and name: "PERSON:Davor Kern". Several of them stand for
    one entity, the most used first, so that the decision holds as long as one of them is in the collection. A name
    that is there as another kind only is taken as that.

    | says | means |
    |---|---|
    | same | `names` and `others` are one |
    | apart | `names` and `others` are not one; with `text`, neither is what articles wrote so and took for `others` |
    | named | what goes by `names` is shown as `text` |
    | kind | what goes by `names` is of `kind` |
    | never | `text` is no name, wherever it stands |
    """

    says: Says
    names: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    text: str | None = None
    kind: Kind | None = None

    @property
    def words(self) -> str:
        """What was said, as the end of "You said that ..."."""
        one, other = (quoted(some[0].partition(":")[2]) if some else "" for some in (self.names, self.others))
        match self.says:
            case "same":
                return f"{one} and {other} are one"
            case "apart":
                return f"{quoted(self.text) if self.text else one} is not {other}"
            case "named":
                return f"{one} is shown as {quoted(self.text or '')}"
            case "kind":
                return f"{one} is {_KINDS.get(self.kind, 'a name')}"
            case "never":
                return f"{quoted(self.text or '')} is no name"

    def replaces(self, earlier: "NameDecision") -> bool:
        """Whether an earlier decision cannot hold, or says nothing more, once this one is made."""
        if self.says == "never" or earlier.says == "never":
            return self.says == earlier.says and self.text == earlier.text
        names, others = set(self.names), set(self.others)
        if self.says in ("named", "kind"):
            return self.says == earlier.says and not names.isdisjoint(earlier.names)
        if earlier.says not in ("same", "apart"):
            return False
        return bool(
            (names & set(earlier.names) and others & set(earlier.others))
            or (names & set(earlier.others) and others & set(earlier.names))
        )


_KINDS: dict[Kind | None, str] = {
    Kind.PERSON: "a person",
    Kind.ORG: "an organisation",
    Kind.PLACE: "a place",
    Kind.NORP: "a people",
    Kind.EVENT: "an event",
}


def quoted(name: str) -> str:
    """A name in quotation marks, cut where it is very long."""
    return f"“{name if len(name) <= _LONGEST else name[: _LONGEST - 1].rstrip() + '…'}”"


_LONGEST = 40
