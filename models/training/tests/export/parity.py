"""Holds written graphs against the PyTorch stages that they were written from."""

from pathlib import Path

import numpy as np
import onnxruntime

from training.export.onnx_graphs import PackGraphs, Sides


def expect_parity(graphs: PackGraphs, files: dict[str, Path], sides: Sides) -> None:
    """Every stage of every condition, each on PyTorch's own inputs."""
    for kind, tensors in graphs.tensors(sides).items():
        for stage, spec in graphs.stages_for(kind).items():
            session = onnxruntime.InferenceSession(str(files[stage]))
            found = session.run(None, {item.name: tensors[item.name].numpy() for item in spec.inputs})
            for item, value in zip(spec.outputs, found, strict=True):
                expected = tensors[item.name].numpy()
                assert value.shape == expected.shape
                # Half-precision weights; a tie between two source cells may fall either way in a few pixels.
                assert np.mean(np.abs(value - expected) > 5e-3) < 0.01, f"{kind}, {stage}: {item.name}"
