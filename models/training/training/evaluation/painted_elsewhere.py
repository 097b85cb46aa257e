"""Pictures that go to the app and come back: what is done around a network counts as well.

Case n is named by its number in three digits: the app's picture of it is 007.png.
"""

from pathlib import Path

import numpy as np
import torch
from PIL import Image
from torch import Tensor


def write_picture(picture: Tensor, path: Path) -> None:
    """A picture 1×3×H×W in −1..1 as a file."""
    pixels = ((picture[0].clamp(-1, 1) + 1) * 127.5).round().byte().permute(1, 2, 0).numpy()
    Image.fromarray(pixels).save(path)


def read_picture(folder: Path, number: int) -> Tensor:
    """The app's picture of a case, 1×3×H×W in −1..1."""
    with Image.open(folder / f"{number:03d}.png") as picture:
        pixels = torch.from_numpy(np.asarray(picture.convert("RGB")).copy())
    return pixels.permute(2, 0, 1)[None].float() / 127.5 - 1.0
