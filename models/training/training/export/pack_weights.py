"""Weights of a written pack: training can go on where a committed pack ended, and evaluation measures what ships."""

from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from torch import Tensor

PREFIX = "translator."
HALF_SUFFIX = "_half"


def read_pack_weights(folder: Path) -> dict[str, Tensor]:
    """State-dict entries of a Translator found in the pack's graphs; float16 storage is widened to float32.

    Raises FileNotFoundError when the folder holds no pack.
    """
    if not (folder / "manifest.json").exists():
        raise FileNotFoundError(f"{folder} holds no pack")
    found: dict[str, Tensor] = {}
    for graph in sorted(folder.glob("*.onnx")):
        for entry in onnx.load(graph).graph.initializer:
            if entry.name.startswith(PREFIX):
                name = entry.name.removeprefix(PREFIX).removesuffix(HALF_SUFFIX)
                found[name] = torch.from_numpy(numpy_helper.to_array(entry).astype(np.float32))
    return found
