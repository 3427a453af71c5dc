"""A text to its names, quotations and figures; names to entities over a whole collection."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.annotating.names.recogniser import Recogniser
    from models.annotation import Annotations, Mention, Quotation

__all__ = ["Annotator", "annotate_collection"]

_Named = TypeVar("_Named", "Mention", "Quotation")


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
            titles: The headline of each text, whose names and figures have offsets of their own.

        Returns:
            One value for each text. `entity` of mentions and quotations is a name local to its text, as
            "PERSON:Davor Kern"; `resolving.resolve` joins local names over a collection.
        """
        from index.annotating.names.gazetteer import gazetteer
        from index.annotating.names.ordinary import Ordinary
        from index.annotating.names.vouching import Vouchers

        headlines = [title or "" for title in titles or [None] * len(texts)]
        heads = [_head(title) for title in headlines]
        self._statistics.add(texts)
        whole = [head + text for head, text in zip(heads, texts, strict=True)]
        found = self._recogniser.recognise(whole, self._statistics)
        bodies = [
            [mention for mention in mentions if mention.start >= len(head)]
            for mentions, head in zip(found, heads, strict=True)
        ]
        vouchers = Vouchers(bodies, Ordinary(gazetteer(), self._statistics))
        return [
            _annotated(text, title, vouchers.vouched(number, title, found[number]), bodies[number])
            for number, (text, title) in enumerate(zip(texts, headlines, strict=True))
        ]


def _head(title: str) -> str:
    """What stands before a text where it is read with its headline."""
    return f"{title}\n" if title else ""


def _annotated(text: str, title: str, in_title: Sequence[Mention], in_text: Sequence[Mention]) -> Annotations:
    """A text with its headline, whose names were found in both as one."""
    from index.annotating.counting.figures import find_figures
    from index.annotating.counting.headlines import find_title_figures
    from index.annotating.names.local_names import name_locally
    from index.annotating.quoting.quotations import find_quotations
    from models.annotation import Annotations

    head = _head(title)
    named = name_locally(head + text, [*in_title, *in_text])
    # Headlines in capitals are shown as they are, though they are named by what the text writes.
    title_mentions = tuple(
        mention.model_copy(update={"text": title[mention.start : mention.end]})
        for mention in named[: len(in_title)]
    )
    mentions = tuple(_moved(named[len(in_title) :], -len(head)))
    return Annotations(
        mentions=mentions,
        quotations=find_quotations(text, mentions),
        figures=find_figures(text),
        title_mentions=title_mentions,
        title_figures=find_title_figures(title, title_mentions),
    )


def _trained() -> Recogniser:
    from index.annotating.names.recogniser import RuleRecogniser
    from index.annotating.network.recogniser import NetworkRecogniser
    from index.annotating.network.weights import UnreadableWeights

    try:
        return NetworkRecogniser()
    except UnreadableWeights:
        return RuleRecogniser()


def _moved(mentions: Sequence[Mention], by: int) -> Sequence[Mention]:
    """The mentions as many code points further on."""
    if by == 0:
        return mentions
    return [
        mention.model_copy(update={"start": mention.start + by, "end": mention.end + by})
        for mention in mentions
    ]


def annotate_collection(
    texts: Sequence[str], titles: Sequence[str | None] | None = None
) -> list[Annotations]:
    """Annotate texts as one whole collection; `entity` of mentions and quotations is an entity's id."""
    from index.annotating.entities.resolving import local_names, resolve

    annotated = Annotator().annotate(texts, titles)
    entity_of = resolve(local_names(annotated, texts)).entity_of
    return [_with_entities(article, entity_of) for article in annotated]


def _with_entities(article: Annotations, entity_of: dict[str, str]) -> Annotations:
    def resolved(found: Sequence[_Named]) -> tuple[_Named, ...]:
        return tuple(one.model_copy(update={"entity": entity_of.get(one.entity or "")}) for one in found)

    return article.model_copy(
        update={
            "mentions": resolved(article.mentions),
            "quotations": resolved(article.quotations),
            "title_mentions": resolved(article.title_mentions),
        }
    )
