"""Passages of other articles about the same event or claim, at the precision of a sentence, with the reason."""

from index.related.answering import related_to_passage, related_to_sentence
from index.related.gathering import prepare

__all__ = ["prepare", "related_to_passage", "related_to_sentence"]
