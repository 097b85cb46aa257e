"""Golden tensors: what PyTorch computes for fixed inputs, for the tests that hold ONNX and the host to it."""

import json
from pathlib import Path

from torch import Tensor

from training.export.onnx_graphs import sample_inputs
from training.export.stages import stage_specs
from training.networks.translator import Translator


def write_golden(translator: Translator, folder: Path, height: int, width: int, high: int, wide: int) -> None:
    """Writes `cases.json` and one little-endian .bin file per tensor.

    cases.json: {"stages": [{"stage", "inputs": [tensor], "outputs": [tensor]}]}, tensor = {name, dtype, shape, file}.
    """
    folder.mkdir(parents=True, exist_ok=True)
    tensors = sample_inputs(translator, height, width, high, wide)

    def write(name: str) -> dict[str, object]:
        value: Tensor = tensors[name].contiguous()
        file = f"{name}.bin"
        (folder / file).write_bytes(value.numpy().tobytes())
        return {
            "name": name,
            "dtype": str(value.dtype).removeprefix("torch."),
            "shape": list(value.shape),
            "file": file,
        }

    stages = [
        {
            "stage": stage,
            "inputs": [write(item.name) for item in spec.inputs],
            "outputs": [write(item.name) for item in spec.outputs],
        }
        for stage, spec in stage_specs(translator).items()
    ]
    (folder / "cases.json").write_text(json.dumps({"stages": stages}, indent=2) + "\n")
