"""Float16 storage: weights are kept as float16 behind a Cast that onnxruntime folds when it loads the graph."""

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

SMALLEST = 256
"""Tensors with fewer numbers stay float32: they take little room, and scales have to be exact."""


def store_as_half(model: onnx.ModelProto) -> onnx.ModelProto:
    """Replaces large float32 initialisers by float16 ones and a Cast; inputs, outputs and arithmetic stay float32."""
    casts = []
    for index, tensor in enumerate(model.graph.initializer):
        if tensor.data_type != TensorProto.FLOAT or np.prod(tensor.dims) < SMALLEST:
            continue
        name = tensor.name
        half = numpy_helper.from_array(numpy_helper.to_array(tensor).astype(np.float16), f"{name}_half")
        model.graph.initializer[index].CopyFrom(half)
        casts.append(helper.make_node("Cast", [f"{name}_half"], [name], to=TensorProto.FLOAT))
    nodes = list(model.graph.node)
    del model.graph.node[:]
    model.graph.node.extend([*casts, *nodes])
    return model
