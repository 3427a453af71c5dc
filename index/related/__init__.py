"""Passages of other articles about the same event or claim, at the precision of a sentence, with the reason."""

from index.related.answering import related_to_passage, related_to_sentence

__all__ = ["related_to_passage", "related_to_sentence"]
