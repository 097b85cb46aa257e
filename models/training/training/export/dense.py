"""The comparison graph of the bench: the whole pipeline in one graph, the matrix materialised, nothing cached."""

import copy
from pathlib import Path

import onnx
import torch
from torch import Tensor, nn

from training.export.onnx_graphs import TRACED, export_stage, label_graphs
from training.export.stages import StageSpec, TensorSpec
from training.networks.correspondence import dense_warp
from training.networks.translator import Translator


class DensePipeline(nn.Module):
    """Layout, exemplar and its labels to the picture, as a naive export would do it."""

    def __init__(self, translator: Translator) -> None:
        super().__init__()
        self.translator = copy.copy(translator)
        self.translator.warp = dense_warp

    def forward(self, labels: Tensor, exemplar: Tensor, exemplar_labels: Tensor) -> Tensor:
        """Labels 1×H×W, exemplar 1×3×He×We and its labels to the picture 1×3×H×W."""
        picture: Tensor = self.translator(labels, exemplar, exemplar_labels).picture
        return picture


def write_dense_graph(translator: Translator, path: Path) -> None:
    """Same weights, float16 storage, inputs `condition`, `exemplar`, `exemplar_condition`, output `picture`."""
    tensors = label_graphs(translator).tensors(TRACED)["labels"]
    spec = StageSpec(
        DensePipeline(translator),
        [
            TensorSpec("condition", "int32", [1, "H", "W"]),
            TensorSpec("exemplar", "float32", [1, 3, "He", "We"]),
            TensorSpec("exemplar_condition", "int32", [1, "He", "We"]),
        ],
        [TensorSpec("picture", "float32", [1, 3, "H", "W"])],
    )
    with torch.no_grad():
        onnx.save(export_stage(spec, tensors), path)
