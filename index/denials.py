"""Which of the passages that `said:` finds hold what is denied in them, and not said."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from index.attribution import attribution_of
from index.catalogue import Catalogue
from index.query.names import NameLookup
from index.query.tree import AllOf, AnyOf, Named
from models.annotation import Quotation


class Denials:
    """Tells, for one query, how those whom it asks for as speakers deny what they are quoted with."""

    def __init__(self, catalogue: Catalogue, tree: AllOf, names: NameLookup) -> None:
        self._catalogue = catalogue
        self._speakers = {local for node in _speakers(tree) for local in names.locals_named(node)}

    def quoted(self, revisions: Iterable[int]) -> Mapping[int, Sequence[Quotation]]:
        """What some articles quote of those speakers, by revision; nothing is read where none is asked for."""
        if not self._speakers:
            return {}
        return {
            revision: [q for q in found if q.kind != "scare" and q.entity in self._speakers]
            for revision, found in self._catalogue.quoted(revisions).items()
        }

    def told(
        self,
        quoted: Iterable[Quotation],
        text: str,
        start: int | None,
        highlights: Sequence[tuple[int, int]],
    ) -> str:
        """The verb of what a passage quotes: "denied", or "also denied" beside what is said; empty without denials.

        Args:
            quoted: Anything of the article by those speakers.
            text: The passage.
            start: Where it stands in the article's text; None for the headline, which quotes nobody.
            highlights: What lights up in it, as code points into `text`. Quotations in which nothing does are left
                out where it does in others.
        """
        if start is None:
            return ""
        here = [q for q in quoted if start <= q.start < start + len(text)]
        lit = [q for q in here if any(q.start < start + b and start + a < q.end for a, b in highlights)]
        verbs = [attribution_of(q, text, begin=start).denial for q in lit or here]
        denial = next(filter(None, verbs), "")
        return denial if all(verbs) else denial and f"also {denial}"


def _speakers(tree: AllOf | AnyOf) -> Iterator[Named]:
    for node in tree.nodes:
        if isinstance(node, AllOf | AnyOf):
            yield from _speakers(node)
        elif isinstance(node, Named) and node.role == "said":
            yield node
