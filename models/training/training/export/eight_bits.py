"""Convolutions in eight bits, for graphs in which little depends on the last digits.

Weights stay in the graph under their names; beside them stand the ranges that were seen on samples, as pairs of
QuantizeLinear and DequantizeLinear (QDQ), from which onnxruntime makes integer convolutions when it loads the graph.
Weights use seven bits: processors without VNNI add up two products in sixteen bits.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import onnx
import onnxruntime
from onnx import NodeProto, TensorProto, helper, numpy_helper

Numbers = npt.NDArray[np.generic]
Arrays = dict[str, Numbers]
WEIGHT_LEVELS = 63
ACTIVATION_LEVELS = 255
SMALLEST_STEP = 1e-9
"""where all numbers are 0"""


@dataclass(frozen=True)
class Ranges:
    """What was seen at a graph's convolutions."""

    activations: dict[str, tuple[float, float]]
    """least and greatest number of each input and result, 0 included"""
    weights: Arrays


def rounded_convolutions(model: onnx.ModelProto) -> list[NodeProto]:
    """All but those of 1×1, which decide and take little time."""
    return [node for node in model.graph.node if node.op_type == "Conv" and kernel_area(node) != 1]


def kernel_area(node: NodeProto) -> int:
    """Cells of a convolution's kernel; 0 where only its weights, which the graph makes, would tell."""
    shapes = [attribute.ints for attribute in node.attribute if attribute.name == "kernel_shape"]
    return int(np.prod(shapes[0])) if shapes else 0


def measured_ranges(model: onnx.ModelProto, samples: list[Arrays]) -> Ranges:
    """Runs the graph as it is on samples of its inputs."""
    convolutions = rounded_convolutions(model)
    weights = {node.input[1] for node in convolutions}
    activations = {name for node in convolutions for name in (node.input[0], node.output[0])}
    watched = onnx.ModelProto()
    watched.CopyFrom(model)
    known = {value.name for value in (*model.graph.input, *model.graph.output)}
    watched.graph.output.extend(
        helper.make_tensor_value_info(name, TensorProto.FLOAT, None) for name in sorted((weights | activations) - known)
    )
    session = onnxruntime.InferenceSession(watched.SerializeToString())
    shown = [value.name for value in session.get_outputs()]
    ranges = Ranges({}, {})
    for sample in samples:
        for name, found in [*zip(shown, session.run(None, sample), strict=True), *sample.items()]:
            if name in weights:
                ranges.weights[name] = found
            if name in activations:
                low, high = ranges.activations.get(name, (0.0, 0.0))
                ranges.activations[name] = min(low, float(found.min())), max(high, float(found.max()))
    return ranges


def in_eight_bits(model: onnx.ModelProto, samples: list[Arrays]) -> onnx.ModelProto:
    """The graph with its convolutions in eight bits, but for those of 1×1.

    samples: inputs such as it will meet, from which the ranges are taken.
    """
    ranges = measured_ranges(model, samples)
    results = {node.output[0] for node in rounded_convolutions(model)}
    nodes: list[NodeProto] = []
    rounded: set[str] = set()
    for node in model.graph.node:
        if node.op_type != "Conv" or node.output[0] not in results:
            nodes.append(node)
            continue
        source, weight, result = node.input[0], node.input[1], node.output[0]
        if source not in rounded:
            nodes.extend(rounding(model, source, f"{source}_rounded", *activation_levels(ranges.activations[source])))
        nodes.extend(rounding(model, weight, f"{weight}_rounded", *weight_levels(ranges.weights[weight])))
        rounded.add(source)
        node.input[0], node.input[1], node.output[0] = f"{source}_rounded", f"{weight}_rounded", f"{result}_exact"
        levels = activation_levels(ranges.activations[result])
        nodes.extend([node, *rounding(model, f"{result}_exact", result, *levels)])
    del model.graph.node[:]
    model.graph.node.extend(nodes)
    return model


def activation_levels(seen: tuple[float, float]) -> tuple[Numbers, Numbers]:
    """Step and zero of 256 levels over a range."""
    low, high = seen
    step = max(high - low, SMALLEST_STEP) / ACTIVATION_LEVELS
    return np.array(step, np.float32), np.array(round(-low / step), np.uint8)


def weight_levels(weights: Numbers) -> tuple[Numbers, Numbers]:
    """Steps and zeros of 127 levels; each output channel has its own range."""
    largest = np.abs(weights.astype(np.float32)).reshape(len(weights), -1).max(1)
    steps = np.maximum(largest, SMALLEST_STEP) / WEIGHT_LEVELS
    return steps.astype(np.float32), np.zeros(len(steps), np.int8)


def rounding(model: onnx.ModelProto, source: str, target: str, step: Numbers, zero: Numbers) -> list[NodeProto]:
    """Two nodes that round `source` to levels and make `target` of them; several steps lie along the first axis."""
    names = [f"{target}_scale", f"{target}_zero"]
    for name, value in zip(names, (step, zero), strict=True):
        model.graph.initializer.append(numpy_helper.from_array(value, name))
    return [
        helper.make_node("QuantizeLinear", [source, *names], [f"{target}_levels"], axis=0),
        helper.make_node("DequantizeLinear", [f"{target}_levels", *names], [target], axis=0),
    ]
