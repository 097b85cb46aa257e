"""The comparison graph of the bench: the whole pipeline in one graph, the matrix materialised, nothing cached."""

from pathlib import Path

import onnx
import torch
from torch import Tensor, nn

from training.export.onnx_graphs import export_stage, sample_inputs
from training.export.stages import StageSpec, TensorSpec
from training.networks import coherent_copy, translator as translator_module
from training.networks.correspondence import dense_warp
from training.networks.translator import Translator


class DensePipeline(nn.Module):
    """Layout, exemplar and its labels to the picture, as a naive export would do it."""

    def __init__(self, translator: Translator) -> None:
        super().__init__()
        self.translator = translator

    def forward(self, labels: Tensor, exemplar: Tensor, exemplar_labels: Tensor) -> Tensor:
        picture: Tensor = self.translator(labels, exemplar, exemplar_labels).picture
        return picture


def write_dense_graph(translator: Translator, path: Path) -> None:
    """Same weights, float16 storage, inputs `condition`, `exemplar`, `exemplar_condition`, output `picture`."""
    tensors = sample_inputs(translator, 64, 96, 96, 64)
    spec = StageSpec(
        DensePipeline(translator),
        [
            TensorSpec("condition", "int32", [1, "H", "W"]),
            TensorSpec("exemplar", "float32", [1, 3, "He", "We"]),
            TensorSpec("exemplar_condition", "int32", [1, "He", "We"]),
        ],
        [TensorSpec("picture", "float32", [1, 3, "H", "W"])],
    )
    streaming = translator_module.streaming_warp
    translator_module.streaming_warp = dense_warp
    coherent_copy.streaming_warp = dense_warp
    try:
        with torch.no_grad():
            onnx.save(export_stage(spec, tensors), path)
    finally:
        translator_module.streaming_warp = streaming
        coherent_copy.streaming_warp = streaming
