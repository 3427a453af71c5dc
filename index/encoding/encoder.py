"""A sentence encoder in ONNX: texts to vectors of length 1, the mean of what it makes of their tokens.

That is how sentence-transformers' general models are trained (Reimers and Gurevych, 2019). It runs on one core.
"""

import os
from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from index.encoding.choosing import ADVICE, EncoderFiles
from models.errors import EncoderUnavailable

if TYPE_CHECKING:
    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer

Floats = NDArray[np.float32]

_TOKENS = 256
"""Tokens of a text that are read, as all-MiniLM-L6-v2 was trained; a passage of some 190 words has so many."""
_CHARACTERS = 8_000
"""More of a text than this many tokens can hold is not even taken apart."""
_TOGETHER = 32
"""Texts encoded at a time."""
_TRIAL = ("The dam held.", "It did not hold for long, they said.")
_FATAL = 4
"""What onnxruntime says on standard error: nothing below that. A terminal is drawn on there."""


class Encoder:
    """A loaded encoder; `load` gives one."""

    def __init__(self, session: "InferenceSession", tokenizer: "Tokenizer") -> None:
        self._session = session
        self._tokenizer = tokenizer
        self._inputs = {each.name for each in session.get_inputs()}
        self._dimensions = 0
        self._pad = (tokenizer.padding or {}).get("pad_id", 0)
        tokenizer.no_padding()
        tokenizer.enable_truncation(_TOKENS)

    def try_out(self) -> None:
        """Learn how long its vectors are.

        Raises:
            EncoderUnavailable: It makes none.
        """
        found = self.encode(_TRIAL)
        if not found.any():
            raise _broken(ValueError("it makes no vectors"))
        self._dimensions = found.shape[1]

    def encode(self, texts: Sequence[str]) -> Floats:
        """A row of length 1 for each text, or 0 where a text has no token.

        Raises:
            EncoderUnavailable: The encoder fails, or gives no vectors for tokens.
        """
        try:
            return self._encode(texts)
        except Exception as error:  # a model may be any program, and fail in any way
            raise _broken(error) from error

    def _encode(self, texts: Sequence[str]) -> Floats:
        safe = [text[:_CHARACTERS].encode("utf-8", "replace").decode() for text in texts]
        tokens = [found.ids for found in self._tokenizer.encode_batch(safe)]
        # Texts of one length together: what is filled up is worked on like any other token.
        order = sorted(
            (place for place, ids in enumerate(tokens) if ids), key=lambda place: len(tokens[place])
        )
        groups = [order[start : start + _TOGETHER] for start in range(0, len(order), _TOGETHER)]
        found = [self._together([tokens[place] for place in group]) for group in groups]
        rows = np.zeros((len(texts), found[0].shape[1] if found else self._dimensions), np.float32)
        if found:
            rows[order] = np.concatenate(found)
        return rows

    def _together(self, tokens: Sequence[Sequence[int]]) -> Floats:
        ids = np.full((len(tokens), max(map(len, tokens))), self._pad, np.int64)
        mask = np.zeros_like(ids)
        for row, text in enumerate(tokens):
            ids[row, : len(text)] = text
            mask[row, : len(text)] = 1
        given = {"input_ids": ids, "attention_mask": mask, "token_type_ids": np.zeros_like(ids)}
        outputs: list[Any] = self._session.run(None, {name: given[name] for name in self._inputs})
        of_tokens = next((o for o in outputs if np.ndim(o) == 3 and np.shape(o)[:2] == ids.shape), None)
        if of_tokens is None:
            raise ValueError("it gives no vector for each token")
        means = (of_tokens * mask[:, :, None]).sum(1, dtype=np.float32) / mask.sum(1)[:, None]
        lengths = np.linalg.norm(means, axis=1, keepdims=True)
        if not np.isfinite(lengths).all():
            raise ValueError("it gives vectors without end")
        return np.asarray(means / np.maximum(lengths, 1e-9), np.float32)


def load(files: EncoderFiles) -> Encoder:
    """Load an encoder, once a process, and try it.

    Raises:
        EncoderUnavailable: It cannot be loaded, or is no sentence encoder.
    """
    return _loaded(files)


@lru_cache(maxsize=1)
def _loaded(files: EncoderFiles) -> Encoder:
    # Its threads would take the cores that somebody who reads meanwhile needs.
    os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
    try:
        import onnxruntime
        from tokenizers import Tokenizer

        onnxruntime.disable_telemetry_events()
        onnxruntime.set_default_logger_severity(_FATAL)
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.log_severity_level = _FATAL
        session = onnxruntime.InferenceSession(
            os.fspath(files.model), options, providers=["CPUExecutionProvider"]
        )
        encoder = Encoder(session, Tokenizer.from_file(os.fspath(files.tokenizer)))
    except Exception as error:  # both read files that may hold anything
        raise _broken(error) from error
    encoder.try_out()
    return encoder


def _broken(error: Exception) -> EncoderUnavailable:
    lines = str(error).splitlines() or [""]
    why = "".join(c if c.isprintable() else " " for c in lines[0])[:200] or type(error).__name__
    return EncoderUnavailable(
        f"The sentence encoder cannot be used: {why.rstrip('.')}.",
        f"See that the folder holds a sentence-transformers model in ONNX, whole. {ADVICE}",
    )
