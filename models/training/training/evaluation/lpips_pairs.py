"""LPIPS between pictures of the same names.

python -m training.evaluation.lpips_pairs --pictures FOLDER --weights FILE

Every folder inside FOLDER is a way of making the pictures; one of them stands for the truth. The command
`scripts/measure-makeup.mjs --pictures FOLDER` writes such folders, with the exemplar's warped face as the papers'
pseudo ground truth.
"""

import argparse
from collections.abc import Callable
from pathlib import Path

import numpy as np
import torch
from PIL import Image
from torch import Tensor

from training.evaluation.lpips import Lpips

TRUTH = "mesh warp, blended"


def read_picture(file: Path) -> Tensor:
    """A picture in -1..1, 1x3xHxW."""
    pixels = np.asarray(Image.open(file).convert("RGB"), dtype=np.float32)
    return torch.from_numpy(pixels / 127.5 - 1).permute(2, 0, 1)[None]


def mean_distances(pictures: Path, measure: Callable[[Tensor, Tensor], Tensor], truth: str = TRUTH) -> dict[str, float]:
    """For each folder but the truth's, the mean distance of its pictures to those of the same name there."""
    wanted = {file.name: read_picture(file) for file in sorted((pictures / truth).glob("*.png"))}
    distances = {}
    for folder in sorted(path for path in pictures.iterdir() if path.is_dir() and path.name != truth):
        names = [name for name in wanted if (folder / name).exists()]
        if names:
            found = [float(measure(read_picture(folder / name), wanted[name])) for name in names]
            distances[folder.name] = sum(found) / len(found)
    return distances


def main() -> None:
    """Prints one line for each way of making the pictures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pictures", type=Path, required=True)
    parser.add_argument("--weights", type=Path, required=True, help="lpips_alex.pt")
    parser.add_argument("--truth", default=TRUTH)
    arguments = parser.parse_args()
    for name, distance in mean_distances(arguments.pictures, Lpips(arguments.weights), arguments.truth).items():
        print(f"{name}: {distance:.3f}")


if __name__ == "__main__":
    main()
