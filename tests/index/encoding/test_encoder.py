"""Texts become vectors of length 1, by an encoder on disk; one that is broken is told in words."""

from pathlib import Path

import numpy as np
import pytest

from index.encoding.choosing import EncoderFiles
from index.encoding.encoder import Encoder, _loaded, load
from models.errors import EncoderUnavailable
from tests.index.encoding.tiny import write_encoder

pytest.importorskip("onnxruntime")
pytest.importorskip("tokenizers")


@pytest.fixture
def encoder(tmp_path: Path) -> Encoder:
    return load(EncoderFiles.of(write_encoder(tmp_path / "tiny")))


def test_a_text_is_the_mean_of_its_tokens_whatever_stands_beside_it(encoder: Encoder) -> None:
    alone = encoder.encode(["flood water"])[0]
    beside = encoder.encode(["flood", "flood water", "choir song choir song choir song"])
    assert np.allclose(beside[1], alone)
    expected = np.array([0, 1.9, 0.2]) / np.linalg.norm([0, 1.9, 0.2])
    assert np.allclose(alone, expected, atol=1e-6)
    assert np.allclose(np.linalg.norm(beside, axis=1), 1, atol=1e-6)


def test_what_means_the_same_is_near(encoder: Encoder) -> None:
    dismissed, fired, flood = encoder.encode(["dismissed", "Fired", "flood"])
    assert dismissed @ fired > 0.9
    assert dismissed @ flood < 0.2


def test_any_text_can_be_encoded(encoder: Encoder) -> None:
    rows = encoder.encode(["", "\udcff \x1b[31m", "flood " * 100_000, "zzz"])
    assert rows.shape == (4, 3)
    assert not rows[0].any()
    assert np.allclose(rows[1], rows[3], atol=1e-6)
    assert rows[2] @ encoder.encode(["flood"])[0] == pytest.approx(1)
    assert encoder.encode([]).shape == (0, 3)


@pytest.mark.parametrize("name", ["model.onnx", "tokenizer.json"])
@pytest.mark.parametrize("content", [b"", b"\x00\xff\x1b[31mno model", b"{}"])
def test_a_broken_one_is_told(tmp_path: Path, name: str, content: bytes) -> None:
    folder = write_encoder(tmp_path / "tiny")
    (folder / name).write_bytes(content)
    with pytest.raises(EncoderUnavailable, match="cannot be used") as said:
        load(EncoderFiles.of(folder))
    assert "MORGUE_ENCODER" in said.value.advice
    assert "\x1b" not in str(said.value)


def test_one_that_makes_nothing_of_anything_is_none(tmp_path: Path) -> None:
    folder = write_encoder(tmp_path / "tiny", words={"dam": (float("nan"), 0, 0)})
    with pytest.raises(EncoderUnavailable, match="vectors without end"):
        load(EncoderFiles.of(folder))
    folder = write_encoder(tmp_path / "none", words={"dam": (0, 0, 0)}, other=0)
    with pytest.raises(EncoderUnavailable, match="makes no vectors"):
        load(EncoderFiles.of(folder))


@pytest.fixture(autouse=True)
def _nothing_remembered() -> None:
    _loaded.cache_clear()
