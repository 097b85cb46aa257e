"""LPIPS and FID of edited windows: `python -m training.evaluation.edited_windows OUT --weights shared/weights`.

OUT is what `node scripts/measure-photo-edits.mjs` wrote: a sheet for each photo (photo, edit, naive paste and the
whole picture repainted beside each other) and `edits.json`, which names the windows. LPIPS is taken between a window
before and after; FID between the windows of all photos before and after. Forty pictures are few for an FID: compare
the rows with each other only.
"""

import argparse
import json
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from PIL import Image
from torch import Tensor
from torch.nn import functional

from training.evaluation.frechet import frechet_distance
from training.evaluation.googlenet import GoogLeNet
from training.evaluation.lpips import Lpips

WAYS = ("edit", "pasted", "repainted")
LEAST_SIDE = 64
"""Smaller windows are enlarged: the networks need some pixels to look at."""


def window_of(sheet: NDArray[np.uint8], panel: int, panels: int, window: dict[str, int]) -> Tensor:
    """One window of one panel of a sheet, 1×3×H×W in −1..1."""
    left = panel * (sheet.shape[1] // panels) + window["x"]
    part = sheet[window["y"] : window["y"] + window["height"], left : left + window["width"], :3]
    picture = torch.from_numpy(part.astype(np.float32)).permute(2, 0, 1)[None] / 127.5 - 1.0
    height, width = picture.shape[2:]
    scale = max(1.0, LEAST_SIDE / min(height, width))
    if scale == 1.0:
        return picture
    return functional.interpolate(picture, size=(round(height * scale), round(width * scale)), mode="bilinear")


def windows_of(folder: Path) -> dict[str, list[Tensor]]:
    """All windows before the edit and after it in each way."""
    found: dict[str, list[Tensor]] = {name: [] for name in ("before", *WAYS)}
    for edit in json.loads((folder / "edits.json").read_text()):
        sheet = np.asarray(Image.open(folder / f"{Path(edit['photo']).stem}.png").convert("RGB"))
        for window in edit["windows"]:
            for panel, name in enumerate(found):
                found[name].append(window_of(sheet, panel, len(found), window))
    return found


def table_of(windows: dict[str, list[Tensor]], weights: Path) -> dict[str, dict[str, float]]:
    """LPIPS and FID of each way."""
    lpips = Lpips(weights / "perceptual" / "lpips_alex.pt")
    googlenet = GoogLeNet(weights / "perceptual" / "googlenet_bvlc_fp16.pt")
    features = {
        name: np.concatenate([googlenet(window).numpy() for window in own]).astype(np.float64)
        for name, own in windows.items()
    }
    return {
        way: {
            "lpips": float(np.mean([float(lpips(a, b)) for a, b in zip(windows["before"], windows[way], strict=True)])),
            "fid": frechet_distance(features["before"], features[way]),
        }
        for way in WAYS
    }


def main() -> None:
    """Prints a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--weights", type=Path, required=True)
    options = parser.parse_args()
    windows = windows_of(options.folder)
    print(f"| {len(windows['before'])} windows | LPIPS | FID |\n|---|---|---|")
    for way, row in table_of(windows, options.weights).items():
        print(f"| {way} | {row['lpips']:.3f} | {row['fid']:.1f} |")


if __name__ == "__main__":
    main()
