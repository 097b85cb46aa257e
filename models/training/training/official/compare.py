"""Compare imported packs with the reference that PyTorch makes of the same checkpoint files.

python -m training.official.compare --variant celebahq --folder DIR --fp32 PACK --fp16 PACK --int8 PACK [--width 64]

``--folder`` holds the checkpoint pair, each pack the five graphs that ``cocanvas import`` made of it. Prints one JSON
object and ends with status 1 where a limit is missed. ``npm run check:official`` does all of it for every variant.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

import numpy as np
import onnxruntime
import torch
from numpy.typing import NDArray

from .checkpoint import load_checkpoint
from .configuration import OFFICIAL_VARIANTS
from .reference import ReferenceInputs, reference_inputs

THREADS = 2
STAGES = ("exemplar", "layout", "match", "generate")

WARP_MAXIMUM = 1e-3
PICTURE_MEAN = 1e-4
PICTURE_MAXIMUM = 1e-2
HALF_PICTURE_MEAN = 5e-3
EIGHT_BIT_MEAN = 3e-2


def run_stages(pack: Path, inputs: ReferenceInputs) -> dict[str, NDArray[np.generic]]:
    """All tensors by name after every stage has run once."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = THREADS
    options.log_severity_level = 3
    tensors = dict(inputs.feeds)
    for stage in STAGES:
        session = onnxruntime.InferenceSession(pack / f"{stage}.onnx", options, providers=["CPUExecutionProvider"])
        feeds = {entry.name: tensors[entry.name] for entry in session.get_inputs()}
        tensors |= dict(zip((entry.name for entry in session.get_outputs()), session.run(None, feeds), strict=True))
    return tensors


def main() -> None:
    """Compare and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--variant", choices=sorted(OFFICIAL_VARIANTS), required=True)
    parser.add_argument("--folder", type=Path, required=True)
    parser.add_argument("--fp32", type=Path, required=True)
    parser.add_argument("--fp16", type=Path, required=True)
    parser.add_argument("--int8", type=Path, required=True)
    parser.add_argument("--width", type=int, default=64)
    arguments = parser.parse_args()
    torch.set_num_threads(THREADS)
    configuration = OFFICIAL_VARIANTS[arguments.variant].with_width(arguments.width)
    inputs = reference_inputs(configuration)
    with torch.inference_mode():
        model = load_checkpoint(configuration, arguments.folder)
        reference = model(inputs.exemplar, inputs.condition, inputs.exemplar_condition)
    del model
    warp, picture = reference.warp.numpy(), reference.picture.numpy()
    whole, half, eight = (run_stages(pack, inputs) for pack in (arguments.fp32, arguments.fp16, arguments.int8))
    figures = {
        "warpMaximum": (float(np.abs(whole["warp"] - warp).max()), WARP_MAXIMUM),
        "pictureMean": (float(np.abs(whole["picture"] - picture).mean()), PICTURE_MEAN),
        "pictureMaximum": (float(np.abs(whole["picture"] - picture).max()), PICTURE_MAXIMUM),
        "halfPictureMean": (float(np.abs(half["picture"] - picture).mean()), HALF_PICTURE_MEAN),
        "eightBitWarpMean": (float(np.abs(eight["warp"] - warp).mean()), EIGHT_BIT_MEAN),
        "eightBitPictureMean": (float(np.abs(eight["picture"] - picture).mean()), EIGHT_BIT_MEAN),
    }
    met = all(value <= limit for value, limit in figures.values())
    print(json.dumps({"met": met} | {name: value for name, (value, _) in figures.items()}))
    sys.exit(0 if met else 1)


if __name__ == "__main__":
    main()
