"""The shipped weights: read from one file of plain arrays, never unpickled."""

import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zipfile import BadZipFile

from index.annotating.network.words import Vocabulary
from models.errors import MorgueError

if TYPE_CHECKING:
    import numpy as np

WEIGHTS = Path(__file__).parent / "weights.npz"
_LAYERS = (
    *("first_words", "first_told", "first_bias", "second", "second_bias", "third", "third_bias"),
    *("pool", "pool_bias", "group", "text", "out", "out_bias"),
)


class UnreadableWeights(MorgueError):
    """The weights that should come with the program are missing or damaged."""


@dataclass(frozen=True, slots=True)
class Weights:
    """All arrays of the network, float32 but for the table."""

    vocabulary: Vocabulary
    table: "np.ndarray"
    """int8[rows, width]: what a row of a word adds, in units of its `scale`."""
    scale: "np.ndarray"
    """float32[rows]."""
    layers: dict[str, "np.ndarray"]
    """By the names in `_LAYERS`; matrices from the right: x @ layer."""


def load(path: Path = WEIGHTS) -> Weights:
    """Read the weights.

    Raises:
        UnreadableWeights: The file is missing or is not what `training` writes.
    """
    import numpy as np

    try:
        with np.load(path, allow_pickle=False) as file:
            layers = {name: np.asarray(file[name], dtype=np.float32) for name in _LAYERS}
            sums, table = np.asarray(file["vocabulary"]), np.asarray(file["table"])
            scale = np.asarray(file["scale"], dtype=np.float32)
    except (OSError, KeyError, ValueError, EOFError, NotImplementedError, BadZipFile, zlib.error) as error:
        raise UnreadableWeights(
            "What Morgue has learnt about names cannot be read; installing it again will repair that."
        ) from error
    vocabulary = Vocabulary(sums)
    if table.shape[:1] != (vocabulary.rows,) or scale.shape != (vocabulary.rows,):
        raise UnreadableWeights(
            "What Morgue has learnt about names belongs to another version; install it again."
        )
    return Weights(vocabulary, table, scale, layers)


def save(path: Path, weights: Weights) -> None:
    """Write weights as `load` reads them; the layers in half precision."""
    import numpy as np

    arrays: dict[str, Any] = {name: weights.layers[name].astype(np.float16) for name in _LAYERS}
    arrays["vocabulary"] = weights.vocabulary.sums
    arrays["table"], arrays["scale"] = weights.table, weights.scale.astype(np.float16)
    np.savez_compressed(path, **arrays)
