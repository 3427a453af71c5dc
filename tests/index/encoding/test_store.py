"""Vectors are read as they were written by the same encoder, or count as not there."""

from pathlib import Path

import numpy as np
import pytest

from index.encoding.choosing import EncoderFiles
from index.encoding.store import Encoded, keys_of, write
from tests.index.encoding.tiny import write_encoder

KEYS = keys_of(np.array([1, 1, 7]), np.array([0, 3, 1]))
VECTORS = np.eye(3, dtype=np.float16)


@pytest.fixture
def encoder(tmp_path: Path) -> EncoderFiles:
    return EncoderFiles.of(write_encoder(tmp_path / "tiny"))


@pytest.fixture
def folder(tmp_path: Path, encoder: EncoderFiles) -> Path:
    write(tmp_path / "vectors", encoder, np.array([1, 2, 7]), KEYS, VECTORS)
    return tmp_path / "vectors"


def test_each_passage_has_its_own(folder: Path, encoder: EncoderFiles) -> None:
    encoded = Encoded.open(folder, encoder)
    assert encoded is not None
    assert encoded.articles.tolist() == [1, 2, 7]
    assert encoded.of([(7, 1), (1, 1), (1, 3), (9, 9)]).tolist() == [
        [0, 0, 1],
        [0, 0, 0],
        [0, 1, 0],
        [0, 0, 0],
    ]
    assert encoded.of([]).shape == (0, 3)


def test_the_encoder_may_be_moved_but_not_be_another(
    folder: Path, tmp_path: Path, encoder: EncoderFiles
) -> None:
    (tmp_path / "away").mkdir()
    moved = encoder.folder.rename(tmp_path / "away" / "tiny")
    assert Encoded.open(folder, EncoderFiles.of(moved)) is not None
    other = write_encoder(tmp_path / "other" / "tiny", words={"dam": (1, 2, 3)})
    assert Encoded.open(folder, EncoderFiles.of(other)) is None


@pytest.mark.parametrize("content", [b"", b"MORGUEarrays", b"\0" * 4096])
def test_a_damaged_file_counts_as_none(folder: Path, encoder: EncoderFiles, content: bytes) -> None:
    path = folder / "encoded.arrays"
    path.write_bytes(content)
    assert Encoded.open(folder, encoder) is None


def test_a_changed_number_is_noticed(folder: Path, encoder: EncoderFiles) -> None:
    path = folder / "encoded.arrays"
    content = path.read_bytes()
    assert content.count(VECTORS.tobytes()) == 1
    path.write_bytes(content.replace(VECTORS.tobytes(), (VECTORS * 2).tobytes()))
    assert Encoded.open(folder, encoder) is None


def test_it_is_replaced_whole(folder: Path, encoder: EncoderFiles) -> None:
    before = Encoded.open(folder, encoder)
    write(folder, encoder, np.array([4]), KEYS[:1], VECTORS[:1])
    assert before is not None
    assert before.of([(7, 1)]).any()
    after = Encoded.open(folder, encoder)
    assert after is not None
    assert after.articles.tolist() == [4]
    assert [path.name for path in folder.iterdir()] == ["encoded.arrays"]
