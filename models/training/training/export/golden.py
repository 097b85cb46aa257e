"""Golden tensors: what PyTorch computes for fixed inputs, for the tests that compare ONNX and the host with it."""

import json
from pathlib import Path

from torch import Tensor

from training.export.onnx_graphs import PackGraphs, Sides


def write_golden(graphs: PackGraphs, folder: Path, sides: Sides) -> None:
    """Writes `cases.json` and one little-endian .bin file per tensor.

    cases.json: {"stages": [{"stage", "inputs": [tensor], "outputs": [tensor]}]}, tensor = {name, dtype, shape, file}.
    Files of a pack with several conditions begin with the kind of condition; its entries have it as "condition".
    """
    folder.mkdir(parents=True, exist_ok=True)
    passes = graphs.tensors(sides)
    several = len(passes) > 1

    def write(kind: str, name: str) -> dict[str, object]:
        value: Tensor = passes[kind][name].contiguous()
        file = f"{kind}-{name}.bin" if several else f"{name}.bin"
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
            **({"condition": kind} if several else {}),
            "inputs": [write(kind, item.name) for item in spec.inputs],
            "outputs": [write(kind, item.name) for item in spec.outputs],
        }
        for kind in passes
        for stage, spec in graphs.stages_for(kind).items()
    ]
    (folder / "cases.json").write_text(json.dumps({"stages": stages}, indent=2) + "\n")
