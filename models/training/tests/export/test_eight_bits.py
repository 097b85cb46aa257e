from collections import Counter

import numpy as np
import onnx
import onnxruntime
import pytest
import torch
from onnx import numpy_helper
from torch import nn

from training.export.eight_bits import WEIGHT_LEVELS, in_eight_bits
from training.export.onnx_graphs import export_stage
from training.export.stages import StageSpec, TensorSpec


@pytest.fixture
def layers() -> nn.Module:
    torch.manual_seed(2)
    return nn.Sequential(nn.Conv2d(16, 24, 3, 1, 1), nn.LeakyReLU(0.2), nn.Conv2d(24, 16, 3, 2, 1), nn.Conv2d(16, 4, 1))


def test_convolutions_become_integer_ones_that_give_nearly_the_same(layers: nn.Module) -> None:
    generator = torch.Generator().manual_seed(3)
    samples = [{"seen": torch.randn(1, 16, 32, 48, generator=generator).numpy()} for _ in range(4)]
    spec = StageSpec(
        layers.eval(),
        [TensorSpec("seen", "float32", [1, 16, "H", "W"])],
        [TensorSpec("made", "float32", [1, 4, "h", "w"])],
    )
    model = in_eight_bits(export_stage(spec, {"seen": torch.from_numpy(samples[0]["seen"])}), samples)
    onnx.checker.check_model(model)
    options = onnxruntime.SessionOptions()
    session = onnxruntime.InferenceSession(model.SerializeToString(), options)
    for sample in samples:
        (found,) = session.run(None, sample)
        expected = layers(torch.from_numpy(sample["seen"])).detach().numpy()
        assert np.abs(found - expected).mean() < 0.02 * np.abs(expected).mean()


def test_weights_keep_their_names_and_the_deciding_layer_its_digits(layers: nn.Module) -> None:
    """Training goes on from a pack's weights; levels alone would have lost them."""
    samples = [{"seen": np.ones((1, 16, 8, 8), np.float32)}]
    spec = StageSpec(
        layers.eval(),
        [TensorSpec("seen", "float32", [1, 16, "H", "W"])],
        [TensorSpec("made", "float32", [1, 4, "h", "w"])],
    )
    model = in_eight_bits(export_stage(spec, {"seen": torch.from_numpy(samples[0]["seen"])}), samples)
    held = {tensor.name.removesuffix("_half"): numpy_helper.to_array(tensor) for tensor in model.graph.initializer}
    torch.testing.assert_close(
        torch.from_numpy(held["0.weight"].astype(np.float32)), layers.state_dict()["0.weight"], rtol=1e-3, atol=1e-4
    )
    kinds = Counter(node.op_type for node in model.graph.node)
    assert kinds["Conv"] == 3
    # Input, weights and result of two convolutions; what the first hands on is rounded once.
    assert kinds["QuantizeLinear"] == kinds["DequantizeLinear"] == 6
    scales = held["0.weight_rounded_scale"]
    assert scales.shape == (24,)
    assert np.abs(held["0.weight"].astype(np.float32)).max() <= scales.max() * WEIGHT_LEVELS * 1.001
