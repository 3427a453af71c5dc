"""Which sentence encoder the reader chose by MORGUE_ENCODER: a folder on disk. Nothing is ever fetched."""

import hashlib
import json
import os
from dataclasses import dataclass
from functools import lru_cache
from importlib import util
from pathlib import Path
from typing import Self

from models.errors import EncoderUnavailable

VARIABLE = "MORGUE_ENCODER"
ADVICE = f"Or unset {VARIABLE} to go without; related passages are found all the same."
_MODELS = ("model.onnx", "onnx/model.onnx")
_TOKENIZER = "tokenizer.json"
_BESIDE = ("_data", ".data")
"""What a model too large for one file adds to its name for the other."""
_PACKAGES = ("onnxruntime", "tokenizers")


@dataclass(frozen=True, slots=True)
class EncoderFiles:
    """The files of an encoder, which are there."""

    folder: Path
    model: Path
    tokenizer: Path
    stamp: str
    """Where the files are, how large and as of when: while that stays, so does `identity`."""

    @classmethod
    def of(cls, folder: Path) -> Self:
        """The files in a folder.

        Raises:
            EncoderUnavailable: It has no model, or no tokenizer.
        """
        try:
            model = next((path for name in _MODELS if (path := folder / name).is_file()), None)
            tokenizer = folder / _TOKENIZER
            if model is None or not tokenizer.is_file():
                raise _missing(folder, _TOKENIZER if model else _MODELS[0])
            stamp = json.dumps([_looks(path) for path in (*_parts(model), tokenizer)])
            return cls(folder, model, tokenizer, stamp)
        except OSError as error:
            raise _unreadable(folder, error) from error

    @property
    def identity(self) -> str:
        """Name, size and hash, which tell the encoder from others wherever it lies; reads all of it once a process.

        Raises:
            EncoderUnavailable: It cannot be read.
        """
        try:
            return _identity(self.folder.name, (*_parts(self.model), self.tokenizer), self.stamp)
        except OSError as error:
            raise _unreadable(self.folder, error) from error


def is_chosen() -> bool:
    """Whether the reader chose any encoder."""
    return bool(os.environ.get(VARIABLE, "").strip())


def chosen_files() -> EncoderFiles | None:
    """The files of the encoder that MORGUE_ENCODER names; None where it names none. Loads nothing.

    Raises:
        EncoderUnavailable: They are not there, or the packages that run them are not.
    """
    if not is_chosen():
        return None
    lacking = [package for package in _PACKAGES if util.find_spec(package) is None]
    if lacking:
        raise EncoderUnavailable(
            f"A sentence encoder needs {' and '.join(lacking)}, not installed here.",
            f"Install morgue[semantic]. {ADVICE}",
        )
    return EncoderFiles.of(Path(os.environ[VARIABLE].strip()).expanduser().resolve())


def trouble() -> EncoderUnavailable | None:
    """Why the chosen encoder cannot be used, found out by loading it; None where it can be, or none is chosen."""
    try:
        files = chosen_files()
        if files is not None:
            from index.encoding.encoder import load

            load(files)
    except EncoderUnavailable as error:
        return error
    return None


def _parts(model: Path) -> list[Path]:
    beside = (model.with_name(model.name + ending) for ending in _BESIDE)
    return [model, *(path for path in beside if path.is_file())]


def _looks(path: Path) -> tuple[str, int, int]:
    status = path.stat()
    return os.fsencode(path).hex(), status.st_size, status.st_mtime_ns


@lru_cache(maxsize=4)
def _identity(name: str, paths: tuple[Path, ...], _stamp: str) -> str:
    whole = hashlib.sha256()
    size = 0
    for path in paths:
        with path.open("rb") as file:
            whole.update(hashlib.file_digest(file, "sha256").digest())
            size += file.tell()
    return f"{name.encode('utf-8', 'replace').decode()} {size} {whole.hexdigest()}"


def _missing(folder: Path, name: str) -> EncoderUnavailable:
    return EncoderUnavailable(
        f"{str(folder)!r}, which {VARIABLE} names, has no {name}.",
        "Give the folder of a sentence-transformers model in ONNX, with model.onnx (or onnx/model.onnx) and "
        f"{_TOKENIZER}. {ADVICE}",
    )


def _unreadable(folder: Path, error: OSError) -> EncoderUnavailable:
    return EncoderUnavailable(
        f"The sentence encoder in {str(folder)!r} cannot be read: {error.strerror}.",
        f"See that you may read its files. {ADVICE}",
    )
