"""What learns and what is shipped compute the same."""

from pathlib import Path

import numpy as np
import pytest

from index.annotating.names.gazetteer import gazetteer
from index.annotating.network.encoder import GAP, Encoder
from index.annotating.network.reading import Reader, joined
from index.annotating.network.weights import load, save
from index.annotating.training.corpora import own_texts
from index.annotating.training.prepare import prepared, vocabulary


def test_torch_and_numpy_agree(tmp_path: Path) -> None:
    torch = pytest.importorskip("torch", reason="installed by those who retrain")
    from index.annotating.training.fit import weights_of
    from index.annotating.training.network import Forgetting, Network, Sizes

    texts = list(own_texts())[:4]
    words = vocabulary(texts)
    reader = Reader(words, gazetteer())
    stream = joined([one for one, _ in prepared(texts, reader, gazetteer())], GAP)
    torch.manual_seed(1)
    network = Network(words.rows, np.asarray(reader.rows), Sizes(), Forgetting()).eval()
    places, scores = network(stream)
    save(tmp_path / "weights.npz", weights_of(network, words))
    ours, ours_scores = Encoder(load(tmp_path / "weights.npz"), reader).scores(stream)
    assert np.array_equal(ours, places.numpy())
    assert np.abs(ours_scores - torch.log_softmax(scores, 1).detach().numpy()).max() < 0.02
