"""Writes each stage of a translator as an ONNX graph."""

import tempfile
import warnings
from pathlib import Path

import onnx
import torch
from torch import Tensor

from training.export.half_storage import store_as_half
from training.export.stages import StageSpec, stage_specs
from training.networks.translator import Translator

OPSET = 17


def sample_inputs(translator: Translator, height: int, width: int, high: int, wide: int) -> dict[str, Tensor]:
    """Every tensor of one pass through the stages, by name; layout height×width, exemplar high×wide.

    Seeded blobs rather than noise, so that matches are decided and graphs can be compared.
    """
    generator = torch.Generator().manual_seed(7)
    classes = translator.config.classes

    def blobs(rows: int, columns: int) -> Tensor:
        seeds = torch.randint(classes, (1, 1, 4, 4), generator=generator).float()
        return torch.nn.functional.interpolate(seeds, size=(rows, columns), mode="nearest")[:, 0].int()

    coarse = torch.rand(1, 3, 8, 8, generator=generator) * 2 - 1
    photo = torch.nn.functional.interpolate(coarse, size=(high, wide), mode="bilinear")
    grain = (torch.rand(1, 3, high, wide, generator=generator) - 0.5) * 0.2
    tensors = {
        "exemplar": (photo + grain).clamp(-1, 1),
        "exemplar_condition": blobs(high, wide),
        "condition": blobs(height, width),
        "temperature": torch.tensor([0.02]),
        "query": torch.tensor([5]),
    }
    with torch.no_grad():
        for spec in stage_specs(translator).values():
            outputs = spec.module(*[tensors[item.name] for item in spec.inputs])
            listed = outputs if isinstance(outputs, tuple) else (outputs,)
            tensors |= {item.name: value for item, value in zip(spec.outputs, listed, strict=True)}
    return tensors


def export_stage(spec: StageSpec, tensors: dict[str, Tensor]) -> onnx.ModelProto:
    """Traces one stage with free sizes; float16 storage."""
    free = {
        item.name: {axis: str(size) for axis, size in enumerate(item.shape) if isinstance(size, str)}
        for item in [*spec.inputs, *spec.outputs]
    }
    with tempfile.TemporaryDirectory() as folder, warnings.catch_warnings():
        file = Path(folder) / "graph.onnx"
        warnings.simplefilter("ignore")
        torch.onnx.export(
            spec.module,
            tuple(tensors[item.name] for item in spec.inputs),
            str(file),
            input_names=[item.name for item in spec.inputs],
            output_names=[item.name for item in spec.outputs],
            dynamic_axes={name: axes for name, axes in free.items() if axes},
            opset_version=OPSET,
            custom_opsets={"com.microsoft": 1},
            dynamo=False,
        )
        model = onnx.load(file)
    for value, item in zip([*model.graph.input, *model.graph.output], [*spec.inputs, *spec.outputs], strict=True):
        dims = value.type.tensor_type.shape
        del dims.dim[:]
        for size in item.shape:
            dimension = dims.dim.add()
            if isinstance(size, str):
                dimension.dim_param = size
            else:
                dimension.dim_value = size
    return store_as_half(model)


def write_graphs(translator: Translator, folder: Path) -> dict[str, Path]:
    """Writes `<stage>.onnx` files; returns them by stage."""
    translator = translator.eval()
    tensors = sample_inputs(translator, 64, 96, 96, 64)
    files = {}
    for name, spec in stage_specs(translator).items():
        files[name] = folder / f"{name}.onnx"
        onnx.save(export_stage(spec, tensors), files[name])
    return files
