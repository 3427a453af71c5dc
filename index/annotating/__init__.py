"""A text to its names, quotations and figures; names to entities over a whole collection."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.annotating.names.recogniser import Recogniser
    from models.annotation import Annotations, Mention

__all__ = ["Annotator", "annotate_collection"]


class Annotator:
    """Annotates batch after batch of texts, and learns from each how the next are to be read."""

    def __init__(self, recogniser: Recogniser | None = None) -> None:
        """Start with nothing seen; `recogniser` takes the place of the chosen one (`index.annotating.names.choosing`).

        Where none is chosen, the trained one finds the names. Where an installation has lost its weights, the rules go
        on alone: fewer names are better than none.

        Raises:
            RecogniserUnavailable: The chosen one cannot be loaded.
        """
        if recogniser is None:
            from index.annotating.names.choosing import chosen_recogniser

            recogniser = chosen_recogniser() or _trained()
        from index.annotating.names.statistics import Statistics

        self._recogniser = recogniser
        self._statistics = Statistics()

    def annotate(self, texts: Sequence[str], titles: Sequence[str | None] | None = None) -> list[Annotations]:
        """Annotate texts that are read together.

        Args:
            texts: Each stays as it is: offsets are code points into it.
            titles: The headline of each text, which may say more of its names.

        Returns:
            One value for each text. `entity` of mentions and quotations is a name local to its text, as
            "PERSON:Davor Kern"; `resolving.resolve` joins local names over a collection.
        """
        from index.annotating.counting.figures import find_figures
        from index.annotating.names.local_names import name_locally
        from index.annotating.quoting.quotations import find_quotations
        from models.annotation import Annotations

        heads = [f"{title}\n" if title else "" for title in titles or [None] * len(texts)]
        self._statistics.add(texts)
        whole = [head + text for head, text in zip(heads, texts, strict=True)]
        found = self._recogniser.recognise(whole, self._statistics)
        annotated = []
        for text, head, names in zip(texts, heads, found, strict=True):
            mentions = tuple(name_locally(text, _moved(names, -len(head))))
            quotations = find_quotations(text, mentions)
            annotated.append(
                Annotations(mentions=mentions, quotations=quotations, figures=find_figures(text))
            )
        return annotated


def _trained() -> Recogniser:
    from index.annotating.names.recogniser import RuleRecogniser
    from index.annotating.network.recogniser import NetworkRecogniser
    from index.annotating.network.weights import UnreadableWeights

    try:
        return NetworkRecogniser()
    except UnreadableWeights:
        return RuleRecogniser()


def _moved(mentions: Sequence[Mention], by: int) -> Sequence[Mention]:
    """The mentions as many code points further on; those that would start before the text are left out."""
    if by == 0:
        return mentions
    return [
        mention.model_copy(update={"start": mention.start + by, "end": mention.end + by})
        for mention in mentions
        if mention.start + by >= 0
    ]


def annotate_collection(texts: Sequence[str]) -> list[Annotations]:
    """Annotate texts as one whole collection; `entity` of mentions and quotations is an entity's id."""
    from index.annotating.entities.resolving import local_names, resolve

    annotated = Annotator().annotate(texts)
    entity_of = resolve(local_names(annotated)).entity_of
    return [_with_entities(article, entity_of) for article in annotated]


def _with_entities(article: Annotations, entity_of: dict[str, str]) -> Annotations:
    return article.model_copy(
        update={
            "mentions": tuple(
                mention.model_copy(update={"entity": entity_of.get(mention.entity or "")})
                for mention in article.mentions
            ),
            "quotations": tuple(
                quotation.model_copy(update={"entity": entity_of.get(quotation.entity or "")})
                for quotation in article.quotations
            ),
        }
    )
