"""The shipped weights: small, plain, and missed in good order."""

import contextlib
import io
import pickle
import zipfile
from pathlib import Path

import numpy as np
import pytest

from index.annotating import Annotator
from index.annotating.network import weights as module
from index.annotating.network.weights import WEIGHTS, UnreadableWeights, load, save


def test_small_enough() -> None:
    assert WEIGHTS.stat().st_size <= 5_000_000


def test_plain_arrays_only() -> None:
    with zipfile.ZipFile(WEIGHTS) as file:
        for name in file.namelist():
            array = np.lib.format.read_array(io.BytesIO(file.read(name)), allow_pickle=False)
            assert array.dtype.kind in "iuf"


def test_written_weights_are_read_again(tmp_path: Path) -> None:
    shipped = load()
    save(tmp_path / "weights.npz", shipped)
    again = load(tmp_path / "weights.npz")
    assert np.array_equal(again.table, shipped.table)
    assert np.array_equal(again.vocabulary.sums, shipped.vocabulary.sums)
    assert all(np.array_equal(again.layers[name], shipped.layers[name]) for name in shipped.layers)


@pytest.mark.parametrize(
    "content",
    [b"", b"PK\x03\x04", b"no weights", WEIGHTS.read_bytes()[:100_000], pickle.dumps({"table": 1})],
)
def test_damaged_weights(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "weights.npz").write_bytes(content)
    with pytest.raises(UnreadableWeights):
        load(tmp_path / "weights.npz")


def test_flipped_bytes_never_end_in_another_error(tmp_path: Path) -> None:
    whole = WEIGHTS.read_bytes()
    path = tmp_path / "weights.npz"
    for at in range(50, len(whole), len(whole) // 12):
        path.write_bytes(whole[:at] + bytes([whole[at] ^ 0xFF]) + whole[at + 1 :])
        with contextlib.suppress(UnreadableWeights):
            load(path)


def test_the_rules_go_on_without_weights(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module.load, "__defaults__", (tmp_path / "none.npz",))
    (found,) = Annotator().annotate(["It was Mr Tomas Berg who spoke."])
    assert [mention.text for mention in found.mentions] == ["Tomas Berg"]
