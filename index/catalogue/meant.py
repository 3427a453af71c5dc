"""Stored annotations with the names as the collection knows them, in the place of those of the article alone."""

from collections.abc import Callable, Collection, Mapping

from index.annotating.entities.recasting import Recasts
from index.catalogue.names import Meaning
from index.catalogue.records import Unpacked, unpack_raw
from models.annotation import Annotations


def unpack_meant(
    record: bytes, recasts: Recasts, meanings: Callable[[Collection[str]], Mapping[str, Meaning]]
) -> Annotations:
    """What `pack` gave, each name an entity of the collection; of what is no name by the reader's word nothing.

    The names are replaced in plain values: making mentions first and then others of them takes three times as long.

    Args:
        record: What is stored.
        recasts: What the reader decided about forms.
        meanings: What some local names stand for.
    """
    found = unpack_raw(record)
    mentions, in_title = (
        [(mention, _counts_for(mention, recasts)) for mention in found[kind]]
        for kind in ("mentions", "title_mentions")
    )
    quotations = found["quotations"]
    for quotation in quotations:
        if quotation["entity"] and not recasts.is_name(quotation["entity"]):
            quotation["entity"] = None
    spoken = (quotation["entity"] for quotation in quotations)
    named = (*mentions, *in_title)
    known = meanings({local for local in (*(local for _, local in named), *spoken) if local})
    for mention, local in named:
        if local is not None and local in known:
            mention["entity"], mention["kind"] = known[local]
    for quotation in quotations:
        if quotation["entity"] in known:
            quotation["entity"] = known[quotation["entity"]].entity
    found["mentions"] = [mention for mention, local in mentions if local is not None]
    found["title_mentions"] = [mention for mention, local in in_title if local is not None]
    return Annotations.model_validate(found)


def _counts_for(mention: Unpacked, recasts: Recasts) -> str | None:
    """The local name that a mention counts for, "" where it names nothing; None for what is no name."""
    return recasts.local(mention["entity"], mention["text"]) if mention["entity"] else ""
