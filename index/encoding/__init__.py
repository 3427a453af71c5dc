"""What passages mean by a sentence encoder that the reader has on disk: an extra, without which nothing is missing."""

from index.encoding.choosing import VARIABLE, is_chosen, trouble

__all__ = ["VARIABLE", "is_chosen", "trouble"]
