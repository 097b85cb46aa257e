from pathlib import Path

import pytest
import torch

from training.export.__main__ import TINY
from training.export.onnx_graphs import label_graphs, write_graphs
from training.export.pack_weights import read_pack_weights
from training.networks.translator import Translator


def test_a_pack_gives_back_all_weights_it_was_written_from(tmp_path: Path) -> None:
    """A name that the exporter changes, or a weight it folds away, would start a run from a half-random network."""
    torch.manual_seed(4)
    written = Translator(TINY).eval()
    with torch.no_grad():
        for weight in written.parameters():  # fresh scales are all ones, and the exporter shares equal tensors
            weight.add_(0.01 * torch.randn_like(weight))
    write_graphs(label_graphs(written), tmp_path)
    (tmp_path / "manifest.json").write_text("{}")
    read = Translator(TINY)
    read.load_state_dict(read_pack_weights(tmp_path))
    for name, weight in written.state_dict().items():
        torch.testing.assert_close(read.state_dict()[name], weight, rtol=1e-3, atol=1e-4)


def test_a_folder_without_a_pack_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="holds no pack"):
        read_pack_weights(tmp_path)
