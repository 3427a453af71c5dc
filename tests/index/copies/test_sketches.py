"""Sketches of texts."""

import numpy as np

from index.copies.sketches import SIZE, likeness_of_texts, sketch


def _text(words: range) -> str:
    return " ".join(f"word{number}" for number in words)


def test_bytes_in_common_estimate_the_likeness() -> None:
    for changed in (0, 40, 100, 300):
        one, other = _text(range(1000)), _text(range(changed, 1000 + changed))
        shared = np.count_nonzero(
            np.frombuffer(sketch(one), np.uint8) == np.frombuffer(sketch(other), np.uint8)
        )
        # Four standard errors.
        assert abs(shared / SIZE - likeness_of_texts(one, other)) < 0.16


def test_a_sketch_is_the_same_for_ever() -> None:
    """Sketches are stored: whoever changes how they are made must have the catalogue built again."""
    assert sketch(_text(range(60)))[:8].hex() == "2005c0bbda330940"


def test_a_short_text_has_none() -> None:
    assert sketch(_text(range(39))) == b""
    assert len(sketch(_text(range(40)))) == SIZE
