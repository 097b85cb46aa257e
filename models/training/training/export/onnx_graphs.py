"""A pack's graphs: its stages, a sample pass through them, and their ONNX files."""

import tempfile
import warnings
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import onnx
import torch
from torch import Tensor
from torch.nn import functional

from training.export.eight_bits import Arrays, in_eight_bits
from training.export.half_storage import store_as_half
from training.export.stages import StageSpec, stage_specs
from training.networks.translator import Translator

OPSET = 17


@dataclass(frozen=True)
class Sides:
    """Sizes of a sample pass, in pixels."""

    height: int
    width: int
    high: int
    """the exemplar's height"""
    wide: int


TRACED = Sides(64, 96, 96, 64)
"""Graphs are traced with sides that differ, and in sizes that no user asks for: what is frozen shows in the tests."""

Tensors = dict[str, Tensor]
Samples = Callable[[Sides], dict[str, Tensors]]
"""Inputs that no stage makes, by name, for every kind of condition that the graphs take."""


@dataclass(frozen=True)
class Rounding:
    """Which stages compute in eight bits, and on what their ranges are measured."""

    stages: frozenset[str]
    cases: dict[str, list[Tensors]]
    """inputs that no stage makes, for every kind of condition"""


@dataclass(frozen=True)
class PackGraphs:
    """A pack's stages in running order, and inputs to try them with."""

    stages: dict[str, StageSpec]
    samples: Samples
    rounding: Rounding | None = None

    def tensors(self, sides: Sides) -> dict[str, Tensors]:
        """Every tensor of one pass through the stages by name, for every kind of condition."""
        return {kind: self.passed(kind, tensors) for kind, tensors in self.samples(sides).items()}

    def passed(self, kind: str, tensors: Tensors) -> Tensors:
        """Every tensor of one pass of these inputs."""
        found = dict(tensors)
        with torch.no_grad():
            for spec in self.stages_for(kind).values():
                outputs = spec.module(*[found[item.name] for item in spec.inputs])
                listed = outputs if isinstance(outputs, tuple) else (outputs,)
                found |= {item.name: value for item, value in zip(spec.outputs, listed, strict=True)}
        return found

    def measured_inputs(self, stage: str) -> list[Arrays]:
        """What a stage is given in the cases of the rounding."""
        spec = self.stages[stage]
        cases = {} if self.rounding is None else self.rounding.cases
        kinds = [kind for kind in cases if spec.condition in (None, kind)]
        passes = [self.passed(kind, case) for kind in kinds for case in cases[kind]]
        return [{item.name: tensors[item.name].numpy() for item in spec.inputs} for tensors in passes]

    def stages_for(self, kind: str) -> dict[str, StageSpec]:
        """The stages that run for one kind of condition."""
        return {name: spec for name, spec in self.stages.items() if spec.condition in (None, kind)}


def sample_photo(sides: Sides, generator: torch.Generator) -> Tensor:
    """A smooth exemplar with grain, 1×3×high×wide in −1..1."""
    coarse = torch.rand(1, 3, 8, 8, generator=generator) * 2 - 1
    photo = functional.interpolate(coarse, size=(sides.high, sides.wide), mode="bilinear")
    grain = (torch.rand(1, 3, sides.high, sides.wide, generator=generator) - 0.5) * 0.2
    return (photo + grain).clamp(-1, 1)


def sample_labels(classes: int, rows: int, columns: int, generator: torch.Generator) -> Tensor:
    """Seeded blobs rather than noise, so that matches are decided and graphs can be compared; int32 1×rows×columns."""
    seeds = torch.randint(classes, (1, 1, 4, 4), generator=generator).float()
    return functional.interpolate(seeds, size=(rows, columns), mode="nearest")[:, 0].int()


def sample_questions() -> Tensors:
    """Temperature and the cell that is asked about."""
    return {"temperature": torch.tensor([0.02]), "query": torch.tensor([5])}


def label_graphs(translator: Translator) -> PackGraphs:
    """The graphs of a translator of label maps."""
    translator = translator.eval()
    classes = translator.config.classes

    def samples(sides: Sides) -> dict[str, Tensors]:
        generator = torch.Generator().manual_seed(7)
        photo = sample_photo(sides, generator)
        tensors = {
            "exemplar": photo,
            "exemplar_condition": sample_labels(classes, sides.high, sides.wide, generator),
            "condition": sample_labels(classes, sides.height, sides.width, generator),
        }
        return {"labels": tensors | sample_questions()}

    return PackGraphs(stage_specs(translator), samples)


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
            do_constant_folding=False,
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


def write_graphs(graphs: PackGraphs, folder: Path) -> dict[str, Path]:
    """Writes `<stage>.onnx` files; returns them by stage."""
    tensors = graphs.tensors(TRACED)
    first = next(iter(tensors))
    files = {}
    for name, spec in graphs.stages.items():
        files[name] = folder / f"{name}.onnx"
        model = export_stage(spec, tensors[spec.condition or first])
        if graphs.rounding is not None and name in graphs.rounding.stages:
            model = in_eight_bits(model, graphs.measured_inputs(name))
        onnx.save(model, files[name])
    return files
