"""Cases for the app to paint, and its pictures of them: what is done around the network counts as well.

`write_cases` makes files for `cocanvas render`; a folder of its pictures becomes a row. Case n is named by its number
in three digits: 007-pose.json, 007-exemplar.png, 007-exemplar-pose.json, and the picture 007.png.
"""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

import numpy as np
import torch
from PIL import Image
from torch import Tensor

from training.people.body import Joints
from training.people.photographs import HEIGHT, WIDTH


class PaintedCase(Protocol):
    """What the app needs of a case; pictures 1×3×H×W in −1..1, joints 18×2 in pixels of HEIGHT×WIDTH."""

    @property
    def joints(self) -> Joints:
        """The pose that is asked for."""

    @property
    def exemplar(self) -> Tensor:
        """Whose clothes are wanted."""

    @property
    def exemplar_joints(self) -> Joints:
        """The exemplar's own pose."""


def pose_file(joints: Joints) -> str:
    """18×2 joints (NaN where missing) as JSON of OpenPose."""
    numbers: list[float] = []
    for x, y in joints.tolist():
        numbers += [0.0, 0.0, 0.0] if np.isnan(x) else [x, y, 1.0]
    people = [{"pose_keypoints_2d": numbers}]
    return json.dumps({"canvas_width": WIDTH, "canvas_height": HEIGHT, "people": people})


def write_cases(cases: Sequence[PaintedCase], folder: Path) -> None:
    """The files of all cases."""
    folder.mkdir(parents=True, exist_ok=True)
    for number, case in enumerate(cases):
        pixels = ((case.exemplar[0].clamp(-1, 1) + 1) * 127.5).round().byte().permute(1, 2, 0).numpy()
        Image.fromarray(pixels).save(folder / f"{number:03d}-exemplar.png")
        (folder / f"{number:03d}-pose.json").write_text(pose_file(case.joints))
        (folder / f"{number:03d}-exemplar-pose.json").write_text(pose_file(case.exemplar_joints))


def read_picture(folder: Path, number: int) -> Tensor:
    """The app's picture of a case, 1×3×H×W in −1..1."""
    with Image.open(folder / f"{number:03d}.png") as picture:
        pixels = torch.from_numpy(np.asarray(picture.convert("RGB")).copy())
    return pixels.permute(2, 0, 1)[None].float() / 127.5 - 1.0
