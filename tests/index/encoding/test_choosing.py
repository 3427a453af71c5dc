"""Which encoder MORGUE_ENCODER chooses, and what is said of one that cannot be."""

import os
import subprocess
import sys
from importlib import util
from pathlib import Path

import pytest

from index.encoding import choosing
from index.encoding.choosing import EncoderFiles, chosen_files, trouble
from models.errors import EncoderUnavailable
from tests.index.encoding.tiny import write_encoder


@pytest.fixture
def _installed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(util, "find_spec", lambda name: name)


@pytest.mark.parametrize("chosen", ["", "  "])
def test_none(monkeypatch: pytest.MonkeyPatch, chosen: str) -> None:
    monkeypatch.setenv(choosing.VARIABLE, chosen)
    assert chosen_files() is None
    assert trouble() is None


@pytest.mark.usefixtures("_installed")
@pytest.mark.parametrize("inside", ["", "onnx"])
def test_a_folder_that_holds_one(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, inside: str) -> None:
    monkeypatch.setenv(choosing.VARIABLE, str(write_encoder(tmp_path / "tiny", inside=inside)))
    files = chosen_files()
    assert files is not None
    assert files.model == tmp_path / "tiny" / inside / "model.onnx"
    assert files.identity.startswith("tiny ")


@pytest.mark.usefixtures("_installed")
def test_a_wrong_folder_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv(choosing.VARIABLE, str(tmp_path / "no\x1b[31m"))
    why = trouble()
    assert why is not None
    assert "has no model.onnx" in str(why)
    assert "\x1b" not in str(why)
    (write_encoder(tmp_path / "tiny") / "tokenizer.json").unlink()
    with pytest.raises(EncoderUnavailable, match=r"has no tokenizer\.json") as said:
        EncoderFiles.of(tmp_path / "tiny")
    assert "unset MORGUE_ENCODER" in said.value.advice


def test_without_the_packages_the_reader_is_told_what_to_install(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv(choosing.VARIABLE, str(write_encoder(tmp_path / "tiny")))
    monkeypatch.setattr(util, "find_spec", lambda _name: None)
    with pytest.raises(EncoderUnavailable, match="needs onnxruntime and tokenizers") as said:
        chosen_files()
    assert "morgue[semantic]" in said.value.advice


def test_the_same_files_elsewhere_are_the_same_encoder_and_others_are_not(tmp_path: Path) -> None:
    here = EncoderFiles.of(write_encoder(tmp_path / "a" / "tiny"))
    there = EncoderFiles.of(write_encoder(tmp_path / "b" / "tiny"))
    other = EncoderFiles.of(write_encoder(tmp_path / "c" / "tiny", words={"dam": (1, 2, 3)}))
    assert here.stamp != there.stamp
    assert here.identity == there.identity != other.identity


def test_what_lies_beside_a_large_model_is_part_of_it(tmp_path: Path) -> None:
    folder = write_encoder(tmp_path / "tiny")
    before = EncoderFiles.of(folder).identity
    (folder / "model.onnx_data").write_bytes(b"weights")
    assert EncoderFiles.of(folder).identity != before


def test_nothing_of_it_is_loaded_unless_it_is_chosen() -> None:
    code = (
        "import sys, index.collection, index.related, index.refreshing.watching, index.encoding\n"
        "assert index.encoding.trouble() is None\n"
        "print([name for name in ('onnxruntime', 'tokenizers') if name in sys.modules])"
    )
    environment = {name: value for name, value in os.environ.items() if name != choosing.VARIABLE}
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=Path(__file__).parents[3],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == "[]"
